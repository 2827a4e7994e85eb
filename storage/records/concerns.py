"""Single things that their receivers showed to a People lead."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import ConcernKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One thing that its receiver showed to one People lead; it may be taken back until it was opened."""

    id: str
    owner_id: str
    lead_id: str
    kind: ConcernKind
    thing_id: str
    shown_at: datetime
    opened_at: datetime | None = None
    taken_back_at: datetime | None = None
