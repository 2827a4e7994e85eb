"""From rows to what the files say: one document a framework, with every guess and fault noted at its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from frameworks.findings import nearest
from frameworks.importers.cluster import ClusterDraft
from frameworks.importers.drafts import Said
from frameworks.importers.naming import id_from, is_id
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import (
    COLUMNS,
    KINDS,
    Kind,
    Row,
    on_one_line,
    read_kind,
)
from frameworks.model import BEHAVIOUR_KINDS


def gather(rows: Iterable[Row], notebook: Notebook, name: str) -> tuple[Said, ...]:
    """The documents of all frameworks that the rows name; `name` is for rows that name none."""
    documents: list[Said] = []
    for cell, own in _by_framework(rows, name).items():
        taken = {str(one["framework"]).casefold() for one in documents}
        is_titled = any(read_kind(row.kind).word == "title" for row in own)
        wanted = cell if is_titled and is_id(cell) else id_from(cell, "framework")
        number = 2
        while wanted.casefold() in taken:
            wanted, number = f"{wanted}-{number}", number + 1
        documents.append(_document(ClusterDraft(wanted, cell, own, notebook), own, notebook))
    return tuple(documents)


def _by_framework(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    """The rows of each framework; one that names none belongs to that of the row above it."""
    found: dict[str, list[Row]] = defaultdict(list)
    spelled: dict[str, str] = {}
    cell = name
    for row in map(_cleaned, rows):
        cell = row.framework or cell
        found[spelled.setdefault(cell.casefold(), cell)].append(row)
    return found


def _cleaned(row: Row) -> Row:
    plain = {column: on_one_line(getattr(row, column)) for column in COLUMNS if column != "example"}
    lines = filter(None, map(on_one_line, row.example.splitlines()))
    return Row(line=row.line, **plain, example="\n".join(lines))


def _document(draft: ClusterDraft, rows: Iterable[Row], notebook: Notebook) -> Said:
    for row, kind in _read(rows, notebook):
        draft.take(row, kind)
    return draft.document()


def _read(rows: Iterable[Row], notebook: Notebook) -> Iterator[tuple[Row, Kind]]:
    """The rows with their kinds; behind a row of a skill, one that names none goes on with it."""
    above = Row()
    for row in rows:
        kind = read_kind(row.kind)
        if kind.word not in KINDS:
            notebook.error(row.line, "kind", value=row.kind, how=nearest(kind.word, KINDS))
            continue
        if kind.word == "behaviour" and not row.kind and row.trigger and row.level:
            notebook.guess(row.line, "milestone", text=row.text)
            kind = kind._replace(word="milestone")
        if kind.word in BEHAVIOUR_KINDS:
            above = _continued(row, above, notebook)
            yield above, kind
        else:
            yield row, kind


def _continued(row: Row, above: Row, notebook: Notebook) -> Row:
    if row.skill or not above.skill or not row.text:
        return row
    notebook.guess(row.line, "continued", skill=above.skill)
    if row.level or row.stage:
        return replace(row, skill=above.skill, lane=row.lane or above.lane)
    return replace(row, skill=above.skill, lane=above.lane, level=above.level, stage=above.stage)
