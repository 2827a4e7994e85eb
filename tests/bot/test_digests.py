"""Reminders that come together, whoever sends them and whatever Slack does, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count

import pytest

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.domain.messages import Kind
from bot.domain.ports import Posted, SlackBusy, SlackRefused, SlackUnclear
from bot.usecases.calm import gather
from bot.usecases.deliveries import (
    Reader,
    Sent,
    Taken,
    reap,
    settle_failure,
    settle_sent,
    take_delivery,
)
from bot.usecases.owing import owe, owed
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.leases import add_lanes
from storage.people import add_to_rollout, put_person
from storage.records import Delivery
from storage.session import Workspace
from storage.workspaces import add_installation
from tests.bot.test_planning import deps_on
from tests.databases import opened
from tests.ids import counted_ids
from tests.storage.builders import U1, some_person

TUESDAY = datetime(2026, 6, 16, 10, tzinfo=UTC)
WORKERS = 4
SETTLED = {DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.MISSED, DeliveryState.DROPPED}


@dataclass
class Fate:
    """Luck that is the same each time, another for each seed."""

    seed: int
    numbers: "count[int]" = field(default_factory=count)

    def luck(self) -> float:
        """From 0 to 1."""
        drawn = sha256(f"{self.seed}/{next(self.numbers)}".encode()).digest()
        return int.from_bytes(drawn[:4]) / 2**32

    def below(self, end: int) -> int:
        """A whole number from 0 on."""
        return int(self.luck() * end)


@dataclass
class Office:
    """A store with one person, several workers, a Slack that does as it is told, and a clock."""

    deps: Deps
    now: datetime = TUESDAY
    arrived: list[tuple[str, ...]] = field(default_factory=list)

    async def remind(self, many: int) -> None:
        """Owe so many reminders, each of a thing of its own."""
        async with self.deps.write() as workspace:
            new = [owed(self.deps, Kind.FRAMEWORK_NUDGE, U1, self.deps.ids()) for _ in range(many)]
            await owe(workspace, self.deps, *new)

    async def work(self, slack: Fate | None = None) -> None:
        """All workers send what may go now, at the same time."""
        await asyncio.gather(*(self._work(slack) for _ in range(WORKERS)))

    async def _work(self, slack: Fate | None) -> None:
        while taken := await take_delivery(self.deps, self._render):
            if taken.letter is not None:
                await self._send(taken, slack.luck() if slack else 1.0)

    async def _send(self, taken: Taken, luck: float) -> None:
        match luck:
            case _ if luck < 0.1:
                await settle_failure(self.deps, taken.delivery, SlackUnclear("timeout"))
            case _ if luck < 0.15:
                await settle_failure(self.deps, taken.delivery, SlackRefused("channel_not_found"))
            case _ if luck < 0.25:
                await settle_failure(self.deps, taken.delivery, SlackBusy("ratelimited", 0))
            case _ if luck < 0.35:
                pass  # the worker dies, and nobody settles it
            case _:
                assert isinstance(taken.letter, Post)
                self.arrived.append(tuple(taken.letter.message["text"].split()))
                await settle_sent(
                    self.deps, Sent(taken=taken, posted=Posted(channel="D1", ts=self.deps.ids()))
                )

    async def _render(
        self, workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader
    ) -> Letter | None:
        if delivery.kind != Kind.DIGEST:
            return Post({"text": delivery.id})
        items = await gather(workspace, deps, delivery, reader.known)
        return Post({"text": " ".join(one.id for one in items)}) if items else None

    async def pass_time(self, **by: float) -> None:
        """Time goes by, and the leases of dead workers end."""
        self.now += timedelta(**by)
        await reap(self.deps)

    async def reminders(self) -> tuple[Delivery, ...]:
        """All reminders, digests apart."""
        async with self.deps.read() as workspace:
            found = await deliveries_in(workspace, list(DeliveryState), limit=1000)
        return tuple(one for one in found if one.kind == Kind.FRAMEWORK_NUDGE)


@pytest.fixture
async def office(address: str) -> AsyncIterator[Office]:
    """A store with one person for whom Trellis is on."""
    async with opened(address) as database:
        made = Office(deps_on(database))
        made.deps = replace(
            made.deps, today=lambda: made.now, ticker=lambda: made.now, ids=counted_ids(), pace=timedelta(0)
        )
        async with made.deps.write() as workspace:
            await add_installation(workspace, "Acme", TUESDAY)
            await put_person(workspace, some_person(id=U1, zone="UTC"))
            await add_to_rollout(workspace, [U1], None, TUESDAY)
            await add_lanes(workspace, TUESDAY)
        yield made


@pytest.mark.parametrize("many", [3, 4, 9])
async def test_workers_at_once_write_one_digest(office: Office, many: int) -> None:
    """However many workers take one person's reminders at a moment, each comes once, and in one message.

    Where several workers write at once, one may have taken a reminder before another began the digest, and
    bring it by itself: late, but neither lost nor twice.
    """
    await office.remind(many)

    await office.work()

    reminders = [one.id for one in await office.reminders()]
    assert sorted(name for ids in office.arrived for name in ids) == sorted(reminders)
    assert office.deps.database.file is None or len(office.arrived) == 1
    assert {one.state for one in await office.reminders()} == {DeliveryState.SENT}


async def test_workers_at_once_stay_within_the_budget(office: Office) -> None:
    """Two at a time never come as one; the fifth of a week waits, whoever would send it."""
    for _ in range(4):
        await office.remind(2)
        await office.work()

    waiting = [one for one in await office.reminders() if one.state is DeliveryState.PENDING]
    assert len(office.arrived) == 4
    assert len(waiting) == 4


async def test_a_long_queue_comes_within_what_a_message_holds(office: Office) -> None:
    """More than a message holds come in several, none of them lost."""
    await office.remind(70)
    for _ in range(4):
        await office.work()
        await office.pass_time(days=7)

    seen = [one for ids in office.arrived for one in ids]
    assert all(len(ids) <= 30 for ids in office.arrived)
    assert sorted(seen) == sorted(one.id for one in await office.reminders())


@pytest.mark.parametrize("seed", range(8))
async def test_nothing_is_lost_or_repeated(office: Office, seed: int) -> None:
    """Whatever Slack and the workers do, no reminder arrives twice, and each is settled in the end."""
    fate = Fate(seed)
    for _ in range(12):
        await office.remind(fate.below(4))
        await office.work(fate)
        await office.pass_time(hours=fate.below(40) + 1)
    for _ in range(6):
        await office.pass_time(days=7)
        await office.work()
    await office.pass_time(minutes=5)

    seen = [one for ids in office.arrived for one in ids]
    reminders = await office.reminders()
    assert len(seen) == len(set(seen))
    assert {one.state for one in reminders} <= SETTLED
    assert {one.id for one in reminders if one.state is DeliveryState.SENT} == set(seen)
