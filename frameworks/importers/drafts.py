"""One framework while its rows come in, as what a file will say of its levels and skills."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from frameworks.importers.remarks import Notebook

Said: TypeAlias = dict[str, Any]
"""Keys of a framework file with their values."""
Place: TypeAlias = tuple[str, str | int]
"""Where a behaviour of a skill stands: ("level", id), ("stage", number) or ("", "") for the whole skill."""
WHOLE: Place = ("", "")


@dataclass(slots=True, kw_only=True)
class LevelDraft:
    """A level; `expects` maps cells that name skills to stages with their lines."""

    id: str
    lane: str
    cell: str
    line: int
    said: Said = field(default_factory=dict)
    expects: dict[str, tuple[int, int]] | None = None
    needs: Said | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.said.get("title", self.cell))

    def expect(self, skill: str, stage: int, line: int) -> None:
        """It expects a stage of a skill, or a higher one that was said before."""
        if self.expects is None:
            self.expects = {}
        before = self.expects.get(skill, (0, line))[0]
        self.expects[skill] = (max(before, stage), line)


@dataclass(slots=True, kw_only=True)
class CellDraft:
    """What a skill says for one level or stage: behaviours by their ids."""

    title: str = ""
    behaviours: dict[str, Said] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class SkillDraft:
    """A skill; `blanks` are the places where the source says that something is still to be written."""

    id: str
    cell: str
    line: int
    said: Said = field(default_factory=dict)
    cells: dict[Place, CellDraft] = field(default_factory=dict)
    blanks: dict[Place, int] = field(default_factory=dict)
    stage_titles: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.said.get("title", self.cell))

    @property
    def way(self) -> str:
        """Whether it is described by `level`, by `stage` or as a whole; empty for the last."""
        return next(iter(self.cells), WHOLE)[0]


def say(said: Said, key: str, value: Any, line: int, notebook: Notebook) -> None:
    """Note what a row says of a thing; a second row that says otherwise is an error."""
    if value in {"", None}:
        return
    if said.setdefault(key, value) != value:
        notebook.error(line, "differs", what=key, value=str(value), first=str(said[key]))


def say_more(said: Said, key: str, value: str) -> None:
    """Add to a list that each value stands in once."""
    if value and value not in said.setdefault(key, []):
        said[key].append(value)
