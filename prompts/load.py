"""Reading prompt files: the library that comes with Trellis, then a company's own folder beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from frameworks.findings import Finding
from frameworks.reading.fields import Fields, Word
from frameworks.reading.nodes import read_nodes
from frameworks.reading.page import Page
from prompts.model import LONGEST_TEXT, About, Dimension, Occasion, Prompt, Side, Trigger

LIBRARY = Path(__file__).parent / "library"

_REQUIRED = ("id", "text", "side", "occasion", "dimension", "about")
_KEYS = frozenset({*_REQUIRED, "competency", "trigger", "why"})
_Choice = TypeVar("_Choice", bound=StrEnum)


class Place(NamedTuple):
    """Where a text stands."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPrompts:
    """The prompts that hold, in the order of their files, and every error found; empty where all is well.

    `places` says where each prompt's text stands, by id.
    """

    prompts: tuple[Prompt, ...] = ()
    findings: tuple[Finding, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)


def load_prompts(folder: Path | None) -> LoadedPrompts:
    """Read the library and, where a folder is given, the `.yaml` and `.yml` files in it.

    A prompt with an error is left out and the others are kept. Nothing is raised for what a file holds; a
    folder or file that cannot be read is a finding too. Reads the disk: keep the result.
    """
    pages: list[Page] = []
    seen: dict[str, Place] = {}
    prompts = [
        prompt
        for path in (*_files_in(LIBRARY, pages), *(_files_in(folder, pages) if folder else ()))
        for prompt in _prompts_in(path, pages, seen)
    ]
    return LoadedPrompts(
        prompts=tuple(prompts),
        findings=tuple(one for page in pages for one in page.findings),
        places=MappingProxyType(seen),
    )


def _files_in(folder: Path, pages: list[Page]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    except OSError as error:
        page = Page(path=str(folder))
        page.error(1, f"The folder cannot be read: {error.strerror}", "Name a folder that holds prompt files")
        pages.append(page)
        return []


def _prompts_in(path: Path, pages: list[Page], seen: dict[str, Place]) -> list[Prompt]:
    page = Page(path=str(path))
    pages.append(page)
    try:
        raw = path.read_bytes()
    except OSError as error:
        page.error(
            1, f"The file cannot be read: {error.strerror}", "Check that it is a file that Trellis may read"
        )
        return []
    root = read_nodes(raw, page)
    if root is None:
        return []
    file = Fields(page, root, what="the file", known={"prompts"})
    file.require("prompts")
    entries = file.listed("prompts", what="a prompt", known=_KEYS)
    return [prompt for entry in entries if (prompt := _prompt(entry, seen))]


def _prompt(entry: Fields, seen: dict[str, Place]) -> Prompt | None:
    noted, name = len(entry.page.findings), entry.id("id")
    entry.what = f"prompt `{name.text}`" if name else entry.what
    entry.require(*_REQUIRED)
    text = entry.text("text")
    side, occasion = _choice(entry, "side", Side), _choice(entry, "occasion", Occasion)
    dimension, about = _choice(entry, "dimension", Dimension), _choice(entry, "about", About)
    competency, trigger, why = entry.id("competency"), _choice(entry, "trigger", Trigger), entry.text("why")
    holds = _is_short(entry, text) and name is not None and _is_new(entry, name, seen)
    is_sound = holds and len(entry.page.findings) == noted
    if not (is_sound and name and text and side and occasion and dimension and about):
        return None
    return Prompt(
        id=name.text,
        text=text,
        side=side,
        occasion=occasion,
        dimension=dimension,
        about=about,
        competency=competency.text if competency else "",
        trigger=trigger,
        why=why,
    )


def _choice(entry: Fields, key: str, kind: type[_Choice]) -> _Choice | None:
    word = entry.choice(key, tuple(kind))
    return kind(word) if word else None


def _is_short(entry: Fields, text: str) -> bool:
    if len(text) <= LONGEST_TEXT:
        return True
    what = f"`text` of {entry.what} has {len(text)} characters"
    entry.error("text", what, f"Shorten it to {LONGEST_TEXT} at most")
    return False


def _is_new(entry: Fields, name: Word, seen: dict[str, Place]) -> bool:
    if name.text not in seen:
        seen[name.text] = Place(entry.page.path, entry.line_of("text"))
        return True
    what = f"`{name.text}` is the id of another prompt, at {seen[name.text].path}:{seen[name.text].line}"
    entry.error("id", what, "Give one of them another id")
    return False
