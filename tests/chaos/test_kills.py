"""Workers killed at any instant, two at once on one database: nothing is lost, and nothing sent twice."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.jobs.deliver import deliver_due
from bot.listeners.presses import settle_pressed
from bot.usecases.deliveries import drop, owed_now, send_again
from bot.usecases.owing import owe, owed
from bot.usecases.waiting import waiting_for
from bot.views.answers import pack
from storage.choices import DeliveryState
from storage.deliveries import MOST, count_by_state, deliveries_in, get_delivery
from storage.pairs import find_pair, next_run_at
from storage.people import get_person
from storage.records import Delivery
from tests.chaos.company import TOMORROW, due_pairs, found, make_due
from tests.chaos.conftest import FIGURES
from tests.chaos.counting_slack import Counted, counting_slack
from tests.chaos.herd import Herd, herd
from tests.chaos.worker import TODAY, Place, desk

ALL = 1_000_000
PATIENCE_SECONDS = 300
WEEK = timedelta(days=7)
OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)
SENT, UNKNOWN, DROPPED = DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.DROPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many kills, and of how many pairs that fall due."""

    kills: int
    pairs: int
    people: int


FULL = Size(kills=120, pairs=2_500, people=500)
SMALL = Size(kills=6, pairs=60, people=30)


@pytest.mark.slow
async def test_kills_lose_nothing_and_repeat_nothing(
    address: str, is_full: bool, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """However often workers are killed, each occurrence is owed once a side and sent at most once; what may
    not have arrived is known as that, and comes to its end by a press, a digest or the operator."""
    size, begin = FULL if is_full else SMALL, time.perf_counter()
    with counting_slack(tmp_path / "messages", cuts=True) as slack:
        place = Place(address=address, api_url=slack.api_url, log=tmp_path / "log")
        async with desk(place) as deps:
            with herd(place) as workers:
                await live_through(deps, workers, size)
            every = await all_prompts(deps)
    with counting_slack(tmp_path / "messages", cuts=False) as slack:
        async with desk(replace(place, api_url=slack.api_url)) as deps:
            await check_owed(deps, every, size)
            check_sent(every, slack)
            await check_unknown_ends(deps, [one for one in every if one.state is UNKNOWN], slack)
    states = Counter(one.state for one in every)
    record_property(FIGURES, told(address, size, states, time.perf_counter() - begin, place.log))


async def live_through(deps: Deps, workers: Herd, size: Size) -> None:
    """Kill after kill while pairs fall due, and then in peace until nothing is open."""
    await found(deps, size.people)
    pairs, wave = due_pairs(size.people), size.pairs // size.kills
    await make_due(deps, pairs, size.pairs - wave * size.kills)
    for _ in range(size.kills):
        await make_due(deps, pairs, wave)
        await workers.kill_one()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await is_open(deps):  # noqa: ASYNC110  # what is waited for happens in other processes
            await asyncio.sleep(0.1)


async def is_open(deps: Deps) -> bool:
    """Whether a pair is still due or a message on its way."""
    async with deps.read() as workspace:
        counts, due = await count_by_state(workspace), await next_run_at(workspace)
    return due is None or due <= TODAY or any(counts.get(state) for state in OPEN)


async def all_prompts(deps: Deps) -> list[Delivery]:
    """Every prompt that was owed, whatever became of it."""
    async with deps.read() as workspace:
        every = await deliveries_in(workspace, list(DeliveryState), limit=ALL)
    return [one for one in every if one.kind == Kind.PROMPT]


async def check_owed(deps: Deps, every: Sequence[Delivery], size: Size) -> None:
    """Each pair has gone on by one, and owes its occurrence once to each side."""
    made = tuple(itertools.islice(due_pairs(size.people), size.pairs))
    async with deps.read() as workspace:
        found = [await find_pair(workspace, pair.id) for pair in made]
    assert found == [replace(pair, next_on=TOMORROW + WEEK, next_run_at=TODAY + WEEK) for pair in made]
    sides = sorted((pair.id, person) for pair in made for person in (pair.first_id, pair.second_id))
    assert sorted((one.cause, one.recipient) for one in every) == sides
    assert {(one.kind, one.occurrence) for one in every} == {(Kind.PROMPT, TOMORROW.isoformat())}


def check_sent(every: Sequence[Delivery], slack: Counted) -> None:
    """Each message is sent or unknown, none arrived twice, and what counts as sent did arrive."""
    arrived = Counter(slack.messages())
    sent = {one.id for one in every if one.state is SENT}
    assert {one.state for one in every} <= {SENT, UNKNOWN}
    assert arrived.keys() <= {one.id for one in every}
    assert set(arrived.values()) == {1}
    assert sent <= arrived.keys()


async def check_unknown_ends(deps: Deps, unknown: Sequence[Delivery], slack: Counted) -> None:
    """Each unknown message stands in its reader's Home, until a press, a digest or the operator ends it."""
    arrived = set(slack.messages())
    pressed = [one for one in unknown if one.id in arrived]
    lost = [one for one in unknown if one.id not in arrived]
    for one in unknown:
        assert await stands_in_home(deps, one)
    for one in pressed:
        await press(deps, one)
    given_up = await end_each(deps, lost)
    for one in (*pressed, *lost):
        async with deps.read() as workspace:
            state = (await get_delivery(workspace, one.id)).state
        assert state is (DROPPED if one.id in given_up else SENT)
    prompts = {one.id for one in await all_prompts(deps)}
    arrived_now = Counter(one for one in slack.messages() if one in prompts)  # and not the digests' own ids
    assert arrived_now == Counter(prompts - given_up)


async def stands_in_home(deps: Deps, one: Delivery) -> bool:
    """Whether its reader sees that it may not have arrived."""
    async with deps.read() as workspace:
        return one.id in {each.delivery for each in await waiting_for(workspace, deps, one.recipient)}


async def press(deps: Deps, one: Delivery) -> None:
    """Its reader presses a button of the message."""
    async with deps.read() as workspace:
        reader = await get_person(workspace, one.recipient)
    stands = {"type": "message", "channel_id": f"D{reader.id}", "message_ts": "1.000000"}
    action = {"value": pack(delivery=one.id)}
    await settle_pressed(deps, reader, {"type": "block_actions", "container": stands, "actions": [action]})


async def end_each(deps: Deps, lost: Sequence[Delivery]) -> set[str]:
    """The operator has one sent and drops the next; the rest come with a digest. Says which were dropped."""
    again, dropped, digested = lost[0::3], lost[1::3], lost[2::3]
    held = {one.id for one in await owed_now(deps, UNKNOWN)}
    assert held <= {one.id for one in lost}
    assert len(held) == min(len(lost), MOST)
    for one in again:
        await send_again(deps, one.id)
    for one in dropped:
        await drop(deps, one.id)
    async with deps.write() as workspace:
        readers = {one.recipient for one in digested}
        await owe(workspace, deps, *(owed(deps, Kind.DIGEST, each, "lost") for each in readers))
    while await is_open(deps):
        await deliver_due(deps)
    return {one.id for one in dropped}


def told(address: str, size: Size, states: Counter[DeliveryState], seconds: float, log: Path) -> str:
    """The figures, in a line."""
    ticks = sum("tick_failed" in line for line in log.read_text().splitlines())
    return (
        f"{address.partition(':')[0]}: {size.kills} kills, {states.total()} messages owed: "
        f"{states[SENT]} sent, {states[UNKNOWN]} unknown; {ticks} ticks failed; {seconds:.0f} s"
    )
