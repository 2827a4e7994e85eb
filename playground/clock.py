"""The playground's time: a wall for what people read, a ticker for what expires and is awaited.

The ticker may be moved ahead, so that a trigger's three seconds or a retry's five minutes pass at once.
The wall never moves: signatures and message timestamps stay true.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")

machine_wall: Callable[[], float] = time.time  # noqa: TID251 - the one place that joins the machine's clock


class Clock:
    """Reads two sources given to it; both count seconds, the wall since 1970."""

    def __init__(
        self, *, wall: Callable[[], float] = machine_wall, ticker: Callable[[], float] = time.monotonic
    ) -> None:
        self.wall = wall
        self._ticker = ticker
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def ticks(self) -> float:
        """Seconds on the ticker, with what it was moved ahead."""
        return self._ticker() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move the ticker ahead and wake all who wait for it."""
        self._ahead += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def sleep(self, seconds: float) -> None:
        """Wait until the ticker has gone on by so many seconds."""
        until = self.ticks() + seconds
        while (left := until - self.ticks()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._moved.wait()

    async def within(self, seconds: float, work: Awaitable[T]) -> T:
        """What the work gives, or TimeoutError once the ticker has gone on by so many seconds."""
        task, nap = asyncio.ensure_future(work), asyncio.ensure_future(self.sleep(seconds))
        try:
            await asyncio.wait({task, nap}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise TimeoutError
        finally:
            nap.cancel()
            task.cancel()
