"""Ids in Slack's shapes, from a counter: the same acts give the same ids."""

from __future__ import annotations

import hashlib

MICRO = 1_000_000


class Ids:
    """Makes ids; the salt keeps two playgrounds from making the same tokens."""

    def __init__(self, salt: str = "") -> None:
        self._salt = salt
        self.number = 0
        self.last_ts = 0

    def next(self, prefix: str) -> str:
        """An id such as `V0000000004`."""
        return f"{prefix}{self._next():010d}"

    def token(self, length: int = 32) -> str:
        """Letters and digits that tell nothing and never come twice."""
        return hashlib.sha256(f"{self._salt}:{self._next()}".encode()).hexdigest()[:length]

    def _next(self) -> int:
        self.number += 1
        return self.number

    def ts(self, wall: float) -> str:
        """A message timestamp: seconds with six places, later than every one before."""
        self.last_ts = max(self.last_ts + 1, round(wall * MICRO))
        return f"{self.last_ts // MICRO}.{self.last_ts % MICRO:06d}"
