"""Past reviews as files have them: a table, read and held against the people whom Trellis knows.

A cell is only ever text: nothing in it is worked out. What is wrong with a line leaves the others as they
are. Pages are read in bot/domain/review_pages.py.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.members import refusal_of
from bot.domain.notes import local_day
from bot.domain.past_notes import digest_of
from bot.domain.people_list import Problem
from bot.domain.texts import LONGEST, clean
from bot.domain.written_days import days_written
from storage.records import Person

LONGEST_TEXT = LONGEST - 300
"""Room is left for the line that says who wrote it."""
LONGEST_LABEL = 120
NEEDED = ("user", "date", "text")
NAMES: Mapping[str, frozenset[str]] = {
    "user": frozenset({"user", "user_id", "slack", "slack_id", "member", "member_id", "person", "employee"}),
    "date": frozenset({"date", "day", "when", "on", "period", "happened_on", "review_date"}),
    "text": frozenset(
        {"text", "note", "notes", "comment", "comments", "feedback", "answer", "what_happened"}
    ),
    "skill": frozenset({"skill", "competency", "area", "category", "topic", "question", "heading"}),
    "example": frozenset({"example", "behaviour", "behavior"}),
    "author": frozenset({"from", "author", "by", "reviewer", "written_by", "given_by"}),
    "source": frozenset({"source", "review", "cycle", "review_cycle", "origin"}),
}
"""What a column may be called, in small letters; other marks count as `_`."""
_DELIMITERS = ",;\t|"
_ID = re.compile(r"(?:<@)?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRow:
    """One note of a file, as written."""

    line: int
    user: str
    date: str
    text: str
    skill: str = ""
    example: str = ""
    author: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFile:
    """The notes of a file that could be read, what is wrong with the others, and columns that say nothing."""

    name: str
    rows: tuple[PastRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def mentioned(self) -> frozenset[str]:
        """All members in it, by id or name, and those of whom an id is named as having written something."""
        authors = (row.author for row in self.rows if id_in(row.author))
        return frozenset((*(row.user for row in self.rows if row.user), *authors))


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWish:
    """A note that a line brings for a member; `author` is None where its words are the member's own."""

    line: int
    person: Person
    on: date
    text: str
    skill: str | None
    example: str | None
    author: str | None
    source: str | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Whom a line may name, and the moment."""

    people: Mapping[str, Person]
    now: datetime
    by_name: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Mapping[str, Person], now: datetime) -> Staff:
        """With all names that mean somebody: whole ones, and first ones."""
        found: dict[str, tuple[Person, ...]] = {}
        for person in people.values():
            whole = person.name.casefold()
            for name in dict.fromkeys((whole, whole.split(" ")[0])):
                found[name] = (*found.get(name, ()), person)
        return cls(people=people, now=now, by_name=found)

    def meant(self, said: str) -> tuple[Person, ...]:
        """The people that an id, a mention or a name may mean.

        Those who are here come before those who left, a whole name before a first one.
        """
        person_id = id_in(said)
        if person_id:
            return (self.people[person_id],) if person_id in self.people else ()
        name = said.strip().removeprefix("@")
        found = self.by_name.get(name.casefold(), ())
        whole = tuple(one for one in found if one.name.casefold() == name.casefold()) or found
        return tuple(one for one in whole if one.may_take_part) or whole


def id_in(said: str) -> str | None:
    """The Slack id that a cell holds, alone or as a mention."""
    match = _ID.fullmatch(said.strip())
    return match[1] if match else None


def read_past_table(name: str, raw: bytes) -> PastFile:
    """The lines of a CSV file with commas, semicolons, tabs or bars between; UTF-8, or UTF-16 with a mark."""
    text = as_text(raw)
    if text is None:
        return _refused(name, "not_utf8")
    try:
        head, delimiter = _head(text)
        if not head:
            return _refused(name, "empty_file")
        fields = [_field_of(one) for one in head]
        wrong = _header_problem(fields)
        return _refused(name, wrong[0], **wrong[1]) if wrong else _rows(name, text, delimiter, head, fields)
    except csv.Error:
        return _refused(name, "not_csv")


def past_wishes(file: PastFile, staff: Staff) -> tuple[tuple[PastWish, ...], tuple[Problem, ...]]:
    """What a file brings, each note once, and every problem by line."""
    problems, found = list(file.problems), []
    seen: set[str] = set()
    for row in file.rows:
        checked = _Checked(row, staff)
        wish = checked.wish()
        problems.extend(checked.problems)
        if wish is not None and wish.digest not in seen:
            seen.add(wish.digest)
            found.append(wish)
    return tuple(found), tuple(sorted(problems, key=lambda problem: problem.line))


def as_text(raw: bytes) -> str | None:
    """The text of a file, or None where its encoding is not known."""
    is_wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def _refused(name: str, key: str, **values: tuple[str, ...]) -> PastFile:
    return PastFile(name=name, problems=(Problem(line=1, key=key, values=values),))


def _head(text: str) -> tuple[list[str], str]:
    """The first line that holds anything, cut where most of its parts are names of columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    ways = [(next(csv.reader([first], delimiter=one), []), one) for one in _DELIMITERS]
    cells, delimiter = max(ways, key=lambda way: sum(_field_of(cell) is not None for cell in way[0]))
    return [cell.strip() for cell in cells if first], delimiter


def _field_of(column: str) -> str | None:
    plain = re.sub(r"[\W_]+", "_", column.casefold()).strip("_")
    return next((name for name, known in NAMES.items() if plain in known), None)


def _header_problem(fields: Sequence[str | None]) -> tuple[str, dict[str, tuple[str, ...]]] | None:
    known = [one for one in fields if one is not None]
    missing = tuple(name for name in NEEDED if name not in known)
    if missing:
        return "columns_missing", {"missing": missing}
    twice = tuple(name for name in NAMES if known.count(name) > 1)
    return ("columns_twice", {"twice": twice}) if twice else None


def _rows(
    name: str, text: str, delimiter: str, head: Sequence[str], fields: Sequence[str | None]
) -> PastFile:
    rows, problems = [], []
    for line, cells in _lines(text, delimiter):
        extra = [cell for cell in cells[len(head) :] if cell.strip()]
        if len(cells) < len(head) or extra:
            values = {"cells": str(len(cells)), "columns": str(len(head))}
            problems.append(Problem(line=line, key="cells", values=values))
            continue
        named = {one: clean(cell) for one, cell in zip(fields, cells, strict=False) if one is not None}
        rows.append(PastRow(line=line, **named))
    unused = tuple(title for title, one in zip(head, fields, strict=True) if one is None and title)
    return PastFile(name=name, rows=tuple(rows), problems=tuple(problems), unused=unused)


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The lines under the first that hold anything, each with the number of its first line in the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before, is_head = 0, True
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if not is_head:
                yield before + 1, cells
            is_head = False
        before = reader.line_num


class _Checked:
    """One row held against what is known; all that is wrong with it is found at once."""

    def __init__(self, row: PastRow, staff: Staff) -> None:
        self._row = row
        self._staff = staff
        self.problems: list[Problem] = []

    def wish(self) -> PastWish | None:
        """What the row brings, or None where something is wrong with it."""
        row = self._row
        person, on, text = self._person(), self._day(), self._text()
        author, source = self._author(person), self._label("source")
        skill, example = self._label("skill"), self._example()
        if self.problems or person is None or on is None:
            return None
        if on > local_day(self._staff.now, person.zone):
            self._wrong("day_ahead")
            return None
        return PastWish(
            line=row.line,
            person=person,
            on=on,
            text=text,
            skill=skill,
            example=example,
            author=author,
            source=source,
            digest=digest_of(person.id, on, text),
        )

    def _wrong(self, key: str, **values: str) -> None:
        self.problems.append(Problem(line=self._row.line, key=key, values=values))

    def _person(self) -> Person | None:
        said = self._row.user.strip()
        if not said:
            self._wrong("no_user")
            return None
        meant = self._staff.meant(said)
        if len(meant) != 1:
            self._wrong("several_users" if meant else "unknown_user", value=said)
            return None
        refusal = refusal_of(meant[0])
        if refusal is not None:
            self._wrong(refusal, value=said)
            return None
        return meant[0]

    def _day(self) -> date | None:
        days = days_written(self._row.date)
        if len(days) == 1:
            return days[0]
        values = {"one": days[0].isoformat(), "other": days[-1].isoformat()} if days else {}
        self._wrong(("two_days" if days else "unknown_day") if self._row.date else "no_day", **values)
        return None

    def _text(self) -> str:
        if not self._row.text:
            self._wrong("no_text")
        elif len(self._row.text) > LONGEST_TEXT:
            self._wrong("long_text", length=f"{len(self._row.text):,}", most=f"{LONGEST_TEXT:,}")
        return self._row.text

    def _author(self, person: Person | None) -> str | None:
        """The name of who wrote it, unless that is the member."""
        said = self._label("author")
        if said is None:
            return None
        meant = self._staff.meant(said)
        if person is not None and len(meant) == 1 and meant[0].id == person.id:
            return None
        return meant[0].name if len(meant) == 1 else said.removeprefix("@")

    def _label(self, name: str) -> str | None:
        said = " ".join(str(getattr(self._row, name)).split())
        if len(said) > LONGEST_LABEL:
            column = "from" if name == "author" else name
            self._wrong("long_label", column=column, most=str(LONGEST_LABEL))
        return said or None

    def _example(self) -> str | None:
        """Behaviours are named by their text, which may be longer than a label."""
        return " ".join(self._row.example.split())[:LONGEST] or None
