"""Every zone for eleven years: each 1:1 once a local day, at its hour, as two other houses see it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import takewhile
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import rrule, tz
from whenever import PlainDateTime

from bot.domain.cadence import Rule, instant, occurrence_dates
from bot.domain.prompting import Hours, plan_of, run_at
from bot.domain.timetable import Timetable
from storage.choices import Cadence
from tests.bot.domain.civil import FIRST_DAY, LAST_DAY

DAY = timedelta(days=1)
HOURS = (time(0), time(0, 30), time(1, 30), time(2), time(2, 30), time(3), time(23, 30))
ANCHORS = tuple(FIRST_DAY + DAY * n for n in range(28))
STEPS = {Cadence.WEEKLY: 7, Cadence.BIWEEKLY: 14, Cadence.MONTHLY: 28}
SAMPLE, SEED = 5, "sample of zones"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """All zones, or a seeded sample of them; links to another zone are zones of their own."""
    if "zone" not in metafunc.fixturenames:
        return
    every = sorted(available_timezones() - {"localtime"})
    drawn = sorted(every, key=lambda name: hashlib.sha256(f"{SEED}{name}".encode()).digest())
    metafunc.parametrize("zone", every if metafunc.config.getoption("--full") else sorted(drawn[:SAMPLE]))


def days() -> Iterator[date]:
    """2025 to 2035, day by day."""
    return (FIRST_DAY + DAY * n for n in range((LAST_DAY - FIRST_DAY).days + 1))


def by_whenever(on: date, at: time, zone: str) -> datetime:
    """The instant of a wall clock: after a gap, and the first of two."""
    plain = PlainDateTime(on.year, on.month, on.day, at.hour, at.minute)
    return plain.assume_tz(zone, disambiguation="compatible").to_stdlib().astimezone(UTC)


def by_dateutil(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The same, of another house."""
    there: datetime = tz.resolve_imaginary(datetime.combine(on, at, zone))
    return there.astimezone(UTC)


@cache
def dates_by_dateutil(cadence: Cadence, anchor: date) -> tuple[date, ...]:
    """The local dates that iCalendar's rules give."""
    nth = (anchor.day - 1) // 7 + 1
    months = {"byweekday": rrule.weekday(anchor.weekday(), nth)} if cadence is Cadence.MONTHLY else {}
    frequency = rrule.MONTHLY if cadence is Cadence.MONTHLY else rrule.WEEKLY
    every = 2 if cadence is Cadence.BIWEEKLY else 1
    start, end = datetime.combine(anchor, time()), datetime.combine(LAST_DAY, time())
    return tuple(one.date() for one in rrule.rrule(frequency, start, every, until=end, **months))


def our_occurrences(rule: Rule) -> dict[date, datetime]:
    """What the rule gives from its anchor to the last day."""
    dates = takewhile(lambda on: on <= LAST_DAY, occurrence_dates(rule, rule.anchor - DAY))
    return {on: instant(rule, on) for on in dates}


def check_rules(zone: str, at: time, expected: Mapping[date, datetime]) -> None:
    """Each cadence from each of its anchors, so that every local day has its occurrence of each."""
    for cadence, step in STEPS.items():
        for anchor in ANCHORS[:step]:
            found = our_occurrences(Rule(cadence=cadence, anchor=anchor, at=at, zone=zone))
            dates = dates_by_dateutil(cadence, anchor)
            assert found == {on: expected[on] for on in dates}, (zone, cadence, anchor, at)
            assert len(set(found.values())) == len(dates)


def test_every_local_day_has_its_instant_once(zone: str) -> None:
    """Weekly, fortnightly and monthly, each occurrence stands once on its local day, where `whenever` and
    `dateutil` both see that wall clock: after a gap, and at the first of two."""
    here = ZoneInfo(zone)
    for at in HOURS:
        expected = {on: by_whenever(on, at, zone) for on in days()}
        assert expected == {on: by_dateutil(on, at, here) for on in days()}
        check_rules(zone, at, expected)


def test_every_occurrence_is_claimed_once(zone: str) -> None:
    """A planner that looks when a pair is due claims each occurrence, in order, and none twice."""
    reader = ("Pacific/Kiritimati", "Pacific/Niue")
    for at in (time(0), time(2, 30), time(23, 30)):
        for anchor in ANCHORS[:7]:
            rule = Rule(cadence=Cadence.WEEKLY, anchor=anchor, at=at, zone=zone)
            assert claimed(rule, reader) == list(dates_by_dateutil(Cadence.WEEKLY, anchor)), rule


def claimed(rule: Rule, zones: tuple[str, str]) -> list[date]:
    """The occurrences that are claimed, one after the other, each at the moment that it is due."""
    table, sides = Timetable(rule=rule), (Hours(zones[0]), Hours(zones[1]))
    found, on, due = [], rule.anchor, run_at(table, rule.anchor, sides)
    while on <= LAST_DAY:
        plan = plan_of(table, on, sides, due)
        found += [one.on for one in plan.owed]
        on, due = plan.next_on, plan.next_run_at
    return found
