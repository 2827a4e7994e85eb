"""Moving the civil clock together with a bot that follows it from one due moment to the next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager

from playground.clock import Clock
from playground.errors import NotPossible
from playground.model import Json


class Moving:
    """Takes the clock to a moment: at once, or where a bot follows, as soon as that has come there.

    A follower is told of each target, lives through what lies between, and reports each moment by `reach`.
    `changed` hears of every step.
    """

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        self.target: float | None = None
        self._clock = clock
        self._changed = changed
        self._there = asyncio.Event()
        self._followers: set[asyncio.Queue[float]] = set()

    @property
    def is_followed(self) -> bool:
        """Whether a bot lives by this clock."""
        return bool(self._followers)

    async def move(self, moment: float) -> None:
        """Go to a moment and wait until it is there; raises NotPossible."""
        if self.target is not None:
            raise NotPossible("the clock is being moved already: wait until it is there")
        if moment <= self._clock.civil():
            raise NotPossible("the clock goes forward only")
        self.target, self._there = moment, asyncio.Event()
        for queue in self._followers:
            queue.put_nowait(moment)
        if self._followers:
            self._changed()
            await self._there.wait()
        else:
            self.reach(moment)

    def reach(self, moment: float) -> None:
        """A moment has come."""
        self._clock.reach(moment)
        if self.target is not None and moment >= self.target:
            self.target = None
            self._there.set()
        self._changed()

    async def follow(self) -> AsyncGenerator[Json, None]:
        """What a follower is told: where the clock is, then each moment that it is to be moved to."""
        with self._following() as queue:
            yield {"now": self._clock.civil(), "target": self.target}
            while True:
                yield {"now": self._clock.civil(), "target": await queue.get()}

    @contextmanager
    def _following(self) -> Iterator[asyncio.Queue[float]]:
        queue: asyncio.Queue[float] = asyncio.Queue()
        self._followers.add(queue)
        self._changed()
        try:
            yield queue
        finally:
            self._followers.discard(queue)
            if self.target is not None and not self._followers:
                self.reach(self.target)
            self._changed()
