"""Single 1:1s that were moved, skipped or paused: each keeps its key, and their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.cadence import Rule, instant
from bot.domain.meetings import MeetingAct, acts_for, changed_meeting, check_pause
from bot.domain.timetable import (
    Timetable,
    day_of,
    held_after,
    is_held,
    is_moved,
    is_skipped,
    last_meeting,
    next_meeting,
    offered,
    pause_of,
    time_of,
)
from bot.errors import Invalid
from storage.choices import Cadence
from storage.records import Meeting
from tests.bot.domain.tables import beginning, drafted, keys_of, pair_of, rules, timetables

seeded = settings(derandomize=True, deadline=None, max_examples=200)
TUESDAYS = Rule(cadence=Cadence.WEEKLY, anchor=date(2026, 6, 16), at=time(10), zone="Europe/Berlin")
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
FIRST, SECOND, THIRD = date(2026, 6, 16), date(2026, 6, 23), date(2026, 6, 30)
later = st.timedeltas(timedelta(0), timedelta(days=200))


def changed(
    table: Timetable, on: date, act: MeetingAct, day: date | None = None, at: time = time(10)
) -> Meeting:
    """What is known of a 1:1 after an act."""
    return changed_meeting(table, pair_of(table.rule), on, drafted(on, act, day, at), "ana", NOW)


def with_known(*known: Meeting, paused_until: date | None = None) -> Timetable:
    """Tuesdays at ten, but for some."""
    return Timetable(rule=TUESDAYS, known={one.on: one for one in known}, paused_until=paused_until)


@seeded
@given(timetables())
def test_their_order_is_that_of_their_keys(table: Timetable) -> None:
    """However single 1:1s are moved, those that are held follow each other in the order of their keys."""
    times = [time_of(table, on) for on in keys_of(table.rule, 30) if is_held(table, on)]

    assert all(first < second for first, second in pairwise(times))


@seeded
@given(timetables(), later)
def test_the_next_one_is_the_first_ahead(table: Timetable, after: timedelta) -> None:
    """Whenever one looks, the next 1:1 is held and ahead, and none that is held comes before it."""
    now = beginning(table.rule) + after

    on = next_meeting(table, now)

    between = [one for one in keys_of(table.rule, 60) if is_held(table, one) and time_of(table, one) > now]
    assert is_held(table, on)
    assert on == between[0]


@seeded
@given(timetables())
def test_the_one_after_is_the_next_key(table: Timetable) -> None:
    """After each 1:1 comes the next that is held: none is left out, none comes twice."""
    keys = [on for on in keys_of(table.rule, 40) if is_held(table, on)]

    walked = [keys[0]]
    while len(walked) < len(keys):
        walked.append(held_after(table, walked[-1]))

    assert walked == keys


@seeded
@given(timetables())
def test_what_is_left_out_is_not_held(table: Timetable) -> None:
    """A 1:1 that is skipped, or lies in a pause, is not held; any other of the rule is."""
    for on in keys_of(table.rule, 30):
        is_paused = table.paused_until is not None and day_of(table, on) < table.paused_until

        assert is_held(table, on) is not (is_paused or is_skipped(table, on))


@seeded
@given(timetables())
def test_only_what_was_moved_leaves_the_rule(table: Timetable) -> None:
    """A 1:1 that nobody moved is where the rule says."""
    for on in keys_of(table.rule, 30):
        assert is_moved(table, on) or time_of(table, on) == instant(table.rule, on)


@seeded
@given(timetables(), later)
def test_the_last_one_was_held_before(table: Timetable, after: timedelta) -> None:
    """The 1:1 before one is the newest that was held before it, and not before the pair began."""
    on = next_meeting(table, beginning(table.rule) + after)
    since = beginning(table.rule)

    earlier = [one for one in keys_of(table.rule, 60) if one < on and is_held(table, one)]
    assert last_meeting(table, on, since) == (earlier[-1] if earlier else None)


@seeded
@given(timetables(), later)
def test_those_that_are_offered_are_ahead(table: Timetable, after: timedelta) -> None:
    """To choose from are the next 1:1s, with those that were skipped, in order."""
    now = beginning(table.rule) + after

    keys = offered(table, now)

    assert list(keys) == sorted(set(keys))
    assert all(time_of(table, on) > now for on in keys)
    assert next_meeting(table, now) in keys or len(keys) == 6


@seeded
@given(rules)
def test_a_move_keeps_the_key(rule: Rule) -> None:
    """A 1:1 that is moved is found under the date of the rule, and is back there when it is put back."""
    on = keys_of(rule, 2)[1]
    day = on + timedelta(days=2)
    draft = drafted(on, MeetingAct.MOVE, day, time(12))
    table = Timetable(rule=rule)
    moved = changed_meeting(table, pair_of(rule), on, draft, "ana", beginning(rule))
    there = Timetable(rule=rule, known={on: moved})

    back = changed_meeting(there, pair_of(rule), on, drafted(on, MeetingAct.RESTORE), "ben", beginning(rule))

    assert (moved.on, day_of(there, on), moved.version) == (on, day, 1)
    assert (back.version, back.changed_by) == (2, "ben")
    assert time_of(Timetable(rule=rule, known={on: back}), on) == instant(rule, on)


def test_a_move_to_its_own_time_is_none() -> None:
    """Who moves a 1:1 to where it is by the rule puts it back."""
    moved = changed(with_known(), FIRST, MeetingAct.MOVE, date(2026, 6, 18))

    back = changed(with_known(moved), FIRST, MeetingAct.MOVE, FIRST)

    assert (back.moved_on, back.moved_at, back.is_skipped) == (None, None, False)


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 6, 12), "meeting_past"),
        (date(2026, 6, 16), "meeting_crossed"),
        (date(2026, 6, 30), "meeting_crossed"),
        (date(2026, 7, 3), "meeting_crossed"),
    ],
)
def test_a_move_stays_between_those_beside_it(day: date, key: str) -> None:
    """A 1:1 is moved neither into the past nor over the one before it or the one after it."""
    with pytest.raises(Invalid) as refused:
        changed(with_known(), SECOND, MeetingAct.MOVE, day)

    assert (refused.value.key, refused.value.field) == (key, "day")


def test_a_skipped_one_makes_room() -> None:
    """Where the next one is skipped, a 1:1 may be moved over its day."""
    skipped = changed(with_known(), SECOND, MeetingAct.SKIP)

    moved = changed(with_known(skipped), FIRST, MeetingAct.MOVE, date(2026, 6, 25))

    assert moved.moved_on == date(2026, 6, 25)


def test_what_was_moved_over_a_skipped_one_keeps_it_skipped() -> None:
    """A 1:1 that was skipped is not put back before one that was moved over its day."""
    skipped = changed(with_known(), SECOND, MeetingAct.SKIP)
    moved = changed(with_known(skipped), FIRST, MeetingAct.MOVE, date(2026, 6, 25))

    with pytest.raises(Invalid):
        changed(with_known(skipped, moved), SECOND, MeetingAct.RESTORE)


def test_a_pause_holds_until_its_day() -> None:
    """A 1:1 of the day on which a pause ends is held, those before it are not."""
    table = with_known(paused_until=THIRD)

    assert next_meeting(table, NOW) == THIRD
    assert pause_of(table, NOW) == THIRD
    assert pause_of(table, datetime(2026, 6, 30, 1, tzinfo=UTC)) is None


def test_nothing_is_moved_into_a_pause() -> None:
    """While all are paused, a 1:1 cannot be moved to a day of the pause."""
    with pytest.raises(Invalid) as refused:
        changed(with_known(paused_until=THIRD), THIRD, MeetingAct.MOVE, date(2026, 6, 26))

    assert refused.value.key == "meeting_paused"


@pytest.mark.parametrize("until", [None, NOW.date(), date(2026, 6, 1), date(2028, 1, 1)])
def test_a_pause_ends_on_a_day_ahead(until: date | None) -> None:
    """A pause has an end, ahead of today and within a year."""
    draft = replace(drafted(FIRST, MeetingAct.PAUSE), until=until)

    with pytest.raises(Invalid) as refused:
        check_pause(draft, NOW.date())

    assert refused.value.field == "until"


def test_what_may_be_done_follows_from_what_was() -> None:
    """What is skipped is not skipped again, what is as usual is not put back, and only a pause is ended."""
    skipped = with_known(changed(with_known(), FIRST, MeetingAct.SKIP))

    assert MeetingAct.SKIP not in acts_for(skipped, FIRST, is_paused=False)
    assert MeetingAct.RESTORE in acts_for(skipped, FIRST, is_paused=False)
    assert MeetingAct.RESTORE not in acts_for(skipped, SECOND, is_paused=False)
    assert MeetingAct.RESUME in acts_for(skipped, SECOND, is_paused=True)
    assert MeetingAct.RESUME not in acts_for(skipped, SECOND, is_paused=False)
