"""When things fall due, held against two other houses' calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule, tz
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from whenever import PlainDateTime

from bot.domain.cadence import (
    Quarter,
    Rule,
    UnknownZone,
    first_anchor,
    first_monday,
    instant,
    next_date,
    occurrence_dates,
    quarter_of,
    quarter_start,
    quarterly_nudge_at,
    zone_of,
    zone_or_utc,
)
from storage.choices import Cadence
from tests.bot.domain.civil import AWKWARD_ZONES, dates, days_around_shifts, minutes, zones

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
seeded = settings(derandomize=True, deadline=None, max_examples=300)

rules = st.builds(Rule, cadence=st.sampled_from(Cadence), anchor=dates, at=minutes, zone=zones)


def a_rule(
    cadence: Cadence = Cadence.WEEKLY,
    anchor: date = date(2027, 1, 6),
    at: time = time(10),
    zone: str = "Europe/Berlin",
) -> Rule:
    return Rule(cadence=cadence, anchor=anchor, at=at, zone=zone)


def dates_by_dateutil(rule: Rule) -> rrule.rrule:
    """The same recurrence as iCalendar says it."""
    start = datetime.combine(rule.anchor, time())
    if rule.cadence == Cadence.MONTHLY:
        nth = (rule.anchor.day - 1) // 7 + 1
        weekday = rrule.weekday(rule.anchor.weekday(), nth if nth < 5 else -1)
        return rrule.rrule(rrule.MONTHLY, dtstart=start, byweekday=weekday)
    return rrule.rrule(rrule.WEEKLY, dtstart=start, interval=1 if rule.cadence == Cadence.WEEKLY else 2)


def instant_by_whenever(on: date, at: time, zone: str) -> datetime:
    plain = PlainDateTime(on.year, on.month, on.day, at.hour, at.minute)
    return plain.assume_tz(zone, disambiguation="compatible").to_stdlib().astimezone(UTC)


@seeded
@given(rules, dates)
def test_dates_follow_the_calendar(rule: Rule, after: date) -> None:
    """The next date is the one that iCalendar's rules give."""
    ours = next_date(rule, after=after)

    theirs = dates_by_dateutil(rule).after(datetime.combine(after, time.max))
    assert ours == theirs.date()


@pytest.mark.parametrize("zone", AWKWARD_ZONES)
def test_every_half_hour_of_every_shift_has_its_instant(zone: str) -> None:
    """A time in a gap moves to after it, one that comes twice is its first: as whenever says."""
    halves = [time(hour, minute) for hour in range(24) for minute in (0, 30)]

    for on in days_around_shifts(zone):
        for at in halves:
            assert instant(a_rule(at=at, zone=zone), on) == instant_by_whenever(on, at, zone)


@seeded
@given(rules, dates)
def test_instants_agree_with_dateutil(rule: Rule, on: date) -> None:
    """Everywhere on earth, an instant is the one that dateutil finds for that wall clock."""
    wall = datetime.combine(on, rule.at, ZoneInfo(rule.zone))

    assert instant(rule, on) == tz.resolve_imaginary(wall).astimezone(UTC)


@seeded
@given(rules, dates)
def test_one_occurrence_a_local_day(rule: Rule, after: date) -> None:
    """Each occurrence falls on the local day that is its key."""
    keys = list(islice(occurrence_dates(rule, after), 30))

    assert [instant(rule, on).astimezone(ZoneInfo(rule.zone)).date() for on in keys] == keys


@seeded
@given(rules, dates)
def test_occurrences_only_go_forward(rule: Rule, after: date) -> None:
    """Dates and instants strictly increase, and none comes before the anchor or the day asked about."""
    keys = list(islice(occurrence_dates(rule, after), 30))
    instants = [instant(rule, on) for on in keys]

    assert keys[0] > after
    assert keys[0] >= rule.anchor
    assert keys == sorted(set(keys))
    assert instants == sorted(set(instants))


@seeded
@given(rules, dates, st.integers(0, 40))
def test_asking_again_changes_nothing(rule: Rule, after: date, later: int) -> None:
    """Any day short of an occurrence leads to it: a late or repeated claim finds the same key."""
    on = next_date(rule, after=after)
    asked = min(after + DAY * later, on - DAY)

    assert next_date(rule, after=asked) == on


def test_daylight_saving_moves_the_instant_not_the_hour() -> None:
    """A week with a shift in it is an hour shorter or longer, and the 1:1 stays at its hour."""
    weekly = a_rule(at=time(10), zone="Europe/Berlin")

    assert instant(weekly, date(2027, 3, 31)) - instant(weekly, date(2027, 3, 24)) == 7 * DAY - HOUR
    assert instant(weekly, date(2027, 11, 3)) - instant(weekly, date(2027, 10, 27)) == 7 * DAY + HOUR


@seeded
@given(rules, zones, dates)
def test_a_move_keeps_the_local_hour(rule: Rule, elsewhere: str, on: date) -> None:
    """In a new zone the same day and hour hold, in that zone's clock."""
    assume(tz.datetime_exists(datetime.combine(on, rule.at, ZoneInfo(elsewhere))))

    local = instant(replace(rule, zone=elsewhere), on).astimezone(ZoneInfo(elsewhere))

    assert (local.date(), local.time()) == (on, rule.at)


def test_a_fold_in_the_rule_counts_for_nothing() -> None:
    """A time that comes twice is its first, even where the time itself says second."""
    second = a_rule(at=time(1, 30, fold=1), zone="America/New_York")

    assert instant(second, date(2027, 11, 7)) == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("anchor", "then"),
    [
        (date(2027, 1, 12), [date(2027, 2, 9), date(2027, 3, 9), date(2027, 4, 13)]),
        (date(2027, 1, 29), [date(2027, 2, 26), date(2027, 3, 26), date(2027, 4, 30)]),
        (date(2027, 1, 22), [date(2027, 2, 26), date(2027, 3, 26), date(2027, 4, 23)]),
        (date(2027, 11, 1), [date(2027, 12, 6), date(2028, 1, 3), date(2028, 2, 7)]),
    ],
    ids=["second Tuesday", "fifth Friday is the last", "fourth Friday stays fourth", "over the year"],
)
def test_monthly_keeps_the_weekday_of_the_month(anchor: date, then: list[date]) -> None:
    """A monthly 1:1 keeps its weekday and its place in the month, counted from the anchor."""
    rule = a_rule(cadence=Cadence.MONTHLY, anchor=anchor)

    assert list(islice(occurrence_dates(rule, anchor), 3)) == then


@seeded
@given(st.integers(0, 6), dates)
def test_the_first_anchor_is_within_the_week(weekday: int, today: date) -> None:
    """A new pair starts on its weekday, today at the earliest and within seven days."""
    anchor = first_anchor(weekday, today)

    assert anchor.weekday() == weekday
    assert 0 <= (anchor - today).days < 7


@seeded
@given(dates)
def test_a_quarter_holds_its_days(on: date) -> None:
    """A date lies in the three months of its quarter, whose first Monday is in its first seven days."""
    quarter = quarter_of(on)
    start, monday = quarter_start(quarter), first_monday(quarter)

    assert start <= on
    assert (on.year, (on.month - 1) // 3) == (start.year, (start.month - 1) // 3)
    assert monday.weekday() == 0
    assert 0 <= (monday - start).days < 7


def test_a_quarter_has_its_key() -> None:
    """A quarter is written as in a period, and sorts by time."""
    quarters = [quarter_of(date(2026, month, 1)) for month in (10, 1, 7, 4)]

    assert [str(quarter) for quarter in sorted(quarters)] == ["2026-q1", "2026-q2", "2026-q3", "2026-q4"]


@pytest.mark.parametrize(
    ("zone", "at"),
    [
        ("Europe/Berlin", "2026-10-05T10:00+02:00"),
        ("Australia/Lord_Howe", "2026-10-05T10:00+11:00"),
        ("Nowhere/Atlantis", "2026-10-05T10:00+00:00"),
    ],
)
def test_the_quarterly_nudge_comes_on_its_first_monday_at_ten(zone: str, at: str) -> None:
    """The framework nudge comes at 10:00 of the owner's clock on the quarter's first Monday."""
    assert quarterly_nudge_at(Quarter(year=2026, number=4), zone) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    "name", ["", "Europe", "Nowhere/Atlantis", "../etc/passwd", "x" * 5000, "\0", "\ud800"]
)
def test_an_unknown_zone_is_refused(name: str) -> None:
    """A name that is no zone raises UnknownZone, whatever is in it."""
    with pytest.raises(UnknownZone):
        zone_of(name)


@pytest.mark.parametrize(
    ("name", "key"), [("Asia/Tokyo", "Asia/Tokyo"), ("Nowhere/Atlantis", "UTC"), ("", "UTC"), (None, "UTC")]
)
def test_a_person_without_a_known_zone_lives_in_utc(name: str | None, key: str) -> None:
    """What Slack tells of a person's zone is used where it is known."""
    assert zone_or_utc(name).key == key


def test_a_rule_in_an_unknown_zone_has_no_instant() -> None:
    """A 1:1 in a zone that is not known raises, rather than fall at a wrong hour."""
    with pytest.raises(UnknownZone):
        instant(a_rule(zone="Nowhere/Atlantis"), date(2027, 1, 6))
