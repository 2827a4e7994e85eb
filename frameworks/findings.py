"""What is wrong or doubtful in a framework file, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

STAND_IN = "?"
"""Begins what stands for an id that could not be read; no id may begin so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One error or warning; `line` counts from 1, `what` and `how` lack their closing stop.

    `rule` is the lasting name of the rule that a warning comes from (docs/lint.md); an error has none.
    """

    path: str
    line: int
    what: str
    how: str
    is_error: bool = True
    rule: str | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.how}."


def nearest(word: str, options: Iterable[str]) -> str:
    """How to mend a word that is none of the options: the likely one, else what there is to choose from."""
    choices = sorted({option for option in options if not option.startswith(STAND_IN)})
    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`"
    if not choices:
        return "There is none to name yet"
    more = ", …" if len(choices) > 12 else ""
    return f"Use one of {', '.join(choices[:12])}{more}"
