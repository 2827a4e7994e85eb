"""Prompts where something special holds: each side hears of it what it may read; through Slack's protocol."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.placing import PlacementDraft
from bot.usecases.frameworks import publish_framework
from bot.usecases.placements import decide_proposal, propose_placement
from bot.usecases.skills import find_published
from bot.words import talks as talk_words
from storage.choices import PairKind
from storage.evidence import share_evidence
from storage.placements import find_proposal
from tests.bot.journeys.kept import noted, notes_of, recorded_twice
from tests.bot.journeys.meetings import agreed, prompts_of
from tests.bot.journeys.ties import managed, person, placed
from tests.storage.builders import as_manager
from tests.world import ANA, BEN, CLEO, DEV, World

NEW_TIE = "are new to each other as manager and report"
NO_NOTE = "There is no note"


async def why(here: World, who: str) -> str:
    """What stands on the page behind somebody's newest prompts."""
    await here.people.press(who, (await prompts_of(here, who))[-1], "Why these?")
    page = await here.people.view(who)
    await here.people.close(who)
    assert page is not None
    return page.words


async def weeks(here: World, number: int) -> None:
    """So many weeks go by, with their prompts."""
    for _ in range(number):
        here.clock.move(days=7)
        await here.tick()


async def moved(here: World, who: str, by: str, level: str, since: date) -> None:
    """A placement since a day that the manager confirmed."""
    deps = here.bot.deps
    draft = PlacementDraft(
        draft=deps.ids(), cluster="engineering", second_cluster=None, level=level, since=since
    )
    await propose_placement(deps, await person(here, who), draft)
    async with deps.read() as workspace:
        proposal = await find_proposal(workspace, who)
    assert proposal is not None
    await decide_proposal(deps, await person(here, by), proposal.id, agrees=True)


async def test_a_new_manager_is_an_occasion_for_both(here: World) -> None:
    """Who changes manager, and a manager of longer standing, are asked what a change asks for."""
    await managed(here, report=BEN, by=CLEO)
    await managed(here, report=DEV, by=ANA)
    here.clock.move(days=49)
    await managed(here, report=BEN, by=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)

    await here.tick()

    assert f"You and ana {NEW_TIE}." in await why(here, BEN)
    assert f"You and ben {NEW_TIE}." in await why(here, ANA)


async def test_a_manager_hears_nothing_of_the_one_before(here: World) -> None:
    """That a report had another manager before is the report's to know: it shapes nothing for the new one."""
    await managed(here, report=BEN, by=CLEO)
    here.clock.move(days=49)
    await managed(here, report=BEN, by=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)

    await here.tick()

    assert NEW_TIE in await why(here, BEN)
    assert NEW_TIE not in await why(here, ANA)


async def test_where_a_company_begins_no_manager_is_new(here: World) -> None:
    """A first 1:1 of two who have just said who manages whom is a first 1:1 and nothing else."""
    await managed(here, report=BEN, by=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)

    await here.tick()

    assert NEW_TIE not in await why(here, ANA) + await why(here, BEN)


async def test_another_lane_is_told_to_those_who_read_it(here: World) -> None:
    """A report who leads people now is asked about it, and so is their manager; a peer of theirs is not."""
    await managed(here, report=BEN, by=ANA)
    await placed(here, BEN, "e2")
    await moved(here, BEN, by=ANA, level="m1", since=date(2026, 6, 15))
    await agreed(here, kind=PairKind.MANAGER)
    await agreed(here, CLEO, BEN)
    here.clock.move(hours=4)

    await here.tick()

    with_peer, with_manager = sorted(await prompts_of(here, BEN), key=lambda one: "1:1 with ana" in one.words)
    await here.people.press(BEN, with_manager, "Why these?")
    page = await here.people.view(BEN)
    assert "1:1 with cleo" in with_peer.words
    assert page is not None
    assert "You are on another path than six weeks ago." in page.words
    assert "ben is on another path than six weeks ago." in await why(here, ANA)
    assert "path" not in await why(here, CLEO)


async def test_a_new_version_is_an_occasion_where_it_counts(here: World) -> None:
    """After a framework changed, those of its kind of work are asked about it, and nobody else."""
    await managed(here, report=BEN, by=CLEO)
    await managed(here, report=ANA, by=CLEO)
    await placed(here, BEN, "e2")
    await placed(here, ANA, None, cluster="starter")
    await agreed(here)
    deps = here.bot.deps
    here.clock.move(hours=4, days=42)
    async with deps.read() as workspace:
        framework = await find_published(workspace, deps, "engineering")
    assert framework is not None
    await publish_framework(deps, replace(framework, version="2"), None)

    await weeks(here, 1)

    assert "What your kind of work asks for changed" in await why(here, BEN)
    assert "asks for changed" not in await why(here, ANA)


async def test_the_first_of_a_quarter_is_a_growth_talk(here: World) -> None:
    """The first 1:1 of a quarter begins with growth, and the one after it is like any other."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    await weeks(here, 2)  # Tuesday 30 June, for Wednesday 1 July
    first = await why(here, ANA)

    await weeks(here, 1)

    assert "It is your first 1:1 of the quarter." in first
    assert "of the quarter" not in await why(here, ANA)


async def test_quiet_is_what_the_reader_finds_quiet(here: World) -> None:
    """What a report keeps private leaves it quiet for the manager alone; once shared, for nobody."""
    await managed(here, report=BEN, by=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)
    await here.tick()
    await weeks(here, 6)
    await noted(here, BEN, "Mended the export")
    await weeks(here, 1)
    private = {who: NO_NOTE in await why(here, who) for who in (ANA, BEN)}
    async with here.bot.deps.write() as workspace:
        (piece,) = await notes_of(here, BEN)
        await share_evidence(workspace, piece.id, [as_manager(ANA)])

    await weeks(here, 3)

    assert private == {ANA: True, BEN: False}
    assert NO_NOTE not in await why(here, ANA)


async def test_quiet_is_no_refrain(here: World) -> None:
    """Who writes nothing for long is asked about it now and then, in plain words, and never twice running."""
    await agreed(here)
    here.clock.move(hours=4)
    await here.tick()
    await weeks(here, 6)
    said = []
    for _ in range(5):
        await weeks(here, 1)
        said.append(
            "There is no note of yours from the last six weeks. That happens." in await why(here, BEN)
        )

    assert said[:3] == [True, False, False]
    assert said[3:].count(True) == 1


async def test_the_next_level_is_kept_in_sight(here: World) -> None:
    """Where enough is recorded, prompts on signs of the next level come up, for the manager too."""
    await managed(here, report=BEN, by=ANA)
    await placed(here, BEN, "e2")
    await recorded_twice(here, BEN, to=ANA)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)
    await here.tick()
    said = {ANA: "", BEN: ""}
    for _ in range(6):
        await weeks(here, 1)
        said = {who: words + await why(here, who) for who, words in said.items()}

    assert "A next level for you looks for " in said[BEN]
    assert "A next level for ben looks for " in said[ANA]


async def aimed(here: World, *, shared: bool) -> None:
    """Ben has a goal on a skill, near its day; he shares it with Ana or keeps it to himself."""
    await here.people.command(BEN, "/growth plan Run a workshop")
    reach = {"reach": "shared"} if shared else {}
    due = (here.clock.moment + timedelta(days=10)).date().isoformat()
    answers = {"sign": "Two others can", "due": due, "skill": "Feedback and coaching", **reach}
    done = await here.people.submit(BEN, answers)
    assert not done.errors


@pytest.mark.parametrize("shared", [False, True])
async def test_a_goal_shapes_what_they_are_asked_who_may_read_it(here: World, shared: bool) -> None:
    """Its owner is asked because of it; their manager only where it is shared."""
    await managed(here, report=BEN, by=ANA)
    await placed(here, BEN, "e2")
    await aimed(here, shared=shared)
    await agreed(here, kind=PairKind.MANAGER)
    here.clock.move(hours=4)
    await here.tick()
    bens, anas = await why(here, BEN), await why(here, ANA)

    assert "A goal of yours is near its day." in bens
    assert ("shared with you is near its day." in anas) == shared


async def test_open_promises_lead_to_a_prompt_for_both(here: World) -> None:
    """What the two promised and did not answer is something to ask either about."""
    await agreed(here)
    await here.people.command(BEN, "/growth 1on1 @ana")
    await here.people.press(BEN, None, talk_words.PROMISE)
    await here.people.submit(BEN, {"text": "Introduce you to the data team"})
    here.clock.move(hours=4)
    await here.tick()

    for who in (ANA, BEN):
        assert "You two promised each other something that is still open." in await why(here, who)
