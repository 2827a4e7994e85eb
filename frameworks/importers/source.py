"""Which kind of source a file is, and the way from its bytes to framework files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from frameworks.importers.delimited import delimiter_of, lines_of
from frameworks.importers.drafts import Said
from frameworks.importers.gathering import gather
from frameworks.importers.neutral import neutral_rows
from frameworks.importers.remarks import Notebook, Remark
from frameworks.importers.rows import Row
from frameworks.importers.sheet import is_sheet, sheet_rows
from frameworks.reading.nodes import SIZE_LIMIT

_SIGNS = {b"PK\x03\x04": "xlsx", b"%PDF": "pdf", b"\xd0\xcf\x11\xe0": "xlsx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a source says, as documents of framework files, with remarks; none where there is an error."""

    documents: tuple[Said, ...]
    remarks: tuple[Remark, ...]


def imported(raw: bytes, name: str) -> Imported:
    """The frameworks of a source; `name` is its file's."""
    notebook = Notebook()
    text = _decoded(raw, notebook)
    rows = _rows(text, name, notebook) if text is not None else []
    documents = gather(rows, notebook, _stem(name)) if rows and not notebook.has_errors else ()
    if not documents and not notebook.has_errors:
        notebook.error(1, "nothing")
    remarks = tuple(sorted(notebook.remarks, key=lambda one: one.line))
    return Imported(documents=() if notebook.has_errors else documents, remarks=remarks)


def _stem(name: str) -> str:
    return PurePath(name).stem.strip("-_ ") or "framework"


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
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        notebook.error(raw.count(b"\n", 0, error.start) + 1, "not_utf8")
        return None
    if not text.strip():
        notebook.error(1, "empty")
        return None
    return text


def _rows(text: str, name: str, notebook: Notebook) -> list[Row]:
    suffix = PurePath(name).suffix.casefold()
    if suffix in {".yaml", ".yml"}:
        notebook.error(1, "is_yaml")
        return []
    if suffix == ".json" or text.lstrip()[:1] in {"{", "["}:
        return neutral_rows(text, notebook)
    delimiter = delimiter_of(text)
    lines = lines_of(text, delimiter, notebook)
    if lines and is_sheet(lines[0].cells):
        return sheet_rows(lines, notebook)
    return []
