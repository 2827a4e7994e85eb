"""The sheet goes both ways without a loss."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from frameworks.content import content
from frameworks.importers.delimited import delimited
from frameworks.importers.rows import COLUMNS
from frameworks.importers.sheet_writing import document_of, rows_of, sheet_text
from frameworks.importers.writing import file_text
from frameworks.load import LIBRARY, Loaded, load_bytes, load_file
from frameworks.model import Framework
from tests.frameworks.importers.bringing import brought
from tests.frameworks.importers.documents import Document, documents
from tests.frameworks.malformed import GOOD, written


def sheet_of(raw: bytes, framework: Framework) -> str:
    """The filled sheet of a file."""
    return sheet_text(rows_of(document_of(raw), {level.id: level.rank for level in framework.levels}))


def again(raw: bytes, loaded: Loaded) -> Framework:
    """A file's framework by way of its sheet."""
    assert loaded.framework is not None, "\n".join(map(str, loaded.findings))
    return brought(sheet_of(raw, loaded.framework)).one


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.yaml")), ids=lambda path: str(path.stem))
def test_the_library_comes_back_from_its_sheets(path: Path) -> None:
    """Every file of the library, written as a sheet and imported, is the very same framework."""
    loaded = load_file(path)

    back = again(path.read_bytes(), loaded)

    assert loaded.framework is not None
    assert content(back) == content(loaded.framework)


def test_a_file_that_uses_every_key_comes_back() -> None:
    """Status, owners, points, sub-levels, needs, links and all else stand in the sheet."""
    raw = written(GOOD).encode()
    loaded = load_bytes(raw)

    back = again(raw, loaded)

    assert loaded.framework is not None
    assert content(back) == content(loaded.framework)


def test_what_lint_leaves_alone_comes_back() -> None:
    """Rules and words that a whole file allows stand in its sheet."""
    raw = (written(GOOD) + "lint: {allow: [jargon, trait], words: [runbook]}\n").encode()
    loaded = load_bytes(raw)
    assert loaded.framework is not None

    back = load_bytes(file_text(brought(sheet_of(raw, loaded.framework)).found.documents[0]).encode())

    assert [one.name for one in back.allowed.rules] == ["jargon", "trait"]
    assert back.allowed.words == loaded.allowed.words == {"runbook"}


@settings(max_examples=100, deadline=None)
@given(documents())
def test_any_file_comes_back_from_its_sheet(document: Document) -> None:
    """Whatever a file says, and in whatever letters, its sheet says too."""
    raw = file_text(document).encode()
    loaded = load_bytes(raw)

    back = again(raw, loaded)

    assert loaded.framework is not None
    assert content(back) == content(loaded.framework)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_however_a_spreadsheet_saves_it(delimiter: str, encoding: str) -> None:
    """Commas, semicolons or tabs, with a mark of byte order or without, or as Unicode text: all the same."""
    path = LIBRARY / "operations.yaml"
    loaded = load_file(path)
    assert loaded.framework is not None
    rows = csv.reader(io.StringIO(sheet_of(path.read_bytes(), loaded.framework), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)

    back = brought(out.getvalue().encode(encoding)).one

    assert content(back) == content(loaded.framework)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", "'=1", "''=1", "'", "'a", "a=1", ""]
)
def test_no_cell_is_run(cell: str) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe, which reading takes off again."""
    ((shown,),) = csv.reader(io.StringIO(delimited([[cell]]), newline=""))

    text = f'skill,text\nDelivery,"{shown}x"\n'

    assert shown[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert brought(text).one.competencies[0].behaviours[0].text == " ".join(f"{cell}x".split())


def test_a_blank_sheet_names_its_columns() -> None:
    """The columns are those of the contract, in its order."""
    assert (
        sheet_text(()).strip()
        == "framework,version,lane,level,rank,par,skill,dimension,stage,kind,text,example,trigger"
    )
    assert sheet_text(()).strip().split(",") == list(COLUMNS)
