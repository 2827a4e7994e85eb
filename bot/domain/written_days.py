"""Days as people write them in the files of past reviews: the last day of whatever span is named."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from re import Match

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SPAN = re.compile(r"\s+(?:to|until|till|through|-|–|—)\s+|\s*(?:–|—|\.\.\.?)\s*")
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$")

Days = tuple[date, ...]


def days_written(text: str) -> Days:
    """The day that is meant; none where it cannot be told, two where it may be either.

    Of a month, quarter, half or whole year, and of a span of days, it is the last one.
    """
    plain = " ".join(_TIME.sub("", text.casefold()).replace(",", " ").split())
    last = _SPAN.split(plain)[-1].strip()
    for shape, read in _SHAPES:
        if match := shape.fullmatch(last):
            try:
                return read(match)
            except ValueError:
                return ()
    return ()


def _day(year: str, month: str, day: str) -> Days:
    return (date(int(year), int(month), int(day)),)


def _either(match: Match[str]) -> Days:
    """3/4/2025 may be in April or in March; 25/4/2025 is plain."""
    first, second, year = match.groups()
    found = {one for month, day in ((first, second), (second, first)) for one in _known(year, month, day)}
    return tuple(sorted(found))


def _known(year: str, month: str, day: str) -> Days:
    try:
        return _day(year, month, day)
    except ValueError:
        return ()


def _month_end(year: int, month: int) -> Days:
    return (date(year, month, monthrange(year, month)[1]),)


def _named(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[Match[str]], Days]], ...] = tuple(
    (re.compile(shape, re.ASCII), read)
    for shape, read in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", lambda m: _day(m[1], m[2], m[3])),
        (r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", lambda m: _day(m[3], m[2], m[1])),
        (r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", _either),
        (
            rf"(\d{{1,2}})(?:st|nd|rd|th|\.)? {_NAMED} (\d{{4}})",
            lambda m: (date(int(m[3]), _named(m[2]), int(m[1])),),
        ),
        (
            rf"{_NAMED} (\d{{1,2}})(?:st|nd|rd|th)? (\d{{4}})",
            lambda m: (date(int(m[3]), _named(m[1]), int(m[2])),),
        ),
        (rf"{_NAMED} (\d{{4}})", lambda m: _month_end(int(m[2]), _named(m[1]))),
        (r"(\d{4})-(\d{2})", lambda m: _month_end(int(m[1]), int(m[2]))),
        (r"(\d{4})[- ]?q([1-4])", lambda m: _month_end(int(m[1]), 3 * int(m[2]))),
        (r"q([1-4])[-/ ]?(\d{4})", lambda m: _month_end(int(m[2]), 3 * int(m[1]))),
        (r"(\d{4})[- ]?h([12])", lambda m: _month_end(int(m[1]), 6 * int(m[2]))),
        (r"h([12])[-/ ]?(\d{4})", lambda m: _month_end(int(m[2]), 6 * int(m[1]))),
        (r"(\d{4})", lambda m: _month_end(int(m[1]), 12)),
    )
)
