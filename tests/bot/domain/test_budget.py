"""No sequence of events may make Trellis a pest."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budget import (
    Ask,
    Decision,
    Limits,
    MessageClass,
    Miss,
    MissReason,
    SendNow,
    Wait,
    decide,
    next_civil_hour,
)
from tests.bot.domain.civil import limits_of_all_kinds, moments, zones

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
QUARTER_HOUR = timedelta(minutes=15)
TUESDAY_NOON = datetime(2027, 1, 5, 12, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2027, 1, 5, 22, tzinfo=UTC)
WEDNESDAY_NINE = datetime(2027, 1, 6, 9, tzinfo=UTC)
FOUR_NUDGES = [TUESDAY_NOON - DAY * n for n in (1, 4, 5, 6)]

seeded = settings(derandomize=True, deadline=None, max_examples=300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    asked_at: datetime
    at: datetime
    message_class: MessageClass


def is_spared(local: datetime, limits: Limits) -> bool:
    """Whether a person's clock shows a quiet minute or day, found by listing the minutes."""
    start, end = (at.hour * 60 + at.minute for at in (limits.quiet_from, limits.quiet_until))
    quiet = {minute % 1440 for minute in range(start, end if start <= end else end + 1440)}
    is_worked = local.isoweekday() - 1 in limits.workdays
    return local.hour * 60 + local.minute in quiet or not is_worked


def outbox_of(asks: Sequence[tuple[datetime, MessageClass]], zone: str, limits: Limits) -> list[Sent]:
    """What a person is sent when each message is tried at its time, and again whenever it was to wait."""
    waiting = [(at, place, at, message_class) for place, (at, message_class) in enumerate(asks)]
    heapq.heapify(waiting)
    sent: list[Sent] = []
    while waiting:
        now, place, asked_at, message_class = heapq.heappop(waiting)
        nudges = [m.at for m in sent if m.message_class == MessageClass.NUDGE and now - m.at <= WEEK]
        match decide(now, zone, Ask(message_class=message_class), sent_nudges=nudges, limits=limits):
            case SendNow():
                sent.append(Sent(asked_at=asked_at, at=now, message_class=message_class))
            case Wait(until):
                heapq.heappush(waiting, (until, place, asked_at, message_class))
            case Miss(reason):
                pytest.fail(f"missed, {reason}")
    return sent


def a_decision(
    message_class: MessageClass = MessageClass.NUDGE,
    *,
    now: datetime = TUESDAY_NOON,
    sent_nudges: Sequence[datetime] = (),
    reminders_of_this: int = 0,
    is_muted: bool = False,
    too_old_after: datetime | None = None,
) -> Decision:
    ask = Ask(
        message_class=message_class,
        reminders=reminders_of_this,
        is_muted=is_muted,
        too_old_after=too_old_after,
    )
    return decide(now, "UTC", ask, sent_nudges=sent_nudges)


asks_of_a_month = st.lists(
    st.tuples(st.integers(0, 30 * 24 * 60), st.sampled_from(MessageClass)), min_size=1, max_size=25
)


@seeded
@given(moments, asks_of_a_month, zones, limits_of_all_kinds)
def test_no_sequence_of_events_makes_a_pest(
    start: datetime, asks: list[tuple[int, MessageClass]], zone: str, limits: Limits
) -> None:
    """Whatever is asked: answers go at once, the rest never in quiet hours, nudges never over the budget."""
    sent = outbox_of([(start + timedelta(minutes=n), kind) for n, kind in asks], zone, limits)

    nudges = [message.at for message in sent if message.message_class == MessageClass.NUDGE]
    unasked = [message.at for message in sent if message.message_class != MessageClass.ANSWER]
    answers = [message for message in sent if message.message_class == MessageClass.ANSWER]
    over = limits.nudges_a_week
    assert len(sent) == len(asks)
    assert all(answer.at == answer.asked_at for answer in answers)
    assert not any(is_spared(at.astimezone(ZoneInfo(zone)), limits) for at in unasked)
    assert all(later - first >= WEEK for first, later in zip(nudges, nudges[over:], strict=False))


@seeded
@given(moments, zones, limits_of_all_kinds, st.lists(st.integers(-60, 8 * 24 * 60), max_size=12))
def test_a_wait_ends_later_and_civil(
    now: datetime, zone: str, limits: Limits, minutes_ago: list[int]
) -> None:
    """A wait is never for now or before, and ends at a moment when the person may be spoken to."""
    sent = [now - timedelta(minutes=n) for n in minutes_ago]

    decision = decide(now, zone, Ask(message_class=MessageClass.NUDGE), sent_nudges=sent, limits=limits)

    if isinstance(decision, Wait):
        assert decision.until > now
        assert not is_spared(decision.until.astimezone(ZoneInfo(zone)), limits)


@seeded
@given(moments, zones)
def test_no_civil_hour_is_passed_over(now: datetime, zone: str) -> None:
    """The next civil hour is the first one, in every zone and over every clock shift."""
    until = next_civil_hour(now, zone, Limits())

    before = [now + QUARTER_HOUR * n for n in range(int((until - now) / QUARTER_HOUR))]
    assert until >= now
    assert not is_spared(until.astimezone(ZoneInfo(zone)), Limits())
    assert all(is_spared(moment.astimezone(ZoneInfo(zone)), Limits()) for moment in before)


@seeded
@given(moments, zones, limits_of_all_kinds)
def test_a_civil_hour_stays_civil(now: datetime, zone: str, limits: Limits) -> None:
    """Asked again at the civil hour it gave, next_civil_hour gives the same: no message waits for ever."""
    until = next_civil_hour(now, zone, limits)

    assert next_civil_hour(until, zone, limits) == until


@pytest.mark.parametrize(
    ("now", "zone", "civil"),
    [
        ("2027-01-05T12:00+00:00", "UTC", "2027-01-05T12:00+00:00"),
        ("2027-01-05T17:59+00:00", "UTC", "2027-01-05T17:59+00:00"),
        ("2027-01-05T18:00+00:00", "UTC", "2027-01-06T09:00+00:00"),
        ("2027-01-05T08:59+00:00", "UTC", "2027-01-05T09:00+00:00"),
        ("2027-01-08T18:00+00:00", "UTC", "2027-01-11T09:00+00:00"),
        ("2027-01-10T12:00+00:00", "UTC", "2027-01-11T09:00+00:00"),
        ("2027-01-05T12:00+00:00", "Asia/Tokyo", "2027-01-06T09:00+09:00"),
        ("2027-03-26T18:00+01:00", "Europe/Berlin", "2027-03-29T09:00+02:00"),
        ("2027-01-05T20:00+00:00", None, "2027-01-06T09:00+00:00"),
    ],
)
def test_civil_hours_are_working_hours(now: str, zone: str | None, civil: str) -> None:
    """By default nothing unasked comes from 18:00 to 09:00 or at weekends, by the person's own clock."""
    found = next_civil_hour(datetime.fromisoformat(now), zone, Limits())

    assert found == datetime.fromisoformat(civil)


def test_quiet_hours_within_a_day_end_in_it() -> None:
    """Quiet hours that do not cross midnight spare only those hours."""
    siesta = Limits(quiet_from=time(13), quiet_until=time(16))

    assert next_civil_hour(TUESDAY_NOON + timedelta(hours=2), "UTC", siesta) == TUESDAY_NOON.replace(hour=16)


def test_a_quiet_weekend_ends_at_midnight() -> None:
    """Where Monday's first minute is not quiet, the weekend ends there."""
    siesta = Limits(quiet_from=time(13), quiet_until=time(16))
    sunday = datetime(2027, 1, 10, 12, tzinfo=UTC)

    assert next_civil_hour(sunday, "UTC", siesta) == datetime(2027, 1, 11, tzinfo=UTC)


@pytest.mark.parametrize("message_class", [MessageClass.OWED, MessageClass.NUDGE])
def test_the_unasked_waits_for_the_morning(message_class: MessageClass) -> None:
    """What is owed, and a nudge, due at night go in the morning."""
    assert a_decision(message_class, now=TUESDAY_NIGHT) == Wait(WEDNESDAY_NINE)


def test_a_full_budget_holds_a_nudge_until_it_frees() -> None:
    """The fifth nudge waits until the oldest of four is seven days old, and then for a civil hour."""
    decision = a_decision(MessageClass.NUDGE, sent_nudges=FOUR_NUDGES)

    assert decision == Wait(TUESDAY_NOON + DAY)


def test_a_budget_that_was_lowered_frees_when_enough_have_passed() -> None:
    """Where more was sent than is allowed now, a nudge waits until all but three of four are a week old."""
    sent = [*FOUR_NUDGES, TUESDAY_NOON - DAY * 6.5]

    assert a_decision(MessageClass.NUDGE, sent_nudges=sent) == Wait(TUESDAY_NOON + DAY)


def test_the_order_of_what_was_sent_does_not_matter() -> None:
    """The budget counts nudges in any order."""
    turned = [a_decision(sent_nudges=order) for order in (FOUR_NUDGES, FOUR_NUDGES[::-1])]

    assert turned[0] == turned[1]


def test_a_nudge_of_a_week_ago_counts_no_more() -> None:
    """At seven days to the second a nudge has left the budget."""
    sent = [*FOUR_NUDGES[:3], TUESDAY_NOON - WEEK]

    assert a_decision(sent_nudges=sent) == SendNow()


@pytest.mark.parametrize("message_class", [MessageClass.ANSWER, MessageClass.OWED])
def test_only_nudges_draw_on_the_budget(message_class: MessageClass) -> None:
    """Answers and what is owed go whatever nudges were sent."""
    assert a_decision(message_class, sent_nudges=FOUR_NUDGES) == SendNow()


@pytest.mark.parametrize("message_class", [MessageClass.OWED, MessageClass.NUDGE])
def test_what_is_unwanted_is_missed(message_class: MessageClass) -> None:
    """What is switched off, was reminded of twice or is too old is recorded as missed, with its reason."""
    muted = a_decision(message_class, is_muted=True)
    reminded = a_decision(message_class, reminders_of_this=2)
    old = a_decision(message_class, too_old_after=TUESDAY_NOON - QUARTER_HOUR)

    assert [muted, reminded, old] == [
        Miss(MissReason.MUTED),
        Miss(MissReason.REMINDED_ENOUGH),
        Miss(MissReason.TOO_OLD),
    ]


def test_an_answer_heeds_no_mute() -> None:
    """Somebody who acts is answered, at night and with everything switched off."""
    decision = a_decision(MessageClass.ANSWER, now=TUESDAY_NIGHT, is_muted=True, reminders_of_this=5)

    assert decision == SendNow()


def test_an_answer_that_comes_too_late_is_missed() -> None:
    """After a long break an answer is of no use either."""
    decision = a_decision(MessageClass.ANSWER, too_old_after=TUESDAY_NOON - QUARTER_HOUR)

    assert decision == Miss(MissReason.TOO_OLD)


def test_a_second_reminder_still_goes() -> None:
    """Two reminders of a thing are allowed."""
    assert a_decision(reminders_of_this=1) == SendNow()


def test_what_would_be_too_old_in_the_morning_is_missed_at_night() -> None:
    """A wait never leads to a message that is too old when it may go."""
    assert a_decision(now=TUESDAY_NIGHT, too_old_after=WEDNESDAY_NINE) == Wait(WEDNESDAY_NINE)
    assert a_decision(now=TUESDAY_NIGHT, too_old_after=WEDNESDAY_NINE - QUARTER_HOUR) == Miss(
        MissReason.TOO_OLD
    )


def test_no_nudge_at_all_is_not_a_limit() -> None:
    """A budget of nothing is refused: that is what the off switch says."""
    with pytest.raises(ValueError, match="is a mute"):
        Limits(nudges_a_week=0)


def test_waits_run_down_a_long_queue() -> None:
    """Twelve nudges asked for at once go four a week, three weeks long."""
    sent = outbox_of([(TUESDAY_NOON, MessageClass.NUDGE)] * 12, "UTC", Limits())

    days = [(message.at - TUESDAY_NOON).days for message in sent]
    assert days == [0] * 4 + [7] * 4 + [14] * 4
    assert all(first.at <= later.at for first, later in pairwise(sent))
