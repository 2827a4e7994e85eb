"""Headings and lists to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from frameworks.importers.grid import Cell, Place, Skills, cell_rows
from frameworks.importers.headings import Path, outline_roles, said_role, shared_path
from frameworks.importers.marked import Leaf
from frameworks.importers.rows import Row, on_one_line

_EXAMPLE = re.compile(r"(?:examples?|e\.g\.|for (?:example|instance))\s*[:,]?\s+(?=\S)", re.IGNORECASE)


def outline_rows(
    leaves: Sequence[Leaf], headings: Sequence[Path], said: str | None, skills: Skills, name: str
) -> list[Row]:
    """The rows that lists under headings say; a heading with nothing below it is an empty place.

    Where nothing names a skill, it is called as the text is, or else as the file (`name`).
    """
    entries = [one for one in _with_examples(leaves) if one.path or not one.is_paragraph]
    for leaf in leaves:
        if leaf.is_paragraph and not leaf.path:
            skills.notebook.look(leaf.cell.line, "outside", text=leaf.cell.text)
    if not entries:
        return []
    under = {path[:at] for path in headings for at in range(len(path))}
    under |= {one.path[:at] for one in entries for at in range(len(one.path) + 1)}
    entries += [Leaf(path, Cell((), path[-1].line)) for path in headings if path not in under]
    entries.sort(key=lambda one: one.cell.line)
    headed = _headed(entries)
    paths = [one.path for one in entries if not (one.is_paragraph and one.path in headed)]
    return list(_Outline(entries, paths, said, skills, name).rows())


def _with_examples(leaves: Sequence[Leaf]) -> Iterator[Leaf]:
    """The sentences, each with what stands behind it as an example of it."""
    waiting: Leaf | None = None
    for leaf in leaves:
        found = _EXAMPLE.match(leaf.cell.text)
        if found and waiting and leaf.path == waiting.path:
            text = leaf.cell.text[found.end() :]
            waiting = waiting._replace(examples=(*waiting.examples, text))
            continue
        if waiting:
            yield waiting
        waiting = leaf
    if waiting:
        yield waiting


def _headed(entries: Sequence[Leaf]) -> set[Path]:
    """The headings over lists or further headings: a paragraph right under one tells of it."""
    lists = {one.path[:at] for one in entries if not one.is_paragraph for at in range(len(one.path) + 1)}
    return lists | {one.path[:at] for one in entries for at in range(len(one.path))}


class _Outline:
    def __init__(
        self,
        entries: Sequence[Leaf],
        paths: Sequence[Path],
        said: str | None,
        skills: Skills,
        name: str,
    ) -> None:
        self._entries = entries
        self._skills = skills
        self._name = name
        self._headed = _headed(entries)
        shared = shared_path(paths)
        longest = max(map(len, paths))
        while shared and longest - shared < 1:
            shared -= 1
        self._shared = shared
        self._title = paths[0][shared - 1].text if shared else ""
        self._roles = outline_roles([path[shared:] for path in paths], said, skills.notebook)

    def rows(self) -> Iterator[Row]:
        """A row for each sentence, in the order of the text."""
        for leaf in self._entries:
            named = self._named(leaf.path)
            place = Place(
                named.get("cluster") or self._title, named.get("lane", ""), named.get("category", "")
            )
            base = Row(line=leaf.cell.line, framework=place.framework, lane=place.lane)
            if leaf.is_paragraph and leaf.path in self._headed:
                yield from self._about(base, leaf, named, place)
                continue
            title = named.get("skill") or place.framework or self._name
            if not named.get("skill"):
                self._skills.notebook.guess(base.line, "no_skill", skill=title)
            skill, said = self._skills.rows_for(base, title, place.category)
            yield from said
            here = replace(base, skill=skill, level=named.get("level", ""))
            yield from _sentence(here, leaf)

    def _named(self, path: Path) -> dict[str, str]:
        """What the headings of a path name, by role."""
        names = [said_role(one.text)[1] for one in path[self._shared :]]
        return dict(zip(self._roles, names, strict=False))

    def _about(self, base: Row, leaf: Leaf, named: dict[str, str], place: Place) -> Iterator[Row]:
        """A paragraph right under a heading: a level's scope, or what a skill is about."""
        depth = len(leaf.path) - self._shared
        role = self._roles[depth - 1] if 0 < depth <= len(self._roles) else ""
        if role == "level" and "skill" not in named:
            yield replace(base, level=named["level"], kind="scope", text=leaf.cell.text)
        elif role == "skill" and named["skill"]:
            skill, said = self._skills.rows_for(base, named["skill"], place.category)
            yield from said
            yield replace(base, skill=skill, kind="about", text=leaf.cell.text)
        else:
            self._skills.notebook.look(base.line, "outside", text=leaf.cell.text)


def _sentence(base: Row, leaf: Leaf) -> Iterator[Row]:
    """One sentence with its examples, whatever lines it was broken into."""
    text = on_one_line(leaf.cell.text)
    examples = "\n".join(_EXAMPLE.sub("", one, count=1) for one in leaf.examples)
    one = leaf.cell._replace(lines=(text,) if text else ())
    first, *others = cell_rows(base, one)
    yield replace(first, example=examples)
    yield from others
