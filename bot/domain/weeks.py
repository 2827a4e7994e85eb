"""One message a week with all 1:1s of a manager's reports, in place of prompts before each (DESIGN 6.5)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.budget import Limits, next_civil_hour, next_digest
from bot.domain.cadence import utc_of, zone_or_utc
from bot.domain.here import Here

MANY_REPORTS = 3
"""From so many 1:1s with reports on."""
WEEK = timedelta(days=7)
NOTICE = timedelta(hours=1)
"""A 1:1 sooner after the message than this has prompts of its own, before the week begins."""
AFTERWARDS = timedelta(minutes=30)
"""Prompts that the message was to bring, and did not, come so long after it."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a person by its Monday, and when its message comes."""

    monday: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A 1:1 of the week: with whom, when, and how many promises of the two are open."""

    pair: str
    on: date
    who: str
    at: datetime
    promises: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSeen:
    """All that the message of a week holds."""

    here: Here
    lines: tuple[WeekLine, ...]


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_of(at: datetime, zone: str, limits: Limits) -> Week | None:
    """The week whose message brings a 1:1 that is at a moment, None where the 1:1 comes too soon after it.

    The message comes in the first hour of the week in which its reader may be spoken to, or at the time of
    day that they chose for reminders.
    """
    monday = monday_of(at.astimezone(zone_or_utc(zone)).date())
    comes = comes_at(monday, zone, limits)
    return Week(monday, comes) if comes + NOTICE <= at else None


def comes_at(monday: date, zone: str, limits: Limits) -> datetime:
    """When the message of a week comes: where its reader is away for all of it, in a later one."""
    begins = utc_of(monday, time(), zone_or_utc(zone))
    return next_digest(next_civil_hour(begins, zone, limits), zone, limits)


def is_open(week: Week, zone: str, now: datetime) -> bool:
    """Whether the message of a week may still be owed: until the end of its day, not later in the week."""
    here = zone_or_utc(zone)
    return now.astimezone(here).date() <= week.at.astimezone(here).date()
