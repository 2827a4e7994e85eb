"""What tests of importing share: a source taken over, and the frameworks that it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.importers.remarks import ERROR, Remark
from frameworks.importers.sizes import Sizes, sizes_of
from frameworks.importers.source import Imported, imported
from frameworks.importers.writing import file_text
from frameworks.load import load_bytes
from frameworks.model import Competency, Framework


def loaded_again(found: Imported) -> dict[str, Framework]:
    """The files of an import, written and read again; none may have an error."""
    frameworks = {}
    for document in found.documents:
        loaded = load_bytes(file_text(document).encode())
        assert loaded.framework is not None, "\n".join(map(str, loaded.findings))
        frameworks[loaded.framework.id] = loaded.framework
    return frameworks


@dataclass(frozen=True, slots=True)
class Brought:
    """One import that succeeded."""

    found: Imported
    frameworks: dict[str, Framework]

    @property
    def one(self) -> Framework:
        """The only framework."""
        (framework,) = self.frameworks.values()
        return framework

    @property
    def sizes(self) -> Sizes:
        """How much the only framework holds."""
        (document,) = self.found.documents
        return sizes_of(document)

    def remarks(self, key: str) -> list[Remark]:
        """What was said under a key."""
        return [one for one in self.found.remarks if one.key == key]


def brought(text: str | bytes, name: str = "sample.csv") -> Brought:
    """A source that can be taken over."""
    found = imported(text.encode() if isinstance(text, str) else text, name)
    errors = [one for one in found.remarks if one.weight == ERROR]
    assert not errors, errors
    return Brought(found, loaded_again(found))


def refused(text: str | bytes, name: str = "sample.csv") -> tuple[int, str]:
    """The line and the key of the first error of a source that cannot be taken over."""
    found = imported(text.encode() if isinstance(text, str) else text, name)
    assert not found.documents
    first = next(one for one in found.remarks if one.weight == ERROR)
    return first.line, first.key


def skill(framework: Framework, name: str) -> Competency:
    """The skill of this id."""
    return framework.competency(f"{framework.id}/{name}")


def said(framework: Framework, name: str) -> dict[str, list[str]]:
    """The sentences of a skill by level, or by the number of the stage."""
    return {
        stage.level or str(stage.number): [one.text for one in stage.behaviours]
        for stage in skill(framework, name).stages
    }
