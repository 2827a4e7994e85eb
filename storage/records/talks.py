"""What two people write for their 1:1s, what one writes for themselves, and what they promise each other."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import CommitmentEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What the two of a pair share of the 1:1 of a local date; `version` is 0 before it is kept."""

    pair_id: str
    on: date
    agenda: str | None
    notes: str | None
    version: int
    written_by: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote:
    """What one of the two wrote down about a 1:1 for themselves alone; `version` as of a talk."""

    pair_id: str
    on: date
    person_id: str
    text: str | None
    version: int
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promise of `owner_id`, written down by `author_id`, who may be the other of the two.

    `made_on` is the 1:1 in which it was made. `end` and `ended_at` are None while it is open.
    """

    id: str
    pair_id: str
    owner_id: str
    author_id: str
    text: str
    framework: str | None
    competency: str | None
    made_on: date
    version: int
    written_at: datetime
    end: CommitmentEnd | None = None
    ended_at: datetime | None = None
