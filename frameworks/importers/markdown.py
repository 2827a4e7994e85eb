"""Markdown to rows: its tables where it has some, else its headings and lists."""

from __future__ import annotations

from frameworks.importers.delimited import Line
from frameworks.importers.grid import Cells, Skills, grid_rows
from frameworks.importers.headings import table_places
from frameworks.importers.marked import Parts, parts_of
from frameworks.importers.outline import outline_rows
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import Row
from frameworks.importers.sheet import is_sheet, sheet_rows


def markdown_rows(text: str, name: str, headings: str | None, notebook: Notebook) -> list[Row]:
    """The rows that a Markdown text says; `name` is its file's, `headings` as in `imported`."""
    parts = parts_of(text, notebook)
    skills = Skills(notebook)
    if not parts.tables:
        return outline_rows(parts.leaves, parts.headings, headings, skills, name)
    _note_outside(parts, notebook)
    rows: list[Row] = []
    for table, place in zip(parts.tables, table_places(parts.tables, headings, notebook), strict=True):
        if is_sheet([cell.text for cell in table.cells[0]]):
            rows.extend(sheet_rows(_lines(table.cells), notebook))
        else:
            rows.extend(grid_rows(table.cells, place, skills))
    return rows


def _note_outside(parts: Parts, notebook: Notebook) -> None:
    """Beside tables, other text is for the reader of the page, and no part of the framework."""
    for leaf in parts.leaves:
        notebook.look(leaf.cell.line, "outside", text=leaf.cell.text)


def _lines(cells: Cells) -> list[Line]:
    return [Line(row[0].line, ["\n".join(cell.lines) for cell in row]) for row in cells if row]
