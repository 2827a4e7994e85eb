"""Messages owed: once each, settled once, kept as long as stated."""

from dataclasses import replace

import pytest

from storage.choices import DeliveryState, Keep
from storage.deliveries import (
    count_by_state,
    deliveries_in,
    drop_open,
    find_delivery,
    get_delivery,
    mark_sent,
    mark_skipped,
    mark_unknown,
    postpone,
    sent_times,
    settle_by_press,
    supersede,
)
from storage.errors import NotFound
from storage.records import Delivery
from storage.retention import purge_old
from storage.session import Database
from tests.storage.builders import DAY, MICROSECOND, MINUTE, NOON, OURS, U1, U2, at_once, some_owed
from tests.storage.owing import DROPPED, MISSED, PENDING, SENDING, SENT, UNKNOWN, owe, owe_in

SETTLED = (SENT, UNKNOWN, MISSED, DROPPED)
LATER = NOON + MINUTE

OWED = Delivery(
    id="d1",
    kind="prompt",
    recipient=U1,
    cause="cause of d1",
    occurrence="2026-06-17",
    state=PENDING,
    priority=1,
    due_at=NOON,
    created_at=NOON,
    attempts=0,
    lease_until=None,
    channel=None,
    ts=None,
    settled_at=None,
    reason=None,
    digest_id=None,
    pressed_at=None,
)


async def test_an_owed_message_waits(store: Database) -> None:
    """A message that is owed is pending, was never tried, and is settled nowhere."""
    async with store.write(OURS) as workspace:
        assert await owe(workspace, some_owed(id="d1")) == 1

        assert await get_delivery(workspace, "d1") == OWED


async def test_an_unknown_message_is_not_found(store: Database) -> None:
    """A message that is not there is None where asked for softly, and NotFound otherwise."""
    async with store.read(OURS) as workspace:
        assert await find_delivery(workspace, "gone") is None
        with pytest.raises(NotFound, match="gone"):
            await get_delivery(workspace, "gone")


@pytest.mark.parametrize(
    "other", [{"kind": "home"}, {"to": U2}, {"cause": "another"}, {"occurrence": "2026-06-24"}]
)
async def test_a_message_is_owed_once(store: Database, other: dict[str, str]) -> None:
    """A message is one by kind, recipient, cause and occurrence together: any other of these is another."""
    same = {"to": U1, "cause": "a1"}
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d1", **same))

        assert await owe(workspace, some_owed(id="d2", **same)) == 0
        assert await owe(workspace, some_owed(id="d3", **(same | other))) == 1


@pytest.mark.parametrize("state", SETTLED)
async def test_a_settled_message_is_not_owed_again(store: Database, state: DeliveryState) -> None:
    """What was settled, in whatever way, is not owed anew by the same cause."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, state)

        assert await owe(workspace, some_owed(id="d2", cause="cause of d1")) == 0
        assert (await get_delivery(workspace, "d1")).state is state


async def test_a_message_is_owed_once_at_once(store: Database) -> None:
    """Of many that owe the same messages at the same moment, each message is owed once."""

    async def claim(name: str) -> int:
        async with store.write(OURS) as workspace:
            return await owe(
                workspace,
                some_owed(id=f"{name}1", to=U1, cause="a1"),
                some_owed(id=f"{name}2", to=U2, cause="a1"),
            )

    claimed = await at_once(*(claim(name) for name in "abcdef"))

    assert (claimed.count(2), claimed.count(0)) == (1, 5)


async def test_a_sent_message_says_where_it_stands(store: Database) -> None:
    """A sent message keeps its channel and ts, when it was sent, and no lease; no other one changes."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING)
        await owe(workspace, some_owed(id="d2"))
        await mark_sent(workspace, "d1", "D1", "1.1", LATER)

        assert await get_delivery(workspace, "d1") == replace(
            OWED, state=SENT, attempts=1, channel="D1", ts="1.1", settled_at=LATER
        )
        assert (await get_delivery(workspace, "d2")).state is PENDING


@pytest.mark.parametrize("state", [UNKNOWN, MISSED, DROPPED])
async def test_an_unsent_message_says_why(store: Database, state: DeliveryState) -> None:
    """A message that was not sent keeps the reason and the moment, and no other one changes."""
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d2"))
        await owe_in(workspace, state, at=LATER)

        assert await get_delivery(workspace, "d1") == replace(
            OWED, state=state, settled_at=LATER, reason="for a reason"
        )
        assert (await get_delivery(workspace, "d2")).state is PENDING


async def test_a_skipped_one_stays_in_its_state(store: Database) -> None:
    """Passing over what a message was about leaves it sent, and says so."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENT)
        before = await get_delivery(workspace, "d1")
        await mark_skipped(workspace, "d1")

        assert await get_delivery(workspace, "d1") == replace(before, reason="skipped")


@pytest.mark.parametrize("state", [SENDING, UNKNOWN, MISSED])
async def test_a_postponed_message_waits_again(store: Database, state: DeliveryState) -> None:
    """A message that is put back is pending until its new moment, leased by nobody and settled nowhere."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, state)
        tries = (await get_delivery(workspace, "d1")).attempts
        await postpone(workspace, "d1", NOON + DAY, "rate_limited")

        assert await get_delivery(workspace, "d1") == replace(
            OWED, due_at=NOON + DAY, attempts=tries, reason="rate_limited"
        )


@pytest.mark.parametrize("state", [SENDING, UNKNOWN])
async def test_a_press_settles_doubt(store: Database, state: DeliveryState) -> None:
    """A press on a message that may not have arrived says that it did, and where it stands."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, state)

        assert await settle_by_press(workspace, "d1", "D1", "1.1", LATER)
        found = await get_delivery(workspace, "d1")
        assert (found.state, found.channel, found.ts, found.settled_at) == (SENT, "D1", "1.1", LATER)
        assert found.lease_until is None


@pytest.mark.parametrize("state", [PENDING, SENT, MISSED, DROPPED])
async def test_a_press_changes_nothing_certain(store: Database, state: DeliveryState) -> None:
    """A press changes no message of which it is known whether it was sent."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, state)
        before = await get_delivery(workspace, "d1")

        assert not await settle_by_press(workspace, "d1", "D9", "9.9", LATER)
        assert await get_delivery(workspace, "d1") == before


async def test_what_a_press_said_stands(store: Database) -> None:
    """A worker that hears of a time-out after the message was pressed does not make it doubtful again."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING)
        await settle_by_press(workspace, "d1", "D1", "1.1", NOON)
        await mark_unknown(workspace, "d1", "timeout", LATER)

        assert (await get_delivery(workspace, "d1")).state is SENT


async def test_one_stands_for_all_that_wait(store: Database) -> None:
    """What waits and is due of one kind for one reader is dropped for the one that shows it all."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING, id="d1", kind="home", priority=0)
        await owe(
            workspace,
            some_owed(id="d2", kind="home"),
            some_owed(id="d3", kind="home", due_at=LATER + MICROSECOND),
            some_owed(id="d4", kind="home", to=U2),
            some_owed(id="d5", kind="prompt"),
        )
        await supersede(workspace, await get_delivery(workspace, "d1"), LATER)

        dropped = await deliveries_in(workspace, [DROPPED])
        assert [(one.id, one.reason, one.settled_at) for one in dropped] == [("d2", "superseded", LATER)]
        assert (await get_delivery(workspace, "d1")).state is SENDING


async def test_nothing_goes_to_who_left(store: Database) -> None:
    """All that waits for a person can be dropped; what is under way or settled, and others', stays."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING, id="d1")
        await owe_in(workspace, SENT, id="d2")
        await owe(workspace, some_owed(id="d3"), some_owed(id="d4", to=U2))
        await drop_open(workspace, U1, "deactivated", LATER)

        dropped = await deliveries_in(workspace, [DROPPED])
        assert [(one.id, one.reason, one.settled_at) for one in dropped] == [("d3", "deactivated", LATER)]


async def test_messages_are_listed_by_state(store: Database) -> None:
    """A list has the messages in some states, of all or one recipient, oldest due first, up to a limit."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENT, id="d1")
        await owe(
            workspace, some_owed(id="d2", due_at=LATER), some_owed(id="d4", to=U2), some_owed(id="d3", to=U2)
        )

        every = await deliveries_in(workspace, [PENDING, SENT])
        assert [one.id for one in every] == ["d1", "d3", "d4", "d2"]
        assert [one.id for one in await deliveries_in(workspace, [PENDING], recipient=U2)] == ["d3", "d4"]
        assert await deliveries_in(workspace, [PENDING, SENT], limit=2) == every[:2]
        assert await deliveries_in(workspace, []) == ()


async def test_messages_are_counted_by_state(store: Database) -> None:
    """How many messages are in each state is told of those states that some are in."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENT, id="d1")
        await owe(workspace, some_owed(id="d2"), some_owed(id="d3", to=U2))

        assert await count_by_state(workspace) == {SENT: 1, PENDING: 2}


async def test_reached_is_sent_or_perhaps_sent(store: Database) -> None:
    """A budget counts what was sent, what perhaps was, and what is under way; nothing that was not."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING, id="d1", due_at=NOON)
        await owe_in(workspace, SENT, id="d2", at=LATER)
        await owe_in(workspace, UNKNOWN, id="d3", at=LATER + MINUTE)
        for name, state in (("d4", PENDING), ("d5", MISSED), ("d6", DROPPED)):
            await owe_in(workspace, state, id=name)

        found = await sent_times(workspace, U1, ["prompt"], NOON, besides="")
        assert found == (NOON, LATER, LATER + MINUTE)


async def test_a_budget_is_of_one_person_and_some_kinds(store: Database) -> None:
    """A budget counts one person's messages of some kinds from a moment on, without the one at hand."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENT, id="d1", at=NOON)
        await owe_in(workspace, SENT, id="d2", at=NOON - MICROSECOND)
        await owe_in(workspace, SENT, id="d3", at=LATER, kind="framework_nudge")
        await owe_in(workspace, SENT, id="d4", at=LATER, kind="home")
        await owe_in(workspace, SENT, id="d5", at=LATER, to=U2)
        await owe_in(workspace, SENT, id="d6", at=LATER)

        kinds = ["prompt", "framework_nudge"]
        assert await sent_times(workspace, U1, kinds, NOON, besides="d6") == (NOON, LATER)


async def test_old_settled_ones_are_removed(store: Database) -> None:
    """Messages that were settled before a moment are removed and counted; what is open stays, however old."""
    async with store.write(OURS) as workspace:
        for n, state in enumerate(SETTLED):
            await owe_in(workspace, state, id=f"old{n}", at=NOON - MICROSECOND)
            await owe_in(workspace, state, id=f"new{n}", at=NOON)
        await owe_in(workspace, SENDING, id="open1", at=NOON - DAY)
        await owe(workspace, some_owed(id="open2"))

        assert await purge_old(workspace, Keep.MESSAGES, NOON) == len(SETTLED)
        left = {one.id for one in await deliveries_in(workspace, list(DeliveryState))}
        assert left == {"new0", "new1", "new2", "new3", "open1", "open2"}
