"""Ids that sort by the time they were made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Ids: TypeAlias = Callable[[], str]
"""Makes the next id: 26 small letters and digits of Crockford's alphabet, greater than the one before."""

RANDOM_BYTES = 10
RANDOM_BITS = 80
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
PAIRS = [high + low for high in DIGITS for low in DIGITS]


def id_maker(now: Callable[[], datetime], entropy: Callable[[int], bytes]) -> Ids:
    """A maker of ids for one event loop, in the layout of a ULID: 48 bits of milliseconds, 80 of chance.

    Within a millisecond, or where the clock goes back, the next id is the last plus one. They name things
    and keep no secret: who has one can guess its neighbours.
    """
    last = 0

    def next_id() -> str:
        nonlocal last
        milliseconds = int(now().timestamp() * 1000)
        fresh = milliseconds << RANDOM_BITS | int.from_bytes(entropy(RANDOM_BYTES), "big")
        is_later = milliseconds > last >> RANDOM_BITS
        last = fresh if is_later else last + 1
        return id_text(last)

    return next_id


def id_text(number: int) -> str:
    """The 26 characters of a number below 2**130, in the same order as the numbers."""
    n, two = number, PAIRS  # written out, as a loop takes twice the time
    return (
        f"{two[n >> 120]}{two[n >> 110 & 1023]}{two[n >> 100 & 1023]}{two[n >> 90 & 1023]}"
        f"{two[n >> 80 & 1023]}{two[n >> 70 & 1023]}{two[n >> 60 & 1023]}{two[n >> 50 & 1023]}"
        f"{two[n >> 40 & 1023]}{two[n >> 30 & 1023]}{two[n >> 20 & 1023]}{two[n >> 10 & 1023]}{two[n & 1023]}"
    )
