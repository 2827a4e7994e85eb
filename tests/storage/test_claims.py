"""Claims of due prompts: each pair is given to one claimer, and comes back when it is due again."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from storage.choices import Cadence, PairState
from storage.pairs import Turn, add_pair, advance_pairs, due_pairs, find_pair, turns_after, turns_of
from storage.people import put_person
from storage.session import Database, Workspace
from tests.storage.builders import (
    DAY,
    MICROSECOND,
    NOON,
    OURS,
    TODAY,
    U1,
    U2,
    U3,
    U4,
    begin,
    some_pair,
    some_person,
    waits,
)

WEEK = 7 * DAY


async def add_pairs(database: Database, *pairs: dict[str, Any]) -> None:
    """Keep pairs, described by what matters of each."""
    async with database.write(OURS) as workspace:
        for what in pairs:
            await add_pair(workspace, some_pair(**what))


def ids(turns: Sequence[Turn]) -> list[str]:
    """The pairs of some turns."""
    return [turn.id for turn in turns]


async def claim(database: Database, limit: int = 500, now: datetime = NOON) -> list[str]:
    """Claim due pairs and move each on by a week, in one transaction."""
    async with database.write(OURS) as workspace:
        due = await due_pairs(workspace, now, limit)
        await asyncio.sleep(0)
        await advance_pairs(workspace, [(one.id, one.next_on + WEEK, one.next_run_at + WEEK) for one in due])
        return ids(due)


async def test_a_turn_says_what_a_claim_needs(store: Database) -> None:
    """A claimed pair comes with its rule, its next occurrence, and where each of its two lives now."""
    async with store.write(OURS) as workspace:
        await put_person(workspace, some_person(id=U3, zone="Asia/Tokyo"))
    pair = some_pair(id="a1", first=U1, second=U3, cadence=Cadence.BIWEEKLY)
    await add_pairs(store, {"id": "a1", "first": U1, "second": U3, "cadence": Cadence.BIWEEKLY})

    async with store.write(OURS) as workspace:
        assert await due_pairs(workspace, NOON, 5) == (
            Turn(
                id="a1",
                first_id=U1,
                second_id=U3,
                cadence=Cadence.BIWEEKLY,
                kind=pair.kind,
                anchor=pair.anchor,
                local_time=pair.local_time,
                zone=pair.zone,
                next_on=TODAY + DAY,
                paused_until=None,
                next_run_at=NOON,
                first_zone="Europe/Lisbon",
                second_zone="Asia/Tokyo",
            ),
        )


async def test_due_pairs_come_earliest_first(store: Database) -> None:
    """Pairs are due from their very moment on, earliest first, as many as asked for."""
    await add_pairs(
        store,
        {"id": "a1", "next_run_at": NOON},
        {"id": "a2", "next_run_at": NOON - DAY},
        {"id": "a3", "next_run_at": NOON + MICROSECOND},
    )

    async with store.write(OURS) as workspace:
        assert ids(await due_pairs(workspace, NOON, 5)) == ["a2", "a1"]
        assert ids(await due_pairs(workspace, NOON, 1)) == ["a2"]


@pytest.mark.parametrize("state", [PairState.ASKED, PairState.DECLINED, PairState.ENDED])
async def test_only_active_pairs_have_turns(store: Database, state: PairState) -> None:
    """A pair that is not agreed to, or is over, is never due."""
    await add_pairs(store, {"id": "a1", "state": state})

    async with store.write(OURS) as workspace:
        assert await due_pairs(workspace, NOON, 5) == ()
        assert await turns_after(workspace, "", 5) == ()
        assert await turns_of(workspace, U1) == ()


async def test_a_claimed_pair_is_due_again_later(store: Database) -> None:
    """A pair that was moved on is due at its next moment, each pair at its own, without a new version."""
    await add_pairs(store, {"id": "a1", "next_run_at": NOON - DAY}, {"id": "a2"})
    assert await claim(store) == ["a1", "a2"]

    assert await claim(store) == []
    assert await claim(store, now=NOON - DAY + WEEK) == ["a1"]
    async with store.read(OURS) as workspace:
        assert await find_pair(workspace, "a2") == some_pair(
            id="a2", next_on=TODAY + DAY + WEEK, next_run_at=NOON + WEEK
        )


async def test_nothing_is_moved_on(store: Database) -> None:
    """Moving on no pairs is not an error."""
    async with store.write(OURS) as workspace:
        await advance_pairs(workspace, [])


async def test_a_pair_is_claimed_once(store: Database) -> None:
    """Claimers that claim at the same time are each given other pairs, and none is left over."""
    names = [f"a{n:02}" for n in range(30)]
    await add_pairs(store, *({"id": name} for name in names))

    async def claim_all() -> list[str]:
        found: list[str] = []
        while some := await claim(store, limit=3):
            found += some
        return found

    claimed = await asyncio.gather(*(claim_all() for _ in range(6)))

    assert sorted(name for one in claimed for name in one) == names


async def apart(workspace: Workspace, claimer: str) -> tuple[Turn, ...]:
    """What a claimer of a kind is given."""
    return await (due_pairs(workspace, NOON, 5) if claimer == "due_pairs" else turns_after(workspace, "", 5))


@pytest.mark.parametrize("claimer", ["due_pairs", "turns_after"])
async def test_nobody_waits_for_a_held_pair(postgres_database: Database, claimer: str) -> None:
    """A pair that one replica holds is left to it, and holds up no other replica."""
    await begin(postgres_database)
    await add_pairs(postgres_database, {"id": "a1"})

    async def try_it() -> list[str]:
        async with postgres_database.write(OURS) as workspace:
            return ids(await apart(workspace, claimer))

    async with postgres_database.write(OURS) as slow:
        held = ids(await due_pairs(slow, NOON, 1))
        others = asyncio.create_task(try_it())
        assert not await waits(postgres_database, others)

    assert (held, await others) == (["a1"], [])


async def test_a_move_of_a_person_reaches_held_pairs(postgres_database: Database) -> None:
    """A person's pairs come all, after whoever holds one is done, and as they left it."""
    await begin(postgres_database)
    await add_pairs(postgres_database, {"id": "a1"}, {"id": "a2"})

    async def move() -> set[datetime]:
        async with postgres_database.write(OURS) as workspace:
            return {one.next_run_at for one in await turns_of(workspace, U1)}

    async with postgres_database.write(OURS) as slow:
        (held,) = await due_pairs(slow, NOON, 1)
        moving = asyncio.create_task(move())
        assert await waits(postgres_database, moving)
        await advance_pairs(slow, [(held.id, held.next_on, NOON + WEEK)])

    assert await moving == {NOON, NOON + WEEK}


async def test_all_turns_come_by_the_page(store: Database) -> None:
    """All active pairs come in pages, each after the last id of the one before."""
    await add_pairs(store, *({"id": name, "next_run_at": NOON + DAY} for name in ("a3", "a1", "a2")))

    async with store.write(OURS) as workspace:
        assert ids(await turns_after(workspace, "", 2)) == ["a1", "a2"]
        assert ids(await turns_after(workspace, "a2", 2)) == ["a3"]
        assert ids(await turns_after(workspace, "a3", 2)) == []


async def test_a_persons_turns(store: Database) -> None:
    """A person's turns are those of the pairs that they are a side of, oldest first."""
    await add_pairs(
        store,
        {"id": "a2", "first": U1, "second": U2},
        {"id": "a1", "first": U3, "second": U1},
        {"id": "a3", "first": U2, "second": U4},
    )

    async with store.write(OURS) as workspace:
        assert ids(await turns_of(workspace, U1)) == ["a1", "a2"]
