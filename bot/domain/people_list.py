"""The company's list of people: `people.csv`, read and held against what Trellis knows (DESIGN 4).

A cell is only ever text: nothing in it is worked out. An empty cell leaves what is as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.cadence import zone_or_utc
from bot.domain.members import refusal_of
from frameworks.model import Framework, Level
from storage.choices import PersonKind
from storage.records import Person

COLUMNS = ("user", "cluster", "second_cluster", "lane", "level", "since", "manager", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong at a line, as the key of its sentence in words with the values that fill it."""

    line: int
    key: str
    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person's line, as written."""

    line: int
    user: str
    cluster: str
    second_cluster: str
    lane: str
    level: str
    since: str
    manager: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """The lines that could be read, and what is wrong with the others."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    @property
    def mentioned(self) -> frozenset[str]:
        """All ids of people in it."""
        return frozenset(name for row in self.rows for name in (row.user, row.manager) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the list says that somebody is; `level` is None on one sheet and for contractors."""

    framework: Framework
    second_cluster: str | None
    level: Level | None
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the list says of one person; None leaves what is."""

    line: int
    person: Person
    kind: PersonKind | None
    place: Place | None
    manager: Person | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a line is held against: people by id, published frameworks by cluster, the moment."""

    people: Mapping[str, Person]
    frameworks: Mapping[str, Framework]
    now: datetime


def read_people_list(raw: bytes) -> PeopleList:
    """The lines of a CSV file in UTF-8, with or without a mark of byte order; blank lines are nothing."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return PeopleList(rows=(), problems=(Problem(line=1, key="not_utf8"),))
    lines = _cells(text)
    try:
        first = next(lines, None)
        if first is None:
            return PeopleList(rows=(), problems=(Problem(line=1, key="empty_list"),))
        names = [name.strip().lower() for name in first[1]]
        wrong = _header_problem(first[0], names)
        return PeopleList(rows=(), problems=(wrong,)) if wrong else _rows(names, lines)
    except csv.Error as error:
        return PeopleList(rows=(), problems=(Problem(line=1, key="not_csv", values={"why": str(error)}),))


def wishes(listed: PeopleList, known: Known) -> tuple[tuple[Wish, ...], tuple[Problem, ...]]:
    """What the list asks for, and every problem by line."""
    problems = list(listed.problems)
    found = []
    first: dict[str, int] = {}
    for row in listed.rows:
        if row.user in first:
            values = {"user": row.user, "first": str(first[row.user])}
            problems.append(Problem(line=row.line, key="twice", values=values))
            continue
        first.setdefault(row.user, row.line)
        checked = _Row(row, known)
        wish = checked.wish()
        problems.extend(checked.problems)
        if wish is not None and not checked.problems:
            found.append(wish)
    return tuple(found), tuple(sorted(problems, key=lambda problem: problem.line))


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, each with the number of its first line in the file."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    before = 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield before + 1, cells
        before = reader.line_num


def _header_problem(line: int, names: list[str]) -> Problem | None:
    if sorted(names) == sorted(COLUMNS):
        return None
    missing = tuple(name for name in COLUMNS if name not in names)
    strange = tuple(name for name in names if name not in COLUMNS)
    if missing or strange:
        return Problem(line=line, key="columns", values={"missing": missing, "strange": strange})
    return Problem(line=line, key="column_twice")


def _rows(names: list[str], lines: Iterator[tuple[int, list[str]]]) -> PeopleList:
    rows, problems = [], []
    for line, cells in lines:
        extra = [cell for cell in cells[len(names) :] if cell.strip()]
        if len(cells) < len(names) or extra:
            values = {"cells": str(len(cells)), "columns": str(len(names))}
            problems.append(Problem(line=line, key="cells", values=values))
            continue
        rows.append(Row(line=line, **{name: cell.strip() for name, cell in zip(names, cells, strict=False)}))
    return PeopleList(rows=tuple(rows), problems=tuple(problems))


class _Row:
    """One line held against what is known; all that is wrong with it is found at once."""

    def __init__(self, row: Row, known: Known) -> None:
        self._row = row
        self._known = known
        self.problems: list[Problem] = []

    def wish(self) -> Wish | None:
        """What the line asks for, as far as it makes sense."""
        person = self._person(self._row.user, "user")
        kind = self._kind()
        manager = self._manager()
        is_contractor = (kind or (person.kind if person else None)) is PersonKind.CONTRACTOR
        place = self._place(person, is_contractor=is_contractor)
        if person is None:
            return None
        return Wish(line=self._row.line, person=person, kind=kind, place=place, manager=manager)

    def _wrong(self, key: str, **values: str | tuple[str, ...]) -> None:
        self.problems.append(Problem(line=self._row.line, key=key, values=values))

    def _person(self, person_id: str, column: str) -> Person | None:
        if not re.fullmatch(r"[UW][A-Z0-9]+", person_id, re.ASCII):
            self._wrong("no_id", column=column, value=person_id)
            return None
        person = self._known.people.get(person_id)
        if person is None:
            self._wrong("unknown_person", column=column, value=person_id)
            return None
        refusal = refusal_of(person)
        if refusal is not None:
            self._wrong(refusal, column=column, value=person_id)
            return None
        return person

    def _kind(self) -> PersonKind | None:
        kind = self._row.kind.lower()
        if kind and kind not in set(PersonKind):
            self._wrong("kind", value=self._row.kind)
            return None
        return PersonKind(kind) if kind else None

    def _manager(self) -> Person | None:
        if not self._row.manager:
            return None
        if self._row.manager == self._row.user:
            self._wrong("own_manager")
            return None
        return self._person(self._row.manager, "manager")

    def _place(self, person: Person | None, *, is_contractor: bool) -> Place | None:
        row = self._row
        if not row.cluster:
            beside = tuple(name for name in COLUMNS[2:6] if getattr(row, name))
            if beside:
                self._wrong("no_cluster", columns=beside)
            return None
        since = self._since(person)
        framework = self._cluster(row.cluster, "cluster")
        self._second()
        level = self._level(framework, is_contractor=is_contractor) if framework else None
        if framework is None or since is None:
            return None
        return Place(framework=framework, second_cluster=row.second_cluster or None, level=level, since=since)

    def _since(self, person: Person | None) -> date | None:
        since = self._row.since
        try:
            day = date.fromisoformat(since) if re.fullmatch(r"\d{4}-\d\d-\d\d", since, re.ASCII) else None
        except ValueError:
            day = None
        if day is None:
            self._wrong("since" if since else "no_since", value=since)
        elif day > self._known.now.astimezone(zone_or_utc(person.zone if person else "UTC")).date():
            self._wrong("since_ahead", value=since)
        return day

    def _cluster(self, name: str, column: str) -> Framework | None:
        framework = self._known.frameworks.get(name)
        if framework is None:
            known = tuple(self._known.frameworks)
            self._wrong("cluster" if known else "no_framework", column=column, value=name, known=known)
        return framework

    def _second(self) -> None:
        if self._row.second_cluster and self._row.second_cluster == self._row.cluster:
            self._wrong("same_cluster")
        elif self._row.second_cluster:
            self._cluster(self._row.second_cluster, "second_cluster")

    def _level(self, framework: Framework, *, is_contractor: bool) -> Level | None:
        row = self._row
        if is_contractor and (row.level or row.lane):
            self._wrong("contractor_level")
        elif framework.is_one_sheet and (row.level or row.lane):
            self._wrong("no_levels", cluster=framework.id)
        elif row.level:
            return self._named_level(framework)
        elif row.lane and framework.find_lane(row.lane) is None:
            self._wrong("lane", value=row.lane, known=tuple(lane.id for lane in framework.lanes))
        elif not framework.is_one_sheet and not is_contractor:
            self._wrong("no_level", cluster=framework.id)
        return None

    def _named_level(self, framework: Framework) -> Level | None:
        row = self._row
        level = framework.find_level(row.level)
        if row.lane and framework.find_lane(row.lane) is None:
            self._wrong("lane", value=row.lane, known=tuple(lane.id for lane in framework.lanes))
        elif level is None:
            self._wrong("level", value=row.level, known=tuple(one.id for one in framework.levels))
        elif row.lane and row.lane != level.lane:
            self._wrong("other_lane", level=level.id, lane=level.lane, value=row.lane)
        return level
