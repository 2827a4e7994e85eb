"""Pasted text as Markdown: what looks like a heading or a list entry is marked as one, line by line."""

from __future__ import annotations

import re
from itertools import pairwise

from frameworks.importers.guessing import is_level
from frameworks.importers.rows import is_placeholder

_BULLET = re.compile(r"(\s*)(?:[•●▪◦‣·○■–—]|o(?=\t)|\*|-|\d{1,2}[.)])\s+(.*)")
_MARKED = re.compile(r"\s*(#{1,6}\s|\||>|```)")
_LONGEST = 80


def as_markdown(text: str) -> str:
    """The same lines, with headings by what follows them: a list or sentences, or another heading."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kinds = [_kind(line) for line in lines]
    if "marked" in kinds:
        kinds = ["bullet" if kind == "bullet" else "marked" for kind in kinds]
    else:
        kinds = _with_depths(lines, kinds)
    return "\n".join(_marked(line, kind) for line, kind in zip(lines, kinds, strict=True))


def _kind(line: str) -> str:
    plain = line.strip()
    if not plain:
        return "blank"
    if _MARKED.match(line):
        return "marked"
    if _BULLET.fullmatch(line):
        return "bullet"
    is_sentence = plain.endswith((".", ";", "!", "?", "。")) or len(plain) > _LONGEST
    return "text" if is_sentence or is_placeholder(plain) else "heading"


def _marked(line: str, kind: str) -> str:
    """One line with its mark."""
    found = _BULLET.fullmatch(line)
    if kind == "bullet" and found:
        return f"{found[1].expandtabs(2)}- {found[2]}"
    if kind == "text":
        return f"- {line.strip()}"
    return f"{kind} {line.strip().rstrip(':')}" if kind.startswith("#") else line


def _with_depths(lines: list[str], kinds: list[str]) -> list[str]:
    """The kinds, headings with their depth: the deeper the nearer they stand to what they are about.

    A sentence between a heading and a list tells of the heading (`about`), other sentences are entries.
    """
    spoken = [at for at, kind in enumerate(kinds) if kind != "blank"]
    follows = dict(pairwise(spoken))
    before = {later: earlier for earlier, later in follows.items()}
    below = _headings_below(spoken, kinds)
    levels_are_over = any(below[at] == 1 and is_level(lines[at].strip()) for at in below)
    found = list(kinds)
    for at in spoken:
        after = kinds[follows[at]] if at in follows else ""
        if kinds[at] == "heading":
            is_empty_level = below[at] == 0 and levels_are_over and is_level(lines[at].strip())
            found[at] = "#" * (2 if is_empty_level else max(1, 3 - below[at]))
        elif kinds[at] == "text" and after == "bullet" and at in before and kinds[before[at]] == "heading":
            found[at] = "about"
    return found


def _headings_below(spoken: list[int], kinds: list[str]) -> dict[int, int]:
    """For each heading, how many more follow it before anything else."""
    below: dict[int, int] = {}
    count = 0
    for at in reversed(spoken):
        if kinds[at] == "heading":
            below[at] = count
        count = count + 1 if kinds[at] == "heading" else 0
    return below
