"""When things fall due, in people's own civil time (DESIGN 6.2, 6.5).

A recurring thing is a wall-clock time in a zone: daylight saving moves its instant, never its hour.
The key of an occurrence is its local date. An instant is only ever derived from that key.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.choices import Cadence

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NUDGE_HOUR = time(10)
LONGEST_QUARTER = timedelta(days=92)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a pair meets: counted from the local date `anchor`, at the naive local time `at` in `zone`.

    A 1:1 has a weekday, so monthly is the anchor's weekday of the month (the second Tuesday): a day of the
    month would drift into weekends, four weeks through the month. Not every month has a fifth, so an anchor
    on one means the last.
    """

    cadence: Cadence
    anchor: date
    at: time
    zone: str


class UnknownZone(ValueError):
    """The zone data has no zone of this name."""


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises `UnknownZone`."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UnknownZone(repr(name)) from error


def zone_or_utc(name: str | None) -> ZoneInfo:
    """The zone of a person as Slack tells it, which may be none or newer than our zone data: then UTC."""
    try:
        return zone_of(name or "UTC")
    except UnknownZone:
        return ZoneInfo("UTC")


def utc_of(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall-clock time: a time in a gap moves to after it, one that comes twice is its
    first."""
    return datetime.combine(on, at.replace(fold=0), zone).astimezone(UTC)


def first_anchor(weekday: int, today: date) -> date:
    """The first date on or after `today` that falls on `weekday` (Monday is 0)."""
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def next_date(rule: Rule, *, after: date) -> date:
    """The local date of the first occurrence after the date `after`, and never before the anchor."""
    if after < rule.anchor:
        return rule.anchor
    if rule.cadence == Cadence.MONTHLY:
        return _next_monthly(rule.anchor, after)
    step = 7 if rule.cadence == Cadence.WEEKLY else 14
    return after + timedelta(days=step - (after - rule.anchor).days % step)


def occurrence_dates(rule: Rule, after: date) -> Iterator[date]:
    """The local dates of all occurrences after the date `after`, without end."""
    while True:
        after = next_date(rule, after=after)
        yield after


def instant(rule: Rule, on: date) -> datetime:
    """The UTC instant of the occurrence of the local date `on`. Raises `UnknownZone`."""
    return utc_of(on, rule.at, zone_of(rule.zone))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quarter:
    """A calendar quarter, 1 to 4. Its text is the key that it is stored under: 2026-q3."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-q{self.number}"


def quarter_of(on: date) -> Quarter:
    """The quarter that a date lies in."""
    return Quarter(year=on.year, number=(on.month + 2) // 3)


def quarter_before(on: date) -> Quarter:
    """The quarter before the one that a date lies in."""
    return quarter_of(quarter_start(quarter_of(on)) - DAY)


def quarter_start(quarter: Quarter) -> date:
    """The first day of a quarter."""
    return date(quarter.year, quarter.number * 3 - 2, 1)


def first_monday(quarter: Quarter) -> date:
    """The first Monday of a quarter."""
    return first_anchor(0, quarter_start(quarter))


def quarterly_nudge_at(quarter: Quarter, zone: str | None) -> datetime:
    """The UTC instant of a quarter's framework nudge: its first Monday at 10:00 in the owner's zone."""
    return utc_of(first_monday(quarter), NUDGE_HOUR, zone_or_utc(zone))


def next_quarterly_nudge(zone: str | None, after: datetime) -> datetime:
    """The first such instant after a moment."""
    quarter = quarter_of(after.date())
    following = quarter_of(quarter_start(quarter) + LONGEST_QUARTER)
    instants = (quarterly_nudge_at(one, zone) for one in (quarter, following))
    return min(at for at in instants if at > after)


def _next_monthly(anchor: date, after: date) -> date:
    on = _same_weekday(anchor, after.year, after.month)
    if on > after:
        return on
    years, month = divmod(after.month, 12)
    return _same_weekday(anchor, after.year + years, month + 1)


def _same_weekday(anchor: date, year: int, month: int) -> date:
    """The anchor's weekday of the month in another month: its first to fourth, or its last for a fifth."""
    first_weekday, days = monthrange(year, month)
    day = 1 + (anchor.weekday() - first_weekday) % 7 + (anchor.day - 1) // 7 * 7
    return date(year, month, day if day <= days else day - 7)
