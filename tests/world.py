"""A whole Trellis against a local Slack: what people do goes in over the real protocol."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from bot.app import Running, running
from bot.domain.ports import Clock as Moments
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.listeners.door_http import PATH
from bot.machine import now
from bot.settings import read_settings
from bot.usecases.frameworks import publish_framework
from bot.usecases.people import introduce, take_everyone
from frameworks.load import load_library
from frameworks.model import Framework
from playground.clock import Clock
from playground.control import Control
from playground.model import Channel, Person
from playground.server import Playground
from storage.people import add_to_rollout

MANIFEST = yaml.safe_load((Path(__file__).parent.parent / "manifest.yml").read_text())
TUESDAY = datetime(2026, 6, 16, 10, 0, tzinfo=UTC)
NO_PACE = timedelta(0)
PATIENCE = 60.0  # seconds: a test says what happens, not how quickly on a busy machine
SLOWER = 20

ANA, BEN, CLEO, DEV = "U0ANA", "U0BEN", "U0CLEO", "U0DEV"
ROBOT, GUEST, STRANGER, GONE = "U0ROBOT", "U0GUEST", "U0STRANGER", "U0GONE"
PEOPLE = (
    Person(id=ANA, name="ana", is_owner=True, is_admin=True),
    Person(id=BEN, name="ben"),
    Person(id=CLEO, name="cleo"),
    Person(id=DEV, name="dev"),
    Person(id=ROBOT, name="robot", is_bot=True),
    Person(id=GUEST, name="guest", is_restricted=True),
    Person(id=STRANGER, name="stranger", team_id="T0OTHER"),
    Person(id=GONE, name="gone", deleted=True),
)
KUDOS_CHANNEL = "C0KUDOS"
BOT = "U0APP"


@dataclass
class CivilClock:
    """The clock that people live by; a test moves it."""

    moment: datetime = TUESDAY

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def move(self, **by: float) -> None:
        """Go ahead by a timedelta's parts."""
        self.moment += timedelta(**by)


@dataclass
class World:
    """The local Slack, the bot, and the civil clock."""

    slack: Playground
    bot: Running
    clock: CivilClock = field(default_factory=CivilClock)

    @property
    def people(self) -> Control:
        """What people do in Slack."""
        return self.slack.control

    async def deliver(self) -> int:
        """Send all that may go at this moment."""
        return await deliver_due(self.bot.deps)

    async def tick(self) -> int:
        """Claim the prompts that are due, then send all that may go at this moment."""
        await plan_due(self.bot.deps)
        return await self.deliver()


def slowly() -> float:
    """Slack's ticker at a twentieth of its speed: no trigger of three seconds dies of a busy machine."""
    return time.monotonic() / SLOWER


@asynccontextmanager
async def world(
    address: str,
    *,
    mode: Literal["socket", "http"] = "http",
    people: tuple[Person, ...] = PEOPLE,
    published: bool = True,
    rolled_out: bool = True,
    start: datetime = TUESDAY,
    ticker: Moments = now,
    **settings: str,
) -> AsyncIterator[World]:
    """Trellis on a store, with everybody known and in the rollout, and the library's frameworks published."""
    clock = CivilClock(start)
    members = frozenset([*(person.id for person in people), BOT])
    channels = (Channel(id=KUDOS_CHANNEL, name="kudos", members=members),)
    async with Playground(
        manifest=MANIFEST, people=people, channels=channels, mode=mode, pace=None, clock=Clock(ticker=slowly)
    ) as slack:
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_API_URL": slack.api_url,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "TRELLIS_DATABASE_URL": address,
            "TRELLIS_PORT": "0",
        }
        if mode == "socket":
            environ["SLACK_APP_TOKEN"] = slack.app_token
        read = read_settings(environ | settings, None, needs_slack=True)
        async with running(
            read, today=clock, ticker=ticker, ticks=False, deadline=PATIENCE, pace=NO_PACE
        ) as bot:
            await take_everyone(bot.deps)
            for person in people:
                await introduce(bot.deps, person.id)  # those who left, too: somebody spoke of them once
            if published:
                await publish_library(bot)
            if rolled_out:
                async with bot.deps.write() as workspace:
                    await add_to_rollout(workspace, [person.id for person in people], None, clock())
            if mode == "http":
                slack.deliver_to(f"http://127.0.0.1:{bot.port}{PATH}")
            yield World(slack=slack, bot=bot, clock=clock)


async def publish_library(bot: Running) -> None:
    """Publish the frameworks that come with Trellis."""
    for framework in library():
        if framework.id != "shared":
            await publish_framework(bot.deps, framework, None)


@cache
def library() -> tuple[Framework, ...]:
    """The frameworks that come with Trellis, read once a process."""
    return tuple(loaded.framework for loaded in load_library() if loaded.framework is not None)
