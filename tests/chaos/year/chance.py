"""Chance that is the same each time, another for each seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import TypeVar

T = TypeVar("T")


def drawn(*parts: object) -> float:
    """From 0 to 1, by what is asked and not by when."""
    return int.from_bytes(sha256("/".join(map(str, parts)).encode()).digest()[:6]) / 2**48


@dataclass(slots=True)
class Chance:
    """One draw after the other."""

    seed: str
    numbers: "count[int]" = field(default_factory=count)

    def once_in(self, times: float) -> bool:
        """Yes, once in so many times."""
        return drawn(self.seed, next(self.numbers)) * times < 1

    def one_of(self, things: Sequence[T]) -> T:
        """Any of them."""
        return things[self.below(len(things))]

    def below(self, end: int) -> int:
        """A whole number from 0 on."""
        return int(drawn(self.seed, next(self.numbers)) * end)
