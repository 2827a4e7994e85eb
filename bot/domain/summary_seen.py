"""A summary on its way to a reader."""

from dataclasses import dataclass

from bot.domain.checks import SaidInCheck
from bot.domain.readers import NamedSeen
from bot.domain.statements import Statement
from frameworks.model import Framework
from storage.records import Evidence, Person, Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySeen:
    """A summary as one of its readers sees it, with what its sentences need to be written.

    `manager` reads a joint one; of one's own, it is whom it could be shared with. `named` are readers whom
    the member named: to whom a joint one is shown, or one's own would be as it is shared.
    """

    summary: Summary
    statements: tuple[Statement, ...]
    subject: Person
    manager: Person | None
    framework: Framework | None
    second: Framework | None
    people: dict[str, Person]
    viewer_id: str
    named: tuple[NamedSeen, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the reader is the one it is about."""
        return self.viewer_id == self.subject.id

    @property
    def zone(self) -> str:
        """Where the reader reads."""
        readers = (self.manager, *(one.reader for one in self.named))
        return next((one.zone for one in readers if one and one.id == self.viewer_id), self.subject.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a line of a summary rests on, as far as its reader may read it: evidence, and words in checks."""

    seen: SummarySeen
    pieces: tuple[Evidence, ...]
    said: tuple[SaidInCheck, ...]
