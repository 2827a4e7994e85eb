"""Rules of pairs: their rhythm, and who may answer or end one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import Rule, instant, next_date
from bot.domain.pairs import (
    PairDraft,
    Rhythm,
    awaited,
    check_decider,
    check_ender,
    check_rhythm,
    offered_zones,
    other_side,
    rhythm_of,
    rule_for,
)
from bot.domain.timetable import Timetable, is_occurrence, next_meeting, rule_of
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from storage.choices import Cadence, PairKind, PairState
from storage.records import Pair
from tests.bot.domain.civil import minutes, moments, zones

NOON = datetime(2026, 6, 16, 12, tzinfo=UTC)  # a Tuesday
BERLIN = "Europe/Berlin"
seeded = settings(derandomize=True, deadline=None, max_examples=200)
rhythms = st.builds(
    Rhythm, cadence=st.sampled_from(Cadence), weekday=st.integers(0, 6), at=minutes, zone=zones
)


def a_pair(
    *,
    state: PairState = PairState.ASKED,
    cadence: Cadence = Cadence.WEEKLY,
    anchor: date = date(2026, 6, 17),
    zone: str = BERLIN,
    version: int = 1,
) -> Pair:
    """Ana asked Ben."""
    return Pair(
        id="p1",
        first_id="ana",
        second_id="ben",
        kind=PairKind.PEER,
        state=state,
        asked_by="ana",
        cadence=cadence,
        anchor=anchor,
        local_time=time(10),
        zone=zone,
        next_on=None,
        next_run_at=None,
        paused_until=None,
        version=version,
        created_at=NOON,
        ended_at=None,
    )


def a_draft(
    *,
    cadence: Cadence | None = Cadence.WEEKLY,
    weekday: int | None = 1,
    at: time | None = time(10),
    zone: str | None = None,
) -> PairDraft:
    """The form, filled in."""
    return PairDraft(
        draft="d1",
        other_id="ben",
        kind=None,
        cadence=cadence,
        weekday=weekday,
        at=at,
        zone=zone,
        pair_id=None,
        version=None,
    )


@seeded
@given(rhythm=rhythms, now=moments)
def test_a_rule_says_its_rhythm(rhythm: Rhythm, now: datetime) -> None:
    """The rule of a rhythm has that very rhythm, and its first 1:1 lies ahead within a week and a day."""
    rule = rule_for(rhythm, now)

    first = instant(rule, next_meeting(Timetable(rule=rule), now))
    assert rhythm_of(rule) == rhythm
    assert next_meeting(Timetable(rule=rule), now) == rule.anchor
    assert now < first <= now + timedelta(days=8)


@seeded
@given(rhythm=rhythms, now=moments, later=st.timedeltas(timedelta(0), timedelta(days=200)))
def test_the_next_meeting_is_the_first_ahead(rhythm: Rhythm, now: datetime, later: timedelta) -> None:
    """Whenever one looks, the next 1:1 is an occurrence that lies ahead, and none between is left out."""
    rule = rule_for(rhythm, now)

    on = next_meeting(Timetable(rule=rule), now + later)

    assert is_occurrence(rule, on)
    assert instant(rule, on) > now + later
    before = [day for n in range(1, 70) if is_occurrence(rule, day := on - timedelta(days=n))]
    assert not before or instant(rule, before[0]) <= now + later


@seeded
@given(rhythm=rhythms, now=moments, at=minutes, later=st.timedeltas(timedelta(0), timedelta(days=200)))
def test_another_hour_keeps_the_weeks(rhythm: Rhythm, now: datetime, at: time, later: timedelta) -> None:
    """Who moves a 1:1 to another hour of its day meets in the same weeks as before."""
    rule = rule_for(rhythm, now)

    changed = rule_for(replace(rhythm, at=at), now + later, rule)

    assert changed == replace(rule, at=at)


def test_another_weekday_counts_anew() -> None:
    """A 1:1 every second week that moves to another day begins with the first such day ahead."""
    rule = Rule(cadence=Cadence.BIWEEKLY, anchor=date(2026, 6, 9), at=time(10), zone=BERLIN)
    thursdays = Rhythm(cadence=Cadence.BIWEEKLY, weekday=3, at=time(10), zone=BERLIN)

    assert rule_for(thursdays, NOON, rule).anchor == date(2026, 6, 18)


def test_a_day_that_is_over_begins_next_week() -> None:
    """Asked at noon, a 1:1 on this weekday at ten begins in a week, and one at four begins today."""
    tuesdays = Rhythm(cadence=Cadence.WEEKLY, weekday=1, at=time(10), zone="UTC")

    assert rule_for(tuesdays, NOON).anchor == date(2026, 6, 23)
    assert rule_for(replace(tuesdays, at=time(16)), NOON).anchor == date(2026, 6, 16)


def test_the_hour_stays_over_a_clock_shift() -> None:
    """The 1:1 of the week in which clocks go back is at the same local hour as the one before."""
    rule = Rule(cadence=Cadence.WEEKLY, anchor=date(2026, 10, 20), at=time(10), zone=BERLIN)
    before, after = date(2026, 10, 20), next_date(rule, after=date(2026, 10, 20))

    hours = [instant(rule, on).astimezone(ZoneInfo(BERLIN)).time() for on in (before, after)]

    assert hours == [time(10), time(10)]
    assert instant(rule, after) - instant(rule, before) == timedelta(days=7, hours=1)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (a_draft(cadence=None), "cadence"),
        (a_draft(weekday=None), "weekday"),
        (a_draft(at=None), "time"),
        (a_draft(zone="Mars/Olympus"), "zone"),
    ],
)
def test_what_is_missing_is_said_at_its_field(draft: PairDraft, field: str) -> None:
    """A rhythm with a part left out, or a zone that was not offered, is refused where it belongs."""
    with pytest.raises(Invalid) as refused:
        check_rhythm(draft, ("UTC",))

    assert refused.value.field == field


def test_a_pair_keeps_its_zone() -> None:
    """A new 1:1 is in the asker's time; who changes one from elsewhere may keep its zone or take theirs."""
    assert offered_zones(BERLIN, None) == (BERLIN,)
    assert offered_zones(BERLIN, a_pair(zone=BERLIN)) == (BERLIN,)
    assert offered_zones("Asia/Kathmandu", a_pair(zone=BERLIN)) == (BERLIN, "Asia/Kathmandu")


def test_an_unknown_zone_counts_as_utc() -> None:
    """A zone that this machine does not know stops neither who asks nor a pair that has it."""
    assert offered_zones("Mars/Olympus", None) == ("UTC",)
    assert rule_of(a_pair(zone="Mars/Olympus")).zone == "UTC"


def test_only_the_side_that_was_asked_decides() -> None:
    """The other side answers what it saw; the asker, strangers and late comers do not."""
    pair = a_pair(version=2)

    assert awaited(pair) == "ben"
    assert check_decider(pair, "ben", 2) == pair
    with pytest.raises(NotFoundForYou):
        check_decider(pair, "ana", 2)
    with pytest.raises(NotFoundForYou):
        check_decider(pair, "cleo", 2)
    with pytest.raises(NotFoundForYou):
        check_decider(None, "ben", 2)
    with pytest.raises(NotAllowed, match="pair_moved"):
        check_decider(pair, "ben", 1)
    with pytest.raises(NotAllowed, match="already_done"):
        check_decider(a_pair(state=PairState.ACTIVE), "ben", 1)


@pytest.mark.parametrize("state", [PairState.ASKED, PairState.ACTIVE])
def test_either_side_ends_an_open_pair(state: PairState) -> None:
    """Both of the two may end a pair at any time, and nobody else."""
    pair = a_pair(state=state)

    assert check_ender(pair, "ana") == check_ender(pair, "ben") == pair
    with pytest.raises(NotFoundForYou):
        check_ender(pair, "cleo")


def test_what_is_over_is_ended_once() -> None:
    """Ending a pair twice changes nothing, and one of the two is told so."""
    with pytest.raises(NotAllowed, match="already_done"):
        check_ender(a_pair(state=PairState.ENDED), "ana")


def test_each_side_has_the_other() -> None:
    """The other side of one is the other one."""
    assert (other_side(a_pair(), "ana"), other_side(a_pair(), "ben")) == ("ben", "ana")
