"""From framework files to frameworks, or to all that is wrong with them.

A file's `extends` is looked for among the files given with it, then beside it, then in the bundled library.
No content of a file raises: what cannot be read is a finding.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from frameworks.allowed import NOTHING_ALLOWED, Allowed
from frameworks.findings import Finding, nearest
from frameworks.model import Framework
from frameworks.reading.nodes import SIZE_LIMIT
from frameworks.reading.page import Page
from frameworks.reading.whole import Opened, open_file, read_framework

LIBRARY = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """One file: its framework if it has no error, its errors by line, and where its own parts stand.

    `marks` maps addresses (`reading.page.address`) to lines; parts taken through `extends` have none.
    `allowed` is what lint leaves alone in it.
    """

    path: str
    framework: Framework | None
    findings: tuple[Finding, ...]
    marks: Mapping[str, int]
    allowed: Allowed = NOTHING_ALLOWED


def load_library() -> tuple[Loaded, ...]:
    """The bundled frameworks, by file name."""
    return load_folder(LIBRARY)


def load_folder(folder: Path) -> tuple[Loaded, ...]:
    """All *.yaml and *.yml files of a folder, by file name; a folder that cannot be read is a finding."""
    try:
        paths = sorted(one for one in folder.iterdir() if one.suffix in {".yaml", ".yml"})
    except OSError as error:
        page = Page(path=str(folder))
        page.error(1, f"The folder cannot be read ({error.strerror})", "Name a folder of framework files")
        return (_loaded(page, None),)
    return load_files(paths)


def load_file(path: Path) -> Loaded:
    """One file."""
    return load_files((path,))[0]


def load_files(paths: Iterable[Path]) -> tuple[Loaded, ...]:
    """Files that may extend each other, in the order given."""
    with _collection_paused():
        return _Shelf([_read(path) for path in paths], may_look_beside=True).loaded()


def load_bytes(raw: bytes, path: str = "framework.yaml") -> Loaded:
    """A file that is at hand as bytes; `path` names it in findings."""
    page = Page(path=path)
    return _Shelf([(page, open_file(raw, page))], may_look_beside=False).loaded()[0]


def is_only_extended(framework: Framework, others: Iterable[Framework]) -> bool:
    """Whether a framework has no levels of its own and others take its skills: nobody is placed in it."""
    return framework.is_one_sheet and any(
        skill.origin == framework.id
        for other in others
        if other is not framework
        for skill in other.competencies
    )


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Many files make a great many nodes and no cycles; looking for some is a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(path: Path) -> tuple[Page, Opened | None]:
    page = Page(path=str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        page.error(1, f"The file cannot be read ({error.strerror})", "Check its name and rights")
        return page, None
    return page, open_file(raw, page)


def _loaded(page: Page, framework: Framework | None, allowed: Allowed = NOTHING_ALLOWED) -> Loaded:
    findings = tuple(sorted(set(page.findings), key=lambda one: (one.line, one.what)))
    return Loaded(
        path=page.path,
        framework=None if findings else framework,
        findings=findings,
        marks=MappingProxyType(page.marks),
        allowed=allowed,
    )


class _Shelf:
    """The files given and those they extend, each read once, the extended one first."""

    def __init__(self, given: list[tuple[Page, Opened | None]], *, may_look_beside: bool) -> None:
        self._given = given
        self._may_look_beside = may_look_beside
        self._by_id: dict[str, Opened] = {}
        self._broken: dict[str, str] = {}
        self._done: dict[int, Loaded] = {}
        for _, opened in given:
            if opened is not None and opened.id:
                self._shelve(opened)

    def loaded(self) -> tuple[Loaded, ...]:
        return tuple(self._load(opened) if opened else _loaded(page, None) for page, opened in self._given)

    def _shelve(self, opened: Opened) -> None:
        first = self._by_id.setdefault(opened.id, opened)
        if first is not opened:
            what = f"Framework `{opened.id}` is also in {first.page.path}"
            opened.top.error("framework", what, "Give one of them an id of its own")

    def _load(self, opened: Opened) -> Loaded:
        for one in reversed(self._chain(opened)):
            if id(one) not in self._done:
                framework = read_framework(one, self._shared(one))
                self._done[id(one)] = _loaded(one.page, framework, one.allowed)
        return self._done[id(opened)]

    def _chain(self, opened: Opened) -> list[Opened]:
        """The file, the one it extends, and so on; ends where one is missing or comes again."""
        chain = [opened]
        while (found := self._extended(chain[-1])) and not any(one is found for one in chain):
            chain.append(found)
        return chain

    def _extended(self, opened: Opened) -> Opened | None:
        """The file that a file extends, or None."""
        if opened.extends is None:
            return None
        name = opened.extends.text
        if name not in self._by_id and name not in self._broken:
            self._look_for(name, Path(opened.page.path).parent)
        return self._by_id.get(name)

    def _look_for(self, name: str, folder: Path) -> None:
        for place in (folder, LIBRARY) if self._may_look_beside else (LIBRARY,):
            path = place / f"{name}.yaml"
            if not path.is_file():
                continue
            page, opened = _read(path)
            if opened is None or opened.id != name:
                self._broken[name] = page.path
            else:
                self._by_id[name] = opened
            return

    def _shared(self, opened: Opened) -> Framework | None:
        """What a file extends, or None with the reason on its page."""
        word = opened.extends
        if word is None:
            return None
        found = self._extended(opened)
        chain = self._chain(opened)
        if found is None and word.text in self._broken:
            what = f"`{word.text}` is extended, but {self._broken[word.text]} cannot be read as such"
            opened.page.error(word.line, what, "Check that file first")
        elif found is None:
            what = f"There is no framework `{word.text}` to extend"
            how = f"Put its file beside this one. {nearest(word.text, self._names())}"
            opened.page.error(word.line, what, how)
        elif self._extended(chain[-1]) is opened:
            names = ", ".join(f"`{one.id}`" for one in (*chain, opened))
            what = f"Frameworks extend each other in a circle: {names}"
            opened.page.error(word.line, what, "Let one of them extend nothing")
        elif (done := self._done.get(id(found))) is None or done.framework is None:
            what = f"`{word.text}` has errors of its own, in {found.page.path}"
            opened.page.error(word.line, what, "Mend that file first")
        else:
            return done.framework
        return None

    def _names(self) -> list[str]:
        return [*self._by_id, *(one.stem for one in LIBRARY.glob("*.yaml"))]
