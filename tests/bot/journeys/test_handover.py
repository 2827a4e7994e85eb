"""A new manager, and what they may read of what was shared before; through Slack's protocol."""

from bot.words import handover as words
from bot.words import notes as note_words
from bot.words import readers as reader_words
from storage.choices import Shown
from tests.bot.journeys.kept import noted, open_evidence, shown
from tests.bot.journeys.observed import SEEN, observed
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World

FIRST, SECOND = "Untied the ferry timetable", "Calmed the harbour office"
SHARED = note_words.shared("ana")


async def changed(here: World) -> tuple[str, str]:
    """Ben shared two notes with Ana, and Cleo is his manager now; the ids of the notes."""
    await managed(here, BEN, by=ANA)
    notes = [await noted(here, BEN, text, reach=SHARED) for text in (FIRST, SECOND)]
    await managed(here, BEN, by=CLEO)
    await here.deliver()
    return notes[0].id, notes[1].id


async def read(here: World, who: str, evidence_id: str) -> str:
    """What somebody sees who opens a note."""
    opened = await open_evidence(here, who, evidence_id)
    return opened.view.words if opened.view else ""


def option(here: World, text: str, *, is_observed: bool = False) -> str:
    """What stands in the list."""
    return reader_words.before(Shown.NOTE, here.clock().date(), text, is_observed=is_observed)


async def test_nothing_moves_until_it_is_chosen(here: World) -> None:
    """The one before reads nothing any more, the new one nothing yet, and the message holds no words."""
    first, second = await changed(here)

    said = (await here.people.dms(BEN))[-1]

    assert "cleo is your manager now. You choose what they may read" in said.words
    assert FIRST not in said.words
    for who in (ANA, CLEO):
        for note in (first, second):
            assert "not yours to open" in await read(here, who, note)


async def test_what_is_chosen_is_shared_and_nothing_else(here: World) -> None:
    """Nothing is chosen beforehand; one is, and the new manager reads that one."""
    first, second = await changed(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], words.OPEN)
    form = await shown(here, BEN)

    none = await here.people.submit(BEN)
    done = await here.people.submit(BEN, {"before": [option(here, FIRST)]})

    assert "Who can read what you choose: you, and cleo" in form.words
    assert none.errors
    assert not done.errors
    assert FIRST in await read(here, CLEO, first)
    assert "not yours to open" in await read(here, CLEO, second)
    assert "not yours to open" in await read(here, ANA, first)


async def test_it_can_be_done_later(here: World) -> None:
    """The page of who can read what leads to the form, as long as something is left behind."""
    await changed(here)
    await here.people.command(BEN, "/growth privacy")
    before = (await shown(here, BEN)).words
    await here.people.press(BEN, None, words.OPEN)
    await here.people.submit(BEN, {"before": [option(here, FIRST), option(here, SECOND)]})

    await here.people.command(BEN, "/growth privacy")

    assert words.offered("cleo") in before
    assert words.offered("cleo") not in (await shown(here, BEN)).words


async def test_what_a_manager_saw_moves_as_its_report_chooses(here: World) -> None:
    """An observation of the former manager is read by the next only once its report chose it."""
    await managed(here, BEN, by=ANA)
    piece = await observed(here, BEN, ANA)
    await managed(here, BEN, by=CLEO)
    before = await read(here, CLEO, piece.id)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], words.OPEN)

    await here.people.submit(BEN, {"before": [option(here, SEEN, is_observed=True)]})

    assert "not yours to open" in before
    assert SEEN in await read(here, CLEO, piece.id)


async def test_a_plan_moves_as_its_owner_chooses(here: World) -> None:
    """A goal that the former manager could read is the new one's once it is chosen."""
    await managed(here, BEN, by=ANA)
    await here.people.command(BEN, f"/growth plan {FIRST}")
    await here.people.submit(BEN, {"sign": "It sails on time", "due": "2026-09-01", "reach": SHARED})
    await managed(here, BEN, by=CLEO)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], words.OPEN)
    goal = reader_words.before(Shown.GOAL, here.clock().date(), FIRST)
    await here.people.submit(BEN, {"before": [goal]})

    await here.people.command(CLEO, "/growth plan @ben")

    assert FIRST in (await shown(here, CLEO)).words


async def test_a_manager_who_changed_again_gets_nothing(here: World) -> None:
    """The form named one manager: where another is it by then, nothing is shared, and it says so."""
    first, _ = await changed(here)
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], words.OPEN)
    await managed(here, BEN, by=DEV)

    await here.people.submit(BEN, {"before": [option(here, FIRST)]})

    assert words.changed() in (await shown(here, BEN)).words
    for who in (CLEO, DEV):
        assert "not yours to open" in await read(here, who, first)


async def test_nobody_is_asked_where_nothing_was_shared(here: World) -> None:
    """Without anything shared before there is no message and no line."""
    await managed(here, BEN, by=ANA)
    await noted(here, BEN, FIRST)
    await managed(here, BEN, by=CLEO)
    await here.deliver()
    await here.people.command(BEN, "/growth privacy")

    assert not any(words.OPEN in one.buttons for one in await here.people.dms(BEN))
    assert words.OPEN not in (await shown(here, BEN)).buttons


async def test_a_check_that_one_had_marked_goes(here: World) -> None:
    """A check with the former manager that both have not handed in is gone, with all its marks."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.people.command(BEN, "/growth check")
    for place in range(len((await shown(here, BEN)).fields) - 1):
        await here.people.choose(BEN, f"mark:{place}", "Seen")
    await here.people.submit(BEN)

    await managed(here, BEN, by=CLEO)

    async with here.bot.deps.read() as workspace:
        for table in ("checks", "check_marks", "check_sides", "check_words"):
            left = await workspace.session.exec_driver_sql(f"SELECT count(*) FROM {table}")  # noqa: S608  # ours
            assert left.scalar() == 0
