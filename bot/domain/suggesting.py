"""Skills that a text may show: what is suggested, and what the suggestions learned."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from frameworks.suggest import Learned, buckets
from storage.records import Taught

WHOLE = -1
"""Stands among the features for the piece itself, so that pieces are counted too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Skills by key, likeliest first; none where the text is too short, or like none of them."""

    keys: tuple[str, ...] = ()
    is_short: bool = False


def features_of(text: str) -> Collection[int]:
    """What is counted of a piece."""
    return buckets(text) | {WHOLE}


def learned_of(taught: Iterable[Taught]) -> Learned:
    """Counts, by skill."""
    pieces: dict[str, int] = {}
    seen: dict[str, dict[int, int]] = defaultdict(dict)
    for one in taught:
        if one.feature == WHOLE:
            pieces[one.competency] = one.pieces
        else:
            seen[one.competency][one.feature] = one.pieces
    return Learned(pieces=pieces, seen=seen)
