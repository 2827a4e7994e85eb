"""Whoever leaves, and contractors, through Slack's protocol."""

from bot.usecases.rights import see_own
from bot.usecases.viewers import manager_of
from bot.words import me as me_words
from bot.words.names import COLLEAGUE
from bot.words.rights import document
from storage.choices import PersonKind
from storage.people import set_kind
from tests.bot.journeys.kept import noted, recorded_twice, shown
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, World

NOTE = "Wrote the runbook with cleo, and cleopatra liked it"


async def hired(here: World, who: str) -> None:
    """Somebody takes part as a contractor from now on."""
    async with here.bot.deps.write() as workspace:
        await set_kind(workspace, who, PersonKind.CONTRACTOR)


async def test_who_left_takes_their_notes_without_others_names(here: World) -> None:
    """An export made after somebody left names no colleague, neither beside a note nor inside it."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, NOTE)
    await here.people.command(CLEO, "/growth kudos @ben Steady hands")
    await here.people.submit(CLEO)
    before = document(await see_own(here.bot.deps, await person(here, BEN)))

    await here.people.update_user(BEN, deleted=True)

    export = await see_own(here.bot.deps, await person(here, BEN))
    after = document(export)
    assert "from: cleo" in before
    assert f"Wrote the runbook with {COLLEAGUE}, and cleopatra liked it" in after
    assert "Steady hands" in after
    assert f"from: {COLLEAGUE}" in after
    assert CLEO not in repr(export.tables)
    assert set(export.people) == {BEN}


async def test_a_manager_who_left_manages_nobody(here: World) -> None:
    """Their reports have no manager from that moment on, and may say who it is now."""
    await managed(here, BEN, by=ANA)

    await here.people.update_user(ANA, deleted=True)

    async with here.bot.deps.read() as workspace:
        assert await manager_of(workspace, BEN) is None


async def test_coming_back_brings_nothing_back_by_itself(here: World) -> None:
    """Who returns takes part at once, owns what they wrote, and manages whoever agrees anew."""
    await managed(here, BEN, by=ANA)
    await here.people.update_user(ANA, deleted=True)
    await here.people.update_user(ANA, deleted=False)

    note = await noted(here, ANA, NOTE)
    await managed(here, BEN, by=ANA)

    async with here.bot.deps.read() as workspace:
        assert await manager_of(workspace, BEN) == ANA
    assert note.text == NOTE


async def test_a_contractor_has_neither_level_nor_standing(here: World) -> None:
    """Their page, their summary and their manager's say no level and no next one, whatever was before."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await recorded_twice(here, BEN, ANA)
    await hired(here, BEN)
    pages = []
    for who, line in ((BEN, "me"), (BEN, "summary"), (ANA, "summary @ben"), (BEN, "framework")):
        await here.people.command(who, f"/growth {line}")
        pages.append((await shown(here, who)).words)

    mine, own, joint, _ = pages
    for said in (mine, own, joint):
        assert "Engineering" in said
        assert "Senior engineer" not in said
        assert "level" not in said.replace(me_words.FRAMEWORK, "").lower()
    await here.people.open_home(BEN)
    await here.deliver()
    home = await here.people.home(BEN)
    assert home is not None
    assert "Engineering, Engineer" not in home.words


async def test_a_contractor_says_their_kind_of_work_alone(here: World) -> None:
    """The form asks for no level, and is taken without one."""
    await hired(here, BEN)
    await here.people.command(BEN, "/growth me")
    await here.people.press(BEN, None, me_words.PLACE)
    await here.people.choose(BEN, "cluster", "Engineering")
    form = await shown(here, BEN)

    done = await here.people.submit(BEN)

    assert not any(field.block_id.startswith("level") for field in form.fields)
    assert not done.errors


async def test_there_is_no_check_of_a_contractor(here: World) -> None:
    """Neither side is asked to mark what a level expects."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await hired(here, BEN)

    for who, line in ((BEN, "check"), (ANA, "check @ben")):
        reply = await here.people.command(who, f"/growth {line}")
        assert "as a contractor" in str(reply.body)
