"""Writing down what a manager saw, and answering it, through Slack's protocol."""

from datetime import date

import pytest

from storage.choices import EvidenceSource
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, notes_of, open_evidence, send_changed, shown, the_note_of
from tests.bot.journeys.observed import SEEN, answered, observed, sent, tie, untied
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World, world

KEEP, CHANGE = "Something to keep doing", "Something to do differently"
DESIGN = "engineering/design"


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer."""
    await tie(here)
    return here


async def test_what_was_typed_stands_in_the_form(tied: World) -> None:
    """The report is chosen, the words are in the box, the day is today, and the receipt says who reads it."""
    await tied.people.command(ANA, f"/growth observe @ben {SEEN}")

    form = await shown(tied, ANA)
    assert form.values["report"]["observation_report"]["selected_option"]["value"] == BEN
    assert form.values["text"]["observation_text"]["value"] == SEEN
    assert form.values["day"]["observation_day"]["selected_date"] == "2026-06-16"
    assert "Who can read this: you and ben, from the moment you send it." in form.words
    assert "ben can answer. ben may show it to a later manager." in form.words


async def test_an_observation_is_kept_as_it_was_seen(tied: World) -> None:
    """It is the report's, in the manager's words, who is its witness and its one reader."""
    await tied.people.command(ANA, f"/growth observe @ben {SEEN}")
    await tied.people.choose(ANA, "skills", ["Technical design"])
    await tied.people.submit(ANA, {"kind": CHANGE, "day": "2026-06-12"})

    piece = await the_note_of(tied, BEN)
    assert (piece.source, piece.owner_id, piece.author_id) == (EvidenceSource.OBSERVATION, BEN, ANA)
    assert (piece.text, piece.is_favourable, piece.happened_on) == (SEEN, False, date(2026, 6, 12))
    assert [one.person_id for one in piece.witnesses] == [ANA]
    assert [one.person_id for one in piece.readers] == [ANA]
    assert [one.competency for one in piece.marks] == [DESIGN]


async def test_the_report_is_told_at_once_without_the_words(tied: World) -> None:
    """In the evening too: a message with the manager's name and a button, none of what was written."""
    tied.clock.move(hours=13)

    await sent(tied)

    said = (await tied.people.dms(BEN))[-1]
    assert "ana wrote down something they saw you do." in said.words
    assert SEEN not in str(said)
    assert "Read it and answer" in said.buttons


async def test_who_trellis_is_off_for_is_told_as_well(sqlite_address: str) -> None:
    """Nobody is observed without being able to read it at the same moment."""
    async with world(sqlite_address, rolled_out=False) as here:
        await managed(here, BEN, by=ANA)

        await observed(here, BEN, ANA)
        await here.deliver()

        assert "ana wrote down" in (await here.people.dms(BEN))[-1].words


async def test_the_report_reads_it_and_answers(tied: World) -> None:
    """The button opens the words with who can read them and a box; the answer is kept with its date."""
    await sent(tied, kind=CHANGE)
    await tied.people.press(BEN, (await tied.people.dms(BEN))[-1], "Read it and answer")
    page = await shown(tied, BEN)

    done = await tied.people.submit(BEN, {"reply": "Dev took the notes"})

    after, piece = await shown(tied, BEN), await the_note_of(tied, BEN)
    assert SEEN in page.words
    assert f"16 June 2026. {CHANGE}." in page.words
    assert "Who can read this: you and ana." in page.words
    assert not done.errors
    assert "You answered on 16 June 2026" in after.words
    assert "Dev took the notes" in after.words
    assert "reply" not in {field.block_id for field in after.fields}
    assert (piece.reply, piece.replied_at) == ("Dev took the notes", tied.clock())


async def test_an_answer_is_given_once(tied: World) -> None:
    """A second answer is refused at its field, with its words kept, and the first stands."""
    piece = await observed(tied, BEN, ANA)
    await open_evidence(tied, BEN, piece.id)
    await answered(tied, piece, "Dev took the notes")

    done = await tied.people.submit(BEN, {"reply": "It was easy"})

    assert "an answer is given once" in done.errors["reply"]
    assert (await the_note_of(tied, BEN)).reply == "Dev took the notes"


async def test_only_who_has_reports_is_offered_it(tied: World) -> None:
    """The button on Home opens the form with an only report chosen; who manages nobody has no button."""
    home = await home_of(tied, ANA)

    await tied.people.press(ANA, home, "Write what I saw")

    assert "Who can read this: you and ben" in (await shown(tied, ANA)).words
    assert "Write what I saw" not in (await home_of(tied, BEN)).buttons


async def test_who_manages_nobody_is_told_so(here: World) -> None:
    """The word is answered with what it is for; so is a button on a Home of before."""
    await managed(here, BEN, by=ANA)
    home = await home_of(here, ANA)
    await untied(here)

    said = await here.people.command(ANA, f"/growth observe @ben {SEEN}")
    await here.people.press(ANA, home, "Write what I saw")

    assert "nobody reports to you here" in said.text
    assert "nobody reports to you here" in (await shown(here, ANA)).words


@pytest.mark.parametrize("named", ["cleo", "dev"])
async def test_another_than_ones_reports_is_not_chosen(tied: World, named: str) -> None:
    """Whoever else is named, managed by somebody or not: the same answer, and the words stay in the box."""
    await managed(tied, CLEO, by=BEN)

    await tied.people.command(ANA, f"/growth observe @{named} {SEEN}")

    form = await shown(tied, ANA)
    assert "The person you named does not report to you here" in form.words
    assert form.values["report"]["observation_report"]["selected_option"] is None
    assert form.values["text"]["observation_text"]["value"] == SEEN


@pytest.mark.parametrize("other", [CLEO, DEV, ANA, "U0NONE"])
async def test_another_than_ones_reports_is_refused_at_the_field(tied: World, other: str) -> None:
    """A form that comes back with somebody else: the same sentence whoever they are, and nothing is kept."""
    await managed(tied, CLEO, by=BEN)
    await sent(tied)

    chosen = {"report": {"selected_option": {"value": other}}}
    refused = await send_changed(tied, await last_of(tied, "view_submission"), chosen)

    assert (refused.body or {})["errors"] == {
        "report": "This person does not report to you here, so nothing was sent. Choose somebody who does."
    }
    assert [len(await notes_of(tied, one)) for one in (BEN, CLEO, DEV)] == [1, 0, 0]


async def test_a_manager_who_changed_meanwhile_sends_nothing(tied: World) -> None:
    """Between opening and sending somebody else became the manager: it is said, the words stay, no more."""
    await managed(tied, DEV, by=ANA)
    await tied.people.command(ANA, f"/growth observe @ben {SEEN}")
    await managed(tied, BEN, by=CLEO)

    done = await tied.people.submit(ANA, {"kind": KEEP})

    form = await shown(tied, ANA)
    assert "does not report to you here, so nothing was sent" in done.errors["report"]
    assert form.values["text"]["observation_text"]["value"] == SEEN
    assert await notes_of(tied, BEN) == ()


async def test_the_kind_is_chosen(tied: World) -> None:
    """Nothing is for or against by itself: the choice is asked for at its place."""
    await sent(tied)

    refused = await send_changed(
        tied, await last_of(tied, "view_submission"), {"kind": {"selected_option": None}}
    )

    assert (refused.body or {})["errors"] == {"kind": "Choose one of these."}


async def test_another_report_has_other_skills(tied: World) -> None:
    """Choosing somebody else keeps the words, and offers what their kind of work has."""
    await managed(tied, CLEO, by=ANA)
    await placed(tied, CLEO, None, "starter")
    await tied.people.command(ANA, f"/growth observe @ben {SEEN}")
    await tied.people.choose(ANA, "skills", ["Technical design"])
    await tied.people.choose(ANA, "report", "cleo")
    await tied.people.choose(ANA, "skills~1", ["Planning and delivery"])

    done = await tied.people.submit(ANA, {"kind": KEEP})

    piece = await the_note_of(tied, CLEO)
    assert not done.errors
    assert (piece.text, [one.competency for one in piece.marks]) == (SEEN, ["shared/delivery"])


async def test_a_report_without_a_framework_is_observed_all_the_same(here: World) -> None:
    """Without skills to choose from the form says so, and what was seen is kept."""
    await managed(here, BEN, by=ANA)

    await here.people.command(ANA, f"/growth observe @ben {SEEN}")
    form = await shown(here, ANA)
    await here.people.submit(ANA, {"kind": KEEP})

    assert "There are no skills to choose from for ben yet." in form.words
    assert (await the_note_of(here, BEN)).text == SEEN


async def test_who_left_is_no_report(tied: World) -> None:
    """Nobody writes about somebody who cannot read it."""
    await managed(tied, CLEO, by=ANA)
    await tied.people.command(ANA, f"/growth observe @ben {SEEN}")
    await tied.people.deactivate(BEN)

    done = await tied.people.submit(ANA, {"kind": KEEP})

    await tied.people.command(ANA, "/growth observe")
    offered = str((await shown(tied, ANA)).blocks)
    assert "does not report to you here" in done.errors["report"]
    assert f"'value': '{CLEO}'" in offered
    assert f"'value': '{BEN}'" not in offered
    assert await notes_of(tied, BEN) == ()


async def test_what_the_form_does_not_hold_is_said(tied: World) -> None:
    """More than fits is cut, and both the form's owner and the caller read so."""
    said = await tied.people.command(ANA, f"/growth observe @ben {'a' * 4000}")

    assert "You typed 4,000 characters" in said.text
