"""Which kind of source a file is, and the way from its bytes to framework files."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from frameworks.importers.delimited import delimiter_of, lines_of
from frameworks.importers.drafts import Said
from frameworks.importers.gathering import gather
from frameworks.importers.grid import Cell, Place, Skills, grid_rows
from frameworks.importers.markdown import markdown_rows
from frameworks.importers.neutral import neutral_rows
from frameworks.importers.pasted import as_markdown
from frameworks.importers.remarks import Notebook, Remark
from frameworks.importers.rows import Row, printable
from frameworks.importers.sheet import is_sheet, sheet_rows
from frameworks.reading.nodes import SIZE_LIMIT

_SIGNS = {b"PK\x03\x04": "xlsx", b"%PDF": "pdf", b"\xd0\xcf\x11\xe0": "xlsx"}

_JSON = re.compile(r"\s*[{\[]\s*[\"{\[\]}]")
_HTML = re.compile(r"\s*<(!doctype|html|table|div|body)\b", re.IGNORECASE)
_TABLE = re.compile(r"^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a source says, as documents of framework files, with remarks; none where there is an error."""

    documents: tuple[Said, ...]
    remarks: tuple[Remark, ...]


def imported(raw: bytes, name: str, headings: str | None = None) -> Imported:
    """The frameworks of a source; `name` is its file's, `headings` what its headings are if somebody says."""
    notebook = Notebook()
    text = _decoded(raw, notebook)
    rows = _rows(text, name, headings, notebook) if text is not None else []
    documents = gather(rows, notebook, _stem(name)) if rows and not notebook.has_errors else ()
    if not documents and not notebook.has_errors:
        notebook.error(1, "nothing")
    remarks = tuple(sorted(_joined(notebook.remarks), key=lambda one: one.line))
    return Imported(documents=() if notebook.has_errors else documents, remarks=remarks)


def _stem(name: str) -> str:
    """A title from a file's name."""
    plain = re.sub(r"[-_\s]+", " ", PurePath(name).stem).strip() or "framework"
    return plain[:1].upper() + plain[1:]


def _joined(remarks: Iterable[Remark]) -> list[Remark]:
    """What is said of several frameworks in the same words, said once."""
    found: dict[tuple[object, ...], list[Remark]] = defaultdict(list)
    for one in remarks:
        rest = tuple(value for name, value in one.values.items() if name != "framework")
        found[(one.line, one.key, rest, len(found) if "framework" not in one.values else "")].append(one)
    return [_of_all(group) for group in found.values()]


def _of_all(group: Sequence[Remark]) -> Remark:
    names = tuple(str(one.values["framework"]) for one in group if "framework" in one.values)
    return replace(group[0], values={**group[0].values, "framework": names}) if len(names) > 1 else group[0]


def _decoded(raw: bytes, notebook: Notebook) -> str | None:
    """The text, in UTF-8 or in what spreadsheets call Unicode text."""
    kind = next((kind for sign, kind in _SIGNS.items() if raw.startswith(sign)), None)
    if len(raw) > SIZE_LIMIT:
        notebook.error(1, "too_large")
    elif kind:
        notebook.error(1, f"is_{kind}")
    elif raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(raw, "utf-16", notebook)
    else:
        return _in(raw, "utf-8-sig", notebook)
    return None


def _in(raw: bytes, encoding: str, notebook: Notebook) -> str | None:
    try:
        text = printable(raw.decode(encoding))
    except UnicodeDecodeError as error:
        notebook.error(raw.count(b"\n", 0, error.start) + 1, "not_utf8")
        return None
    if not text.strip():
        notebook.error(1, "empty")
        return None
    return text


def _rows(text: str, name: str, headings: str | None, notebook: Notebook) -> list[Row]:
    suffix = PurePath(name).suffix.casefold()
    if suffix in {".yaml", ".yml"}:
        notebook.error(1, "is_yaml")
        return []
    if suffix == ".json" or _JSON.match(text):
        return neutral_rows(text, notebook)
    if _HTML.match(text):
        notebook.error(1, "is_html")
        return []
    if suffix in {".md", ".markdown"} or _TABLE.search(text):
        return markdown_rows(text, _stem(name), headings, notebook)
    if suffix in {".csv", ".tsv"} or _is_delimited(text):
        return _delimited(text, notebook)
    return markdown_rows(as_markdown(text), _stem(name), headings, notebook)


def _is_delimited(text: str) -> bool:
    """Whether pasted text is cells: tabs in most of its first lines, or a first line that names columns."""
    first = [line for line in text.splitlines() if line.strip()][:20]
    has_tabs = sum("\t" in line.strip() for line in first) * 2 > len(first)
    return has_tabs or is_sheet(next(csv.reader([first[0]], delimiter=delimiter_of(text)), []))


def _delimited(text: str, notebook: Notebook) -> list[Row]:
    """The rows of a sheet, or of a table of levels and skills."""
    lines = lines_of(text, delimiter_of(text), notebook)
    if not lines or notebook.has_errors:
        return []
    if is_sheet([cell.strip() for cell in lines[0].cells]):
        return sheet_rows(lines, notebook)
    cells = [[_cell(text, line.line) for text in line.cells] for line in lines]
    return grid_rows(cells, Place(), Skills(notebook))


def _cell(text: str, line: int) -> Cell:
    return Cell(tuple(one.strip() for one in text.splitlines() if one.strip()), line)
