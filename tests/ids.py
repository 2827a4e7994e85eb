"""Ids that a test can count on."""

from __future__ import annotations

from itertools import count

from bot.ids import Ids, id_text


def counted_ids() -> Ids:
    """Ids of the real form that count from 1: `00000000000000000000000001`, and so on."""
    numbers = count(1)
    return lambda: id_text(next(numbers))
