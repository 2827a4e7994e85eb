"""Where people had no chance yet, for People leads and owners, through Slack's protocol."""

from dataclasses import replace
from datetime import date

import pytest

from bot.usecases.frameworks import publish_framework
from bot.views import counts as views
from bot.views import kit
from bot.views.answers import pack
from bot.words import counts as words
from playground.model import Person
from storage.chances import add_chances, chances_of, end_chance
from storage.choices import ChanceEnd, PersonKind, PlacementState
from storage.frameworks import head_ids
from storage.people import set_kind
from storage.placements import add_placement
from tests.bot.journeys.kept import press_a, shown
from tests.bot.journeys.ties import examples_asked
from tests.storage.builders import NOON, some_placement
from tests.storage.checked import some_chance
from tests.world import ANA, BEN, PEOPLE, World, library, world

TEAM = tuple(f"U0TEAM{at}" for at in range(9))
STAFF = (*PEOPLE, *(Person(id=one, name=f"member{at}") for at, one in enumerate(TEAM)))
SKILL, EXAMPLE = examples_asked()[0]
LAST_QUARTER = date(2026, 2, 10)


async def employed(here: World, **clusters: int) -> None:
    """The team by their kind of work, in order, each with a confirmed place."""
    people = iter(TEAM)
    async with here.bot.deps.write() as workspace:
        versions = await head_ids(workspace)
        for cluster, many in clusters.items():
            for _ in range(many):
                who = next(people)
                place = some_placement(
                    id=f"p{who}",
                    of=who,
                    framework=cluster,
                    version_id=versions[cluster],
                    level=None,
                    state=PlacementState.CONFIRMED,
                    decided_by=None,
                    decided_at=NOON,
                )
                await add_placement(workspace, place)


async def unlucky(here: World, *people: str, on: date = LAST_QUARTER) -> None:
    """Somebody marked that these had no chance, on a day."""
    mark = {"framework": "engineering", "competency": SKILL, "behaviour": EXAMPLE, "marked_on": on}
    async with here.bot.deps.write() as workspace:
        several = [some_chance(id=f"h{on}{who}", of=who, to=None, author_id=who, **mark) for who in people]
        await add_chances(workspace, several)


async def read(here: World) -> str:
    """The page, as Ana finds it from the settings."""
    await here.people.command(ANA, "/growth admin")
    await here.people.press(ANA, None, words.OPEN)
    said = (await shown(here, ANA)).words
    await here.people.close(ANA, everything=True)
    return said


async def test_four_and_more_are_told_in_steps_of_four(sqlite_address: str) -> None:
    """Of six who had no chance, “4 people or more” is said, by the skill’s name and the quarter’s."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=9)
        await unlucky(here, *TEAM[:6])

        said = await read(here)

    assert "Quarter 1 of 2026" in said
    assert f"{title_of(SKILL)}: 4 people or more" in said


def title_of(skill: str) -> str:
    """What a skill of engineering is called."""
    (framework,) = [one for one in library() if one.id == "engineering"]
    return framework.competency(skill).title


@pytest.mark.parametrize("many", [0, 1, 3])
async def test_fewer_read_like_none(sqlite_address: str, many: int) -> None:
    """Three who had no chance leave no other trace than nobody: the skill is not named."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=9)
        await unlucky(here, *TEAM[:many])

        said = await read(here)

    assert words.TOO_FEW in said
    assert title_of(SKILL) not in said


async def test_contractors_and_this_quarter_do_not_count(sqlite_address: str) -> None:
    """Of four, one is a contractor; two more were marked since the quarter closed."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=9)
        await unlucky(here, *TEAM[:4])
        await unlucky(here, *TEAM[4:6], on=date(2026, 5, 5))
        async with here.bot.deps.write() as workspace:
            await set_kind(workspace, TEAM[0], PersonKind.CONTRACTOR)

        assert words.TOO_FEW in await read(here)


async def test_what_was_shown_stays_as_it_was(sqlite_address: str) -> None:
    """After a mark was taken back and others were added, the page of that quarter says the same."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=9)
        await unlucky(here, *TEAM[:4])
        before = await read(here)
        await unlucky(here, *TEAM[4:9])
        async with here.bot.deps.write() as workspace:
            (mark,) = await chances_of(workspace, TEAM[0])
            await end_chance(workspace, mark.id, ChanceEnd.TAKEN_BACK, None, NOON)

        assert await read(here) == before


async def test_a_small_kind_of_work_is_counted_with_the_others(sqlite_address: str) -> None:
    """Two in operations are named nowhere: all are one group."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=5, operations=2)
        await unlucky(here, *TEAM[:4])

        said = await read(here)

    assert "Operations" not in said
    assert words.EVERYBODY in said


async def test_only_leads_and_owners_open_it(sqlite_address: str) -> None:
    """An owner reads of their own skills; anybody else, by the same button, that it is not theirs."""
    async with world(sqlite_address, people=STAFF) as here:
        await employed(here, engineering=9)
        await unlucky(here, *TEAM[:4])
        (framework,) = [one for one in library() if one.id == "engineering"]
        await publish_framework(here.bot.deps, replace(framework, owners=(BEN,)), None)
        said = []
        for who, whose in ((BEN, "engineering"), (BEN, "product"), (BEN, None), (TEAM[0], "engineering")):
            await press_a(here, who, kit.button(views.OPEN, "Press", pack(framework=whose)))
            said.append((await shown(here, who)).words)
            await here.people.close(who, everything=True)

    assert [title_of(SKILL) in one for one in said] == [True, False, False, False]
    assert all("not yours to open" in one for one in said[1:])
