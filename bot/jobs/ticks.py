"""The clock's doors: a few ticks in memory; the database decides who does what, once (DESIGN 6.1)."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.deps import Deps
from bot.jobs.deliver import deliver_due
from bot.logs import without_words
from bot.usecases.deliveries import purge, reap

Job = Callable[[Deps], Awaitable[Any]]

DELIVER = "deliver"
DAY_SECONDS = 86_400
EVERY_SECONDS: dict[str, tuple[Job, int]] = {
    DELIVER: (deliver_due, 1),
    "reap": (reap, 30),
    "purge": (purge, DAY_SECONDS),
}
_log = structlog.get_logger()


class Ticks:
    """An APScheduler that holds nothing durable."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        )
        for name, (job, seconds) in EVERY_SECONDS.items():
            self._scheduler.add_job(self._run, "interval", (name, job), seconds=seconds, id=name)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def wake(self) -> None:
        """Deliver now instead of at the next tick."""
        if self._scheduler.running:
            self._scheduler.modify_job(DELIVER, next_run_time=self._deps.ticker())

    def stop(self) -> None:
        """Tick no more; what runs is finished by who drains."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _run(self, name: str, job: Job) -> None:
        try:
            await job(self._deps)
        except Exception as error:  # noqa: BLE001  # a failed tick is logged, and the next one comes
            _log.error("tick_failed", tick=name, **without_words(error))
