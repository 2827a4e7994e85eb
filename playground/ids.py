"""Ids in Slack's shapes, from a counter: the same acts give the same ids."""

from __future__ import annotations

import hashlib
from itertools import count

MICRO = 1_000_000


class Ids:
    """Makes ids; the salt keeps two playgrounds from making the same tokens."""

    def __init__(self, salt: str = "") -> None:
        self._salt = salt
        self._numbers = count(1)
        self._last_ts = 0

    def next(self, prefix: str) -> str:
        """An id such as `V0000000004`."""
        return f"{prefix}{next(self._numbers):010d}"

    def token(self, length: int = 32) -> str:
        """Letters and digits that tell nothing and never come twice."""
        return hashlib.sha256(f"{self._salt}:{next(self._numbers)}".encode()).hexdigest()[:length]

    def ts(self, wall: float) -> str:
        """A message timestamp: seconds with six places, later than every one before."""
        self._last_ts = max(self._last_ts + 1, round(wall * MICRO))
        return f"{self._last_ts // MICRO}.{self._last_ts % MICRO:06d}"
