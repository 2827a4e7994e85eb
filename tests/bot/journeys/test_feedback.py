"""Feedback for a colleague: written, read, answered, shared and kept, through Slack's protocol."""

import pytest

from bot.words import feedback as words
from storage.choices import EvidenceSource
from storage.feedback import feedback_received
from storage.records import Feedback, Sight
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import last_of, notes_of, send_changed, shown
from tests.bot.journeys.ties import managed, placed
from tests.world import ANA, BEN, CLEO, DEV, World, world

SEEN = "In Tuesday's demo you took every question"
GOOD, BETTER = "Taking questions as they come", "Naming the next step at the end"


async def received(here: World, who: str) -> tuple[Feedback, ...]:
    """All feedback that somebody received."""
    own = Sight(viewer_id=who, subject_id=who, is_subject=True, readings=frozenset(), sees_public=False)
    async with here.bot.deps.read() as workspace:
        return await feedback_received(workspace, own, since=here.clock.moment.replace(year=2020))


async def sent(here: World, by: str = ANA, to: str = "ben", **said: object) -> None:
    """Feedback that was written in its form, and told of."""
    await here.people.command(by, f"/growth feedback @{to} {SEEN}")
    done = await here.people.submit(by, said or {"carry_on": GOOD, "try_next": BETTER})
    assert not done.errors
    await here.deliver()


async def opened(here: World, who: str = BEN) -> None:
    """The page of the feedback that somebody was told of last."""
    await here.people.press(who, (await here.people.dms(who))[-1], words.OPEN)


async def test_the_receiver_is_told_at_once_without_the_words(here: World) -> None:
    """A message with a name and a button, in the evening too; all that was written opens in a modal."""
    here.clock.move(hours=11)

    await sent(here)
    said = (await here.people.dms(BEN))[-1]
    await opened(here)

    page = (await shown(here, BEN)).words
    assert "ana has feedback for you." in said.words
    assert not any(text in str(said) for text in (SEEN, GOOD, BETTER))
    assert all(text in page for text in (SEEN, GOOD, BETTER))


async def test_the_receipt_names_who_can_read_it(here: World) -> None:
    """It stands in the form before anything is sent, with the manager to whom it may be shown."""
    await managed(here, BEN, by=CLEO)

    await here.people.command(ANA, f"/growth feedback @ben {SEEN}")
    before = (await shown(here, ANA)).words
    await here.people.choose(ANA, "manager", ["cleo may read it too"])

    assert "Who can read this: ben and you. ben may show it to their manager, now cleo, and to" in before
    assert "you, ben, and cleo for as long as they manage ben" in (await shown(here, ANA)).words


async def test_one_of_the_two_is_enough_and_none_is_refused(here: World) -> None:
    """Without what to continue and what to try there is nothing to say; with one of them there is."""
    await here.people.command(ANA, f"/growth feedback @ben {SEEN}")

    refused = await here.people.submit(ANA, {})
    done = await here.people.submit(ANA, {"try_next": BETTER})

    assert "One of the two is enough" in refused.errors["carry_on"]
    assert not done.errors
    assert [one.try_next for one in await received(here, BEN)] == [BETTER]


async def test_it_goes_to_somebody_else(here: World) -> None:
    """Neither oneself nor a guest can be chosen, and nothing is kept."""
    await here.people.command(ANA, f"/growth feedback @ana {SEEN}")
    to_self = await here.people.submit(ANA, {"carry_on": GOOD})
    await here.people.choose(ANA, "receiver", "guest")
    to_guest = await here.people.submit(ANA, {"carry_on": GOOD})

    assert "somebody else" in to_self.errors["receiver"]
    assert "is a guest here" in to_guest.errors["receiver"]


async def test_the_skills_are_the_receivers(here: World) -> None:
    """Those of their kind of work are offered, and the one that was chosen is kept."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, "e2")
    await here.people.command(ANA, f"/growth feedback @ben {SEEN}")

    await here.people.submit(ANA, {"carry_on": GOOD, "skill": "Technical design"})

    (given,) = await received(here, BEN)
    assert (given.framework, given.competency) == ("engineering", "engineering/design")


async def test_another_receiver_keeps_what_was_typed(here: World) -> None:
    """Choosing somebody else renews skills and receipt, and leaves the boxes."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, "e2")
    await here.people.command(ANA, f"/growth feedback @dev {SEEN}")

    await here.people.choose(ANA, "receiver", "ben")
    done = await here.people.submit(ANA, {"carry_on": GOOD, "skill~1": "Technical design"})

    (given,) = await received(here, BEN)
    assert not done.errors
    assert (given.situation, given.competency) == (SEEN, "engineering/design")


async def test_a_form_sent_twice_is_one(here: World) -> None:
    """The same submission again keeps and sends nothing more."""
    await sent(here)

    await here.people.send(await last_of(here, "view_submission"))
    await here.deliver()

    assert len(await received(here, BEN)) == 1
    assert len(await here.people.dms(BEN)) == 1


async def test_a_manager_who_changed_meanwhile_is_shown_first(here: World) -> None:
    """The receipt no longer holds: the form comes back with the new one and all that was typed."""
    await managed(here, BEN, by=CLEO)
    await here.people.command(ANA, f"/growth feedback @ben {SEEN}")
    await managed(here, BEN, by=DEV)

    await here.people.submit(ANA, {"carry_on": GOOD})
    form = await shown(here, ANA)
    again = await here.people.submit(ANA, {"carry_on": GOOD})

    assert "ben’s manager is now dev." in form.words
    assert not again.errors
    assert len(await received(here, BEN)) == 1


async def test_home_holds_what_was_not_opened(here: World) -> None:
    """Feedback waits on Home until it was read, and is opened from there."""
    await sent(here)
    home = await home_of(here, BEN)

    await here.people.press(BEN, home, "Read")

    assert "ana has feedback for you. You have not opened it yet." in home.words
    assert GOOD in (await shown(here, BEN)).words
    assert "You have not opened it yet" not in (await home_of(here, BEN)).words


async def test_the_receiver_answers_once_and_the_author_reads_it(here: World) -> None:
    """The answer stands beside the words for both; its author is told without a word of it."""
    await sent(here)
    await opened(here)
    await here.people.press(BEN, None, words.REPLY)
    done = await here.people.submit(BEN, {"reply": "Thank you, I will"})
    page = await shown(here, BEN)
    await here.deliver()

    told = (await here.people.dms(ANA))[-1]
    await here.people.press(ANA, told, words.OPEN_REPLY)

    assert not done.errors
    assert "You answered on 16 June 2026" in page.words
    assert words.REPLY not in page.buttons
    assert "ben answered your feedback." in told.words
    assert "Thank you, I will" not in str(told)
    assert "Thank you, I will" in (await shown(here, ANA)).words


async def test_an_answer_is_given_once(here: World) -> None:
    """From a form that stood open meanwhile a second one is refused, and the first stands."""
    await sent(here)
    await opened(here)
    await here.people.press(BEN, None, words.REPLY)
    await here.people.submit(BEN, {"reply": "First"})

    refused = await send_changed(here, await last_of(here, "view_submission"), {"reply": {"value": "Second"}})

    assert "an answer is given once" in str(refused.body)
    assert [one.reply for one in await received(here, BEN)] == ["First"]


async def test_what_to_continue_becomes_a_note_in_two_clicks(here: World) -> None:
    """Read it, keep it: the author's words, with their skill, private, and its author as the witness."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, "e2")
    await sent(here, carry_on=GOOD, skill="Technical design")

    await opened(here)
    await here.people.submit(BEN, {})

    (note,) = await notes_of(here, BEN)
    assert note.source is EvidenceSource.FEEDBACK
    assert note.text == f"{SEEN}\n\n{GOOD}"
    assert (note.author_id, note.is_favourable, note.is_shared) == (ANA, True, False)
    assert [one.person_id for one in note.witnesses] == [ANA]
    assert [one.competency for one in note.marks] == ["engineering/design"]


async def test_of_both_what_to_continue_is_kept_in_two_clicks(here: World) -> None:
    """It is chosen beforehand; what to try is left for a choice of its own."""
    await sent(here)

    await opened(here)
    await here.people.submit(BEN, {})

    assert [note.text for note in await notes_of(here, BEN)] == [f"{SEEN}\n\n{GOOD}"]


async def test_a_try_counts_against_only_where_it_is_accepted(here: World) -> None:
    """Kept without a choice it is refused; chosen, it is a piece against its owner, in its author's words."""
    await sent(here, try_next=BETTER)
    await opened(here)

    refused = await here.people.submit(BEN, {})
    before = await notes_of(here, BEN)
    await here.people.submit(BEN, {"part": "What to try: I accept it"})

    (note,) = await notes_of(here, BEN)
    assert "part" in refused.errors
    assert before == ()
    assert (note.text, note.is_favourable) == (f"{SEEN}\n\n{BETTER}", False)


async def test_each_part_is_kept_by_itself_and_once(here: World) -> None:
    """Of both parts the receiver keeps one, then the other; a form of before changes nothing."""
    await sent(here)
    for part in ("What to continue", "What to try: I accept it"):
        await opened(here)
        await here.people.submit(BEN, {"part": part})
        entry = await last_of(here, "view_submission")
        await here.people.close(BEN, everything=True)

    await here.people.send(entry)
    await opened(here)

    kept = sorted((note.text, note.is_favourable) for note in await notes_of(here, BEN))
    page = await shown(here, BEN)
    assert kept == sorted([(f"{SEEN}\n\n{GOOD}", True), (f"{SEEN}\n\n{BETTER}", False)])
    assert {words.OPEN_NOTE[one] for one in words.OPEN_NOTE} <= set(page.buttons)


async def test_an_accepted_try_is_the_authors_not_yet(here: World) -> None:
    """On an example it says *not yet*, in the words of whoever wrote it."""
    await managed(here, BEN, by=CLEO)
    await placed(here, BEN, "e2")
    await sent(here, try_next=BETTER, skill="Technical design")
    await opened(here)
    (field,) = [one for one in (await shown(here, BEN)).fields if one.action_id == "showed"]
    sign = field.element["option_groups"][0]["options"][0]["value"]
    await here.people.choose(BEN, "showed", [sign], block=field.block_id)
    await here.people.submit(BEN, {"part": "What to try: I accept it"})

    await here.people.command(BEN, "/growth summary")

    assert "not yet, in ana’s words" in (await shown(here, BEN)).words


async def test_a_manager_reads_what_is_shown_to_them(here: World) -> None:
    """The receiver shows it to their manager, who is told, opens it, and stands in the list of openings."""
    await managed(here, BEN, by=CLEO)
    await sent(here)
    await opened(here)
    await here.people.press(BEN, None, "Share with cleo")
    page = await shown(here, BEN)
    await here.deliver()

    told = (await here.people.dms(CLEO))[-1]
    await here.people.press(CLEO, told, words.OPEN)
    await here.people.command(BEN, "/growth privacy")

    assert "Who can read this: you, ana and cleo." in page.words
    assert "You can read feedback that ana wrote for ben." in told.words
    assert GOOD not in str(told)
    assert GOOD in (await shown(here, CLEO)).words
    assert "cleo opened feedback for you" in (await shown(here, BEN)).words


@pytest.mark.parametrize("who", [CLEO, DEV])
async def test_it_is_not_for_others(here: World, who: str) -> None:
    """Neither a manager to whom it was not shown nor anybody else opens it, whoever told them the way."""
    await managed(here, BEN, by=CLEO)
    await sent(here)
    await opened(here)
    press = await last_of(here, "block_actions")

    await here.people.send(press, user={**press.request["user"], "id": who})

    assert GOOD not in str(await here.people.view(who))


async def test_the_author_may_let_the_manager_read_it(here: World) -> None:
    """Chosen on the receipt: both are told, and both read the same."""
    await managed(here, BEN, by=CLEO)
    await sent(here, carry_on=GOOD, manager=["cleo may read it too"])

    for who in (BEN, CLEO):
        await opened(here, who)

        assert GOOD in (await shown(here, who)).words


async def test_who_trellis_is_off_for_gets_it_explained(sqlite_address: str) -> None:
    """One message, with what Trellis is."""
    async with world(sqlite_address, rolled_out=False) as here:
        await sent(here)

        assert "it will not write again unasked" in (await here.people.dms(BEN))[-1].words
