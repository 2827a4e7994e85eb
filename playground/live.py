"""Tells watchers of changes: a count for those who wait, a stream for a page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress

from playground.model import Json
from playground.state import Change


class Live:
    """Counts changes and passes each to the watchers it concerns."""

    def __init__(self) -> None:
        self.version = 0
        self._moved = asyncio.Event()
        self._watchers: dict[asyncio.Queue[Json], str] = {}

    def tell(self, change: Change) -> None:
        """Count a change and pass it on."""
        self.version += 1
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
        for queue, user in self._watchers.items():
            if change.people is None or user in change.people:
                queue.put_nowait({"version": self.version, "what": change.what, "id": change.id})

    def now(self) -> float:
        """Seconds on the machine's own ticker, for those who wait."""
        return asyncio.get_running_loop().time()

    async def wait(self, after: int, seconds: float) -> int:
        """The version, as soon as it is later than `after` or so many seconds have passed."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.version <= after:
                    await self._moved.wait()
        return self.version

    async def watch(self, user: str) -> AsyncIterator[Json]:
        """Every change that this person would see, from now on."""
        with self._watching(user) as queue:
            while True:
                yield await queue.get()

    @contextmanager
    def _watching(self, user: str) -> Iterator[asyncio.Queue[Json]]:
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._watchers[queue] = user
        try:
            yield queue
        finally:
            del self._watchers[queue]
