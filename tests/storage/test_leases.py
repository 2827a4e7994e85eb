"""Leases: the most urgent first, nothing twice, nothing forgotten; and the lanes that pace them."""

import asyncio
from datetime import datetime, timedelta

import pytest

from storage.choices import DeliveryState
from storage.deliveries import deliveries_in, get_delivery, hold, mark_sent, postpone, reap_leases
from storage.leases import LONGEST, add_lanes, lease_delivery, pause_lanes, take_turn
from storage.records import Delivery
from storage.session import Database
from storage.workspaces import mark_uninstalled
from tests.storage.builders import (
    DAY,
    MICROSECOND,
    MINUTE,
    NOON,
    OURS,
    THEIRS,
    at_once,
    begin,
    some_owed,
    waits,
)
from tests.storage.owing import DROPPED, MISSED, PENDING, SENDING, SENT, UNKNOWN, owe, owe_in

UNTIL = NOON + MINUTE
PACE = MINUTE


async def lease(database: Database, at: datetime = NOON, **how: timedelta) -> Delivery | None:
    """Lease one message in a transaction of its own."""
    async with database.write(OURS) as workspace:
        return await lease_delivery(workspace, at, at, at + MINUTE, **how)


async def leased(database: Database, at: datetime = NOON, **how: timedelta) -> list[str]:
    """Lease until nothing is left; ids in order."""
    found = []
    while taken := await lease(database, at, **how):
        found.append(taken.id)
        await asyncio.sleep(0)
    return found


async def test_a_leased_message_is_being_sent(store: Database) -> None:
    """A message that is taken is *sending* until its lease ends, and was tried once more."""
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d1"))
        taken = await lease_delivery(workspace, NOON, NOON, UNTIL)

        assert taken is not None
        assert (taken.state, taken.lease_until, taken.attempts) == (SENDING, UNTIL, 1)
        assert await get_delivery(workspace, "d1") == taken


async def test_tries_are_counted(store: Database) -> None:
    """A message that is put back and taken again was tried twice."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING)
        await postpone(workspace, "d1", NOON, "away")

        taken = await lease_delivery(workspace, NOON, NOON, UNTIL)
    assert taken is not None
    assert taken.attempts == 2


async def test_the_most_urgent_is_first(store: Database) -> None:
    """Messages are taken by priority, then by how long they are due."""
    async with store.write(OURS) as workspace:
        await owe(
            workspace,
            some_owed(id="d1", priority=2, due_at=NOON - DAY),
            some_owed(id="d2", priority=1, due_at=NOON),
            some_owed(id="d3", priority=1, due_at=NOON - MICROSECOND),
            some_owed(id="d4", priority=0, due_at=NOON),
        )

    assert await leased(store) == ["d4", "d3", "d2", "d1"]


async def test_nothing_is_taken_before_it_is_due(store: Database) -> None:
    """A message is taken from its very moment on, and not before."""
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d1"))

    assert await lease(store, NOON - MICROSECOND) is None
    assert await leased(store, NOON) == ["d1"]


@pytest.mark.parametrize("state", [SENDING, SENT, UNKNOWN, MISSED, DROPPED])
async def test_only_what_waits_is_taken(store: Database, state: DeliveryState) -> None:
    """What is under way, unknown or settled is never taken again by itself."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, state)

    assert await lease(store, NOON + DAY) is None


async def test_nothing_is_taken_once_removed(store: Database) -> None:
    """Once the app was removed from the workspace nothing of it is taken."""
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed())
        await mark_uninstalled(workspace, NOON)

    assert await lease(store) is None


async def test_no_message_is_taken_twice(store: Database) -> None:
    """Workers that take messages at the same time take each one once, and leave none."""
    names = [f"d{n:02}" for n in range(40)]
    async with store.write(OURS) as workspace:
        await owe(workspace, *(some_owed(id=name) for name in names))

    taken = await asyncio.gather(*(leased(store) for _ in range(6)))

    assert sorted(name for one in taken for name in one) == names


async def test_nobody_waits_for_a_leased_message(postgres_database: Database) -> None:
    """A replica that is taking a message keeps no other from taking the next, however long it takes."""
    await begin(postgres_database)
    async with postgres_database.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d1", priority=0), some_owed(id="d2"))

    async with postgres_database.write(OURS) as slow:
        first = await lease_delivery(slow, NOON, NOON, UNTIL)
        others = asyncio.create_task(leased(postgres_database))
        assert not await waits(postgres_database, others)

    assert first is not None
    assert (first.id, await others) == ("d1", ["d2"])


async def test_a_lost_worker_leaves_doubt(store: Database) -> None:
    """What a worker held past its lease is unknown; where a second copy is harmless, it waits again."""
    late = UNTIL + MICROSECOND
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING, id="d1", kind="prompt")
        await owe_in(workspace, SENDING, id="d2", kind="home")
        await owe_in(workspace, SENDING, id="d3", at=late)

        assert await reap_leases(workspace, UNTIL, ["home"]) == 0
        assert await reap_leases(workspace, late, ["home"]) == 2

        every = await deliveries_in(workspace, list(DeliveryState))
        assert [(one.id, one.state, one.lease_until, one.settled_at, one.reason) for one in every] == [
            ("d1", UNKNOWN, None, late, "worker_lost"),
            ("d2", PENDING, None, None, None),
            ("d3", SENDING, late + MINUTE, None, None),
        ]


async def test_nothing_is_harmless(store: Database) -> None:
    """Where no kind is harmless twice, all that a lost worker held is unknown."""
    async with store.write(OURS) as workspace:
        await owe_in(workspace, SENDING)

        assert await reap_leases(workspace, NOON + DAY, []) == 1
        assert (await get_delivery(workspace, "d1")).state is UNKNOWN


async def two_waiting(database: Database) -> None:
    """An answer, `d1`, and one of bulk, `d2`, which is due for longer, and the lanes free from noon."""
    async with database.write(OURS) as workspace:
        await add_lanes(workspace, NOON)
        await owe(
            workspace, some_owed(id="d1", priority=0), some_owed(id="d2", priority=1, due_at=NOON - DAY)
        )


async def take_turns(database: Database, many: int, at: datetime = NOON) -> None:
    """So many of bulk went, each a transaction."""
    for _ in range(many):
        async with database.write(OURS) as workspace:
            await take_turn(workspace, at, PACE)


async def test_lanes_are_free_at_first(store: Database) -> None:
    """A lane begins free, and beginning again leaves it as it is held."""
    await two_waiting(store)
    await take_turns(store, 1)
    async with store.write(OURS) as workspace:
        await add_lanes(workspace, NOON - DAY)

    assert await leased(store) == ["d1"]


async def test_bulk_waits_for_its_turn(store: Database) -> None:
    """While bulk is ahead of its pace answers alone go; from the moment that its lane is free, bulk too."""
    await two_waiting(store)
    await take_turns(store, 2)
    free = NOON + 2 * PACE

    assert await leased(store, free - MICROSECOND) == ["d1"]
    assert await leased(store, free) == ["d2"]


async def test_a_burst_may_go_at_once(store: Database) -> None:
    """Bulk may be ahead of its pace by as much as a burst."""
    await two_waiting(store)
    await take_turns(store, 2)

    assert await leased(store, burst=2 * PACE - MICROSECOND) == ["d1"]
    assert await leased(store, burst=2 * PACE) == ["d2"]


async def test_what_was_not_used_is_not_saved_up(store: Database) -> None:
    """A lane that lay free for a day is held a pace from now, not from the day before."""
    await two_waiting(store)
    await take_turns(store, 1, at=NOON + DAY)

    assert await leased(store, NOON + DAY + PACE - MICROSECOND) == ["d1"]
    assert await leased(store, NOON + DAY + PACE) == ["d2"]


async def test_a_pause_holds_everything(store: Database) -> None:
    """Nothing goes in a pause, and a long one outlasts a short one that was asked for later."""
    await two_waiting(store)
    async with store.write(OURS) as workspace:
        await pause_lanes(workspace, NOON, 2 * MINUTE)
        await pause_lanes(workspace, NOON, MINUTE)

    assert await leased(store, NOON + 2 * MINUTE - MICROSECOND) == []
    assert await leased(store, NOON + 2 * MINUTE) == ["d1", "d2"]


async def test_lanes_are_a_workspaces_own(store: Database) -> None:
    """What one workspace holds is free in another."""
    await begin(store, THEIRS)
    await two_waiting(store)
    async with store.write(THEIRS) as workspace:
        await add_lanes(workspace, NOON)
        await pause_lanes(workspace, NOON, DAY)
        await take_turn(workspace, NOON, DAY)

    assert await leased(store) == ["d1", "d2"]


async def test_replicas_take_turns(store: Database) -> None:
    """Of replicas that take a turn at the same time each gets one of its own."""
    await two_waiting(store)

    await at_once(*(take_turns(store, 1) for _ in range(8)))

    assert await leased(store, NOON + 8 * PACE - MICROSECOND) == ["d1"]
    assert await leased(store, NOON + 8 * PACE) == ["d2"]


async def test_no_pause_is_longer_than_half_an_hour(store: Database) -> None:
    """However long a pause is asked for, half an hour later everything goes."""
    await two_waiting(store)
    async with store.write(OURS) as workspace:
        await pause_lanes(workspace, NOON, DAY)

    assert await leased(store, NOON + LONGEST - MICROSECOND) == []
    assert await leased(store, NOON + LONGEST) == ["d1", "d2"]


async def test_a_clock_set_back_frees_the_lanes(store: Database) -> None:
    """What a clock said that was set back since holds nothing, and the next turn and pause count from now."""
    await two_waiting(store)
    await take_turns(store, 1, at=NOON + DAY)
    async with store.write(OURS) as workspace:
        await pause_lanes(workspace, NOON + DAY, MINUTE)

    assert (await lease(store, NOON) or some_owed()).id == "d1"
    await take_turns(store, 1)
    assert await leased(store, NOON + PACE - MICROSECOND) == []
    async with store.write(OURS) as workspace:
        await pause_lanes(workspace, NOON, 2 * MINUTE)
    assert await leased(store, NOON + 2 * MINUTE - MICROSECOND) == []
    assert await leased(store, NOON + 2 * MINUTE) == ["d2"]


async def test_a_message_is_its_takers(store: Database) -> None:
    """A message is held by who leased it until then, until it is settled; and by who was to take it, where
    that was undone and nobody took it since."""
    async with store.write(OURS) as workspace:
        await owe(workspace, some_owed(id="d1"))
        assert await hold(workspace, "d1", UNTIL, 1)
        await lease_delivery(workspace, NOON, NOON, UNTIL)

        assert await hold(workspace, "d1", UNTIL, 1)
        assert not await hold(workspace, "d1", UNTIL + MICROSECOND, 1)
        await postpone(workspace, "d1", NOON, "away")
        assert not await hold(workspace, "d1", UNTIL, 1)
        await mark_sent(workspace, "d1", "D1", "1.1", NOON)
        assert not await hold(workspace, "d1", UNTIL, 2)
