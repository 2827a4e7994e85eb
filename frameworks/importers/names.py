"""What the cells of a sheet name: by id where a row defines it, else by title, whatever the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from frameworks.importers.naming import free_id, id_from, is_id
from frameworks.importers.rows import Row, read_kind


class Names:
    """The names of one kind of thing (`lane`, `level`, `skill`) in a framework; `rows` define some."""

    def __init__(self, kind: str, rows: Iterable[Row]) -> None:
        self._kind = kind
        self._defined: set[str] = set()
        self._known: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            cell = getattr(row, kind)
            if cell and read_kind(row.kind).word == kind:
                self._defined.add(cell)
                self._known[cell.casefold()].add(cell)
                self._known[row.text.casefold()].add(cell)

    def key(self, cell: str) -> str:
        """One text for all cells that name the same thing."""
        if cell in self._defined:
            return cell
        known = self._known.get(cell.casefold(), set())
        return next(iter(known)) if len(known) == 1 else cell.casefold()

    def is_defined(self, key: str) -> bool:
        """Whether a row of its own defines it, so that its title is there or meant to be missing."""
        return key in self._defined

    def id(self, cell: str, taken: Container[str], prefix: str = "") -> str:
        """The id for what a cell names first; as it is written where a row defines it."""
        key = self.key(cell)
        is_written = self.is_defined(key) and is_id(key)
        return free_id(key if is_written else id_from(cell, self._kind), taken, prefix)
