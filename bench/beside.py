"""So many jobs that do nothing: in our engine, in Procrastinate, and as one APScheduler job a pair.

The same database, process and minutes for all. Ours are prompts that are claimed, leased and settled with
two commits each, but whose letter is empty and goes nowhere.
"""

import asyncio
import os
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import procrastinate
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.engine import URL, make_url

from bench.company import NOW
from bench.desk import desk
from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.domain.ports import Posted
from bot.ids import id_maker
from bot.jobs.plan import plan_due
from bot.jobs.ticks import WORKERS
from bot.machine import now
from bot.usecases.deliveries import Reader, Sent, take_delivery
from storage.records import Delivery
from storage.session import Workspace

QUEUE_WORKERS = 20


@dataclass(slots=True)
class Tally:
    """Which jobs ran; one for all, since APScheduler's table can name but a function of a module."""

    wanted: int = 0
    names: set[str] = field(default_factory=set)
    all_ran: asyncio.Event = field(default_factory=asyncio.Event)

    def expect(self, jobs: int) -> None:
        """Begin anew."""
        self.wanted, self.names = jobs, set()
        self.all_ran.clear()

    def add(self, name: str) -> None:
        """A job ran."""
        self.names.add(name)
        if len(self.names) == self.wanted:
            self.all_ran.set()


_tally = Tally()


async def side_by_side(address: str, jobs: int) -> dict[str, float]:
    """Jobs a second of each, and ours over theirs."""
    plain = make_url(address).set(drivername="postgresql+psycopg")
    ours = await _ours(address, jobs)
    stored = SQLAlchemyJobStore(url=plain)
    theirs = {
        "Procrastinate": await _procrastinate(plain, jobs),
        "APScheduler, a job a pair in memory": await _apscheduler(MemoryJobStore(), jobs),
        "APScheduler, a job a pair in a table": await _apscheduler(stored, jobs),
    }
    figures = {"empty jobs a second, Trellis": ours}
    figures |= {f"empty jobs a second, {name}": rate for name, rate in theirs.items()}
    return figures | {f"Trellis over {name}": ours / rate for name, rate in theirs.items()}


async def _ours(address: str, jobs: int) -> float:
    async with desk(address) as made:
        deps = replace(
            made,
            ids=id_maker(now, os.urandom),
            today=lambda: NOW - timedelta(days=1),
            pace=timedelta(0),
        )
        begin = time.perf_counter()
        assert 2 * await plan_due(deps) == jobs
        sent = await asyncio.gather(*(_settle_all(deps) for _ in range(WORKERS)))
        seconds = time.perf_counter() - begin
    assert sum(sent) == jobs, sent
    return jobs / seconds


async def _settle_all(deps: Deps) -> int:
    count, sent = 0, None
    while taken := await take_delivery(deps, _empty, sent):
        assert taken.letter is not None
        sent = Sent(taken=taken, posted=Posted(channel="D0BENCH", ts="1.0"))
        count += 1
    return count


async def _empty(_workspace: Workspace, _deps: Deps, _delivery: Delivery, _reader: Reader) -> Letter:
    return Post({})


async def _procrastinate(address: URL, jobs: int) -> float:
    folder = str(address.query["host"])
    _tally.expect(jobs)
    connector = procrastinate.PsycopgConnector(
        conninfo=f"host={folder} dbname={address.database} user={address.username}",
        max_size=QUEUE_WORKERS,
    )
    app = procrastinate.App(connector=connector)
    empty = app.task(name="empty")(ran)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        begin = time.perf_counter()
        await empty.batch_defer_async(*({"name": f"job {number}"} for number in range(jobs)))
        await app.run_worker_async(
            concurrency=QUEUE_WORKERS, wait=False, install_signal_handlers=False, listen_notify=False
        )
        await _tally.all_ran.wait()
        seconds = time.perf_counter() - begin
    return jobs / seconds


async def _apscheduler(store: Any, jobs: int) -> float:
    """All are due at once, and again a week later: how long until each ran and is stored anew."""
    _tally.expect(jobs)
    scheduler = AsyncIOScheduler(timezone="UTC", jobstores={"default": store})
    scheduler.start(paused=True)
    due = {"next_run_time": now(), "misfire_grace_time": None}
    for number in range(jobs):
        scheduler.add_job(ran, "interval", (f"pair {number}",), weeks=1, id=f"pair {number}", **due)
    begin = time.perf_counter()
    scheduler.resume()
    await _tally.all_ran.wait()
    seconds = time.perf_counter() - begin
    scheduler.remove_all_jobs()
    scheduler.shutdown(wait=False)
    return jobs / seconds


async def ran(name: str) -> None:
    """A job that does nothing but say that it ran."""
    _tally.add(name)
