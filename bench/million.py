"""A million active pairs, a hundred thousand due at once: by one worker, by two, and beside others."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

from bench.crowd import Crowd, fill
from bench.desk import addresses, desk
from bench.hands import Done, Task, at_work
from bench.processes import instant_slack

POSTGRES = "PostgreSQL"
QUARTERS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of everything: `ticks` that find nothing, `deliveries` of one worker, `seconds` of two."""

    crowd: Crowd
    ticks: int
    deliveries: int
    seconds: float


WHOLE = Size(
    crowd=Crowd(people=200_000, pairs=1_000_000, due=100_000, jobs=5_000),
    ticks=500,
    deliveries=5_000,
    seconds=8,
)


async def measure() -> dict[str, float]:
    """All figures, on each database that this machine has."""
    figures: dict[str, float] = {}
    async with addresses() as found:
        for name, address in found.items():
            figures |= await measured(name, address, WHOLE)
    return figures


async def measured(name: str, address: str, size: Size) -> dict[str, float]:
    """The figures of one database, with how busy the machine was by then: over 2 of two cores is a crowd."""
    if name != POSTGRES:
        size = replace(size, crowd=replace(size.crowd, jobs=0))
    with instant_slack() as api_url:
        async with desk(address, api_url) as deps:
            await fill(deps, size.crowd)
        figures = _with_load("idle", await _idle(address, api_url, size))
        if name == POSTGRES and size.crowd.jobs:
            figures |= _with_load("side by side", await _beside(address, size))
        figures |= _with_load("one worker", await _alone(address, api_url, size))
        if name == POSTGRES:
            figures |= _with_load("two workers", await _together(address, api_url, size))
    return {f"{label}, {name}": value for label, value in figures.items()}


async def _idle(address: str, api_url: str, size: Size) -> dict[str, float]:
    (ticks,) = await at_work(address, api_url, Task(act="idle", day=-2, most=size.ticks))
    label = f"idle tick over {size.crowd.pairs:,} pairs"
    return {
        **_milliseconds(label, ticks),
        f"{label}, processor time, ms": ticks.busy_seconds * 1000 / ticks.many,
    }


async def _beside(address: str, size: Size) -> dict[str, float]:
    from bench.beside import side_by_side  # Procrastinate is installed by `make bench` alone

    return await side_by_side(address, size.crowd.jobs)


async def _alone(address: str, api_url: str, size: Size) -> dict[str, float]:
    """One worker, in processes of its own, so that its memory is its own too."""
    (claims,) = await at_work(address, api_url, Task(act="plan", day=0))
    (sent,) = await at_work(address, api_url, Task(act="deliver", day=0, most=size.deliveries))
    assert claims.many == size.crowd.due, claims.many
    return {
        "pairs claimed a second": claims.many / claims.seconds,
        "prompts owed by these claims a second": 2 * claims.many / claims.seconds,
        "processor time of a pair's claim, ms": claims.busy_seconds * 1000 / claims.many,
        **_milliseconds("claim of 500 pairs", claims),
        **_memory(f"{claims.many:,} claims", claims, (0, 100)),
        "deliveries a second": sent.many / sent.seconds,
        "processor time of a delivery, ms": sent.busy_seconds * 1000 / sent.many,
        **_memory(f"{sent.many:,} deliveries", sent, QUARTERS),
    }


async def _together(address: str, api_url: str, size: Size) -> dict[str, float]:
    """Two workers, a process each."""
    claims = await at_work(address, api_url, Task(act="plan", day=1), workers=2)
    sent = await at_work(address, api_url, Task(act="deliver", day=1, seconds=size.seconds), workers=2)
    assert sum(one.many for one in claims) == size.crowd.due, claims
    return {**_shares("pairs claimed", claims), **_shares("deliveries", sent)}


def _shares(what: str, done: Sequence[Done]) -> dict[str, float]:
    many, seconds = sum(one.many for one in done), max(one.seconds for one in done)
    shares = {f"{what}, share of worker {n}, %": 100 * one.many / many for n, one in enumerate(done, 1)}
    return {f"{what} a second by two workers": many / seconds, **shares}


def _milliseconds(what: str, done: Done) -> dict[str, float]:
    at = quantiles(done.milliseconds, n=100)
    return {f"{what}, p50 ms": at[49], f"{what}, p99 ms": at[98]}


def _memory(what: str, done: Done, shares: Sequence[int]) -> dict[str, float]:
    last = len(done.megabytes) - 1
    return {
        f"resident memory after {share} % of {what}, MB": done.megabytes[last * share // 100]
        for share in shares
    }


def _with_load(what: str, figures: dict[str, float]) -> dict[str, float]:
    return {**figures, f"load of the machine, {what}": os.getloadavg()[0]}
