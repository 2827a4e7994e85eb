"""Dates and times as people say them, in the reader's zone."""

from datetime import date, datetime

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


def day(on: date) -> str:
    """3 March 2026."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def days(first: date, last: date) -> str:
    """3 March to 12 June 2026; the year is said once where it is one."""
    start = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day(first)
    return f"{start} to {day(last)}"


def month(on: date) -> str:
    """March 2026."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """Tuesday 3 March."""
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"


def moment(at: datetime) -> str:
    """Tuesday 3 March, 09:00; `at` is local already."""
    return f"{weekday(at.date())}, {at:%H:%M}"
