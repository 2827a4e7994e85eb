"""Two replicas on one store: one pace, one pause, and a restart in the middle."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.ports import SlackBusy
from bot.jobs.ticks import WORKERS, Ticks
from bot.usecases.deliveries import BULK_BURST
from tests.chaos.trouble import PENDING, SECOND, SENDING, SENT, Clock, Replica, replica
from tests.chaos.worker import DELIVER_SECONDS, FAST

PACE = timedelta(milliseconds=250)


async def tick_both(one: Replica, other: Replica) -> None:
    """Both at the same moment."""
    await asyncio.gather(one.deliver(), other.deliver())


async def test_replicas_keep_one_pace(postgres_database: object, postgres_store: str) -> None:
    """Two replicas together send as many as the pace allows, and no more than a burst beyond it."""
    clock, span, many = Clock(), 20 * SECOND, 160
    async with replica(postgres_store, ticker=clock) as one, replica(postgres_store, ticker=clock) as other:
        await one.owe_prompts(many)
        end = clock.moment + span
        while clock.moment < end:
            clock.move(SECOND / 2)
            await tick_both(one, other)

        sent, paced = len(one.slack.messages) + len(other.slack.messages), span // PACE
        assert one.slack.messages
        assert other.slack.messages
        assert paced <= sent <= paced + BULK_BURST // PACE + 2 * WORKERS


async def test_a_rate_limit_pauses_all_replicas(postgres_database: object, postgres_store: str) -> None:
    """What Slack tells one replica holds for both: until then the other asks nothing."""
    clock = Clock()
    async with replica(postgres_store, ticker=clock) as one, replica(postgres_store, ticker=clock) as other:
        await one.owe_prompts(8)
        one.slack.trouble = lambda: SlackBusy("ratelimited", 30)
        await one.deliver()
        asked, one.slack.trouble = one.slack.asked, None
        clock.move(29 * SECOND)
        await tick_both(one, other)
        in_the_pause = (one.slack.asked - asked, other.slack.asked)
        clock.move(2 * SECOND)
        await tick_both(one, other)
        clock.move(2 * SECOND)
        await tick_both(one, other)

        assert 1 <= asked <= WORKERS
        assert in_the_pause == (0, 0)
        assert await one.states() == {SENT: 8}
        assert len({*one.slack.messages, *other.slack.messages}) == 8


async def test_a_restart_of_all_leaves_nothing_in_doubt(address: str) -> None:
    """Replicas that are told to end finish the message in hand; the next ones send the rest, each once."""
    many = 80
    async with replica(address, pace=timedelta(0)) as one, replica(address, pace=timedelta(0)) as other:
        await one.owe_prompts(many)
        await run_until(one, other, taken=many // 4)
        states = await one.states()
        await run_until(one, other, taken=many)

        assert states.keys() == {SENT, PENDING}
        assert await one.states() == {SENT: many}
        assert len(one.slack.messages) + len(other.slack.messages) == many


async def test_a_worker_that_fails_cuts_no_other_off(address: str) -> None:
    """Of two workers of a replica one fails while the other sends: an end still waits for the other."""
    both, go_on = asyncio.Event(), asyncio.Event()
    async with replica(address, pace=timedelta(0)) as here:

        async def one_fails() -> None:
            if here.slack.asked == 2 and not both.is_set():
                both.set()
                raise ConnectionResetError
            await go_on.wait()

        await here.owe_prompts(2)
        here.slack.after = one_fails
        clockwork = Ticks(here.deps, {}, DELIVER_SECONDS)
        clockwork.start()
        await both.wait()
        end = asyncio.create_task(clockwork.stop(60))
        for _ in range(10):
            await asyncio.sleep(0)
        go_on.set()
        await end

        assert await here.states() == {SENT: 1, SENDING: 1}


async def run_until(*replicas: Replica, taken: int) -> None:
    """Let the clockwork of each run until their Slacks have taken so many, and then end."""
    enough = asyncio.Event()

    async def count() -> None:
        if sum(len(each.slack.messages) for each in replicas) >= taken:
            enough.set()

    clockworks = [Ticks(each.deps, FAST, DELIVER_SECONDS) for each in replicas]
    for each, clockwork in zip(replicas, clockworks, strict=True):
        each.slack.after = count
        clockwork.start()
    async with asyncio.timeout(60):
        await enough.wait()
    await asyncio.gather(*(clockwork.stop(60) for clockwork in clockworks))
