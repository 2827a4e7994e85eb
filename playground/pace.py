"""Rate limits per method: so many calls a minute, and for messages so many a channel (SLACK.md 2)."""

from __future__ import annotations

import math
from collections import defaultdict, deque

from playground.clock import Clock
from playground.methods import METHODS, Rate


class Pace:
    """Counts calls in a sliding window; `scale` multiplies every allowance, None allows everything."""

    def __init__(self, clock: Clock, scale: float | None) -> None:
        self._clock = clock
        self.scale = scale
        self._calls: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    def wait(self, method: str, channel: str) -> int:
        """Whole seconds until the method may be called again; 0 counts the call as made."""
        if self.scale is None:
            return 0
        limits = [(rate, (method, channel if rate.per_channel else "")) for rate in METHODS[method].rates]
        wait = max((self._wait(rate, key) for rate, key in limits), default=0)
        if not wait:
            for _, key in limits:
                self._calls[key].append(self._clock.ticks())
        return wait

    def _wait(self, rate: Rate, key: tuple[str, str]) -> int:
        now, calls = self._clock.ticks(), self._calls[key]
        while calls and calls[0] <= now - rate.seconds:
            calls.popleft()
        if len(calls) < rate.calls * (self.scale or 1.0):
            return 0
        return max(1, math.ceil(calls[0] + rate.seconds - now))
