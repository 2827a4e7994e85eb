"""What a person's Home holds, and the one step that comes next."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.given_kudos import GivenLine
from bot.domain.here import Here
from bot.domain.plans import GoalSeen
from bot.domain.readers import NamedSeen
from bot.domain.steps import StepSeen
from bot.domain.waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A 1:1 that both agreed to, and its next time; `until` is the day up to which it is paused."""

    pair: str
    who: str
    at: datetime
    is_moved: bool = False
    until: date | None = None


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
    """Everything on one person's Home; `owned` are the id and title of each framework they look after.

    `naming` are those by which others named this person to read.
    """

    here: Here
    name: str
    where: str | None
    manager: str | None
    step: StepSeen | None
    waiting: tuple[Waiting, ...]
    meetings: tuple[Meeting, ...]
    goals: tuple[GoalSeen, ...]
    notes: tuple[NoteLine, ...]
    note_count: int
    owned: tuple[tuple[str, str], ...]
    lookout: Lookout | None
    given: tuple[GivenLine, ...]
    is_in_rollout: bool
    mutes_nudges: bool
    has_reports: bool
    naming: tuple[NamedSeen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSeen:
    """What help shows beside the words: `may_set` says that the settings are this person's to open."""

    waiting: tuple[Waiting, ...]
    step: StepSeen | None
    may_set: bool
    has_reports: bool
