"""A table of levels and skills, either way round, whatever file it stands in: cells to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from frameworks.importers.guessing import are_levels, dimension_of
from frameworks.importers.naming import free_id, id_from
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import Row, kind_cell, on_one_line
from frameworks.model import behaviour_id

_SKILL = re.compile(r"\W*(skill|competenc|capabilit|area|topic|attribute|trait|behaviou?r)", re.IGNORECASE)
_LEVEL = re.compile(r"\W*(level|grade|band|title|role|step)s?\b", re.IGNORECASE)
_SPECIAL = {
    "category": re.compile(r"(category|pillar|theme|group|area|skill (group|area)|section)", re.IGNORECASE),
    "dimension": re.compile(r"dimension", re.IGNORECASE),
    "about": re.compile(r"(about|description|definition|what (it is|it means)|summary)", re.IGNORECASE),
}
_SCOPE = re.compile(r"(scope( of (work|role|impact))?|level (scope|description)|role summary)", re.IGNORECASE)
_MARK = re.compile(r"(?:[-*•●▪◦‣·–—○■]|\d{1,2}[.)]|\[[ x]\])\s+")
_INSIDE = re.compile(r"\s*[•●▪◦‣○■]\s+")
_SHORT = 40


class Cell(NamedTuple):
    """What stands in one cell: its lines, the links in it, whether all of it is set in bold; and its line."""

    lines: tuple[str, ...] = ()
    line: int = 1
    links: tuple[str, ...] = ()
    is_strong: bool = False

    @property
    def text(self) -> str:
        """All of it on one line."""
        return on_one_line(" ".join(self.lines))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each line or list entry by itself, without its mark."""
        parts = (part for line in self.lines for part in _INSIDE.split(line))
        return tuple(text for part in parts if (text := on_one_line(_MARK.sub("", part.strip(), count=1))))


Cells: TypeAlias = list[list[Cell]]
EMPTY = Cell()


class Place(NamedTuple):
    """Where a table or a list belongs, by what stands over it."""

    framework: str = ""
    lane: str = ""
    category: str = ""


@dataclass(slots=True)
class Skills:
    """The skills met so far, so that two of one name in two categories stay two."""

    notebook: Notebook
    _known: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    _ids: dict[str, set[str]] = field(default_factory=dict)

    def rows_for(self, base: Row, name: str, category: str) -> tuple[str, list[Row]]:
        """The id of a skill, and the rows that say what it is where it is met first."""
        known = self._known.setdefault((base.framework, name.casefold()), {})
        found = known.get(category) or (next(iter(known.values())) if known and not category else None)
        if found:
            return found, []
        if known:
            self.notebook.look(base.line, "same_skill_name", skill=name, category=category or "none")
        taken = self._ids.setdefault(base.framework, set())
        known[category] = free_id(id_from(name, "skill"), taken)
        taken.add(known[category])
        return known[category], list(self._definition(replace(base, skill=known[category]), name, category))

    def _definition(self, base: Row, name: str, category: str) -> Iterator[Row]:
        yield replace(base, kind="skill", text=name)
        dimension = dimension_of(category)
        if dimension:
            values = {"skill": name, "category": category, "dimension": dimension}
            self.notebook.guess(base.line, "dimension", **values)
        if category:
            yield replace(base, kind="category", text=category, dimension=dimension)


def grid_rows(cells: Cells, place: Place, skills: Skills) -> list[Row]:
    """The rows that a table says; its first line and its first column name levels and skills."""
    notebook = skills.notebook
    grid = _without_empty_columns(cells)
    if len(grid) < 2 or len(grid[0]) < 2:
        return []
    lanes = _lanes_over(grid)
    if lanes:
        notebook.guess(grid[0][-1].line, "lanes", names=tuple(dict.fromkeys(filter(None, lanes))))
        return [row for lane in _parts(grid[1:], lanes, place) for row in grid_rows(*lane, skills)]
    for row in grid[1:]:
        for head, cell in zip(grid[0], row, strict=True):
            if cell.lines and not head.lines and head is not grid[0][0]:
                notebook.error(cell.line, "no_heading", cell=cell.text)
                return []
    if not _has_skills_down(grid, notebook):
        grid = [list(column) for column in zip(*grid, strict=True)]
    return list(_Table(grid, place, skills).rows())


def _lanes_over(grid: Cells) -> list[str]:
    """The lane of each column where a first line of merged cells stands over the head; else nothing."""
    top, head = grid[0], grid[1]
    filled = [cell.text for cell in top if cell.lines]
    if top[0].lines or not filled or len(filled) >= len(top) - 1 or not all(cell.lines for cell in head[1:]):
        return []
    lanes: list[str] = []
    for cell in top:
        lanes.append(cell.text or (lanes[-1] if lanes else ""))
    return lanes


def _parts(grid: Cells, lanes: list[str], place: Place) -> Iterator[tuple[Cells, Place]]:
    """The table of each lane: the columns before the first lane, and its own."""
    names = list(dict.fromkeys(filter(None, lanes)))
    for name in names:
        kept = [at for at, lane in enumerate(lanes) if lane in {"", name}]
        over = place._replace(lane=name) if len(names) > 1 else place
        yield [[row[at] for at in kept] for row in grid], over


def _without_empty_columns(cells: Cells) -> Cells:
    width = max(len(row) for row in cells)
    full = [row + [EMPTY] * (width - len(row)) for row in cells]
    kept = [at for at in range(width) if at == 0 or any(row[at].lines for row in full)]
    return [[row[at] for at in kept] for row in full]


def _has_skills_down(grid: Cells, notebook: Notebook) -> bool:
    """Whether skills stand in the first column: by the corner, else by what reads like levels."""
    corner = grid[0][0]
    across = [cell.text for cell in grid[0][1:]]
    down = [row[0].text for row in grid[1:]]
    if are_levels(across) and not are_levels(down):
        return True
    if are_levels(down) and not are_levels(across):
        return False
    if _LEVEL.match(corner.text) and not _SKILL.match(corner.text):
        return False
    if not _SKILL.match(corner.text):
        notebook.guess(corner.line, "way_round", levels=tuple(across[:3]))
    return True


class _Table:
    """A table with levels across and skills down."""

    def __init__(self, grid: Cells, place: Place, skills: Skills) -> None:
        self._head = grid[0]
        self._body = grid[1:]
        self._place = place
        self._skills = skills
        self._notebook = skills.notebook
        heads = [cell.text for cell in self._head]
        self._special = {
            key: next((at for at, head in enumerate(heads) if pattern.fullmatch(head)), None)
            for key, pattern in _SPECIAL.items()
        }
        taken = [at for at in self._special.values() if at is not None]
        if taken and 0 in taken and _SKILL.match(heads[0]) and not _SKILL.match(heads[1]):
            self._special = {key: None if at == 0 else at for key, at in self._special.items()}
            taken.remove(0)
        self._name = next(at for at in range(len(heads)) if at not in taken)
        self._levels = [at for at in range(len(heads)) if at not in {*taken, self._name}]

    def rows(self) -> Iterator[Row]:
        """The levels, then each skill with what it says for them."""
        if not self._levels:
            return
        titles = [self._title(self._head[at]) for at in self._levels]
        base = Row(framework=self._place.framework, lane=self._place.lane)
        for at, title in zip(self._levels, titles, strict=True):
            if titles.count(title) > 1 and titles.index(title) != self._levels.index(at):
                self._notebook.look(self._head[at].line, "level_twice", level=title)
            yield from self._level(replace(base, line=self._head[at].line, level=title), self._head[at])
        above, category = EMPTY, self._place.category
        sections = self._sections()
        seen: dict[str, int] = {}
        for number, cells in enumerate(self._body):
            if number in sections:
                category = cells[self._name].text
                continue
            name = cells[self._name] if cells[self._name].lines else above
            if not name.lines:
                continue
            if name is above:
                self._notebook.guess(cells[self._levels[0]].line, "continued", skill=name.text)
            above = name
            category = self._cell(cells, "category").text or category
            yield from self._row(replace(base, line=name.line), cells, name, category, titles, seen)

    def _row(
        self, base: Row, cells: list[Cell], name: Cell, category: str, titles: list[str], seen: dict[str, int]
    ) -> Iterator[Row]:
        """One skill's row; one that speaks of the scope of levels says that of them."""
        contents = [cells[at] for at in self._levels]
        if _SCOPE.fullmatch(name.text) and all(len(cell.sentences) < 2 for cell in contents):
            self._notebook.guess(base.line, "scope_row", name=name.text)
            for title, cell in zip(titles, contents, strict=True):
                yield replace(base, line=cell.line, level=title, kind="scope", text=cell.text)
            return
        skill, said = self._skills.rows_for(base, name.text, category)
        yield from said
        first = seen.setdefault(skill.casefold(), base.line)
        if first != base.line:
            self._notebook.look(base.line, "same_skill", skill=name.text, first=str(first))
        dimension, about = self._cell(cells, "dimension").text, self._cell(cells, "about").text
        if dimension or about:
            yield replace(base, skill=skill, dimension=dimension, kind="about", text=about)
        for title, cell in zip(titles, contents, strict=True):
            yield from cell_rows(replace(base, line=cell.line, skill=skill, level=title), cell)

    def _cell(self, cells: list[Cell], key: str) -> Cell:
        at = self._special[key]
        return EMPTY if at is None else cells[at]

    def _title(self, head: Cell) -> str:
        """A level's name: its first line, with a short second one."""
        lines = head.lines
        is_two = len(lines) > 1 and len(lines[1]) <= _SHORT
        return on_one_line(" / ".join(lines[:2]) if is_two else lines[0])

    def _level(self, base: Row, head: Cell) -> Iterator[Row]:
        """A level begins in the order of the head; what its head says beyond a name is its scope."""
        is_two = " / ".join(head.lines[:2]) == base.level
        yield replace(base, kind="scope", text=" ".join(head.lines[2 if is_two else 1 :]))

    def _sections(self) -> set[int]:
        """The rows that are headings of those below: only their first cell is filled, as a merged one is."""
        lone = [at for at, cells in enumerate(self._body) if self._is_lone(cells)]
        are_many = len(lone) > 1 and len(lone) < len(self._body) - 1
        found = {at for at in lone if are_many or at == 0 or self._body[at][self._name].is_strong}
        found = {at for at in found if at + 1 < len(self._body) and at + 1 not in lone}
        for at in sorted(found):
            name = self._body[at][self._name]
            self._notebook.guess(name.line, "category_row", name=name.text)
        return found

    def _is_lone(self, cells: list[Cell]) -> bool:
        texts = {cell.text for cell in cells if cell.lines}
        return bool(cells[self._name].lines) and len(texts) == 1


def cell_rows(base: Row, cell: Cell) -> Iterator[Row]:
    """A row for each sentence of a cell, or one that says it is empty; links go with the first."""
    for text in cell.sentences or ("",):
        yield replace(base, text=text)
    if cell.links and cell.sentences:
        name = behaviour_id(cell.sentences[0])
        for link in cell.links:
            yield replace(base, kind=kind_cell("link", name), text=link)
