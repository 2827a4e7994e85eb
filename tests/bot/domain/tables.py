"""Timetables in which single 1:1s were moved or skipped by the rules of the form, or all of them paused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bot.domain.cadence import Rule, occurrence_dates
from bot.domain.meetings import MeetingAct, MeetingDraft, changed_meeting
from bot.domain.timetable import Timetable, room_of
from bot.errors import Invalid
from storage.choices import Cadence, PairKind, PairState
from storage.records import Pair
from tests.bot.domain.civil import dates, minutes, zones

DAY = timedelta(days=1)
KEYS = 10
FINE = 1000
rules = st.builds(Rule, cadence=st.sampled_from(Cadence), anchor=dates, at=minutes, zone=zones)
acts = st.tuples(st.integers(0, KEYS - 1), st.none() | st.integers(1, FINE))
"""The number of a 1:1, and how far between those beside it it is moved, in thousandths; None skips it."""


def keys_of(rule: Rule, many: int = KEYS) -> list[date]:
    """The first keys of a rule."""
    return list(islice(occurrence_dates(rule, rule.anchor - DAY), many))


def beginning(rule: Rule) -> datetime:
    """A moment before all 1:1s."""
    return datetime.combine(rule.anchor, time(), UTC) - 3 * DAY


def pair_of(rule: Rule) -> Pair:
    """A pair that meets by a rule."""
    return Pair(
        id="p1",
        first_id="ana",
        second_id="ben",
        kind=PairKind.PEER,
        state=PairState.ACTIVE,
        asked_by="ana",
        cadence=rule.cadence,
        anchor=rule.anchor,
        local_time=rule.at,
        zone=rule.zone,
        next_on=None,
        next_run_at=None,
        paused_until=None,
        version=1,
        created_at=beginning(rule),
        ended_at=None,
    )


def drafted(on: date, act: MeetingAct, day: date | None = None, at: time | None = None) -> MeetingDraft:
    """The form as somebody filled it in for one 1:1."""
    return MeetingDraft(
        draft="d1", pair_id="p1", pair_version=1, version=0, act=act, on=on, day=day, at=at, until=None
    )


def after(table: Timetable, number: int, part: int | None) -> Timetable:
    """The table after one 1:1 was skipped, or moved; as it was where the rules refuse."""
    on = keys_of(table.rule)[number]
    if part is None:
        draft = drafted(on, MeetingAct.SKIP)
    else:
        earliest, latest = room_of(table, on, beginning(table.rule))
        local = (earliest + (latest - earliest) * part / FINE).astimezone(ZoneInfo(table.rule.zone))
        draft = drafted(on, MeetingAct.MOVE, local.date(), local.time().replace(second=0, microsecond=0))
    try:
        meeting = changed_meeting(table, pair_of(table.rule), on, draft, "ana", beginning(table.rule))
    except Invalid:
        return table
    return Timetable(rule=table.rule, known={**table.known, on: meeting}, paused_until=table.paused_until)


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    """A rule whose first 1:1s were changed one after the other, perhaps paused after that."""
    table = Timetable(rule=draw(rules))
    for number, part in draw(st.lists(acts, max_size=6)):
        table = after(table, number, part)
    paused = draw(st.none() | st.integers(-5, 90))
    until = None if paused is None else table.rule.anchor + DAY * paused
    return Timetable(rule=table.rule, known=table.known, paused_until=until)
