"""The demo's civil clock: the local Slack's, which people move and Trellis follows (DESIGN 3, two clocks)."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

from bot.app import Running
from bot.deps import Deps
from bot.domain.ports import Clock
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.logs import without_words
from bot.machine import now
from bot.usecases.ahead import Ahead, look_ahead
from bot.usecases.reviews import nudge_owners

FIELD = b"data: "
_log = structlog.get_logger()


class SharedClock:
    """Tells the moment that the local Slack tells; whoever moves it moves both."""

    def __init__(self, http: aiohttp.ClientSession, targets: aiohttp.ClientResponse, machine: Clock) -> None:
        self._http = http
        self._targets = targets
        self._machine = machine
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """The civil moment, in UTC."""
        return self._machine() + self._ahead

    async def come_to(self, moment: datetime) -> None:
        """Let a moment be now, here and in the local Slack; a clock is never moved back."""
        self._ahead += max(timedelta(0), moment - self())
        async with self._http.post("/control/act/reach", json={"moment": moment.timestamp()}) as response:
            response.raise_for_status()

    async def told(self) -> AsyncIterator[datetime]:
        """Every moment that the local Slack is to be moved to, as somebody asks for it."""
        while (said := await self._said()) is not None:
            if said["target"] is not None:
                yield datetime.fromtimestamp(said["target"], UTC)

    async def agree(self) -> None:
        """Take over what the local Slack tells first: the moment that it shows."""
        await self._said()

    async def _said(self) -> dict[str, float | None] | None:
        """What comes next from the local Slack; None once that has ended."""
        with suppress(aiohttp.ClientError):
            return await self._next_line()
        return None

    async def _next_line(self) -> dict[str, float | None] | None:
        async for line in self._targets.content:
            if line.startswith(FIELD):
                said: dict[str, float | None] = json.loads(line.removeprefix(FIELD))
                self._ahead = datetime.fromtimestamp(said["now"] or 0, UTC) - self._machine()
                return said
        return None


@asynccontextmanager
async def shared_clock(url: str, machine: Clock = now) -> AsyncIterator[SharedClock]:
    """The clock of the local Slack at an address, right from the first look."""
    forever = aiohttp.ClientTimeout(total=None)
    async with (
        aiohttp.ClientSession(url, timeout=forever) as http,
        http.get("/control/clock/follow") as targets,
    ):
        targets.raise_for_status()
        clock = SharedClock(http, targets, machine)
        await clock.agree()
        yield clock


@asynccontextmanager
async def following(clock: SharedClock, bot: Running) -> AsyncIterator[None]:
    """Live through what lies before each moment that somebody moves the clock to, until the block ends.

    The bot's own ticks stand still meanwhile: a message that one of them has in hand would be too late.
    """
    task = asyncio.create_task(_follow(clock, bot))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _follow(clock: SharedClock, bot: Running) -> None:
    async for moment in clock.told():
        try:
            async with bot.ticks.held():
                await Life(clock, bot.deps).until(moment)
        except Exception as error:  # noqa: BLE001  # the clock goes on where the bot could not, and says so
            _log.error("moment_failed", **without_words(error))
            await clock.come_to(moment)


class Life:
    """Time as it passes for the bot: from one moment at which something is due to the next."""

    def __init__(self, clock: SharedClock, deps: Deps) -> None:
        self._clock = clock
        self._deps = deps
        self._nudge: datetime | None = None

    async def until(self, moment: datetime) -> None:
        """Go to a moment, and do at each on the way what real time would bring."""
        await deliver_due(self._deps)
        while (ahead := await self._ahead()).first is not None and ahead.first <= moment:
            await self._clock.come_to(ahead.first)
            if ahead.first == ahead.nudge:
                await nudge_owners(self._deps)
                self._nudge = None
            if ahead.first == ahead.prompts:
                await plan_due(self._deps)
            await deliver_due(self._deps)
        await self._clock.come_to(moment)

    async def _ahead(self) -> Ahead:
        ahead = await look_ahead(self._deps, self._nudge)
        self._nudge = ahead.nudge
        return ahead
