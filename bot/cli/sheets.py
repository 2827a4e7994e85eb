"""The sheet, as a file or printed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.cli.framework_files import file_named
from bot.cli.terminal import BAD_USE, FAILED, say_json, stop
from bot.words import framework_import as words
from frameworks.importers.rows import COLUMNS, Row
from frameworks.importers.sheet_writing import document_of, rows_of, sheet_text

_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something older."""


def rows_named(name: str) -> tuple[Row, ...]:
    """The rows of one framework by file or by id; its errors end the command."""
    path, framework = file_named(name)
    ranks = {level.id: level.rank for level in framework.levels}
    return tuple(rows_of(document_of(path.read_bytes()), ranks))


def say_sheet(rows: Sequence[Row], *, as_json: bool) -> None:
    """Print the sheet, or its rows for programs."""
    if as_json:
        say_json([{key: cell for key, cell in asdict(row).items() if key in COLUMNS} for row in rows])
    else:
        sys.stdout.write(sheet_text(rows))


def write_sheet(rows: Sequence[Row], path: Path, *, is_forced: bool) -> None:
    """Write the sheet, as spreadsheets like it."""
    if path.exists() and not is_forced:
        stop(words.already_there([str(path)]), code=BAD_USE)
    try:
        path.write_text(_MARK + sheet_text(rows), encoding="utf-8", newline="")
    except OSError as error:
        stop(words.cannot_write(str(path), str(error.strerror)), code=FAILED)
