"""A past review as a page: Markdown or plain text, one member a file.

At the top stand the member, by Slack id or @name, and a date or a period, perhaps who wrote it. Under each
heading, every paragraph and every item of a list is a note. What stands in `<!-- -->` was for who filled
it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.domain.past_reviews import PastFile, PastRow, as_text
from bot.domain.people_list import Problem
from bot.domain.texts import clean
from bot.domain.written_days import days_written

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__):?")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(.*)")
_MEMBER = re.compile(r"<@([UW][A-Z0-9]{2,})|(?<![\w<@])(@[\w.\-]+|[UW](?=[A-Z]*\d)[A-Z0-9]{3,})\b", re.ASCII)
_LABEL = re.compile(r"\W*(\w[\w ]{0,20}?)\W*:\W*(.*?)[*_\s]*")
_AUTHOR = frozenset({"from", "author", "by", "reviewer", "written_by"})
_SOURCE = frozenset({"source", "review", "cycle", "review_cycle"})
_DAY = frozenset({"date", "day", "period", "when"})
_RULE = frozenset("-=*_ ")
"""What a line across, or under a heading, is made of."""
_LONGEST_HEADING = 120


@dataclass(slots=True)
class _Page:
    """What was read so far."""

    user: str = ""
    date: str = ""
    author: str = ""
    source: str = ""
    notes: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of lines: a heading, an item or a paragraph, with the line that it begins at."""

    line: int
    text: str
    is_heading: bool = False


def read_review_page(name: str, raw: bytes) -> PastFile:
    """The notes of one member's page."""
    text = as_text(raw)
    if text is None:
        return PastFile(name=name, problems=(Problem(line=1, key="not_utf8"),))
    page = _Page()
    parts = list(_parts(_without_comments(text)))
    _read_body(page, parts[_read_head(page, parts) :])
    missing = [key for key, found in (("no_member", page.user), ("no_period", page.date)) if not found]
    if not missing and not page.notes:
        missing = ["no_notes"]
    if missing:
        return PastFile(name=name, problems=tuple(Problem(line=1, key=key) for key in missing))
    return PastFile(name=name, rows=tuple(_row(page, *note) for note in page.notes))


def _row(page: _Page, line: int, heading: str, text: str) -> PastRow:
    return PastRow(
        line=line,
        user=page.user,
        date=page.date,
        text=text,
        skill=heading[:_LONGEST_HEADING],
        author=page.author,
        source=page.source,
    )


def _without_comments(text: str) -> str:
    """The lines that are left keep their numbers."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.replace("\r\n", "\n"))


def _read_head(page: _Page, parts: Sequence[_Part]) -> int:
    """Read the top, and say how many parts it has: it ends at the first heading below the member's name."""
    guess = ""
    for place, part in enumerate(parts):
        if part.is_heading and page.user and (page.date or guess):
            page.date = page.date or guess
            return place
        for line in part.text.splitlines():
            day = _read_line(page, line)
            guess = guess or day
    page.date = page.date or guess
    return len(parts)


def _read_line(page: _Page, line: str) -> str:
    """Take what a line says of itself; returns a day that stands in it without being called one."""
    label = _LABEL.fullmatch(line)
    name, said = (
        (label[1].casefold().strip().replace(" ", "_"), label[2].strip(" *_")) if label else ("", line)
    )
    if name in _AUTHOR:
        page.author = page.author or said
        return ""
    if name in _SOURCE:
        page.source = page.source or said
    if not page.user and (member := _MEMBER.search(line)):
        page.user = member[1] or member[2]
    day = next((one for one in _spans(said) if days_written(one)), "")
    if name in _DAY:
        page.date = page.date or day
    return day


def _spans(said: str) -> Iterator[str]:
    """Whatever of a line may be a day or a period, the longest first."""
    yield said.strip()
    words = said.strip("()#* ").split()
    for length in range(min(len(words), 7), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length]).strip("(),.;:*_")


def _read_body(page: _Page, parts: Sequence[_Part]) -> None:
    heading = ""
    for part in parts:
        if part.is_heading:
            heading = part.text
        elif text := clean(part.text):
            page.notes.append((part.line, heading, text))


def _parts(text: str) -> Iterator[_Part]:
    gathered: list[str] = []
    begins = 0
    lines = text.splitlines()
    for number, line in enumerate((*lines, ""), start=1):
        heading, item = _heading_of(line, lines, number), _ITEM.fullmatch(line)
        if (heading or item or not line.strip()) and gathered:
            yield _Part(begins, "\n".join(gathered))
            gathered = []
        if heading:
            yield _Part(number, heading, is_heading=True)
        elif item:
            gathered, begins = [item[1]], number
        elif line.strip() and not set(line.strip()) <= _RULE:
            begins = begins if gathered else number
            gathered.append(line.strip())


def _heading_of(line: str, lines: Sequence[str], number: int) -> str | None:
    """A heading of Markdown; or a line in bold, or one that ends as a question or with a colon, by itself."""
    plain = line.strip()
    if match := _HEADING.fullmatch(plain):
        return match[2]
    if match := _BOLD.fullmatch(plain):
        return match[1].rstrip(":")
    before = lines[number - 2].strip() if number > 1 else ""
    is_alone = not before and plain.endswith(("?", ":")) and len(plain) <= _LONGEST_HEADING
    is_label = is_alone and not _ITEM.fullmatch(line) and not plain.startswith(">")
    return plain.rstrip(":") if is_label else None
