"""Claims of due prompts, and pairs made at once, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

import pytest

from bot.deps import Deps
from bot.domain.pairs import PairDraft
from bot.domain.ports import Slack
from bot.domain.prompting import Hours, run_at
from bot.domain.timetable import timetable_of
from bot.ids import id_maker
from bot.jobs.plan import plan_due
from bot.usecases.pairs import set_up_pair
from bot.usecases.prompting import plan_prompts, recompute_all
from storage.choices import Cadence, DeliveryState, PairKind, PairState, PersonKind
from storage.deliveries import deliveries_in
from storage.pairs import add_pair, advance_pairs, find_pair, pairs_of
from storage.people import put_person
from storage.records import Delivery, Pair, Person
from storage.session import Database
from storage.workspaces import add_installation
from tests.databases import opened

NOW = datetime(2026, 6, 16, 10, tzinfo=UTC)
ON = date(2026, 6, 17)
ZONES = ("Europe/Berlin", "America/New_York", "UTC")
PAIRS = 17


def deps_on(database: Database, seed: int = 0) -> Deps:
    """All that a planner needs: no Slack, a clock that stands still, ids of its own."""
    return Deps(
        database=database,
        workspace_id="T1",
        slack=cast("Slack", None),
        today=lambda: NOW,
        ticker=lambda: NOW,
        ids=id_maker(lambda: NOW, lambda size: bytes([seed] * size)),
        prompts=(),
    )


def somebody(number: int) -> Person:
    """A member, in one of three zones."""
    return Person(
        id=f"U{number:03}",
        name=f"Member {number}",
        zone=ZONES[number % len(ZONES)],
        is_bot=False,
        is_guest=False,
        is_stranger=False,
        is_admin=False,
        is_deactivated=False,
        kind=PersonKind.MEMBER,
        dm_channel=None,
        shares_notes=False,
        mutes_nudges=False,
    )


def some_pair(number: int, state: PairState = PairState.ACTIVE) -> Pair:
    """A pair of two members that is due now."""
    return Pair(
        id=f"P{number:03}",
        first_id=f"U{number:03}",
        second_id=f"U{number + 1:03}",
        kind=PairKind.PEER,
        state=state,
        asked_by=f"U{number:03}",
        cadence=Cadence.WEEKLY,
        anchor=ON,
        local_time=time(12),
        zone="Europe/Berlin",
        next_on=ON,
        next_run_at=NOW,
        paused_until=None,
        version=1,
        created_at=NOW,
        ended_at=None,
    )


@pytest.fixture
async def deps(address: str) -> AsyncIterator[Deps]:
    """A store with due pairs, and one that ended."""
    async with opened(address) as database:
        async with database.write("T1") as workspace:
            await add_installation(workspace, "Acme", NOW)
            for number in range(PAIRS + 2):
                await put_person(workspace, somebody(number))
            for number in range(PAIRS):
                await add_pair(workspace, some_pair(number))
            await add_pair(workspace, some_pair(PAIRS, PairState.ENDED))
        yield deps_on(database)


async def owed(deps: Deps) -> tuple[Delivery, ...]:
    """All that waits to be sent."""
    async with deps.read() as workspace:
        return await deliveries_in(workspace, [DeliveryState.PENDING])


async def test_every_due_pair_owes_both_sides(deps: Deps) -> None:
    """Batch by batch, each active pair that is due owes one message a side, for the date of its 1:1."""
    claimed = await plan_due(deps, batch=5)

    sides = {(one.cause, one.recipient) for one in await owed(deps)}
    assert claimed == PAIRS
    assert len(await owed(deps)) == 2 * PAIRS
    assert sides == {(f"P{n:03}", f"U{m:03}") for n in range(PAIRS) for m in (n, n + 1)}
    assert {one.occurrence for one in await owed(deps)} == {"2026-06-17"}


async def test_a_claim_is_of_the_earliest(deps: Deps) -> None:
    """A batch that does not reach all takes those that have been due for longest."""
    async with deps.write() as workspace:
        await advance_pairs(workspace, [("P009", ON, NOW - timedelta(hours=1))])

    await plan_prompts(deps, 1)

    assert {one.cause for one in await owed(deps)} == {"P009"}


async def test_what_is_claimed_is_not_due_again(deps: Deps) -> None:
    """A second claim at the same moment finds nothing."""
    await plan_due(deps)

    assert await plan_due(deps) == 0


async def test_two_planners_claim_each_once(deps: Deps, address: str) -> None:
    """Two planners at once share the work; no pair is claimed by both, and none is left."""
    async with opened(address) as other:
        claimed = await asyncio.gather(plan_due(deps, 3), plan_due(deps_on(other, seed=1), 3))

    assert len(await owed(deps)) == 2 * PAIRS
    assert sum(claimed) <= PAIRS
    assert await plan_due(deps) == PAIRS - sum(claimed)


async def test_due_times_are_worked_out_anew(deps: Deps) -> None:
    """Whatever the cache says, after a recompute it says what the rule and the two zones say."""
    async with deps.write() as workspace:
        await advance_pairs(workspace, [(f"P{n:03}", ON, NOW + timedelta(days=n)) for n in range(PAIRS)])

    moved = await recompute_all(deps, limit=4)

    async with deps.read() as workspace:
        found = [await find_pair(workspace, f"P{number:03}") for number in range(PAIRS)]
    pairs = [pair for pair in found if pair is not None]
    expected = [
        run_at(timetable_of(pair), ON, (Hours(somebody(n).zone), Hours(somebody(n + 1).zone)))
        for n, pair in enumerate(pairs)
    ]
    assert moved > 0
    assert [pair.next_run_at for pair in pairs] == expected
    assert await recompute_all(deps) == 0


async def test_two_who_ask_each_other_at_once_make_one_pair(deps: Deps, address: str) -> None:
    """Of two questions between the same two at the same moment one is kept, and the other is told so."""

    def draft(other: int) -> PairDraft:
        return PairDraft(
            draft=f"to {other}",
            other_id=somebody(other).id,
            kind=None,
            cadence=Cadence.WEEKLY,
            weekday=1,
            at=time(10),
            zone=None,
            pair_id=None,
            version=None,
        )

    async with opened(address) as other:
        done = await asyncio.gather(
            set_up_pair(deps, somebody(0), draft(5)),
            set_up_pair(deps_on(other, seed=1), somebody(5), draft(0)),
            return_exceptions=True,
        )

    async with deps.read() as workspace:
        made = [pair for pair in await pairs_of(workspace, "U000") if pair.state is PairState.ASKED]
    assert len(made) == 1
    assert sorted(type(one).__name__ for one in done) == ["PairMoved", "tuple"]
