"""Pasted text as Markdown: what looks like a heading or a list entry is marked as one, line by line."""

from __future__ import annotations

import re

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
        kinds = ["text" if kind == "heading" else kind for kind in kinds]
    return "\n".join(_line(lines, kinds, at) for at in range(len(lines)))


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


def _line(lines: list[str], kinds: list[str], at: int) -> str:
    """One line with its mark; a heading is the deeper the nearer it stands to what it is about."""
    line, kind = lines[at], kinds[at]
    found = _BULLET.fullmatch(line)
    if kind == "bullet" and found:
        return f"{found[1].expandtabs(2)}- {found[2]}"
    if kind == "text" and "marked" not in kinds:
        return line if _tells_of_heading(kinds, at) else f"- {line.strip()}"
    if kind == "heading":
        below = _headings_below(kinds, at)
        depth = max(1, 3 - below)
        if below == 0 and is_level(line.strip()) and _is_outer(lines, kinds):
            depth = 2
        return f"{'#' * depth} {line.strip().rstrip(':')}"
    return line


def _headings_below(kinds: list[str], at: int) -> int:
    """How many headings follow this one before anything else."""
    rest = [kind for kind in kinds[at + 1 :] if kind != "blank"]
    count = 0
    while count < len(rest) and rest[count] == "heading":
        count += 1
    return count


def _is_outer(lines: list[str], kinds: list[str]) -> bool:
    """Whether names of levels stand over other headings in this text."""
    return any(
        kind == "heading" and is_level(lines[at].strip()) and _headings_below(kinds, at) == 1
        for at, kind in enumerate(kinds)
    )


def _tells_of_heading(kinds: list[str], at: int) -> bool:
    """Whether a sentence stands right between a heading and a list or a further heading: it tells of it."""
    before = next((kind for kind in reversed(kinds[:at]) if kind != "blank"), "")
    after = next((kind for kind in kinds[at + 1 :] if kind not in {"blank", "text"}), "")
    follows = next((kind for kind in kinds[at + 1 :] if kind != "blank"), "")
    return before == "heading" and follows != "text" and after == "bullet"
