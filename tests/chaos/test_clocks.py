"""Clocks that step back, and zones that have other rules at the next start."""

from __future__ import annotations

import asyncio
import importlib.resources
import zoneinfo
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from bot.domain.ports import SlackBusy
from bot.jobs.plan import plan_due
from bot.jobs.registry import render
from bot.usecases.deliveries import reap, take_delivery
from bot.usecases.prompting import recompute_all
from storage.pairs import add_pair, find_pair
from tests.chaos.company import due_pairs, found, make_due
from tests.chaos.herd import PROCESSES
from tests.chaos.trouble import (
    HOUR,
    MINUTE,
    PEOPLE,
    SECOND,
    SENDING,
    SENT,
    UNKNOWN,
    Clock,
    replica,
)
from tests.chaos.worker import TODAY

MANY = 12
ZONE, OTHER_RULES = "Europe/Lisbon", "Europe/Berlin"
DAY = timedelta(days=1)
LATER, DUE = TODAY.date() + 3 * DAY, TODAY + 2 * DAY + 4 * HOUR  # a 1:1 at 15:00 of a summer's day, +01:00


async def test_the_day_may_step_back(address: str) -> None:
    """Civil time goes back an hour in the middle: no occurrence is owed again, what was sent is not sent
    again, and the rest goes when it is due."""
    clock = Clock()
    async with replica(address, today=clock, pace=timedelta(0)) as here:
        await found(here.deps, PEOPLE)
        pairs = due_pairs(PEOPLE)
        await make_due(here.deps, pairs, MANY // 2)
        await plan_due(here.deps)
        await here.deliver()
        await make_due(here.deps, pairs, MANY // 2)
        clock.move(-HOUR)
        early = (await plan_due(here.deps), len(here.slack.messages))
        await here.deliver()
        clock.move(HOUR)
        await plan_due(here.deps)
        await here.deliver()

        assert early == (0, MANY)
        assert await here.states() == {SENT: 2 * MANY}
        assert len(here.slack.messages) == len({*here.slack.messages}) == 2 * MANY


async def test_the_machine_s_clock_may_step_back(address: str) -> None:
    """The clock of paces and pauses goes back an hour while Slack has asked to wait: what was said by the
    clock before holds nothing up."""
    ticker = Clock()
    async with replica(address, ticker=ticker, pace=SECOND) as here:
        await here.owe_prompts(4)
        here.slack.trouble = lambda: SlackBusy("ratelimited", 30)
        await here.deliver()
        here.slack.trouble = None
        ticker.move(-HOUR)
        for _ in range(4):
            await here.deliver()
            ticker.move(SECOND)

        assert await here.states() == {SENT: 4}


async def test_a_lease_outlasts_a_step_back(address: str) -> None:
    """What a dead worker held when the clock went back is in doubt later, by no more than the step, and is
    never sent again."""
    ticker = Clock()
    async with replica(address, ticker=ticker, pace=timedelta(0)) as here:
        await here.owe_prompts(2)
        await take_delivery(here.deps, render)
        ticker.move(-HOUR)
        await reap(here.deps)
        await here.deliver()
        before = await here.states()
        ticker.move(HOUR + 2 * MINUTE)
        await reap(here.deps)
        await here.deliver()

        assert before == {SENDING: 1, SENT: 1}
        assert await here.states() == {UNKNOWN: 1, SENT: 1}


def begin_anew(address: str, zones: Path) -> None:
    """A process that reads other zone data, works out anew what is due, and plans."""
    zoneinfo.reset_tzpath(to=[str(zones)])
    asyncio.run(_begin_anew(address))


async def _begin_anew(address: str) -> None:
    async with replica(address) as here:
        await recompute_all(here.deps)
        await plan_due(here.deps)


def with_other_rules(folder: Path) -> Path:
    """Zone data in which a zone lies an hour further east."""
    there = folder / ZONE
    there.parent.mkdir()
    there.write_bytes(importlib.resources.files("tzdata.zoneinfo").joinpath(OTHER_RULES).read_bytes())
    return folder


async def test_a_zone_may_have_other_rules_at_the_next_start(address: str, tmp_path: Path) -> None:
    """Zone data that moves a zone an hour east moves what is not owed yet an hour earlier, at the next
    start; what was owed before is not owed again."""
    pair = replace(next(due_pairs(PEOPLE)), zone=ZONE, local_time=time(11))
    later = replace(pair, id="later", anchor=LATER, next_on=LATER, local_time=time(15), next_run_at=DUE)
    async with replica(address) as here:
        await found(here.deps, PEOPLE)
        async with here.deps.write() as workspace:
            await add_pair(workspace, pair)
            await add_pair(workspace, later)
        await plan_due(here.deps)
        owed = await here.every()
        at_the_next_start = PROCESSES.Process(target=begin_anew, args=(address, with_other_rules(tmp_path)))
        at_the_next_start.start()
        await asyncio.to_thread(at_the_next_start.join)

        assert at_the_next_start.exitcode == 0
        assert await here.every() == owed
        assert {one.cause for one in owed} == {pair.id}
        async with here.deps.read() as workspace:
            moved = [await find_pair(workspace, one.id) for one in (pair, later)]
        assert [one.next_run_at for one in moved if one] == [DUE + 5 * DAY - 5 * HOUR, DUE - HOUR]
