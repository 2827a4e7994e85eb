"""The playground's time: a civil clock that people live by, a ticker for what expires, a wall to sign by.

The ticker may be moved ahead, so that a trigger's three seconds or a retry's five minutes pass at once.
The civil clock may be moved ahead too, so that next Monday comes at once: messages are dated by it.
The wall never moves: signatures stay true.
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
    """Reads two sources given to it; both count seconds, the wall since 1970.

    `civil_from` is where the civil clock begins, later or earlier than the wall; it goes at the wall's pace.
    """

    def __init__(
        self,
        *,
        wall: Callable[[], float] = machine_wall,
        ticker: Callable[[], float] = time.monotonic,
        civil_from: float | None = None,
    ) -> None:
        self.wall = wall
        self.civil_ahead = 0.0 if civil_from is None else civil_from - wall()
        self._ticker = ticker
        self._ahead = 0.0
        self._moved = asyncio.Event()

    def civil(self) -> float:
        """Seconds since 1970 by the clock that people live by."""
        return self.wall() + self.civil_ahead

    def reach(self, moment: float) -> None:
        """Move the civil clock ahead to a moment; it is never moved back."""
        self.civil_ahead += max(0.0, moment - self.civil())

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
