"""How much a document of a framework file holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from frameworks.importers.drafts import Said


class Sizes(NamedTuple):
    """A sentence counts wherever it stands; `examples` are illustrations and lines of `example`."""

    lanes: int
    levels: int
    skills: int
    behaviours: int
    examples: int


def sizes_of(document: Said) -> Sizes:
    """The sizes of one framework, without what it extends."""
    sentences = list(_sentences(document))
    illustrations = [one for one in sentences if one.get("kind") == "example"]
    lines = sum(len(one.get("example", "").splitlines()) for one in sentences)
    return Sizes(
        lanes=len(document.get("lanes", {})),
        levels=len(document.get("levels", ())),
        skills=len(document.get("competencies", ())),
        behaviours=len(sentences) - len(illustrations),
        examples=len(illustrations) + lines,
    )


def _sentences(document: Said) -> Iterator[Said]:
    for skill in document.get("competencies", ()):
        for cell in _cells(skill):
            for one in (cell.get("behaviours", ()) if isinstance(cell, dict) else cell) or ():
                yield {"text": one} if isinstance(one, str) else one


def _cells(skill: Said) -> Iterator[Any]:
    yield from skill.get("levels", {}).values()
    yield from (cell or () for cell in skill.get("stages", ()))
    yield skill.get("behaviours", ())
