"""What their giver does with kudos that were sent, through Slack's protocol."""

from datetime import timedelta

import pytest

from bot.domain.ports import Posted
from bot.jobs.registry import render
from bot.usecases.deliveries import Sent, settle_sent, take_delivery
from bot.views import kit
from bot.views.answers import pack
from bot.views.given_kudos import ADD, OPEN, UNDO
from playground.seen import Reply
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.kudos import kudos_given, kudos_not_kept
from storage.records import Kudos
from storage.workspaces import set_kudos_channel
from tests.bot.journeys.homes import home_of
from tests.bot.journeys.kept import press_a, shown, the_note_of
from tests.world import ANA, BEN, CLEO, KUDOS_CHANNEL, World

TEXT = "Moved the archive without a lost file"


async def thanked(here: World, *, public: bool = True) -> str:
    """Kudos from Ana for Ben and Cleo, sent and not yet delivered; returns the act."""
    async with here.bot.deps.write() as workspace:
        await set_kudos_channel(workspace, KUDOS_CHANNEL)
    await here.people.command(ANA, f"/growth kudos @ben @cleo {TEXT}")
    await here.people.submit(ANA, {"reach": "Everyone"} if public else {})
    return (await given(here))[0].event_id


async def given(here: World) -> tuple[Kudos, ...]:
    """All that Ana gave."""
    async with here.bot.deps.read() as workspace:
        return await kudos_given(workspace, ANA, here.clock() - timedelta(days=1))


async def undo(here: World, who: str, event_id: str) -> Reply:
    """Press the button of the page, stolen or not."""
    return await press_a(here, who, kit.button(UNDO, "Press", pack(event=event_id)))


async def test_kudos_are_taken_back_before_they_were_told(here: World) -> None:
    """The button of the confirmation ends all of it: no message goes out, and nothing is left."""
    await thanked(here)

    await here.people.press(ANA, None, "Undo")
    await here.deliver()

    assert "Taken back. ben and cleo no longer have these kudos" in (await shown(here, ANA)).words
    assert await given(here) == ()
    assert await here.people.messages(ANA, KUDOS_CHANNEL) == []
    for person in (BEN, CLEO):
        assert await here.people.dms(person) == []


async def test_messages_that_were_sent_are_deleted(here: World) -> None:
    """What stands in the channel and with the receivers goes, and their Homes show nothing of it."""
    await thanked(here)
    await here.deliver()
    before = [len(await here.people.dms(person)) for person in (BEN, CLEO)]

    await here.people.press(ANA, None, "Undo")
    await here.deliver()

    assert before == [1, 1]
    assert [len(await here.people.dms(person)) for person in (BEN, CLEO)] == [0, 0]
    assert await here.people.messages(ANA, KUDOS_CHANNEL) == []


async def test_a_message_on_its_way_is_deleted_once_it_arrived(here: World) -> None:
    """A worker that holds a message while its kudos are taken back sends it, and it is deleted then."""
    deps = here.bot.deps
    await thanked(here, public=False)
    taken = await take_delivery(deps, render)
    assert taken is not None
    posted = await deps.slack.post(await deps.slack.dm_channel(taken.delivery.recipient), {"text": "kudos"})

    await here.people.press(ANA, None, "Undo")
    await settle_sent(deps, Sent(taken=taken, posted=Posted(channel=posted.channel, ts=posted.ts)))
    here.clock.move(minutes=3)
    await here.deliver()

    assert await here.people.dms(taken.delivery.recipient) == []


async def test_after_ten_minutes_it_is_too_late(here: World) -> None:
    """The press is answered with what can be done instead, and all stays; until then it holds."""
    await thanked(here)
    await here.deliver()
    here.clock.move(minutes=10, seconds=1)

    await here.people.press(ANA, None, "Undo")

    said = (await shown(here, ANA)).words
    assert "taken back for ten minutes" in said
    assert "“Add details”, or tell ben and cleo yourself" in said
    assert len(await given(here)) == 2
    assert len(await here.people.dms(BEN)) == 1


async def test_the_tenth_minute_counts(here: World) -> None:
    """Ten minutes are ten whole minutes."""
    event = await thanked(here)
    here.clock.move(minutes=10)

    await undo(here, ANA, event)

    assert await given(here) == ()


async def test_a_note_that_was_made_of_them_stays(here: World) -> None:
    """Its owner keeps text, skills and reach; that its giver saw it is its giver's to take back."""
    event = await thanked(here, public=False)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    await here.people.submit(BEN)
    before = await the_note_of(here, BEN)

    await undo(here, ANA, event)

    note = await the_note_of(here, BEN)
    assert (note.id, note.text, note.marks, note.readers) == (before.id, TEXT, before.marks, before.readers)
    assert (len(before.witnesses), note.witnesses, note.kudos_id) == (1, (), None)
    async with here.bot.deps.read() as workspace:
        assert await kudos_not_kept(workspace, BEN) == ()


@pytest.mark.parametrize("thief", [BEN, CLEO])
async def test_nobody_else_takes_them_back(here: World, thief: str) -> None:
    """Neither a receiver nor anybody else can undo what another gave, or see whom they gave it to."""
    event = await thanked(here, public=False)

    for action in (UNDO, OPEN):
        await press_a(here, thief, kit.button(action, "Press", pack(event=event)))
        assert "not here, or not yours" in (await shown(here, thief)).words
    assert len(await given(here)) == 2


async def test_a_second_press_finds_nothing(here: World) -> None:
    """What is gone cannot be taken back again, and nothing more is deleted."""
    event = await thanked(here)
    await undo(here, ANA, event)

    await undo(here, ANA, event)

    assert "not here, or not yours" in (await shown(here, ANA)).words
    async with here.bot.deps.read() as workspace:
        dropped = await deliveries_in(workspace, [DeliveryState.DROPPED])
    assert {one.reason for one in dropped if one.kind.startswith("kudos")} == {"taken_back"}


async def test_home_leads_to_what_was_given(here: World) -> None:
    """Whoever closed the confirmation finds their kudos on Home, and takes them back from there."""
    await thanked(here, public=False)
    home = await home_of(here, ANA)

    await here.people.press(ANA, home, "given_open")
    page = await shown(here, ANA)
    await here.people.press(ANA, None, "Undo")

    assert "to ben and cleo" in home.words
    assert "You thanked ben and cleo" in page.words
    assert TEXT in page.words
    assert await given(here) == ()


LINK = "https://example.com/archive"
DETAILS = {"situation": "On the Friday of the move", "effect": "Nobody lost a file", "link": LINK}
WHOLE = f"On the Friday of the move\n\n{TEXT}\n\nNobody lost a file"


async def test_details_are_added_afterwards_without_a_message(here: World) -> None:
    """The giver adds them on what follows after sending; the receiver reads them beside the words."""
    await thanked(here)
    await here.deliver()
    await here.people.press(ANA, None, "Add details")

    done = await here.people.submit(ANA, DETAILS)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")

    assert not done.errors
    assert len(await here.people.dms(BEN)) == 1
    page = await shown(here, BEN)
    assert all(said in str(page.json) for said in (TEXT, *DETAILS.values()))


async def test_what_was_added_is_kept_with_the_words(here: World) -> None:
    """The note holds all that the giver wrote, who is its witness; from there it is two clicks."""
    await thanked(here)
    await here.deliver()
    await here.people.press(ANA, None, "Add details")
    await here.people.submit(ANA, DETAILS)

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    await here.people.submit(BEN)

    note = await the_note_of(here, BEN)
    assert (note.text, note.link) == (WHOLE, LINK)
    assert [(seen.person_id, seen.text_version) for seen in note.witnesses] == [(ANA, 1)]


async def test_a_note_that_was_kept_before_stays_as_it_was_confirmed(here: World) -> None:
    """What is added later stands beside the note and never in it: its witness confirmed its exact text."""
    await thanked(here)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    await here.people.submit(BEN)
    before = await the_note_of(here, BEN)
    here.clock.move(minutes=1)
    await here.people.press(ANA, None, "Add details")
    await here.people.submit(ANA, DETAILS)

    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")

    page = (await shown(here, BEN)).words
    assert await the_note_of(here, BEN) == before
    assert "Nobody lost a file" in page
    assert "ana added to these kudos after you had kept them" in page


async def test_nobody_keeps_words_that_they_have_not_read(here: World) -> None:
    """Where details come while the form stands open, it comes back with them; the next press keeps all."""
    await thanked(here)
    await here.deliver()
    await here.people.press(BEN, (await here.people.dms(BEN))[-1], "Read it")
    await here.people.press(ANA, None, "Add details")
    await here.people.submit(ANA, DETAILS)

    first = await here.people.submit(BEN)
    page = (await shown(here, BEN)).words
    await here.people.submit(BEN)

    assert first.updated
    assert "ana has just added to these kudos" in page
    assert "Nobody lost a file" in page
    assert (await the_note_of(here, BEN)).text == WHOLE


async def test_details_can_be_changed_and_fit_into_one_note(here: World) -> None:
    """The form begins with what was added; what would not fit with the words is refused at its field."""
    await here.people.command(ANA, f"/growth kudos @ben {'x' * 2500}")
    await here.people.submit(ANA)
    await here.people.press(ANA, None, "Add details")
    await here.people.submit(ANA, {"situation": "Friday"})
    await here.people.press(ANA, await home_of(here, ANA), "given_open")
    await here.people.press(ANA, None, "Add details")
    began = (await shown(here, ANA)).values["situation"]["given_detail"]["value"]

    refused = await here.people.submit(ANA, {"situation": "Saturday", "effect": "y" * 500})

    assert began == "Friday"
    assert list(refused.errors) == ["effect"]
    assert [one.situation for one in await given(here)] == ["Friday"]


async def test_only_the_giver_adds_details(here: World) -> None:
    """For everybody else there is nothing to add to."""
    event = await thanked(here)

    await press_a(here, BEN, kit.button(ADD, "Press", pack(event=event)))

    assert "not here, or not yours" in (await shown(here, BEN)).words
