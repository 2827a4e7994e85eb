"""The store goes away in the middle of things and comes back: nothing is lost, doubted or sent twice."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.jobs.deliver import deliver_due
from bot.jobs.plan import plan_due
from bot.usecases.deliveries import Sent, reap
from storage.session import sqlite_file
from tests.chaos.company import due_pairs, found, make_due
from tests.chaos.trouble import MINUTE, PEOPLE, SECOND, SENT, Clock, Replica, replica

MANY = 12
GONE = (DBAPIError, OSError)
Job = Callable[[], Awaitable[object]]


@asynccontextmanager
async def away(address: str) -> AsyncIterator[None]:
    """PostgreSQL cuts every connection and lets nobody in; a SQLite file is another writer's."""
    file = sqlite_file(address)
    if file is not None:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    url = make_url(address)
    engine = create_async_engine(
        url.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
    )
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
    async with engine.connect() as outside:
        await outside.execute(text(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false'))
        try:
            await outside.execute(cut, {"name": url.database})
            yield
        finally:
            await outside.execute(text(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true'))


async def wait_for_no_lock(here: Replica) -> None:
    """On SQLite a writer waits ten seconds for another: here none."""
    async with here.deps.write() as workspace:
        if workspace.is_sqlite:
            await workspace.session.execute(text("PRAGMA busy_timeout = 0"))


async def stays_away(here: Replica, clock: Clock, unsettled: list[Sent]) -> None:
    """A minute of ticks that all fail."""

    async def deliver() -> object:
        return await deliver_due(here.deps, unsettled=unsettled)

    jobs: tuple[Job, ...] = (deliver, lambda: plan_due(here.deps), lambda: reap(here.deps))
    for _ in range(6):
        for job in jobs:
            with pytest.raises(GONE):
                await job()
        clock.move(10 * SECOND)


async def test_a_minute_without_the_store(address: str) -> None:
    """The store goes away while Slack takes a message: a minute of ticks fails, and when it is back that
    message is known to be sent, the due pair is planned, and all the rest goes once."""
    clock, unsettled = Clock(), list[Sent]()
    async with replica(address, ticker=clock) as here:
        await here.owe_prompts(MANY)
        await wait_for_no_lock(here)
        async with AsyncExitStack() as absence:

            async def leave() -> None:
                here.slack.after = None
                await absence.enter_async_context(away(address))

            here.slack.after = leave
            with pytest.raises(GONE):
                await deliver_due(here.deps, unsettled=unsettled)
            await stays_away(here, clock, unsettled)
            in_the_minute = list(here.slack.messages)
        clock.move(MINUTE)
        await reap(here.deps)
        while await deliver_due(here.deps, unsettled=unsettled):
            clock.move(SECOND)

        assert len(in_the_minute) == 1
        assert await here.states() == {SENT: MANY}
        assert sorted(here.slack.messages) == sorted(one.id for one in await here.every())


async def test_a_plan_that_is_cut_off_is_made_again(address: str) -> None:
    """What a planner cannot write while the store is away is planned when it is back, once."""
    async with replica(address) as here:
        await found(here.deps, PEOPLE)
        await make_due(here.deps, due_pairs(PEOPLE), MANY // 2)
        await wait_for_no_lock(here)
        async with away(address):
            with pytest.raises(GONE):
                await plan_due(here.deps)

        assert await plan_due(here.deps) == MANY // 2
        assert len(await here.every()) == MANY
