"""People, who is on, whose manager is whose, and where they stand."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import (
    Consent,
    Origin,
    PersonKind,
    PlacementState,
    Role,
    Step,
)
from storage.types import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The Slack workspace that this store serves."""

    id: str
    name: str
    kudos_channel: str | None
    installed_at: datetime
    uninstalled_at: datetime | None
    holidays: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as Slack shows them, with what Trellis remembers of their choices."""

    id: str
    name: str
    zone: str
    is_bot: bool
    is_guest: bool
    is_stranger: bool
    is_admin: bool
    is_deactivated: bool
    kind: PersonKind
    dm_channel: str | None
    shares_notes: bool
    mutes_nudges: bool

    @property
    def may_take_part(self) -> bool:
        """Guests, bots, deactivated and Slack Connect people are refused (DESIGN 5.13)."""
        return not (self.is_bot or self.is_guest or self.is_stranger or self.is_deactivated)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant:
    """A role given to a person; `granted_by` is None where the operator's settings gave it."""

    id: str
    person_id: str
    role: Role
    granted_by: str | None
    granted_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Management:
    """Who is whose manager; it holds once confirmed by the report, or imported and told to them."""

    id: str
    report_id: str
    manager_id: str
    state: Consent
    origin: Origin
    asked_by: str | None
    asked_at: datetime
    told_at: datetime | None
    decided_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A member's cluster, lane and level since a date, under one framework version."""

    id: str
    person_id: str
    framework: str
    second_framework: str | None
    version_id: str
    lane: str | None
    level: str | None
    since: date
    state: PlacementState
    proposed_by: str | None
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """A first step that was offered to a person by a message, or that they skipped."""

    person_id: str
    step: Step
    offered_at: datetime | None
    delivery_id: str | None
    skipped_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """What a person has done with Trellis at least once."""

    has_met: bool
    has_thanked: bool
    has_noted: bool
    has_summed_up: bool
