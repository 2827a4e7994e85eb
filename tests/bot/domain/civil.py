"""Awkward civil time for the property tests of cadence and budget."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

from bot.domain.budget import MONDAY_TO_FRIDAY, Limits

# Two-hour, half-hour, midnight, evening and backward shifts; Ramadan; quarter-hour offsets; none at all.
AWKWARD_ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "UTC",
)

FIRST_DAY = date(2025, 1, 1)
LAST_DAY = date(2035, 12, 31)

zones = st.sampled_from(AWKWARD_ZONES) | st.sampled_from(sorted(available_timezones() - {"localtime"}))
dates = st.dates(FIRST_DAY, LAST_DAY)
minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from(
    [time(0), time(0, 30), time(1, 30), time(2), time(2, 30), time(22, 30), time(23, 59)]
)
moments = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - hypothesis takes the bounds naive and adds the zone
    datetime(2035, 12, 31),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
)


limits_of_all_kinds = st.just(Limits()) | st.builds(
    Limits,
    nudges_a_week=st.integers(1, 6),
    quiet_from=minutes,
    quiet_until=minutes,
    workdays=st.sets(st.integers(0, 6), min_size=1).map(frozenset) | st.just(MONDAY_TO_FRIDAY),
)


def days_around_shifts(zone: str) -> list[date]:
    """The local dates of a zone, 2025 to 2035, between whose noons its clock is moved: both of each two."""
    noon = datetime.combine(FIRST_DAY, time(12), ZoneInfo(zone))
    noons = [noon + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days)]
    shifts = [two for two in pairwise(noons) if two[0].utcoffset() != two[1].utcoffset()]
    return [day.date() for two in shifts for day in two]
