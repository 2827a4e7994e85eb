"""Looks words up in a text, each with what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

WORD = re.compile(r"[^\W_][\w'-]*")


class Lexicon:
    """Patterns of whole words with an advice each; the longest match at a place counts."""

    def __init__(self, advice: Mapping[str, str]) -> None:
        self._advice = tuple(advice.values())
        alternatives = (f"(?P<r{number}>{pattern})" for number, pattern in enumerate(advice))
        self._pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(alternatives)})(?![\w-]|['’]\w)")

    def found(self, text: str, known: Set[str] = frozenset()) -> Iterator[tuple[str, str]]:
        """Each word found, once, with its advice; words that readers know are left out."""
        told: set[str] = set()
        for match in self._pattern.finditer(text.casefold()):
            word, rule = match[0].strip(), match.lastgroup or "r0"
            if word not in known and rule not in told:
                told.add(rule)
                yield word, self._advice[int(rule[1:])]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(WORD.findall(text.casefold().replace("’", "'")))
