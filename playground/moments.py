"""Where the civil clock may be moved: the moments that somebody who tries things wants next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from playground.model import Person

MORNING, NOON = time(9), time(12)
MONDAY, WEEK, QUARTER_MONTHS = 0, 7, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A moment by its name; `text` is what its button says."""

    name: str
    text: str
    at: datetime


def civil_time(seconds: float, person: Person) -> datetime:
    """A moment, given in seconds since 1970, as this person's watch shows it."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(ZoneInfo(person.tz))


def moves(now: datetime) -> tuple[Move, ...]:
    """Where one may go from a moment, in its own zone; the nearest comes first.

    The quarter's is the noon of its first Monday: what is sent on such a morning is there by then.
    """
    today = now.date()
    tomorrow, monday, quarter = today + timedelta(days=1), _monday_after(today), _next_quarter(today)
    return (
        Move(name="hour", text="An hour later", at=now + timedelta(hours=1)),
        Move(name="tomorrow", text="Tomorrow 09:00", at=_on(tomorrow, MORNING, now)),
        Move(name="monday", text="Next Monday 09:00", at=_on(monday, MORNING, now)),
        Move(name="quarter", text="Next quarter", at=_on(quarter, NOON, now)),
    )


def _on(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, tzinfo=now.tzinfo)


def _monday_after(day: date) -> date:
    return day + timedelta(days=WEEK - day.weekday())


def _next_quarter(day: date) -> date:
    """The first Monday of the quarter after that of a day."""
    months = day.year * 12 + (day.month - 1) // QUARTER_MONTHS * QUARTER_MONTHS + QUARTER_MONTHS
    first = date(months // 12, months % 12 + 1, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % WEEK)
