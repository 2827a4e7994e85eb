"""How often the right skill is suggested, on words that others wrote, beside a plain TF-IDF of letters.

The texts stand outside of the repository, under licences of their own: they are read here, and kept nowhere.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frameworks import suggest
from frameworks.model import Behaviour, Competency, Stage

FOLDER = (
    Path(__file__).resolve().parents[1] / os.environ.get("TRELLIS_TEST_DATA", "../shared/data") / "suggest"
)
SETS = ("behaviours", "kudos")
Skills = tuple[Competency, ...]
Order = Callable[[Skills, str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text, the skills that it is right to name for it, and those to choose from."""

    text: str
    right: frozenset[str]
    skills: Skills


def measure() -> dict[str, float]:
    """Top-1 and top-3 in per cent and milliseconds a text, of both; nothing where the texts are not there."""
    if not FOLDER.is_dir():
        print(f"(suggest: no texts to measure with in {FOLDER.parent.name}/{FOLDER.name})", file=sys.stderr)
        return {}
    found: dict[str, float] = {}
    clusters = _clusters()
    for name in SETS:
        asked = _asked(name, clusters)
        for label, order in (("plain TF-IDF", _Plain().ranked), ("ours", suggest.ranked)):
            for skills in {one.skills for one in asked}:
                order(skills, "warm up")
            found |= {f"suggest, {name}, {label}, {part}": value for part, value in _figures(asked, order)}
    return found | {"suggest, largest framework in memory, MB": max(map(_weight, clusters.values()))}


def _figures(asked: Sequence[Asked], order: Order) -> list[tuple[str, float]]:
    began = time.perf_counter()
    orders = [order(one.skills, one.text) for one in asked]
    each = (time.perf_counter() - began) * 1000 / len(asked)
    shares = [
        sum(bool(one.right & set(found[:most])) for one, found in zip(asked, orders, strict=True))
        / len(asked)
        for most in (1, suggest.MOST)
    ]
    return [("top-1 %", 100 * shares[0]), ("top-3 %", 100 * shares[1]), ("ms a text", each)]


def _asked(name: str, clusters: Mapping[str, Skills]) -> list[Asked]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Asked(
            text=one["text"],
            right=frozenset((one["label"], *one.get("also", ()))),
            skills=clusters[f"{one['framework']}/{one['cluster']}"],
        )
        for one in map(json.loads, lines)
        if one["label"]
    ]


def _clusters() -> dict[str, Skills]:
    index = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    return {name: tuple(map(_skill, skills)) for name, skills in index.items()}


def _skill(one: Mapping[str, Any]) -> Competency:
    said = tuple(Behaviour(id=str(place), text=text) for place, text in enumerate(one["behaviours"]))
    stages = (Stage(number=1, behaviours=said),)
    about = one.get("description") or ""
    return Competency(key=one["id"], id=one["id"], title=one["name"], about=about, stages=stages)


def _weight(skills: Skills) -> float:
    """What is held of one framework once it is known."""
    suggest.forget()
    tracemalloc.start()
    suggest.ranked(skills, "warm up")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1e6


class _Plain:
    """Groups of three to five letters weighted by rarity, a middle for each skill, the cosine."""

    def __init__(self) -> None:
        self._known: dict[Skills, tuple[dict[str, float], dict[str, dict[str, float]]]] = {}

    def ranked(self, skills: Skills, text: str) -> list[str]:
        if skills not in self._known:
            self._known[skills] = _middles(skills)
        rarity, middles = self._known[skills]
        mine = _weighted(_letters(text), rarity)
        score = {
            key: sum(weight * middle.get(one, 0.0) for one, weight in mine.items())
            for key, middle in middles.items()
        }
        return sorted(score, key=lambda key: -score[key])


def _middles(skills: Skills) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    texts = [
        (skill.key, _letters(text))
        for skill in skills
        for text in (skill.title, skill.about, *(one.text for one in skill.behaviours))
        if text
    ]
    often = Counter(one for _, letters in texts for one in letters)
    rarity = {one: math.log((1 + len(texts)) / (1 + count)) + 1 for one, count in often.items()}
    added: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, letters in texts:
        for one, weight in _weighted(letters, rarity).items():
            added[key][one] += weight
    return rarity, {key: _unit(middle) for key, middle in added.items()}


def _letters(text: str) -> Counter[str]:
    line = f" {' '.join(''.join(letter if letter.isalnum() else ' ' for letter in text.lower()).split())} "
    return Counter(line[at : at + size] for size in (3, 4, 5) for at in range(len(line) - size + 1))


def _weighted(letters: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    return _unit({one: (1 + math.log(n)) * rarity[one] for one, n in letters.items() if one in rarity})


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {one: weight / length for one, weight in weights.items()}
