"""Dates and times as people say them, on the reader's clock.

What lies ahead is said as short as it is plain: a time within six days by its weekday, any other with its
date, and the year where it is not this one. What is kept (since when, on which day, a summary's period) has
its year always, as it is read years later and must mean the same then.
"""

from datetime import date, datetime, time

from bot.domain.here import Here

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WITHIN = 6  # days: on the seventh the weekday could mean today


def moment(at: datetime, here: Here) -> str:
    """Tuesday 09:00; later Tuesday 16 June, 09:00."""
    local = here.local(at)
    if 0 <= (local.date() - here.today).days <= _WITHIN:
        return f"{WEEKDAYS[local.weekday()]} {clock(local.time())}"
    return dated(at, here)


def dated(at: datetime, here: Here) -> str:
    """Tuesday 16 June, 09:00, however near, beside a date that is said in full."""
    local = here.local(at)
    return f"{weekday(local.date(), here)}, {clock(local.time())}"


def weekday(on: date, here: Here) -> str:
    """Tuesday 16 June; Tuesday 5 January 2027 in another year."""
    year = "" if on.year == here.today.year else f" {on.year}"
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}{year}"


def clock(at: time) -> str:
    """09:00."""
    return f"{at:%H:%M}"


def day(on: date) -> str:
    """3 March 2026."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def days(first: date, last: date) -> str:
    """3 March to 12 June 2026; the year is said once where it is one."""
    start = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day(first)
    return f"{start} to {day(last)}"
