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
