"""Claims of due prompts, and deliveries to a Slack that answers at once, with a commit each."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import time as wall_time
from datetime import timedelta

from bench.company import BOSS, NOW, found_company, names, refresh_statistics
from bench.desk import IDENTITY, addresses, desk
from bench.processes import instant_slack
from bot.deps import Deps
from bot.jobs.deliver import deliver_due
from bot.jobs.ticks import WORKERS
from bot.usecases.prompting import plan_prompts
from storage.choices import Cadence, PairKind, PairState
from storage.pairs import add_pair
from storage.people import set_dm_channel
from storage.records import Pair

PAIRS, DELIVERIES = 20_000, 1_000
PROMPTS_A_PAIR = 2
NO_PACE = timedelta(0)


async def measure() -> dict[str, float]:
    """Claims of due prompts and deliveries of them a second, on each database."""
    figures = {}
    with instant_slack() as api_url:
        async with addresses() as found:
            for name, address in found.items():
                async with desk(address, api_url) as deps:
                    await found_company(deps, IDENTITY, 500)
                    await _add_due_pairs(deps, PAIRS)
                    async with deps.write() as workspace:
                        for person_id in (BOSS, *names(500)):
                            await set_dm_channel(workspace, person_id, "D0BENCH")
                    await refresh_statistics(deps)
                    begin = time.perf_counter()
                    claimed = 0
                    while found_now := await plan_prompts(deps):
                        claimed += found_now * PROMPTS_A_PAIR
                    figures[f"claims of due prompts, {name}, a second"] = claimed / (
                        time.perf_counter() - begin
                    )
                    figures[f"deliveries, {name}, a second"] = await _deliveries(deps)
    return figures


async def _deliveries(deps: Deps) -> float:
    unpaced, begin = replace(deps, pace=NO_PACE), time.perf_counter()
    sent = await asyncio.gather(
        *(deliver_due(unpaced, _after(DELIVERIES // WORKERS)) for _ in range(WORKERS))
    )
    return sum(sent) / (time.perf_counter() - begin)


def _after(many: int) -> Callable[[], bool]:
    """Says that it is over when it was asked so many times."""
    left = iter(range(many))
    return lambda: next(left, None) is None


async def _add_due_pairs(deps: Deps, many: int) -> None:
    members = names(500)
    async with deps.write() as workspace:
        for number in range(many):
            on = NOW.date() + timedelta(days=1)
            pair = Pair(
                id=deps.ids(),
                first_id=members[number % 500],
                second_id=BOSS,
                kind=PairKind.PEER,
                state=PairState.ACTIVE,
                asked_by=BOSS,
                cadence=Cadence.WEEKLY,
                anchor=on,
                local_time=wall_time(10),
                zone="UTC",
                next_on=on,
                next_run_at=NOW - timedelta(minutes=1),
                paused_until=None,
                version=1,
                created_at=NOW,
                ended_at=None,
            )
            await add_pair(workspace, pair)
