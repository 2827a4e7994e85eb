"""What a manager saw: written, read at once and answered, through Slack's protocol."""

from datetime import date

import pytest

from bot.usecases.management import end_tie
from playground.seen import View
from storage.deliveries import deliveries_in
from storage.evidence import openings_of
from storage.management import managers_of
from storage.records import Consent, DeliveryState, EvidenceSource, Opening
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, notes_of, open_evidence, send_changed, shown, the_note_of
from tests.bot.journeys.observed import SEEN, answered, observed
from tests.bot.journeys.ties import managed, person, placed
from tests.world import ANA, BEN, CLEO, DEV, World, world

KEEP, CHANGE = "Something to keep doing", "Something to do differently"
DESIGN = "engineering/design"


@pytest.fixture
async def tied(here: World) -> World:
    """Ana manages Ben, who is an engineer."""
    await managed(here, BEN, by=ANA)
    await placed(here, BEN, "e2")
    await here.deliver()
    return here


async def sent(here: World, text: str = SEEN, kind: str = KEEP) -> None:
    """Ana writes down what she saw Ben do, in the form."""
    await here.people.command(ANA, f"/growth observe @ben {text}")
    done = await here.people.submit(ANA, {"kind": kind})
    assert not done.errors
    await here.deliver()


async def openings(here: World) -> tuple[Opening, ...]:
    """Who opened things of Ben's."""
    async with here.bot.deps.read() as workspace:
        return await openings_of(workspace, BEN, since=date(2026, 1, 1))


async def is_refused(here: World, who: str, evidence_id: str) -> bool:
    """Whether somebody is told that there is nothing for them."""
    await open_evidence(here, who, evidence_id)
    page = await shown(here, who)
    return "not here, or not yours" in page.words and SEEN not in page.words


async def untied(here: World) -> None:
    """Ben says that nobody is his manager."""
    async with here.bot.deps.read() as workspace:
        (tie,) = await managers_of(workspace, BEN, Consent.CONFIRMED)
    await end_tie(here.bot.deps, await person(here, BEN), tie.id)


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


async def test_the_author_is_told_of_the_answer_and_reads_it(tied: World) -> None:
    """One message without its words, and a button that opens both; the report can see who opened it."""
    await answered(tied, await observed(tied, BEN, ANA), "Dev took the notes")
    await tied.deliver()
    said = (await tied.people.dms(ANA))[-1]

    await tied.people.press(ANA, said, "Read the answer")

    page = await shown(tied, ANA)
    assert "ben answered what you wrote down." in said.words
    assert "Dev took the notes" not in str(said)
    assert "You wrote down something you saw ben do." in page.words
    assert "ben answered on 16 June 2026" in page.words
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert [(one.reader_id, one.kind) for one in await openings(tied)] == [(ANA, "observation")]


async def test_an_answer_is_given_once(tied: World) -> None:
    """A second answer is refused at its field, with its words kept, and the first stands."""
    piece = await observed(tied, BEN, ANA)
    await open_evidence(tied, BEN, piece.id)
    await answered(tied, piece, "Dev took the notes")

    done = await tied.people.submit(BEN, {"reply": "It was easy"})

    assert "an answer is given once" in done.errors["reply"]
    assert (await the_note_of(tied, BEN)).reply == "Dev took the notes"


async def test_an_observation_waits_at_home_until_it_is_read(tied: World) -> None:
    """Home says who wrote something down; reading it there is enough, and reading it is nobody's to see."""
    await observed(tied, BEN, ANA)
    home = await home_of(tied, BEN)

    await tied.people.press(BEN, home, "Read")
    await tied.deliver()

    page, after = await shown(tied, BEN), await tied.people.home(BEN)
    assert "ana wrote down something they saw you do." in home.words
    assert SEEN not in home.words
    assert SEEN in page.words
    assert after is not None
    assert "Nothing waits for you." in after.words
    assert "in the words of ana" in after.words
    assert await openings(tied) == ()


async def test_a_first_note_is_still_the_next_step(tied: World) -> None:
    """What others wrote of somebody is no note that they wrote, read or unread."""
    piece = await observed(tied, BEN, ANA)
    assert "A good next step: write down one thing" in (await home_of(tied, BEN)).words

    await open_evidence(tied, BEN, piece.id)

    assert "A good next step: write down one thing" in (await home_of(tied, BEN)).words


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


async def test_nobody_else_reads_it(tied: World) -> None:
    """A colleague, and the manager's own manager, are answered as if there were nothing."""
    await managed(tied, ANA, by=DEV)
    piece = await observed(tied, BEN, ANA)

    assert await is_refused(tied, CLEO, piece.id)
    assert await is_refused(tied, DEV, piece.id)
    assert await openings(tied) == ()


async def test_an_author_reads_their_own_words_for_good(tied: World) -> None:
    """Who manages the report no longer reads what they wrote and the answer, and not who else may."""
    piece = await observed(tied, BEN, ANA)
    await managed(tied, BEN, by=CLEO)
    await answered(tied, piece, "Dev took the notes")
    await open_evidence(tied, BEN, piece.id)
    await tied.people.press(BEN, None, "Share with cleo")

    await open_evidence(tied, ANA, piece.id)

    page = await shown(tied, ANA)
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert "You no longer manage ben here." in page.words
    assert "cleo" not in page.words


async def test_a_later_manager_reads_it_if_the_report_shares(tied: World) -> None:
    """Not before, and with the answer beside it after; nobody can share it but the report."""
    piece = await observed(tied, BEN, ANA)
    await answered(tied, piece, "Dev took the notes")
    await managed(tied, BEN, by=CLEO)
    assert await is_refused(tied, CLEO, piece.id)
    await open_evidence(tied, BEN, piece.id)

    await tied.people.press(BEN, None, "Share with cleo")

    await open_evidence(tied, CLEO, piece.id)
    page, own = await shown(tied, CLEO), await shown(tied, BEN)
    assert {SEEN, "Dev took the notes"} <= set(page.words.split("\n"))
    assert "ana wrote down something they saw ben do." in page.words
    assert "Who can read this: ben, ana and you." in page.words
    assert "Who can read this: you, ana and cleo." in own.words


async def sources(here: World, who: str, said: str) -> View:
    """The page behind the line of a summary that says something."""
    summary = await shown(here, who)
    block = next(one for one in summary.blocks if said in str(one) and "accessory" in one)
    await here.people.press(who, summary, "summary_sources", block=str(block["block_id"]))
    return await shown(here, who)


async def test_it_counts_at_once_in_the_joint_summary(tied: World) -> None:
    """Both read it as its author's word, one against as not yet, with the answer beside it."""
    against = f"behaviour {DESIGN} parts-built-apart"
    piece = await observed(tied, BEN, ANA, is_favourable=False, skills=(DESIGN,), showed=(against,))
    await answered(tied, piece, "Dev took the notes")

    await tied.people.command(ANA, "/growth summary @ben")
    await tied.deliver()
    page = await sources(tied, ANA, "not yet, in ana’s words of 16 June 2026")
    await tied.people.press(BEN, (await tied.people.dms(BEN))[-1], "Open it")
    own = await sources(tied, BEN, "not yet, in ana’s words of 16 June 2026")

    for words in (page.words, own.words):
        assert {SEEN, "Dev took the notes"} <= set(words.split("\n"))
        assert f"16 June 2026, in the words of ana. {CHANGE}." in words
    assert "ben answered on 16 June 2026" in page.words
    assert "You answered on 16 June 2026" in own.words


async def test_it_counts_in_ones_own_summary(tied: World) -> None:
    """The report's own summary rests on it too, and reading it there is reading it."""
    await observed(tied, BEN, ANA, skills=(DESIGN,))

    await tied.people.command(BEN, "/growth summary")
    page = await sources(tied, BEN, "Technical design: 1 note")

    assert SEEN in page.words
    assert "Nothing waits for you." in (await home_of(tied, BEN)).words


async def test_a_later_managers_summary_is_made_without_it(tied: World) -> None:
    """What was not shared with the manager of now counts nowhere that they read."""
    await observed(tied, BEN, ANA, skills=(DESIGN,))
    await managed(tied, BEN, by=CLEO)

    await tied.people.command(CLEO, "/growth summary @ben")

    assert "Technical design: 1 note" not in (await shown(tied, CLEO)).words


async def test_an_opening_stands_on_the_page_of_who_can_read_what(tied: World) -> None:
    """Whoever else opens it is named to whom it is about."""
    piece = await observed(tied, BEN, ANA)
    await open_evidence(tied, ANA, piece.id)

    await tied.people.command(BEN, "/growth privacy")

    assert "ana opened what a manager wrote down about you: 16 June 2026." in (await shown(tied, BEN)).words


async def test_an_observation_of_unknown_fate_waits_at_home_alone(tied: World) -> None:
    """A message that may be lost is no second line: what it was about stands there already."""
    await tied.people.fault("chat.postMessage", "cut")
    await sent(tied)

    home = await home_of(tied, BEN)

    async with tied.bot.deps.read() as workspace:
        assert len(await deliveries_in(workspace, [DeliveryState.UNKNOWN])) == 1
    assert "Slack cannot tell us" not in home.words
    assert "ana wrote down something" in home.words


async def test_an_answer_of_unknown_fate_is_read_from_home(tied: World) -> None:
    """The author finds the answer at Home where its message may be lost, and opening it settles that."""
    piece = await observed(tied, BEN, ANA)
    await tied.deliver()
    await tied.people.fault("chat.postMessage", "cut")
    await answered(tied, piece, "Dev took the notes")
    await tied.deliver()
    home = await home_of(tied, ANA)

    await tied.people.press(ANA, home, "Look")
    await tied.deliver()

    after = await tied.people.home(ANA)
    assert "an answer to what you wrote down" in home.words
    assert "Dev took the notes" in (await shown(tied, ANA)).words
    assert after is not None
    assert "Nothing waits for you." in after.words


async def test_a_day_ahead_where_the_report_lives_counts_today(here: World) -> None:
    """A manager a day ahead writes of their today, and the report's summary of today has it."""
    await here.people.update_user(ANA, tz="Pacific/Auckland")
    await here.people.update_user(BEN, tz="Europe/Lisbon")
    await managed(here, BEN, by=ANA)
    here.clock.move(hours=4)

    piece = await observed(here, BEN, ANA, on=date(2026, 6, 17))

    assert piece.happened_on == date(2026, 6, 16)


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
