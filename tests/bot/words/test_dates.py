"""Dates and times as people say them, on whichever clock they read by."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.here import Here, here_of
from bot.words.dates import MONTHS, WEEKDAYS, day, days, moment, weekday

TUESDAY = datetime(2026, 6, 16, 10, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue")
zones = st.sampled_from(ZONES)
nows = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
gaps = st.timedeltas(timedelta(days=-800), timedelta(days=800))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 6, 16, 16, tzinfo=UTC), "Tuesday 16:00"),
        (datetime(2026, 6, 22, 9, tzinfo=UTC), "Monday 09:00"),
        (datetime(2026, 6, 23, 9, tzinfo=UTC), "Tuesday 23 June, 09:00"),
        (datetime(2026, 6, 15, 9, tzinfo=UTC), "Monday 15 June, 09:00"),
        (datetime(2027, 1, 5, 9, tzinfo=UTC), "Tuesday 5 January 2027, 09:00"),
    ],
)
def test_a_time_is_as_short_as_it_is_plain(at: datetime, said: str) -> None:
    """Within six days the weekday is enough, then the date is said, and the year where it is another."""
    assert moment(at, here_of("UTC", TUESDAY)) == said


def test_the_last_days_of_a_year_look_into_the_next() -> None:
    """The coming days need no year, though it is another."""
    here = Here(ZoneInfo("UTC"), date(2026, 12, 30))

    assert moment(datetime(2027, 1, 4, 9, tzinfo=UTC), here) == "Monday 09:00"
    assert weekday(date(2027, 1, 4), here) == "Monday 4 January 2027"


@given(zones, nows, gaps)
def test_a_time_is_read_on_the_readers_clock(zone: str, now: datetime, gap: timedelta) -> None:
    """Wherever somebody reads, hour and weekday are those of their own clock, and mean that moment alone."""
    here, at = here_of(zone, now), now + gap
    local = at.astimezone(ZoneInfo(zone))

    said = moment(at, here)

    assert said.endswith(f"{local:%H:%M}")
    assert said.startswith(WEEKDAYS[local.weekday()])
    assert _meant(said, here) == local.date()


def _meant(said: str, here: Here) -> date:
    """The day that a reader takes from the words alone."""
    words = said.replace(",", "").split()[:-1]
    if len(words) == 1:
        ahead = (WEEKDAYS.index(words[0]) - here.today.weekday()) % 7
        return here.today + timedelta(days=ahead)
    year = int(words[3]) if len(words) == 4 else here.today.year
    return date(year, MONTHS.index(words[2]) + 1, int(words[1]))


@given(zones, nows)
def test_today_is_the_readers_own(zone: str, now: datetime) -> None:
    """The day that it is follows from where somebody reads."""
    assert here_of(zone, now).today == now.astimezone(ZoneInfo(zone)).date()


@given(st.dates(), st.dates())
def test_what_is_kept_has_its_year(one: date, other: date) -> None:
    """A day in a record says its year, and a period says it once where it is one."""
    first, last = sorted((one, other))

    assert day(one).endswith(f" {one.year}")
    assert days(first, last).count(str(last.year)) >= 1
    assert (str(first.year) in days(first, last)) or first.year == last.year
