"""When prompts come: a day before the 1:1, in the hours in which their reader may be spoken to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budget import Limits
from bot.domain.cadence import Rule, instant
from bot.domain.prompting import Hours, later_of, prompt_due, run_at
from bot.domain.timetable import Timetable
from storage.choices import Cadence
from storage.types import Days
from tests.bot.domain.civil import limits_of_all_kinds, moments, zones

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BERLIN = "Europe/Berlin"
seeded = settings(derandomize=True, deadline=None, max_examples=300)


def at_of(on: date, at: time) -> datetime:
    """The instant of a 1:1 in Berlin."""
    return instant(Rule(cadence=Cadence.WEEKLY, anchor=on, at=at, zone=BERLIN), on)


@pytest.mark.parametrize(
    ("on", "at", "reader", "due"),
    [
        (date(2027, 1, 6), time(10), "Europe/Berlin", "2027-01-05T10:00+01:00"),
        (date(2027, 1, 6), time(9), "Europe/Berlin", "2027-01-05T09:00+01:00"),
        (date(2027, 1, 6), time(8, 59), "Europe/Berlin", "2027-01-04T17:00+01:00"),
        (date(2027, 1, 6), time(18), "Europe/Berlin", "2027-01-05T17:00+01:00"),
        (date(2027, 1, 4), time(10), "Europe/Berlin", "2027-01-01T17:00+01:00"),
        (date(2027, 1, 5), time(8), "Europe/Berlin", "2027-01-01T17:00+01:00"),
        (date(2027, 1, 3), time(23), "Europe/Berlin", "2027-01-01T17:00+01:00"),
        (date(2027, 1, 6), time(10), "America/New_York", "2027-01-04T17:00-05:00"),
        (date(2027, 1, 6), time(10), None, "2027-01-05T09:00+00:00"),
        (date(2027, 3, 29), time(10), "Europe/Berlin", "2027-03-26T17:00+01:00"),
    ],
)
def test_a_prompt_comes_the_last_working_hour_a_day_before(
    on: date, at: time, reader: str | None, due: str
) -> None:
    """24 hours before the 1:1, or 17:00 of the last workday before that, by the reader's clock."""
    assert prompt_due(at_of(on, at), Hours(reader or "UTC")) == datetime.fromisoformat(due)


MONDAY_AT_NINE = at_of(date(2027, 1, 11), time(9))
LONG_LEAVE = Days(date(2026, 12, 28), date(2027, 1, 10))


@pytest.mark.parametrize(
    ("limits", "due"),
    [
        (Limits(), "2027-01-08T17:00"),
        (Limits(workdays=frozenset(range(4))), "2027-01-07T17:00"),
        (Limits(workdays=frozenset({1, 2})), "2027-01-06T17:00"),
        (Limits(days_off=(Days(date(2027, 1, 7), date(2027, 1, 8)),)), "2027-01-06T17:00"),
        (Limits(quiet_from=time(16), quiet_until=time(11)), "2027-01-08T15:00"),
        (Limits(quiet_from=time(12), quiet_until=time(11, 30)), "2027-01-08T11:30"),
        (Limits(quiet_from=time(9), quiet_until=time(17)), "2027-01-08T23:00"),
        (Limits(quiet_from=time(0), quiet_until=time(0)), "2027-01-08T23:00"),
        (Limits(days_off=(LONG_LEAVE,), quiet_until=time(8)), "2027-01-11T08:00"),
        (Limits(days_off=(LONG_LEAVE,)), "2027-01-10T09:00"),
    ],
    ids=[
        "usual",
        "no Fridays",
        "two days a week",
        "days off",
        "a late start",
        "half an hour a day",
        "evenings",
        "no quiet hours",
        "back before the 1:1",
        "back with the 1:1: too late",
    ],
)
def test_a_prompt_comes_in_its_readers_own_hours(limits: Limits, due: str) -> None:
    """For a 1:1 on Monday at nine, each gets prompts in their last hour before Sunday at nine."""
    expected = datetime.fromisoformat(due).replace(tzinfo=ZoneInfo(BERLIN))

    assert prompt_due(MONDAY_AT_NINE, Hours(BERLIN, limits)) == expected


@seeded
@given(moments, zones, limits_of_all_kinds)
def test_a_prompt_never_comes_outside_its_readers_hours(at: datetime, zone: str, limits: Limits) -> None:
    """A prompt comes while its reader may be spoken to, and passes no such hour of the last week over."""
    due = prompt_due(at, Hours(zone, limits))

    here, ahead = ZoneInfo(zone), at - DAY
    quarters = int((ahead - due) / (HOUR / 4))
    passed_over = [due + HOUR / 4 * n for n in range(4, quarters + 1)]
    assert due <= ahead
    assert limits.is_civil(due.astimezone(here))
    assert not any(limits.is_civil(moment.astimezone(here)) for moment in passed_over)


def test_a_monday_is_prepared_on_friday() -> None:
    """The prompts for a Monday come on the Friday before, in the last working hour."""
    mondays = Rule(cadence=Cadence.WEEKLY, anchor=date(2026, 6, 22), at=time(10), zone="UTC")

    due = run_at(Timetable(rule=mondays), mondays.anchor, (Hours("UTC"), Hours("UTC")))

    assert due == datetime.fromisoformat("2026-06-19T17:00+00:00")


@pytest.mark.parametrize(
    ("now", "at", "later"),
    [
        ("2027-01-05T10:00", "2027-01-06T14:00", "2027-01-06T09:00"),
        ("2027-01-05T10:00", "2027-01-06T10:00", "2027-01-06T09:00"),
        ("2027-01-05T10:00", "2027-01-06T09:00", "2027-01-05T17:00"),
        ("2027-01-08T17:00", "2027-01-11T12:00", "2027-01-11T09:00"),
        ("2027-01-08T17:30", "2027-01-11T09:00", None),
        ("2027-01-05T10:00", "2027-01-05T15:00", "2027-01-05T13:00"),
        ("2027-01-05T10:00", "2027-01-05T11:30", None),
    ],
    ids=[
        "tomorrow",
        "just in time",
        "today",
        "after a weekend",
        "not before a weekend",
        "two hours",
        "too soon",
    ],
)
def test_what_is_put_off_comes_while_it_is_of_use(now: str, at: str, later: str | None) -> None:
    """Tomorrow's first hour or two hours before, whichever is sooner, and always before the 1:1."""
    zone = ZoneInfo(BERLIN)
    moment, meets = (datetime.fromisoformat(one).replace(tzinfo=zone) for one in (now, at))
    expected = datetime.fromisoformat(later).replace(tzinfo=zone) if later else None

    assert later_of(meets, Hours(BERLIN), moment) == expected


@seeded
@given(moments, zones, limits_of_all_kinds, st.timedeltas(timedelta(minutes=1), timedelta(days=9)))
def test_what_is_put_off_is_civil_and_ahead(
    now: datetime, zone: str, limits: Limits, ahead: timedelta
) -> None:
    """What comes again comes later than now, in its reader's hours, and before the 1:1."""
    at = now + ahead

    later = later_of(at, Hours(zone, limits), now)

    assert later is None or now < later < at
    assert later is None or limits.is_civil(later.astimezone(ZoneInfo(zone)))
