"""The plain reckoning: who must have got which prompts, worked out by walking the calendar.

It shares no rule with the program. People, 1:1s and messages are objects that a test changes as the real
acts do; `Book.tick` says what must happen at an hour. Hours of a person are looked for a quarter of an hour
at a time, days of a 1:1 a day at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from tests.chaos.year.weather import ARRIVES, Fate, Weather

WEEK, DAY = timedelta(days=7), timedelta(days=1)
HOUR, QUARTER_HOUR = timedelta(hours=1), timedelta(minutes=15)
AHEAD = timedelta(hours=24)
LASTS = timedelta(days=14)


class End(StrEnum):
    """Where the prompts of one side stand."""

    PENDING = "pending"
    SENT = "sent"
    MISSED = "missed"
    DROPPED = "dropped"
    UNKNOWN = "unknown"


@dataclass(slots=True, kw_only=True)
class Somebody:
    """A person, and when they may be spoken to; quiet from one hour until another."""

    id: str
    zone: str
    quiet_from: int = 18
    quiet_until: int = 9
    workdays: frozenset[int] = frozenset(range(5))
    days_off: list[tuple[date, date]] = field(default_factory=list)
    snoozed_until: date = date.min
    wants_prompts: bool = True
    is_here: bool = True
    _silences: list[tuple[datetime, datetime]] = field(default_factory=list)
    _silences_of: tuple[object, ...] = ()

    def local(self, at: datetime) -> datetime:
        """A moment on their clock."""
        return at.astimezone(ZoneInfo(self.zone))

    def is_away(self, day: date) -> bool:
        """Whether it is a day off, or before the end of a snooze."""
        return day < self.snoozed_until or any(first <= day <= last for first, last in self.days_off)

    def may_hear(self, at: datetime) -> bool:
        """Whether a message may come."""
        local = self.local(at)
        hour, night = local.hour, (self.quiet_from, self.quiet_until)
        if night[0] <= night[1]:
            is_quiet = night[0] <= hour < night[1]
        else:
            is_quiet = hour >= night[0] or hour < night[1]
        return local.weekday() in self.workdays and not is_quiet and not self.is_away(local.date())

    def hears_from(self, at: datetime) -> datetime:
        """The first moment from one on at which a message may come; a silence is walked through once."""
        chosen = (self.zone, self.quiet_from, self.quiet_until, self.workdays, self.snoozed_until)
        if self._silences_of != (*chosen, *self.days_off):
            self._silences, self._silences_of = [], (*chosen, *self.days_off)
        if self.may_hear(at):
            return at
        known = (end for begin, end in reversed(self._silences) if begin <= at < end)
        return next(known, None) or self._walk(at)

    def _walk(self, begin: datetime) -> datetime:
        at = begin
        while not self.may_hear(at):
            at = quarter_hour(at) + QUARTER_HOUR
        self._silences.append((begin, at))
        return at

    def prompts_at(self, meeting: datetime) -> datetime:
        """A day before a 1:1, or the last hour before that in which a message may come, a week back at most.

        Whoever is away for all of that week gets them when they are back, if that is before the 1:1.
        """
        ahead = meeting - AHEAD
        if self.may_hear(ahead):
            return ahead
        end = quarter_hour(ahead)
        while end > ahead - WEEK and not self.may_hear(end - QUARTER_HOUR):
            end -= QUARTER_HOUR
        if end - HOUR > ahead - WEEK:
            return end - HOUR
        back = self.hears_from(ahead)
        return back if back < meeting else ahead


@dataclass(slots=True, kw_only=True)
class Meeting:
    """The 1:1 of two, counted from a date on their calendar."""

    id: str
    two: tuple[str, str]
    every: str
    first: date
    at: time
    zone: str
    is_managers: bool = False
    is_on: bool = False
    next_on: date = date.min
    moved: dict[date, tuple[date, time]] = field(default_factory=dict)
    left_out: set[date] = field(default_factory=set)
    paused_until: date = date.min

    def is_held(self, on: date) -> bool:
        """Whether the 1:1 that the rhythm has on a date takes place, on that day or another."""
        return self.is_on_day(on) and on not in self.left_out and self.day(on) >= self.paused_until

    def day(self, on: date) -> date:
        """The day of the 1:1 that the rhythm has on a date."""
        return self.moved.get(on, (on, self.at))[0]

    def is_on_day(self, day: date) -> bool:
        """Whether the rhythm has a 1:1 on a date."""
        if day < self.first or day.weekday() != self.first.weekday():
            return False
        if self.every == "monthly":
            return _which(day) == _which(self.first) or (_which(self.first) == 5 and _is_last(day))
        return self.every == "weekly" or (day - self.first).days % 14 == 0

    def days_after(self, day: date) -> Iterator[date]:
        """The dates after one, by the rhythm, of those that take place."""
        while True:
            day += DAY
            if self.is_held(day):
                yield day

    def moment(self, on: date) -> datetime:
        """When the 1:1 is that the rhythm has on a date."""
        day, at = self.moved.get(on, (on, self.at))
        return datetime.combine(day, at, ZoneInfo(self.zone)).astimezone(ZoneInfo("UTC"))

    def day_ahead(self, now: datetime) -> date:
        """The date of the first that has not begun, which may be one of last week that was moved."""
        here = now.astimezone(ZoneInfo(self.zone)).date()
        return next(day for day in self.days_after(here - WEEK) if self.moment(day) > now)


@dataclass(slots=True, kw_only=True)
class Prompts:
    """What is owed to one side for one 1:1."""

    reader: str
    due: datetime
    owed_at: datetime
    end: End = End.PENDING
    arrived_at: datetime | None = None
    is_skipped: bool = False


Key = tuple[str, date, str]
"""The 1:1, its date, and who is asked."""


@dataclass(slots=True)
class Book:
    """Everything that must have happened."""

    weather: Weather
    people: dict[str, Somebody] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    prompts: dict[Key, Prompts] = field(default_factory=dict)
    _waiting: set[Key] = field(default_factory=set)
    _spared: set[Key] = field(default_factory=set)
    _claims: dict[str, datetime] = field(default_factory=dict)

    def begin(self, meeting: Meeting, now: datetime) -> None:
        """Both agreed, or changed it: it counts from the next that has not begun."""
        self.meetings[meeting.id] = meeting
        meeting.is_on, meeting.next_on = True, meeting.day_ahead(now)
        self.look_anew(meeting, now)

    def stop(self, meeting: Meeting) -> None:
        """It ended."""
        meeting.is_on = False
        self._claims.pop(meeting.id, None)

    def look_anew(self, meeting: Meeting, now: datetime) -> None:
        """When its prompts are due, those that wait too, as something has changed."""
        self._claims[meeting.id] = min(self._due(meeting, meeting.next_on))
        for key in [key for key in self._waiting | self._spared if key[0] == meeting.id]:
            _, on, reader = key
            if meeting.is_held(on) and meeting.moment(on) > now:
                due = self._due(meeting, on)[meeting.two.index(reader)]
                self.prompts[key].due, self.prompts[key].end = max(due, now), End.PENDING
                self._waiting.add(key)
                self._spared.discard(key)

    def of(self, person_id: str) -> list[Meeting]:
        """The 1:1s of a person that are on."""
        return [one for one in self.meetings.values() if one.is_on and person_id in one.two]

    def between(self, one: str, other: str) -> Meeting | None:
        """The 1:1 of two that is on, or None."""
        return next((found for found in self.of(one) if other in found.two), None)

    def leave(self, person_id: str) -> None:
        """Who left gets nothing that waits, and has no 1:1s."""
        self.people[person_id].is_here = False
        for meeting in self.of(person_id):
            self.stop(meeting)
        for key in [key for key in self._waiting if key[2] == person_id]:
            self._settle(key, End.DROPPED)

    def press(self, key: Key, *, skips: bool = False) -> None:
        """A button of the message came back: so it was sent."""
        found = self.prompts[key]
        assert found.arrived_at is not None
        found.end = End.SENT
        found.is_skipped |= skips

    def tick(self, now: datetime) -> None:
        """What Trellis must do at an hour, unless it is down."""
        for name in [name for name, due in self._claims.items() if due <= now]:
            self._claim(self.meetings[name], now)
        for key in [key for key in self._waiting if self.prompts[key].due <= now]:
            if (end := self._fate(key, self.prompts[key], now)) is not End.PENDING:
                self._settle(key, end)
        self._spared = {key for key in self._spared if self.meetings[key[0]].moment(key[1]) > now}

    def counts(self) -> Counter[str]:
        """How many were owed, and what became of them."""
        ends = Counter(str(one.end) for one in self.prompts.values())
        skipped = sum(one.is_skipped for one in self.prompts.values())
        return ends + Counter(owed=len(self.prompts), skipped=skipped)

    def _claim(self, meeting: Meeting, now: datetime) -> None:
        """All that are due and ahead are owed to both; where none is ahead any more, the newest."""
        due, following = [meeting.next_on], meeting.days_after(meeting.next_on)
        while min(self._due(meeting, after := next(following))) <= now:
            due.append(after)
        for on in [on for on in due if meeting.moment(on) > now] or due[-1:]:
            for person, at in zip(meeting.two, self._due(meeting, on), strict=True):
                key = (meeting.id, on, person)
                if key not in self.prompts:
                    self.prompts[key] = Prompts(reader=person, due=max(at, now), owed_at=now)
                    self._waiting.add(key)
        meeting.next_on = after
        self._claims[meeting.id] = min(self._due(meeting, after))

    def _due(self, meeting: Meeting, on: date) -> tuple[datetime, datetime]:
        at = meeting.moment(on)
        one, other = (self.people[person].prompts_at(at) for person in meeting.two)
        return one, other

    def _fate(self, key: Key, prompts: Prompts, now: datetime) -> End:
        """What becomes of prompts at an hour; they stay as they are where they wait."""
        name, on, reader = key
        person, meeting = self.people[reader], self.meetings[name]
        useful_until = person.hears_from(prompts.owed_at) + LASTS
        comes_at, is_away = person.hears_from(now), person.is_away(meeting.day(on))
        if comes_at > useful_until or not person.wants_prompts or is_away:
            return self._missed(key, is_spared=person.wants_prompts and now <= useful_until and is_away)
        if comes_at > now:
            return End.PENDING
        both_here = all(self.people[one].is_here for one in meeting.two)
        if not (meeting.is_on and both_here and meeting.is_held(on)):
            self._spared.add(key)
            return End.DROPPED
        if meeting.moment(on) <= now:
            return End.MISSED
        return self._posted(prompts, now)

    def _missed(self, key: Key, *, is_spared: bool) -> End:
        """What is missed for a day off comes after all where that day is not off any more."""
        if is_spared:
            self._spared.add(key)
        return End.MISSED

    def _posted(self, prompts: Prompts, now: datetime) -> End:
        fate = self.weather.fate(now, prompts.reader)
        if fate in ARRIVES:
            prompts.arrived_at = now
        return _SAID[fate]

    def _settle(self, key: Key, end: End) -> None:
        self.prompts[key].end = end
        self._waiting.discard(key)


_SAID = {
    Fate.TAKEN: End.SENT,
    Fate.BUSY: End.PENDING,
    Fate.AWAY: End.PENDING,
    Fate.REFUSED: End.DROPPED,
    Fate.ERROR: End.UNKNOWN,
    Fate.UNANSWERED: End.UNKNOWN,
    Fate.KILLED: End.UNKNOWN,
    Fate.KILLED_AFTER: End.UNKNOWN,
}


def quarter_hour(at: datetime) -> datetime:
    """The quarter of an hour that a moment is in."""
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


def _which(day: date) -> int:
    """Whether it is the first to fifth of its weekday in its month."""
    return (day.day - 1) // 7 + 1


def _is_last(day: date) -> bool:
    return (day + 7 * DAY).month != day.month
