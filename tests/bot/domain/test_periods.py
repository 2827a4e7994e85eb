"""What people type for a period, and the days that they mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import Period, month_of, months_before, months_of, period_of
from bot.errors import Invalid

TODAY = date(2026, 8, 20)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))
seeded = settings(derandomize=True, deadline=None, max_examples=200)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("", date(2026, 2, 21), TODAY),
        ("   ", date(2026, 2, 21), TODAY),
        ("3m", date(2026, 5, 21), TODAY),
        ("6M", date(2026, 2, 21), TODAY),
        ("12m", date(2025, 8, 21), TODAY),
        ("q3", date(2026, 7, 1), TODAY),
        ("q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2026-q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-q3", date(2026, 7, 1), TODAY),
        ("2026-01..2026-06", date(2026, 1, 1), date(2026, 6, 30)),
        ("2025-12 .. 2026-08", date(2025, 12, 1), TODAY),
        ("2026-08..2026-09", date(2026, 8, 1), TODAY),
        ("2024-02..2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_each_way_of_typing_means_its_days(typed: str, first: date, last: date) -> None:
    """Every spelling of the contract means its days, and what runs still ends today."""
    assert period_of(typed, TODAY) == Period(first=first, last=last)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("2026-q4", "period_in_future"),
        ("9999-q1", "period_in_future"),
        ("2026-09..2026-10", "period_in_future"),
        ("2026-06..2026-01", "period_backwards"),
        ("q5", "period_unknown"),
        ("9m", "period_unknown"),
        ("0m", "period_unknown"),
        ("2026", "period_unknown"),
        ("2026-13..2026-14", "period_unknown"),
        ("2026-00..2026-01", "period_unknown"),
        ("0000-01..2026-01", "period_unknown"),
        ("0000-q1", "period_unknown"),
        ("last year", "period_unknown"),
        ("٣m", "period_unknown"),
        ("x" * 40_000, "period_unknown"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_the_field(typed: str, key: str) -> None:
    """The future, a period that runs backwards and what is not understood each have their key."""
    with pytest.raises(Invalid) as refused:
        period_of(typed, TODAY)

    assert (refused.value.key, refused.value.field) == (key, "period")


def test_a_period_never_ends_before_it_begins() -> None:
    """A period that would hold no day cannot be made."""
    with pytest.raises(ValueError, match="first day or later"):
        Period(first=TODAY, last=TODAY - timedelta(days=1))


@seeded
@given(st.text(max_size=20), days)
def test_any_text_is_a_period_until_today_or_refused(typed: str, today: date) -> None:
    """Whatever is typed either gives days up to today at most, or is refused: nothing else happens."""
    try:
        period = period_of(typed, today)
    except Invalid:
        return
    assert period.first <= period.last <= today


@seeded
@given(days, st.sampled_from([1, 2, 3, 4]))
def test_a_quarter_without_a_year_is_the_latest_that_has_begun(today: date, number: int) -> None:
    """`q3` has begun, and less than a year and a day ago."""
    first = period_of(f"q{number}", today).first

    assert timedelta() <= today - first <= timedelta(days=366)
    assert first.month == number * 3 - 2


@seeded
@given(days, st.integers(0, 60))
def test_months_before_goes_back_by_calendar_months(on: date, months: int) -> None:
    """The month is so many back, and the day is the same or that month's last."""
    before = months_before(on, months)

    assert (on.year - before.year) * 12 + on.month - before.month == months
    assert before.day == on.day or (before.day < on.day and (before + timedelta(days=1)).day == 1)


@seeded
@given(days, st.integers(0, 900))
def test_months_of_a_period_are_those_of_its_days(first: date, length: int) -> None:
    """A period touches exactly the months that its days lie in, in order."""
    period = Period(first=first, last=first + timedelta(days=length))

    each = [month_of(first + timedelta(days=n)) for n in range(length + 1)]
    assert months_of(period) == tuple(dict.fromkeys(each))
