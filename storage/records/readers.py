"""Whom a member named to read something of theirs, and what is shown to them."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedReader:
    """A person whom a member named to read what they share, until a moment.

    `notes`, `plan` and `summaries` say what of it is shown to them from then on, `level` that they may know
    where the member stands. What was shared before is shown to them only as the member ticked it.
    """

    id: str
    owner_id: str
    reader_id: str
    notes: bool
    plan: bool
    summaries: bool
    level: bool
    named_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThing:
    """One thing that is shown to a reader under one naming."""

    naming_id: str
    kind: Shown
    thing_id: str
