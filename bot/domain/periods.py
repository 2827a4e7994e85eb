"""The span of days that a summary is about, as people type it (DESIGN 4, `/growth summary`)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.cadence import Quarter, quarter_of, quarter_start
from bot.errors import Invalid

DEFAULT = "6m"
FIELD = "period"
DAY = timedelta(days=1)

_MONTHS_BACK = re.compile(r"(3|6|12)m")
_QUARTER = re.compile(r"(?:(\d{4})-)?q([1-4])")
_MONTHS = re.compile(r"(\d{4}-\d{2})\.\.(\d{4}-\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `first` to `last`, both included. Raises ValueError where `last` comes before."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on its first day or later")

    def __contains__(self, on: date) -> bool:
        return self.first <= on <= self.last


def period_of(typed: str, today: date) -> Period:
    """The period that a person means, read on their civil day `today`; nothing typed is six months.

    A period that still runs ends today. Raises Invalid at `period`: `period_unknown`,
    `period_in_future` where it has not begun, `period_backwards`.
    """
    plain = "".join(typed.casefold().split()) or DEFAULT
    if match := _MONTHS_BACK.fullmatch(plain):
        return Period(first=months_before(today, int(match[1])) + DAY, last=today)
    if match := _QUARTER.fullmatch(plain):
        first = quarter_start(_quarter(match[1], int(match[2]), today))
        return _whole_months(first, first.replace(month=first.month + 2), today)
    if match := _MONTHS.fullmatch(plain):
        return _whole_months(_month_start(match[1]), _month_start(match[2]), today)
    raise Invalid("period_unknown", FIELD)


def months_before(on: date, months: int) -> date:
    """The same day so many months earlier, or that month's last day where it has no such day."""
    years, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(years, month + 1, min(on.day, monthrange(years, month + 1)[1]))


def months_of(period: Period) -> tuple[str, ...]:
    """The calendar months that a period touches, first to last, each as 2026-07."""
    return tuple(_months(period))


def month_of(on: date) -> str:
    """The calendar month of a day, as 2026-07."""
    return f"{on.year:04}-{on.month:02}"


def _quarter(year: str | None, number: int, today: date) -> Quarter:
    """The quarter meant; without a year the latest that has begun."""
    if year is not None:
        return Quarter(year=_month_start(f"{year}-01").year, number=number)
    this_year = Quarter(year=today.year, number=number)
    return this_year if this_year <= quarter_of(today) else Quarter(year=today.year - 1, number=number)


def _month_start(typed: str) -> date:
    try:
        return date.fromisoformat(f"{typed}-01")
    except ValueError:
        raise Invalid("period_unknown", FIELD) from None


def _whole_months(first: date, last_month: date, today: date) -> Period:
    """From a first day to the end of the month that starts on `last_month`, today at the latest."""
    if last_month < first:
        raise Invalid("period_backwards", FIELD)
    if first > today:
        raise Invalid("period_in_future", FIELD)
    days = monthrange(last_month.year, last_month.month)[1]
    return Period(first=first, last=min(last_month.replace(day=days), today))


def _months(period: Period) -> Iterator[str]:
    first = period.first.year * 12 + period.first.month - 1
    last = period.last.year * 12 + period.last.month - 1
    for count in range(first, last + 1):
        year, month = divmod(count, 12)
        yield f"{year:04}-{month + 1:02}"
