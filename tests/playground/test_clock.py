"""The playground's clock."""

from __future__ import annotations

import asyncio

import pytest

from playground.clock import Clock


async def test_advance_wakes() -> None:
    """Whoever waits for the ticker wakes when it is moved far enough, and not before."""
    clock = Clock(ticker=lambda: 0.0)
    waiting = asyncio.create_task(clock.sleep(60))
    await asyncio.wait([asyncio.create_task(_turn())])
    clock.advance(59)
    await asyncio.wait([asyncio.create_task(_turn())])
    before = waiting.done()

    clock.advance(1)
    await waiting

    assert not before


async def _turn() -> None:
    """Give every other task its turn."""


async def test_wall_stays() -> None:
    """Moving the ticker leaves the wall alone."""
    clock = Clock(wall=lambda: 5.0)

    clock.advance(100)

    assert clock.wall() == 5.0


async def test_within() -> None:
    """Work that ends in time gives its result; its error is its own."""
    clock = Clock()

    async def seven() -> int:
        return 7

    async def fail() -> None:
        raise KeyError("mine")

    assert await clock.within(3, seven()) == 7
    with pytest.raises(KeyError, match="mine"):
        await clock.within(3, fail())


async def test_within_too_late() -> None:
    """Work that does not end in time is given up."""
    clock = Clock(ticker=lambda: 0.0)
    never = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(clock.within(3, never))
    await asyncio.wait([asyncio.create_task(_turn())])

    clock.advance(3)

    with pytest.raises(TimeoutError):
        await waiting
    assert never.cancelled()
