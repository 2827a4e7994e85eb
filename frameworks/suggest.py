"""Which skills a text may show: a guess from words alone, made here, for a person to take or leave.

Two likenesses are added up: of letters (groups of three to five, so that endings and typing errors matter
little) and of words (stems, pairs of stems, and the everyday kinds of work of `frameworks.everyday`). Both
compare with all that a framework says of a skill. What people chose before joins as counts (`Learned`), which
can be taken back. The same texts give the same order.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from frameworks.everyday import IDLE, KINDS
from frameworks.model import Competency

MOST = 3
"""Skills that are suggested at once."""
FEWEST_WORDS = 6
"""Words that say something, below which a guess is not worth showing."""
BUCKETS = 1 << 16
"""Features are counted in so many buckets: several words share each, so that none can be read back."""
KEPT_MODELS = 8
_LETTERS = (3, 4, 5)
_PRIOR = 4.0
"""Pieces of a skill after which its own share of a feature counts as much as the share of all."""
_CAUTION = 8
"""Pieces a skill after which half of what was learned is believed."""
_TAUGHT_WEIGHT = 2
"""Beside each of the two likenesses."""
_EMPTY: Mapping[str, int] = MappingProxyType({})
_WORD = re.compile(r"[a-z0-9]+")
_MENTION = re.compile(r"<[^<>]*>|@\w+|:\w+:|https?://\S+")
_ENDINGS = (
    *(
        ("isation", "is", 4),
        ("ization", "is", 4),
        ("ation", "at", 3),
        ("ations", "at", 3),
        ("iveness", "iv", 3),
    ),
    *(("ness", "", 4), ("ments", "", 4), ("ment", "", 4), ("edly", "", 4), ("ities", "", 4), ("ity", "", 4)),
    *((f"i{letter}{end}", "is", 3) for letter in "sz" for end in ("ing", "ed", "es", "e")),
    *(
        ("ating", "at", 3),
        ("ated", "at", 3),
        ("ates", "at", 3),
        ("ate", "at", 3),
        ("ies", "y", 2),
        ("ied", "y", 2),
    ),
    *(("ings", "", 3), ("ing", "", 3), ("ers", "", 4), ("er", "", 4), ("ors", "", 4), ("or", "", 4)),
    *(("ed", "", 3), ("es", "", 3), ("ly", "", 3), ("s", "", 3), ("e", "", 3)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What people chose: pieces by skill, and by skill how many of them held each bucket of features."""

    pieces: Mapping[str, int] = field(default_factory=lambda: _EMPTY)
    seen: Mapping[str, Mapping[int, int]] = field(default_factory=lambda: MappingProxyType({}))


def suggested(skills: Sequence[Competency], text: str, learned: Learned | None = None) -> tuple[str, ...]:
    """The keys of at most three of the skills, likeliest first; none where the text says too little."""
    return ranked(skills, text, learned)[:MOST] if has_enough(text) else ()


def has_enough(text: str) -> bool:
    """Whether a text says enough for a guess."""
    return len(set(_stems(text))) >= FEWEST_WORDS


def ranked(skills: Sequence[Competency], text: str, learned: Learned | None = None) -> tuple[str, ...]:
    """The keys of the skills of which anything is known, likeliest first; equals stay in their order."""
    if not skills:
        return ()
    scores = _model(tuple(skills)).scores(text, learned or Learned())
    return tuple(sorted(scores, key=lambda key: -scores[key])) if any(scores.values()) else ()


def buckets(text: str) -> frozenset[int]:
    """What is counted of a text: the buckets of its features, never its words."""
    return frozenset(_bucket(one) for one in _meanings(text))


class _Likeness:
    """How alike a text is to each of some groups of texts, by the rarity of what they share (TF-IDF)."""

    def __init__(self, groups: Sequence[Sequence[str]], features: Callable[[str], list[str]]):
        self._features = features
        self._size = len(groups)
        counted = [[Counter(features(text)) for text in texts] for texts in groups]
        found = Counter(one for texts in counted for count in texts for one in count)
        total = 1 + sum(map(len, counted))
        rarities = {often: math.log(total / (1 + often)) + 1 for often in set(found.values())}
        self._rarity = {one: rarities[often] for one, often in found.items()}
        holders: dict[str, tuple[float, ...]] = dict.fromkeys(found, ())
        for place, texts in enumerate(counted):
            for one, weight in self._middle(texts).items():
                holders[one] += (place, weight)
        self._holders = holders
        """By feature, one after the other: the place of a group that holds it, and with what weight."""

    def of(self, text: str) -> list[float]:
        """By the place of each group, from 0 to 1."""
        found = [0.0] * self._size
        for one, weight in self._weights(Counter(self._features(text))).items():
            held = self._holders[one]
            for at in range(0, len(held), 2):
                found[int(held[at])] += weight * held[at + 1]
        return found

    def _weights(self, count: Mapping[str, int]) -> dict[str, float]:
        rarity = self._rarity
        return _of_length_one(
            {one: (1 + math.log(often)) * rarity[one] for one, often in count.items() if one in rarity}
        )

    def _middle(self, texts: Iterable[Mapping[str, int]]) -> dict[str, float]:
        added: dict[str, float] = defaultdict(float)
        for count in texts:
            for one, weight in self._weights(count).items():
                added[one] += weight
        return _of_length_one(added)


class _Model:
    """What is known of some skills."""

    def __init__(self, skills: Sequence[Competency]):
        groups = {skill.key: _texts(skill) for skill in skills}
        self._keys = tuple(groups)
        texts = tuple(groups.values())
        self._likenesses = (_Likeness(texts, _letter_groups), _Likeness(texts, _meanings))

    def scores(self, text: str, learned: Learned) -> dict[str, float]:
        """By skill: how many deviations it lies above the others in both likenesses, and what was learned."""
        parts = [_spread(one.of(text)) for one in self._likenesses]
        parts.append(_taught(self._keys, text, learned))
        return {key: math.fsum(values) for key, *values in zip(self._keys, *parts, strict=True)}


def _spread(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / len(values)
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / spread if spread else 0.0 for value in values]


@lru_cache(maxsize=KEPT_MODELS)
def _model(skills: tuple[Competency, ...]) -> _Model:
    return _Model(skills)


def forget() -> None:
    """Let go of what is held of frameworks; it comes back when it is asked for."""
    _model.cache_clear()


def _taught(keys: Sequence[str], text: str, learned: Learned) -> list[float]:
    """By skill, how much more often than others it was chosen for texts that share features with this one."""
    pieces = [learned.pieces.get(key, 0) for key in keys]
    total = sum(pieces)
    found = [0.0] * len(keys)
    held = sorted(buckets(text)) if total else []
    for one in held:
        often = [learned.seen.get(key, {}).get(one, 0) for key in keys]
        share = sum(often) / total
        if share:
            for place, (here, of) in enumerate(zip(often, pieces, strict=True)):
                found[place] += math.log((here / share + _PRIOR) / (of + _PRIOR))
    belief = total / (total + _CAUTION * len(keys)) * _TAUGHT_WEIGHT
    return [score * belief / math.sqrt(len(held) or 1) for score in found]


def _texts(skill: Competency) -> list[str]:
    """All that a framework says of a skill."""
    said = (line for one in skill.behaviours for line in (one.text, *(one.example or "").splitlines()))
    return [text for text in (skill.title, skill.about, *skill.aliases, *said) if text]


def _letter_groups(text: str) -> list[str]:
    line = f" {' '.join(_words(text))} "
    return [line[at : at + size] for size in _LETTERS for at in range(len(line) - size + 1)]


def _meanings(text: str) -> list[str]:
    stems = _stems(text)
    pairs = [f"{one} {other}" for one, other in pairwise(stems)]
    return [*stems, *pairs, *(f"#{kind}" for one in stems for kind in _kinds().get(one, ()))]


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _words(text) if word not in IDLE]


def _words(text: str) -> list[str]:
    """Words and numbers; names that are mentioned, emoji and addresses say nothing of a skill."""
    return _WORD.findall(_MENTION.sub(" ", text).casefold())


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without its ending, as far as that is plain to see: British and American spelling become one."""
    stem = word.replace("our", "or") if len(word) > 4 else word
    for ending, instead, least in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= least:
            stem = stem[: -len(ending)] + instead
            break
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        stem = stem[:-1]
    return f"{stem[:-1]}y" if stem.endswith("i") else stem


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """The kinds of work that each stem stands under."""
    found: dict[str, list[str]] = defaultdict(list)
    for kind, words in KINDS.items():
        for one in dict.fromkeys(_stem(word) for word in words):
            found[one].append(kind)
    return {one: tuple(kinds) for one, kinds in found.items()}


def _bucket(feature: str) -> int:
    return zlib.crc32(feature.encode()) % BUCKETS


def _of_length_one(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in weights.items()} if length else {}
