"""A worker to be killed: the real ticks, only faster, on a store and a Slack of the test's."""

from __future__ import annotations

import asyncio
import logging
import os
import zoneinfo
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

import structlog

from bot.deps import Deps
from bot.ids import id_maker
from bot.jobs.plan import plan_due
from bot.jobs.ticks import Job, Ticks
from bot.machine import now
from bot.slack.client import SlackClient, session, web_client
from bot.usecases.deliveries import reap
from prompts.load import load_prompts
from tests.databases import RING, opened

TEAM = "T0CHAOS"
TODAY = datetime(2026, 6, 16, 10, 0, tzinfo=UTC)
LEASE = timedelta(seconds=2)
FAST: Mapping[str, tuple[Job, float]] = {"plan": (plan_due, 0.05), "reap": (reap, 0.25)}
DELIVER_SECONDS = 0.05
PROMPTS = load_prompts(None).prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a worker works, and where it writes what went wrong."""

    address: str
    api_url: str
    log: Path


@asynccontextmanager
async def desk(place: Place) -> AsyncIterator[Deps]:
    """What the real program joins, without doors; civil time stands still."""
    async with opened(place.address, RING) as database, session() as http:
        yield Deps(
            database=database,
            workspace_id=TEAM,
            slack=SlackClient(web_client("xoxb-chaos", place.api_url, http), http),
            today=lambda: TODAY,
            ticker=now,
            ids=id_maker(now, os.urandom),
            prompts=PROMPTS,
            pace=timedelta(0),
            lease=LEASE,
        )


def work(place: Place, begun: Connection) -> None:
    """Plan, deliver and reap until killed; says so when it has begun."""
    logging.disable()  # the scheduler's own remarks on ticks that take longer than they are apart
    zoneinfo.reset_tzpath(to=())
    with place.log.open("a", buffering=1) as log:
        structlog.configure(logger_factory=structlog.WriteLoggerFactory(log))
        asyncio.run(_tick(place, begun))


async def _tick(place: Place, begun: Connection) -> None:
    async with desk(place) as deps:
        Ticks(deps, FAST, DELIVER_SECONDS).start()
        begun.send_bytes(b".")
        await asyncio.Event().wait()
