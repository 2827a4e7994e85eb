"""Finding what was typed among titles and words: everyday phrasings and typos will do. For English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import log
from typing import Generic, TypeVar

from prompts.model import Answer, Guide
from prompts.phrases import EMPTY

MOST_NEAR = 3
SURE = 0.5
"""How much of what was typed, by weight, one has to be about to be what is meant."""
NEAR = 0.2
"""The same, to be worth offering."""
MARGIN = 0.05
"""By how much it has to be ahead of the next."""
LONGEST_TYPED = 200

_PHRASE = 0.6  # a phrase says more than its words apart
_TITLE, _IN_PHRASE, _TEXT = 0.7, 0.6, 0.3  # beside 1 for a word under `words`
_ALIKE = 0.8
_SHORTEST_TYPO = 4
_UNKNOWN = 0.5  # the weight of a word that none is about
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_ENDING = re.compile(r"(?:ations?|ings?|ness|ments?|ies|ers?|ed|es|ly|s|e|y)$")
_SHORTEST_STEM = 3
_Thing = TypeVar("_Thing", Answer, Guide)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[_Thing]):
    """The one that is surely meant, if there is one, and others that may be, the likest first."""

    best: _Thing | None = None
    near: tuple[_Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one is about: the weight of each stem, and phrases of several words."""

    stems: Mapping[str, float]
    phrases: tuple[str, ...]


def find(things: Sequence[_Thing], typed: str) -> Found[_Thing]:
    """What somebody means by what they typed: an id, a title, or some words about it. Never raises."""
    said = _plain(typed[:LONGEST_TYPED])
    for one in things:
        if said and said in {_plain(one.title), _plain(one.id)}:
            return Found(best=one)
    scores = _scores([_entry(one) for one in things], said)
    ranked = sorted(range(len(things)), key=lambda at: -scores[at])
    likely = [at for at in ranked if scores[at] >= NEAR]
    ahead = [scores[at] for at in ranked[:2]] + [0.0, 0.0]
    is_sure = ahead[0] >= SURE and ahead[0] - ahead[1] >= MARGIN
    return Found(
        best=things[likely[0]] if is_sure else None,
        near=tuple(things[at] for at in likely[is_sure:][:MOST_NEAR]),
    )


def _scores(entries: Sequence[_Entry], said: str) -> list[float]:
    """How much of what was said, by weight, each entry is about; a word of few says more."""
    asked = _stems(said)
    known = {stem for entry in entries for stem in entry.stems}
    read = {stem: _nearest(stem, known) for stem in asked}
    weights = {stem: _weight(nearest, entries) for stem, (nearest, _) in read.items()}
    whole = sum(weights.values()) or 1.0
    return [
        sum(
            weights[stem] * likeness * entry.stems.get(nearest, 0.0)
            for stem, (nearest, likeness) in read.items()
        )
        / whole
        + (_PHRASE if any(f" {phrase} " in f" {said} " for phrase in entry.phrases) else 0.0)
        for entry in entries
    ]


def _weight(stem: str, entries: Sequence[_Entry]) -> float:
    """How much a word tells one from another: little where many have it, or where it is only in passing."""
    held = [entry.stems[stem] for entry in entries if stem in entry.stems]
    return max(held) * log(1 + len(entries) / len(held)) if held else _UNKNOWN


def _nearest(stem: str, known: Iterable[str]) -> tuple[str, float]:
    """The known stem that is meant, and how like it is: a typo counts a little less."""
    if stem in known or len(stem) < _SHORTEST_TYPO:
        return stem, 1.0
    near = [one for one in known if abs(len(one) - len(stem)) <= 2 and len(one) >= _SHORTEST_TYPO]
    likeness, nearest = max(
        ((SequenceMatcher(None, stem, one).ratio(), one) for one in near), default=(0.0, "")
    )
    return (nearest, likeness) if likeness >= _ALIKE else (stem, 1.0)


@lru_cache(maxsize=256)
def _entry(one: Answer | Guide) -> _Entry:
    words = one.words if isinstance(one, Answer) else ()
    text = f"{one.text} {one.do}" if isinstance(one, Answer) else " ".join(one.texts)
    plain = tuple(map(_plain, words))
    phrases = tuple(word for word in plain if " " in word)
    single = " ".join(word for word in plain if " " not in word)
    stems: dict[str, float] = {}
    for said, weight in (
        (_plain(text), _TEXT),
        (" ".join(phrases), _IN_PHRASE),
        (_plain(one.title), _TITLE),
        (single, 1.0),
    ):
        stems |= dict.fromkeys(_stems(said), weight)
    return _Entry(stems, phrases)


def _plain(text: str) -> str:
    """Small letters and single spaces, without marks."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


def _stems(plain: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_stem, (word for word in plain.split() if word not in EMPTY))))


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _SHORTEST_STEM else word
