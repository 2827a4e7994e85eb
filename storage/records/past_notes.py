"""Notes from past reviews."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNote:
    """A note from a past review, until its member keeps or discards it; it is evidence of nothing.

    `digest` stands for its person, day and words. `skill`, `example`, `author` and `source` are as the file
    had them; `author` is None where its words are the member's own.
    """

    id: str
    person_id: str
    digest: str
    text: str
    happened_on: date
    skill: str | None
    example: str | None
    author: str | None
    source: str | None
    brought_at: datetime
