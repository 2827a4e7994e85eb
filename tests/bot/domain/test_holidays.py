"""Days off for everybody, as they are written and read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.holidays import FIELD, MOST, holidays_text, read_holidays
from bot.errors import Invalid
from storage.types import Days
from tests.bot.domain.civil import dates

some_days = st.builds(
    lambda first, more: Days(first, first + timedelta(days=more)), dates, st.integers(0, 30)
)


@given(st.sets(some_days, max_size=MOST))
def test_what_is_written_is_read_again(holidays: set[Days]) -> None:
    """The text of days is read as the same days, in order."""
    assert read_holidays(holidays_text(holidays)) == tuple(sorted(holidays))


@given(st.text(max_size=60))
def test_any_text_is_days_or_refused(text: str) -> None:
    """Whatever is typed is read, or refused at the field."""
    try:
        read_holidays(text)
    except Invalid as refused:
        field = refused.field
    else:
        field = FIELD

    assert field == FIELD


def test_days_may_be_parted_as_people_part_them() -> None:
    """Commas, spaces and lines part days."""
    christmas = Days(date(2026, 12, 25), date(2026, 12, 26))

    assert read_holidays("2026-12-25/2026-12-26, 2027-01-01") == (
        christmas,
        Days(date(2027, 1, 1), date(2027, 1, 1)),
    )


@pytest.mark.parametrize("text", ["Christmas", "25.12.2026", "2026-12-26/2026-12-25", "2026-02-30"])
def test_what_is_no_day_is_refused(text: str) -> None:
    """Names, other ways to write a date, and days that end before they begin."""
    with pytest.raises(Invalid, match="holiday_unknown"):
        read_holidays(text)


def test_there_is_an_end() -> None:
    """More than a list may hold is refused."""
    many = " ".join((date(2026, 1, 1) + timedelta(days=n)).isoformat() for n in range(MOST + 1))

    with pytest.raises(Invalid, match="too_many_holidays"):
        read_holidays(many)
