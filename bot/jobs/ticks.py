"""The clock's doors: a few ticks in memory; the database decides who does what, once (DESIGN 6.1)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.deps import Deps
from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.logs import without_words
from bot.usecases.deliveries import Sent, purge, reap
from bot.usecases.prompting import recompute_all
from bot.usecases.reviews import nudge_owners

Job = Callable[[Deps], Awaitable[Any]]

DELIVER = "deliver"
DELIVER_SECONDS = 1
WORKERS = 4  # each sends one message at a time; what one waits for Slack, the others use
DAY_SECONDS = 86_400
EVERY_SECONDS: Mapping[str, tuple[Job, float]] = {
    "reap": (reap, 30),
    "purge": (purge, DAY_SECONDS),
    "plan": (plan_due, 10),
    "nudge": (nudge_owners, 300),
}
_log = structlog.get_logger()


class Ticks:
    """An APScheduler that holds nothing durable; a test may have it tick faster."""

    def __init__(
        self,
        deps: Deps,
        every_seconds: Mapping[str, tuple[Job, float]] = EVERY_SECONDS,
        deliver_seconds: float = DELIVER_SECONDS,
    ) -> None:
        self._deps = deps
        self._is_ending = False
        self._unsettled: list[Sent] = []
        self._under_way: set[asyncio.Task[Any] | None] = set()
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        )
        deliver: dict[str, tuple[Job, float]] = {DELIVER: (self._deliver, deliver_seconds)}
        for name, (job, seconds) in {**deliver, **every_seconds}.items():
            self._scheduler.add_job(self._run, "interval", (name, job), seconds=seconds, id=name)

    def start(self) -> None:
        """Begin to tick; zone data may be other than at the last start, so due times are worked out anew."""
        self._scheduler.start()
        self._scheduler.add_job(self._run, None, ("recompute", recompute_all))

    def wake(self) -> None:
        """Deliver now instead of at the next tick."""
        if self._scheduler.running and not self._is_ending:
            self._scheduler.modify_job(DELIVER, next_run_time=self._deps.ticker())

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Nothing ticks in the block, which begins when all that is under way has ended."""
        if not self._scheduler.running:
            yield
            return
        self._scheduler.pause()
        if running := {task for task in self._under_way if task is not None}:
            await asyncio.wait(running)
        try:
            yield
        finally:
            if not self._is_ending:
                self._scheduler.resume()

    async def stop(self, seconds: float) -> None:
        """Claim nothing more, and wait so long for the message that is being sent; then cut off."""
        self._is_ending = True
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        running = {task for task in self._under_way if task is not None}
        if running:
            await asyncio.wait(running, timeout=seconds)
        self._scheduler.shutdown(wait=False)

    async def _deliver(self, deps: Deps) -> None:
        """All of them to their end: one that fails leaves no other to itself, with a message half sent."""
        workers = (deliver_due(deps, lambda: self._is_ending, self._unsettled) for _ in range(WORKERS))
        done = await asyncio.gather(*workers, return_exceptions=True)
        for failed in done:
            if isinstance(failed, BaseException):
                raise failed

    async def _run(self, name: str, job: Job) -> None:
        task = asyncio.current_task()
        self._under_way.add(task)
        try:
            await job(self._deps)
        except Exception as error:  # noqa: BLE001  # a failed tick is logged, and the next one comes
            _log.error("tick_failed", tick=name, **without_words(error))
        finally:
            self._under_way.discard(task)
