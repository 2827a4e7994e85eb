"""Messages owed, and acts that are done once."""

from dataclasses import dataclass
from datetime import datetime

from storage.choices import (
    DeliveryState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message owed, by kind, recipient (a person or a channel), cause and occurrence; never its text.

    `digest_id` is the message in which it stands with others; `pressed_at` when a button of it came back.
    """

    id: str
    kind: str
    recipient: str
    cause: str
    occurrence: str
    state: DeliveryState
    priority: int
    due_at: datetime
    created_at: datetime
    attempts: int
    lease_until: datetime | None
    channel: str | None
    ts: str | None
    settled_at: datetime | None
    reason: str | None
    digest_id: str | None
    pressed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A message that reached a person, as far as is known, and whether a button of it came back."""

    kind: str
    cause: str
    at: datetime
    digest_id: str | None
    pressed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminAct:
    """An act of a People lead, or of the operator where `actor_id` is None."""

    id: str
    actor_id: str | None
    act: str
    subject_id: str | None
    at: datetime
