"""Cells of a file whose columns are parted by commas, semicolons or tabs, as spreadsheets save and copy them.

A spreadsheet would run a cell that begins like a formula, so one is written with an apostrophe before it,
which is taken off in reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

from frameworks.importers.remarks import Notebook

DELIMITERS = (",", ";", "\t")
_RUNS = re.compile(r"'*[=+\-@\t\r]")
_HARMLESS = re.compile(r"'+[=+\-@\t\r]")
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class Line(NamedTuple):
    """The cells of one row, and the line on which it begins."""

    line: int
    cells: list[str]


def lines_of(text: str, delimiter: str, notebook: Notebook) -> list[Line]:
    """The rows that hold anything; a fault of the format is noted."""
    found: list[Line] = []
    said = _SEPARATOR.match(text)
    skipped = 1 if said else 0
    reader = csv.reader(
        io.StringIO(text[said.end() :] if said else text, newline=""), delimiter=delimiter, strict=True
    )
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Line(before + 1 + skipped, [_read_back(cell.strip(" ")) for cell in cells]))
            before = reader.line_num
    except csv.Error as error:
        notebook.error(before + 1 + skipped, "not_csv", why=str(error))
    return found


def delimiter_of(text: str) -> str:
    """What parts the columns: what the file says, else what stands most often in its first line."""
    said = _SEPARATOR.match(text)
    if said:
        return said[1]
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda one: len(next(csv.reader([first], delimiter=one), [])))


def delimited(rows: Iterable[Iterable[str]]) -> str:
    """Rows as comma-separated text that no spreadsheet runs."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _RUNS.match(cell) else cell


def _read_back(cell: str) -> str:
    return cell[1:] if _HARMLESS.match(cell) else cell
