"""Where somebody wants to go, and the goals that take them there."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import GoalEnd
from storage.records.evidence import FrozenReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Three lines in a member's own words: what they want more of, next, and one day.

    `shared_with` is the manager whom its receipt named, None while it is private; `readers` are those whom
    its owner named to read it.
    """

    person_id: str
    more: str | None
    next: str | None
    one_day: str | None
    shared_with: str | None
    written_at: datetime
    readers: tuple[FrozenReader, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal: `sign` is what will be seen when it is done; `competency` its skill, of `framework`.

    `shared_with` and `readers` as of a direction. `end`, `learned` and `ended_at` are None while it is open.
    """

    id: str
    owner_id: str
    text: str
    sign: str
    framework: str | None
    competency: str | None
    due_on: date
    shared_with: str | None
    written_at: datetime
    end: GoalEnd | None = None
    learned: str | None = None
    ended_at: datetime | None = None
    readers: tuple[FrozenReader, ...] = ()
