"""A framework file as rows of the sheet: all that it says, in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from frameworks.importers.delimited import delimited
from frameworks.importers.drafts import Said
from frameworks.importers.rows import COLUMNS, Row, is_placeholder, kind_cell, on_one_line
from frameworks.model import behaviour_id
from frameworks.reading.nodes import Entries, Items, Node, is_null, read_nodes
from frameworks.reading.page import Page


def document_of(raw: bytes) -> Said:
    """What a file that loads says, each value as text; what is left empty is None."""
    entries = read_nodes(raw, Page(path=""))
    if entries is None:
        raise ValueError("only a file that loads can be written as a sheet")
    return _mapping(entries)


def sheet_text(rows: Iterable[Row]) -> str:
    """The sheet as comma-separated text; without rows it is blank but for the names of its columns."""
    return delimited([COLUMNS, *([getattr(row, column) for column in COLUMNS] for row in rows)])


def rows_of(document: Said, ranks: Mapping[str, int]) -> Iterator[Row]:
    """The rows that say what the document says; `ranks` are those of its levels."""
    base = Row(framework=document["framework"])
    head = (*_framework(document), *_lanes(document), *_levels(document, ranks))
    for row in (*head, *_skills(document), *_milestones(document)):
        yield replace(row, framework=base.framework)


def _mapping(entries: Entries) -> Said:
    return {key: _plain(entries.nodes[key]) if key in entries.nodes else None for key in entries.keys}


def _plain(node: Node) -> Any:
    if isinstance(node, Entries):
        return _mapping(node)
    if isinstance(node, Items):
        return [_plain(one) for one in node.nodes]
    return None if is_null(node) else node.value


def _framework(document: Said) -> Iterator[Row]:
    yield Row(version=document["version"], kind="title", text=document["title"])
    for kind in ("status", "extends"):
        if document.get(kind):
            yield Row(kind=kind, text=document[kind])
    for owner in document.get("owners") or ():
        yield Row(kind="owner", text=owner)
    for key, words in (document.get("lint") or {}).items():
        for word in words or ():
            yield Row(kind=f"lint-{key}", text=word)
    yield from _aliases(document, Row())
    for name, words in (document.get("dimensions") or {}).items():
        if words:
            yield Row(kind="dimension", dimension=name, text=words)
    for name, words in (document.get("triggers") or {}).items():
        if words:
            yield Row(kind="trigger", trigger=name, text=words)
    for stage, points in enumerate(document.get("points") or (), 1):
        yield Row(kind="points", stage=str(stage), text=points)


def _aliases(said: Said, place: Row) -> Iterator[Row]:
    for alias in said.get("aliases") or ():
        yield replace(place, kind="alias", text=alias)


def _lanes(document: Said) -> Iterator[Row]:
    for name, lane in (document.get("lanes") or {}).items():
        yield Row(lane=name, kind="lane", text=lane["title"])
        yield Row(lane=name, kind="lane-kind", text=lane["kind"])


def _levels(document: Said, ranks: Mapping[str, int]) -> Iterator[Row]:
    for level in document.get("levels") or ():
        place = Row(lane=level["lane"], level=level["id"])
        rank = str(ranks[level["id"]])
        yield replace(place, rank=rank, par=level.get("par") or "", kind="level", text=level["title"])
        for kind in ("scope", "parent", "status", "points"):
            if level.get(kind):
                yield replace(place, kind=kind, text=level[kind])
        yield from _aliases(level, place)
        yield from _expectations(level, place)
        yield from _needs(level, place)


def _expectations(level: Said, place: Row) -> Iterator[Row]:
    expects = level.get("expects")
    if expects == {}:
        yield replace(place, kind="expects")
    for skill, stage in (expects or {}).items():
        yield replace(place, kind="expects", skill=skill, stage=stage or "")


def _needs(level: Said, place: Row) -> Iterator[Row]:
    needs = level.get("needs")
    if needs is None:
        return
    yield replace(place, kind="needs")
    for name in needs.get("required") or ():
        yield replace(place, kind="needs-required", text=name)
    for kind in ("any", "months", "witnesses"):
        if needs.get(kind) is not None:
            yield replace(place, kind=f"needs-{kind}", text=needs[kind])


def _skills(document: Said) -> Iterator[Row]:
    for skill in document.get("competencies") or ():
        place = Row(skill=skill["id"])
        yield replace(
            place, dimension=skill.get("dimension") or "", kind="skill", text=skill.get("title") or ""
        )
        for kind in ("about", "category"):
            if skill.get(kind):
                yield replace(place, kind=kind, text=skill[kind])
        yield from _aliases(skill, place)
        for cell_place, cell in _cells(skill, place):
            yield from _cell(cell, cell_place)


def _cells(skill: Said, place: Row) -> Iterator[tuple[Row, Any]]:
    """Each place of a skill with what stands there."""
    for level, cell in (skill.get("levels") or {}).items():
        yield replace(place, level=level), cell
    for number, cell in enumerate(skill.get("stages") or (), 1):
        yield replace(place, stage=str(number)), cell
    if skill.get("behaviours") is not None:
        yield place, skill["behaviours"]


def _cell(cell: Any, place: Row) -> Iterator[Row]:
    title = cell.get("title") if isinstance(cell, dict) else None
    behaviours = (cell.get("behaviours") if isinstance(cell, dict) else cell) or ()
    if title or not behaviours:
        yield replace(place, kind="stage", text=title or "")
    for one in behaviours:
        yield from _behaviour({"text": one} if isinstance(one, str) else one, place)


def _behaviour(said: Said, place: Row) -> Iterator[Row]:
    text = on_one_line(said["text"])
    follows = behaviour_id(text)
    name = said.get("id") or follows
    is_said = name != follows or "id" in said or is_placeholder(text)
    is_optional = said.get("required") == "false"
    kind = kind_cell(said.get("kind") or "behaviour", name if is_said else None, is_optional=is_optional)
    yield replace(place, kind=kind, text=text, example=_example(said.get("example") or ""))
    for link in said.get("links") or ():
        yield replace(place, kind=kind_cell("link", name), text=link)


def _example(text: str) -> str:
    """The lines of an example, told as the reader of files tells them."""
    if "\n" not in text:
        return on_one_line(text)
    return "\n".join(filter(None, map(on_one_line, text.splitlines())))


def _milestones(document: Said) -> Iterator[Row]:
    for one in document.get("milestones") or ():
        yield Row(
            level=one["level"],
            skill=", ".join(one.get("competencies") or ()),
            kind=kind_cell("milestone", one["id"]),
            text=one["text"],
            trigger=one["trigger"],
        )
