"""Reading prompt files: the library that comes with Trellis, then a company's own folder beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Generic, NamedTuple, Protocol, TypeVar

from frameworks.findings import Finding
from frameworks.reading.fields import Fields, Word
from frameworks.reading.nodes import read_nodes
from frameworks.reading.page import Page
from prompts.model import Answer, Guide, Prompt
from prompts.reading import ANSWER_KEYS, GUIDE_KEYS, PROMPT_KEYS, read_answer, read_guide, read_prompt

LIBRARY = Path(__file__).parent / "library"


class Place(NamedTuple):
    """Where a text stands."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPrompts:
    """The prompts, guides and answers that hold, in the order of their files, and every error found.

    The places say where each stands, by id: a prompt's text, a guide's and an answer's beginning.
    """

    prompts: tuple[Prompt, ...] = ()
    guides: tuple[Guide, ...] = ()
    answers: tuple[Answer, ...] = ()
    findings: tuple[Finding, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    guide_places: Mapping[str, Place] = field(default_factory=dict)
    answer_places: Mapping[str, Place] = field(default_factory=dict)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)


@dataclass(slots=True, kw_only=True)
class _Kind(Generic[_Thing]):
    """One kind of thing: the key that lists them, and those read so far, with their places by id.

    `begins` is the key at which one stands. `may_replace`: one of a later folder takes the place of another
    of its id; `here` holds the ids of the folder being read, `named` those of every one, faulty or not.
    """

    key: str
    name: str
    known: frozenset[str]
    read: Callable[[Fields, Word], _Thing | None]
    begins: str = "id"
    may_replace: bool = True
    kept: dict[str, _Thing] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    here: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def take(self, file: Fields) -> None:
        """Read all of a file."""
        for entry in file.listed(self.key, what=f"{self.article} {self.name}", known=self.known):
            self._take(entry)

    @property
    def article(self) -> str:
        return "an" if self.name[0] in "aeiou" else "a"

    def _take(self, entry: Fields) -> None:
        name = entry.id("id")
        entry.what = f"{self.name} `{name.text}`" if name else entry.what
        thing = self.read(entry, name or Word("", entry.line))
        if name and self._is_new(entry, name.text) and thing:
            self.kept[thing.id] = thing
            self.places[thing.id] = Place(entry.page.path, entry.line_of(self.begins))

    def _is_new(self, entry: Fields, name: str) -> bool:
        if name not in self.here and (self.may_replace or name not in self.kept):
            self.here.add(name)
            self.named.add(name)
            return True
        place = self.places.get(name)
        where = f", at {place.path}:{place.line}" if place else ""
        what = f"`{name}` is the id of another {self.name}{where}"
        entry.error("id", what, "Give one of them another id")
        return False


class _Shelf:
    """All kinds, and the pages read."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.prompts = _Kind(
            key="prompts",
            name="prompt",
            known=PROMPT_KEYS,
            read=read_prompt,
            begins="text",
            may_replace=False,
        )
        self.guides = _Kind(key="guides", name="guide", known=GUIDE_KEYS, read=read_guide)
        self.answers = _Kind(key="answers", name="answer", known=ANSWER_KEYS, read=read_answer)

    def take(self, folder: Path) -> None:
        """Read all files of a folder."""
        for kind in (self.prompts, self.guides, self.answers):
            kind.here.clear()
        for path in _files_in(folder, self.pages):
            self._take_file(path)

    def check_leads(self) -> None:
        """Note each answer that leads to a guide or an answer that there is not."""
        pages = {page.path: page for page in self.pages}
        for answer in self.answers.kept.values():
            lost = [name for name in answer.related if name not in self.answers.named]
            lost += [answer.guide] if answer.guide and answer.guide not in self.guides.named else []
            path, line = self.answers.places[answer.id]
            for name in lost:
                what = f"Answer `{answer.id}` leads to `{name}`, which there is not"
                pages[path].error(line, what, "Name an answer under `related`, a guide under `guide`")

    def _take_file(self, path: Path) -> None:
        page = Page(path=str(path))
        self.pages.append(page)
        try:
            raw = path.read_bytes()
        except OSError as error:
            what = f"The file cannot be read: {error.strerror}"
            page.error(1, what, "Check that it is a file that Trellis may read")
            return
        root = read_nodes(raw, page)
        if root is None:
            return
        kinds = (self.prompts, self.guides, self.answers)
        file = Fields(page, root, what="the file", known={kind.key for kind in kinds})
        if not any(kind.key in file for kind in kinds):
            page.error(1, "The file lists nothing", "Add `prompts:`, `guides:` or `answers:` with a list")
        self.prompts.take(file)
        self.guides.take(file)
        self.answers.take(file)


def load_prompts(folder: Path | None) -> LoadedPrompts:
    """Read the library and, where a folder is given, the `.yaml` and `.yml` files in it.

    What has an error is left out and the others are kept; of an answer that leads nowhere, the lead. A guide
    or an answer of the folder takes the place of ours of the same id; a prompt needs an id of its own.
    Nothing is raised for what a file holds; a folder or file that cannot be read is a finding too. Reads the
    disk: keep the result.
    """
    shelf = _Shelf()
    shelf.take(LIBRARY)
    if folder:
        shelf.take(folder)
    shelf.check_leads()
    return LoadedPrompts(
        prompts=tuple(shelf.prompts.kept.values()),
        guides=tuple(shelf.guides.kept.values()),
        answers=tuple(shelf.answers.kept.values()),
        findings=tuple(one for page in shelf.pages for one in page.findings),
        places=MappingProxyType(shelf.prompts.places),
        guide_places=MappingProxyType(shelf.guides.places),
        answer_places=MappingProxyType(shelf.answers.places),
    )


def _files_in(folder: Path, pages: list[Page]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
    except OSError as error:
        page = Page(path=str(folder))
        page.error(1, f"The folder cannot be read: {error.strerror}", "Name a folder that holds prompt files")
        pages.append(page)
        return []
