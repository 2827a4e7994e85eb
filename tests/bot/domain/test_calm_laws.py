"""No sequence of events makes Trellis a pest, and nothing that it owes is lost or waits for ever.

A person's days are lived through: messages are owed, settings change, buttons are pressed, the zone moves.
What the rules let through is held against a model that knows nothing of them: it lists quiet minutes, and
counts what came in each seven days.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TypeAlias
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.budget import (
    Ask,
    Limits,
    MessageClass,
    Miss,
    SendNow,
    Wait,
    decide,
    eased,
    lasts_until,
    merges,
)
from storage.records import Reached
from storage.types import Days
from tests.bot.domain.civil import minutes, moments, zones

USUAL = Limits()
DAY, WEEK = timedelta(days=1), timedelta(days=7)
KINDS = ("look", "first_steps", "drafts")
DIGEST = "digest"
LASTS = timedelta(days=14)
MONTH = 30 * 24 * 60

Event: TypeAlias = tuple[str, object]
seeded = settings(derandomize=True, deadline=None, max_examples=200)


@st.composite
def some_limits(draw: st.DrawFn) -> Limits:
    """Any settings, as far as the form takes them."""
    start, end = draw(minutes), draw(minutes)
    first = draw(st.dates(date(2025, 1, 1), date(2036, 3, 1)))
    limits = Limits(
        quiet_from=start,
        quiet_until=end,
        workdays=draw(st.sets(st.integers(0, 6), min_size=1).map(frozenset)),
        days_off=tuple(
            Days(first + DAY * begins, first + DAY * (begins + lasts))
            for begins, lasts in draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
        ),
        snoozed_until=draw(st.none() | st.just(first + 12 * DAY)),
        merge_from=draw(st.sampled_from([None, 2, 3])),
    )
    at = draw(minutes)
    is_daily = limits.merge_from == 2 and not limits.is_quiet(at)
    return replace(limits, digest_at=at) if is_daily else limits


@st.composite
def some_days(draw: st.DrawFn) -> tuple[datetime, str, list[tuple[int, Event]]]:
    """When and where it begins, and what happens so many minutes later."""
    near = draw(moments)
    limits = some_limits().map(lambda one: _moved(one, near.date()))
    event = st.one_of(
        st.tuples(st.just("nudge"), st.sampled_from(KINDS)),
        st.tuples(st.just("nudge"), st.sampled_from(KINDS)),
        st.tuples(st.just("owe"), st.just(None)),
        st.tuples(st.just("settings"), limits),
        st.tuples(st.just("zone"), zones),
        st.tuples(st.just("press"), st.just(None)),
        st.tuples(st.just("switch"), st.sampled_from(KINDS)),
    )
    happens = st.lists(st.tuples(st.integers(0, MONTH), event), min_size=1, max_size=30)
    return near, draw(zones), draw(happens)


@st.composite
def some_crowded_days(draw: st.DrawFn) -> tuple[datetime, str, list[tuple[int, Event]]]:
    """Weeks full of reminders, each of which comes by itself and at any hour, and some of which are used."""
    open_ = replace(USUAL, quiet_until=USUAL.quiet_from, workdays=frozenset(range(7)), merge_from=None)
    event = st.one_of(
        *[st.tuples(st.just("nudge"), st.sampled_from(KINDS))] * 4, st.tuples(st.just("press"), st.just(None))
    )
    happens = draw(st.lists(st.tuples(st.integers(0, MONTH), event), min_size=12, max_size=50))
    return draw(moments), draw(zones), [(0, ("settings", open_)), *happens]


def _moved(limits: Limits, near: date) -> Limits:
    """The same settings with their days off near a date."""
    if not limits.days_off:
        return replace(limits, snoozed_until=limits.snoozed_until and near + 12 * DAY)
    by = near - min(one.first for one in limits.days_off)
    days = tuple(Days(one.first + by, one.last + by) for one in limits.days_off)
    return replace(limits, days_off=days, snoozed_until=limits.snoozed_until and near + 12 * DAY)


@dataclass(slots=True)
class Item:
    """A message owed, and what became of it."""

    kind: str
    owed_at: datetime
    due_at: datetime
    fates: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Came:
    """A message that came, with the settings and the zone in which it did."""

    kind: str
    at: datetime
    limits: Limits
    zone: str
    items: list[Item]
    off: frozenset[str]
    pressed_at: datetime | None = None

    @property
    def is_nudge(self) -> bool:
        """Whether it draws on the budget."""
        return self.kind != "question"


@dataclass(slots=True)
class Life:
    """A person to whom messages are owed; the rules alone decide."""

    now: datetime
    zone: str
    limits: Limits = USUAL
    off: set[str] = field(default_factory=set)
    items: list[Item] = field(default_factory=list)
    came: list[Came] = field(default_factory=list)

    @property
    def waiting(self) -> list[Item]:
        """What is still to go, the first due first."""
        return sorted((one for one in self.items if not one.fates), key=lambda one: one.due_at)

    def happen(self, event: Event) -> None:
        """One event."""
        match event:
            case ("nudge" | "owe", kind):
                self.items.append(Item(str(kind or "question"), self.now, self.now))
            case ("settings", Limits() as limits):
                self.limits = limits
                self._look_again()
            case ("zone", zone):
                self.zone = str(zone)
                self._look_again()
            case ("press", _) if self.came:
                self.came[-1].pressed_at = self.now
            case ("switch", kind):
                self.off ^= {str(kind)}

    def deliver(self) -> None:
        """All that is due now is decided on, as the deliverer does, one after the other."""
        while due := [one for one in self.waiting if one.due_at <= self.now]:
            self._decide(due[0])

    def _look_again(self) -> None:
        for one in self.waiting:
            one.due_at = self.now

    def _decide(self, item: Item) -> None:
        is_nudge = item.kind in KINDS
        reached = [
            Reached(kind=one.kind, cause="", at=one.at, digest_id=None, pressed_at=one.pressed_at)
            for one in self.came
            if one.is_nudge
        ]
        limits = eased(self.limits, reached, self.now) if is_nudge else self.limits
        match decide(
            self.now,
            self.zone,
            self._ask(item),
            sent_nudges=[one.at for one in reached if self.now - one.at < WEEK],
            limits=limits,
        ):
            case Wait(until):
                item.due_at = until
            case Miss(reason):
                item.fates.append(reason)
            case SendNow():
                self._send(item)

    def _ask(self, item: Item) -> Ask:
        is_nudge = item.kind in KINDS
        return Ask(
            message_class=MessageClass.NUDGE if is_nudge else MessageClass.OWED,
            owed_at=item.owed_at if is_nudge else None,
            too_old_after=lasts_until(item.owed_at, LASTS, self.zone, self.limits),
            is_muted=item.kind in self.off,
        )

    def _send(self, item: Item) -> None:
        others = [
            one for one in self.waiting if one is not item and one.kind in KINDS and one.kind not in self.off
        ]
        together = [item, *others]
        is_merged = item.kind in KINDS and merges(len(together), self.limits)
        sent = together if is_merged else [item]
        for one in sent:
            one.fates.append("sent")
        kind = DIGEST if is_merged else item.kind
        self.came.append(Came(kind, self.now, self.limits, self.zone, sent, frozenset(self.off)))


def lived(start: datetime, zone: str, happens: list[tuple[int, Event]]) -> Life:
    """Everything happens, and then time goes on until nothing waits."""
    life, order = Life(start, zone), count()
    events = [(start + timedelta(minutes=after), next(order), event) for after, event in happens]
    heapq.heapify(events)
    for _ in range(10_000):
        ahead = [one.due_at for one in life.waiting] + [at for at, _, _ in events[:1]]
        if not ahead:
            return life
        life.now = max(life.now, min(ahead))
        while events and events[0][0] <= life.now:
            life.happen(heapq.heappop(events)[2])
        life.deliver()
    raise AssertionError("something waits for ever")


def is_quiet_for(one: Came) -> bool:
    """Whether a message came at a minute or on a day that its reader's own clock calls quiet."""
    local = one.at.astimezone(ZoneInfo(one.zone))
    start, end = (at.hour * 60 + at.minute for at in (one.limits.quiet_from, one.limits.quiet_until))
    quiet = {minute % 1440 for minute in range(start, end if start <= end else end + 1440)}
    off = {
        days.first + DAY * n for days in one.limits.days_off for n in range((days.last - days.first).days + 1)
    }
    is_snoozed = one.limits.snoozed_until is not None and local.date() < one.limits.snoozed_until
    is_worked = local.isoweekday() - 1 in one.limits.workdays
    return local.hour * 60 + local.minute in quiet or local.date() in off or is_snoozed or not is_worked


def allowed_at(before: list[Came], at: datetime) -> int:
    """How many reminders any seven days may hold: four, or two after four that were left alone a day."""
    told = [one for one in before if at - one.at >= DAY or (one.pressed_at and one.pressed_at <= at)]
    last = told[-4:]
    return 2 if len(last) == 4 and not any(one.pressed_at and one.pressed_at <= at for one in last) else 4


@seeded
@given(some_days())
def test_nothing_comes_when_it_is_quiet(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """Whatever happens, nothing unasked comes in quiet hours, on days not worked, off or snoozed."""
    life = lived(*days)

    assert not [one for one in life.came if is_quiet_for(one)]


@seeded
@given(some_days() | some_crowded_days())
def test_the_budget_is_never_exceeded(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """Whatever happens, seven days hold no more reminders than allowed when the last of them came."""
    nudges = [one for one in lived(*days).came if one.is_nudge]

    for place, one in enumerate(nudges):
        week = [earlier for earlier in nudges[:place] if one.at - earlier.at < WEEK]
        assert len(week) + 1 <= allowed_at(nudges[:place], one.at)


@seeded
@given(some_days())
def test_everything_has_one_fate(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """Each message comes once, by itself or in one digest, or is missed for a reason; none waits for ever."""
    life = lived(*days)

    assert all(len(one.fates) == 1 for one in life.items)
    assert sorted(map(id, (item for one in life.came for item in one.items))) == sorted(
        id(one) for one in life.items if one.fates == ["sent"]
    )


@seeded
@given(some_days())
def test_an_off_switch_holds(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """No message of a kind comes while its reader has it switched off, by itself or in a digest."""
    life = lived(*days)

    assert not [item for one in life.came for item in one.items if item.kind in one.off]


@seeded
@given(some_days())
def test_a_digest_is_of_several(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """A digest holds as many as its reader's settings ask for, and never a question of a colleague."""
    digests = [one for one in lived(*days).came if one.kind == DIGEST]

    assert all(one.limits.merge_from and len(one.items) >= one.limits.merge_from for one in digests)
    assert all(item.kind in KINDS for one in digests for item in one.items)


@seeded
@given(some_days())
def test_a_daily_digest_comes_at_its_time(days: tuple[datetime, str, list[tuple[int, Event]]]) -> None:
    """With a digest once a day what is owed comes at that time or later, and on its own day only if owed
    before it."""
    for one in lived(*days).came:
        at = one.limits.digest_at
        if at is None or not one.is_nudge:
            continue
        first = min(item.owed_at for item in one.items).astimezone(ZoneInfo(one.zone))
        local = one.at.astimezone(ZoneInfo(one.zone))
        same_day = first.date() == local.date()
        assert not same_day or _shifted(first, local) or first.time() <= at <= local.time()


def _shifted(first: datetime, local: datetime) -> bool:
    """Whether the clock was moved between two moments."""
    return first.utcoffset() != local.utcoffset()


def test_a_full_week_leaves_one_message() -> None:
    """Twelve reminders at once are one message of twelve lines, not three weeks of four a week."""
    start = datetime(2027, 1, 5, 12, tzinfo=ZoneInfo("UTC"))

    life = lived(start, "UTC", [(0, ("nudge", KINDS[n % 3])) for n in range(12)])

    assert [len(one.items) for one in life.came] == [12]


def test_time_is_not_wound_back() -> None:
    """The laws above are about days that go by: a life ends later than it began."""
    start = datetime(2027, 1, 5, 20, tzinfo=ZoneInfo("UTC"))

    life = lived(start, "UTC", [(0, ("nudge", KINDS[0]))])

    assert life.came[0].at.time() == time(9)
