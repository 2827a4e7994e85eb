"""The sheet as it is read: cells under known columns to rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from frameworks.importers.delimited import Line
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import COLUMNS, Row

_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("cluster", "function", "discipline", "department", "job family"), "framework"),
        **dict.fromkeys(("track", "path", "ladder", "stream"), "lane"),
        **dict.fromkeys(("grade", "band", "level name"), "level"),
        **dict.fromkeys(("competency", "competence", "capability", "skill name", "competency name"), "skill"),
        **dict.fromkeys(
            ("behaviour", "behavior", "behaviours", "behaviors", "criterion", "criteria", "expectation"),
            "text",
        ),
        **dict.fromkeys(("expectations", "statement", "indicator", "what it looks like", "sentence"), "text"),
        **dict.fromkeys(("examples", "real example", "for example", "for instance"), "example"),
        **dict.fromkeys(("type",), "kind"),
        **dict.fromkeys(("equal to", "at par with"), "par"),
        **dict.fromkeys(("proficiency", "step"), "stage"),
    }
)
_BULLET = re.compile(r"\s*(?:[-*•–—·▪◦‣●○■]|\d{1,2}[.)])\s+")


def is_sheet(header: Sequence[str]) -> bool:
    """Whether the first cells name the sheet's columns: a skill and a text, under these or other names."""
    named = {_column(cell) for cell in header}
    return {"skill", "text"} <= named or "framework" in named or len(named & set(COLUMNS)) > 3


def sheet_rows(lines: Sequence[Line], notebook: Notebook) -> list[Row]:
    """The rows under the first line, which names the columns in any order."""
    columns = _columns(lines[0], notebook)
    if notebook.has_errors:
        return []
    return [row for line in lines[1:] for row in _rows(line, columns, notebook)]


def _column(cell: str) -> str:
    plain = " ".join(cell.casefold().replace("_", " ").split())
    return _OTHER_NAMES.get(plain, plain)


def _columns(header: Line, notebook: Notebook) -> list[str]:
    """What each column holds; one that is not known is left out, and said."""
    columns = [_column(cell) for cell in header.cells]
    for cell, column in zip(header.cells, columns, strict=True):
        if column in COLUMNS:
            if column != cell.strip().casefold():
                notebook.guess(header.line, "column_name", name=cell.strip(), column=column)
        elif near := get_close_matches(column, COLUMNS, n=1, cutoff=0.75):
            notebook.error(header.line, "column_misspelled", name=cell.strip(), column=near[0])
        elif column:
            notebook.look(header.line, "column_left_out", name=cell.strip())
    missing = tuple(name for name in ("skill", "text") if name not in columns)
    if missing:
        notebook.error(header.line, "columns_missing", missing=missing, columns=",".join(COLUMNS))
    for column, count in Counter(columns).items():
        if count > 1 and column in COLUMNS:
            notebook.error(header.line, "column_twice", column=column)
    return columns


def _rows(line: Line, columns: Sequence[str], notebook: Notebook) -> Iterator[Row]:
    extra = [cell for cell in line.cells[len(columns) :] if cell.strip()]
    nameless = [
        cell for cell, column in zip(line.cells, columns, strict=False) if cell.strip() and not column
    ]
    if extra or nameless:
        cells = str(len(line.cells))
        notebook.error(
            line.line, "cells", cells=cells, columns=str(len(columns)), cell=(*extra, *nameless)[0]
        )
        return
    known = {column: cell for column, cell in zip(columns, line.cells, strict=False) if column in COLUMNS}
    for text in _sentences(known.get("text", "")):
        yield Row(line=line.line, **{**known, "text": text})


def _sentences(cell: str) -> list[str]:
    """A cell that is a list with a mark before each line is as many sentences."""
    lines = [line for line in cell.splitlines() if line.strip()]
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line, count=1) for line in lines]
    return [cell]
