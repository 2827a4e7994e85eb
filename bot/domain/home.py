"""What a person's Home holds, and the one step that comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.waiting import Waiting


class Step(StrEnum):
    """The one thing to do next, while Trellis does not know enough of a person to be of use."""

    LOOK_AFTER = "look_after"
    PLACE = "place"
    MANAGER = "manager"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What Trellis knows of a person that decides on the next step."""

    may_look_after: bool
    has_framework: bool
    is_placed: bool
    has_manager: bool
    has_notes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A 1:1 that both agreed to, and its next time on the reader's clock."""

    pair: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """A note by its day and its skills; its words open in a modal (DESIGN 5.10). `by`: whose they are."""

    id: str
    on: date
    skills: tuple[str, ...]
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookout:
    """What a People lead sees at a glance."""

    people: int
    switched_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSeen:
    """Everything on one person's Home; `owned` are the id and title of each framework they look after."""

    name: str
    where: str | None
    manager: str | None
    step: Step | None
    waiting: tuple[Waiting, ...]
    meetings: tuple[Meeting, ...]
    notes: tuple[NoteLine, ...]
    note_count: int
    owned: tuple[tuple[str, str], ...]
    lookout: Lookout | None
    is_in_rollout: bool
    mutes_nudges: bool
    has_reports: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSeen:
    """What help shows beside the words: `may_set` says that the settings are this person's to open."""

    waiting: tuple[Waiting, ...]
    may_set: bool
    has_reports: bool


def next_step(known: Known) -> Step | None:
    """The first that is missing; None for a person who is under way."""
    missing = {
        Step.LOOK_AFTER: known.may_look_after,
        Step.PLACE: known.has_framework and not known.is_placed,
        Step.MANAGER: not known.has_manager,
        Step.NOTE: not known.has_notes,
    }
    return next((step for step, is_missing in missing.items() if is_missing), None)
