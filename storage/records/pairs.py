"""1:1s and what was asked in them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from storage.choices import (
    Cadence,
    PairKind,
    PairState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people who agreed to 1:1 prompts; grants no reading of anything."""

    id: str
    first_id: str
    second_id: str
    kind: PairKind
    state: PairState
    asked_by: str
    cadence: Cadence
    anchor: date
    local_time: time
    zone: str
    next_on: date | None
    next_run_at: datetime | None
    paused_until: date | None
    version: int
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPrompt:
    """A prompt that was put to one side of a pair for one occurrence."""

    pair_id: str
    person_id: str
    on: date
    position: int
    prompt: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What is known of one 1:1 beside its rule; `on` is the local date of the rule, wherever it was moved.

    A moved one is at `moved_at` on `moved_on`, in the zone of the pair. `happened` is what one of the two
    said of it afterwards, None while nobody did.
    """

    pair_id: str
    on: date
    moved_on: date | None
    moved_at: time | None
    is_skipped: bool
    changed_by: str | None
    happened: bool | None
    answered_by: str | None
    version: int
