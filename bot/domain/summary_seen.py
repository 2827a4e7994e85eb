"""A summary on its way to a reader."""

from dataclasses import dataclass

from bot.domain.checks import SaidInCheck
from bot.domain.statements import Statement
from frameworks.model import Framework
from storage.records import Evidence, Person, Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySeen:
    """A summary as one of its readers sees it, with what its sentences need to be written.

    `manager` reads a joint one; of one's own, it is whom it could be shared with.
    """

    summary: Summary
    statements: tuple[Statement, ...]
    subject: Person
    manager: Person | None
    framework: Framework | None
    second: Framework | None
    people: dict[str, Person]
    viewer_id: str

    @property
    def is_own(self) -> bool:
        """Whether the reader is the one it is about."""
        return self.viewer_id == self.subject.id

    @property
    def zone(self) -> str:
        """Where the reader reads."""
        return self.subject.zone if self.is_own or self.manager is None else self.manager.zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a line of a summary rests on, as far as its reader may read it: evidence, and words in checks."""

    seen: SummarySeen
    pieces: tuple[Evidence, ...]
    said: tuple[SaidInCheck, ...]
