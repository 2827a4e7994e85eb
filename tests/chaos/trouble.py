"""A Slack at the port that fails as it is told, clocks that a test moves, and replicas on one store."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deps import BULK_EVERY, LEASE, Deps
from bot.domain.ports import Payload, Posted, Slack, SlackFailure
from bot.ids import id_maker
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.jobs.ticks import WORKERS
from bot.machine import now
from storage.choices import DeliveryState
from storage.deliveries import deliveries_in
from storage.records import Delivery
from tests.chaos.company import due_pairs, found, make_due
from tests.chaos.counting_slack import deliveries_of
from tests.chaos.worker import PROMPTS, TEAM, TODAY
from tests.databases import opened

PENDING, SENDING, SENT = DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT
UNKNOWN, DROPPED = DeliveryState.UNKNOWN, DeliveryState.DROPPED
PEOPLE = 20
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    moment: datetime = TODAY

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def move(self, by: timedelta) -> None:
        """Go ahead, or back."""
        self.moment += by


class TroubledSlack(Slack):
    """Remembers the messages that it takes, and does what comes `after` one; or fails as `trouble` says."""

    def __init__(self) -> None:
        self.asked = 0
        self.messages: list[str] = []
        self.trouble: Callable[[], SlackFailure] | None = None
        self.after: Callable[[], Awaitable[None]] | None = None

    async def dm_channel(self, person_id: str) -> str:
        """The DM of a person with the bot."""
        return f"D{person_id}"

    async def post(self, channel: str, message: Payload) -> Posted:
        """Take a message, or fail."""
        self.asked += 1
        await asyncio.sleep(0)
        if self.trouble is not None:
            raise self.trouble()
        stands = Posted(channel=channel, ts=f"{self.asked}.000000")
        self.messages += set(deliveries_of(message["blocks"]))
        if self.after is not None:
            await self.after()
        return stands


def troubled_slack() -> TroubledSlack:
    """No more than its two methods is asked for here."""
    return TroubledSlack()  # type: ignore[abstract]


@dataclass(kw_only=True)
class Replica:
    """One process of Trellis, as far as it plans and delivers."""

    deps: Deps
    slack: TroubledSlack

    async def deliver(self) -> None:
        """What a tick does: all its workers."""
        await asyncio.gather(*(deliver_due(self.deps) for _ in range(WORKERS)))

    async def owe_prompts(self, many: int) -> None:
        """So many prompts are owed, two a pair, in a company founded for them."""
        await found(self.deps, PEOPLE)
        await make_due(self.deps, due_pairs(PEOPLE), many // 2)
        await plan_due(self.deps)

    async def every(self) -> tuple[Delivery, ...]:
        """All messages, whatever became of them."""
        async with self.deps.read() as workspace:
            return await deliveries_in(workspace, list(DeliveryState), limit=10_000)

    async def states(self) -> Counter[DeliveryState]:
        """How many messages are in each state."""
        return Counter(one.state for one in await self.every())


@asynccontextmanager
async def replica(
    address: str,
    *,
    today: Clock | None = None,
    ticker: Callable[[], datetime] | None = None,
    pace: timedelta = BULK_EVERY,
    team: str = TEAM,
) -> AsyncIterator[Replica]:
    """A replica with a store of its own to the same data; without clocks, civil time stands still."""
    slack = troubled_slack()
    async with opened(address) as database:
        deps = Deps(
            database=database,
            workspace_id=team,
            slack=slack,
            today=today or Clock(),
            ticker=ticker or now,
            ids=id_maker(now, os.urandom),
            prompts=PROMPTS,
            pace=pace,
            lease=LEASE,
        )
        yield Replica(deps=deps, slack=slack)
