"""Whether an unasked message may be sent now (DESIGN 6.4, 6.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.domain.cadence import utc_of, zone_or_utc
from storage.records import Reached
from storage.types import Days

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MIDNIGHT = time()
MONDAY_TO_FRIDAY = frozenset(range(5))
IGNORED = 4
"""So many reminders in a row without a press halve the budget."""


class MessageClass(StrEnum):
    """What a message is to its reader.

    ANSWER follows their own act and goes at once. OWED (a 1:1 prompt, a confirmation asked of them) waits
    for civil hours. NUDGE is anything else unasked, and draws on the person's budget.
    """

    ANSWER = "answer"
    OWED = "owed"
    NUDGE = "nudge"


class MissReason(StrEnum):
    """Why a message is never sent; the word is stored with it."""

    TOO_OLD = "too_old"
    MUTED = "muted"
    REMINDED_ENOUGH = "reminded_enough"
    DAY_OFF = "day_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one person is spared: nudges in any seven days, reminders of one thing, hours and days of quiet.

    It is quiet from `quiet_from` until before `quiet_until`, over midnight where that comes first; where
    both are the same there is no quiet hour. Nothing comes before the day `snoozed_until`. Where at least
    `merge_from` nudges wait they come as one, or never where it is None; with `digest_at` they wait for that
    time of day. Raises ValueError for what would let nothing through at all: that is a mute.
    """

    nudges_a_week: int = 4
    reminders: int = 2
    quiet_from: time = time(18)
    quiet_until: time = time(9)
    workdays: frozenset[int] = MONDAY_TO_FRIDAY
    days_off: tuple[Days, ...] = ()
    snoozed_until: date | None = None
    merge_from: int | None = 3
    digest_at: time | None = None

    def __post_init__(self) -> None:
        if self.nudges_a_week < 1:
            raise ValueError("nudges_a_week must be 1 or more; no nudge at all is a mute")
        if not self.workdays & frozenset(range(7)):
            raise ValueError("workdays must hold a day of the week; no day at all is a mute")
        if self.digest_at is not None and self.is_quiet(self.digest_at):
            raise ValueError("digest_at must not be quiet; a digest that never comes is a mute")

    @property
    def has_days_off(self) -> bool:
        """Whether there is any day on which a person is away."""
        return bool(self.days_off) or self.snoozed_until is not None

    def is_quiet(self, at: time) -> bool:
        """Whether a time of day is in the quiet hours."""
        start, end = self.quiet_from, self.quiet_until
        return start <= at < end if start <= end else at >= start or at < end

    def is_off(self, day: date) -> bool:
        """Whether a person is away on a day: a day off, or snoozed."""
        return self._away_until(day) is not None

    def is_civil(self, local: datetime) -> bool:
        """Whether a person may be spoken to at this moment of their own clock."""
        day = local.date()
        return day.weekday() in self.workdays and not self.is_off(day) and not self.is_quiet(local.time())

    def civil_spans(self, day: date, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
        """From when until when a person may be spoken to on a day of their own clock, in UTC, in order."""
        if day.weekday() not in self.workdays or self.is_off(day):
            return []
        start, end = utc_of(day, MIDNIGHT, zone), utc_of(day + DAY, MIDNIGHT, zone)
        quiet_from, quiet_until = utc_of(day, self.quiet_from, zone), utc_of(day, self.quiet_until, zone)
        if self.quiet_from == self.quiet_until:
            return [(start, end)]
        if self.quiet_from > self.quiet_until:
            return [(quiet_until, quiet_from)]
        return [(start, quiet_from), (quiet_until, end)]

    def days_here(self, day: date) -> Iterator[date]:
        """The days from one on that are not off, without end, worked or not."""
        while True:
            while (last := self._away_until(day)) is not None:
                day = last + DAY
            yield day
            day += DAY

    def _away_until(self, day: date) -> date | None:
        """The last day of what keeps a person away on a day, or None."""
        if self.snoozed_until is not None and day < self.snoozed_until:
            return self.snoozed_until - DAY
        return next((days.last for days in self.days_off if day in days), None)


@dataclass(frozen=True, slots=True)
class SendNow:
    """The message goes now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Ask again at `until` (UTC), which is later than now and civil: other messages may have gone by then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Miss:
    """The message is recorded as missed and never sent."""

    reason: MissReason


Decision: TypeAlias = SendNow | Wait | Miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A message that wants to go.

    `owed_at` is since when a nudge waits for a daily digest; `too_old_after` when it is of no use any more;
    `about` the day that it is about, where it is of no use to who is away on that day; `is_muted` says that
    its reader switched this kind off, which no answer heeds; `reminders` counts the reminders of the same
    thing already sent.
    """

    message_class: MessageClass
    owed_at: datetime | None = None
    too_old_after: datetime | None = None
    about: date | None = None
    is_muted: bool = False
    reminders: int = 0


def decide(
    now: datetime,
    zone: str | None,
    ask: Ask,
    *,
    sent_nudges: Sequence[datetime] = (),
    limits: Limits = Limits(),
) -> Decision:
    """Whether a message to a person in `zone` goes at `now`, waits, or is missed.

    `sent_nudges` are the instants of the nudges they got in the last seven days, in any order. What would be
    too old by the time it may go is missed now.
    """
    is_answer = ask.message_class is MessageClass.ANSWER
    reason = None if is_answer else _unwanted(ask, limits)
    if ask.too_old_after is not None and now > ask.too_old_after:
        reason = MissReason.TOO_OLD
    if reason is not None or is_answer:
        return Miss(reason) if reason else SendNow()
    until = _first_moment(now, zone, ask, sent_nudges, limits)
    if ask.too_old_after is not None and until > ask.too_old_after:
        return Miss(MissReason.TOO_OLD)
    return Wait(until) if until > now else SendNow()


def _unwanted(ask: Ask, limits: Limits) -> MissReason | None:
    """Why a message that nobody asked for is of no use, or None."""
    if ask.is_muted:
        return MissReason.MUTED
    if ask.reminders >= limits.reminders:
        return MissReason.REMINDED_ENOUGH
    return MissReason.DAY_OFF if ask.about is not None and limits.is_off(ask.about) else None


def next_civil_hour(now: datetime, zone: str | None, limits: Limits) -> datetime:
    """The first moment from `now` on, `now` itself included, that is civil for a person in `zone`, in UTC.

    Quiet hours that would end in a clock shift may end an hour, or in the repeated hour a day, later.
    """
    here = zone_or_utc(zone)
    local = now.astimezone(here)
    if limits.is_civil(local):
        return now
    days = limits.days_here(local.date())
    starts = (utc_of(day, at, here) for day in days for at in (MIDNIGHT, limits.quiet_until))
    return next(start for start in starts if start > now and limits.is_civil(start.astimezone(here)))


def last_civil_hour(before: datetime, since: datetime, zone: str | None, limits: Limits) -> datetime | None:
    """A moment itself where it is civil for a person in `zone`, else the start of the last civil hour before
    it, in UTC: an hour is left to read before it is quiet. None where none began after `since`.
    """
    here = zone_or_utc(zone)
    local, first = before.astimezone(here), since.astimezone(here).date()
    if limits.is_civil(local):
        return before
    days = (local.date() - DAY * back for back in range((local.date() - first).days + 1))
    spans = (span for day in days for span in reversed(limits.civil_spans(day, here)) if span[1] <= before)
    starts = (max(start, end - HOUR) for start, end in spans if start < end)
    return next((start for start in starts if start > since), None)


def next_digest(owed_at: datetime, zone: str | None, limits: Limits) -> datetime:
    """The first digest from a moment on: itself where none comes daily, else a civil day's `digest_at`."""
    if limits.digest_at is None:
        return owed_at
    here = zone_or_utc(zone)
    days = limits.days_here(owed_at.astimezone(here).date())
    digests = (utc_of(day, limits.digest_at, here) for day in days)
    return next(at for at in digests if at >= owed_at and limits.is_civil(at.astimezone(here)))


def lasts_until(owed_at: datetime, lasts: timedelta, zone: str | None, limits: Limits) -> datetime:
    """Until when a message is of use: what waits for somebody who is away begins when they are back."""
    return next_civil_hour(owed_at, zone, limits) + lasts


def merges(waiting: int, limits: Limits) -> bool:
    """Whether so many nudges that may go now come as one message."""
    return limits.merge_from is not None and waiting >= limits.merge_from


def eased(limits: Limits, reached: Sequence[Reached], now: datetime) -> Limits:
    """The limits with half the nudges, at least one, where the last four were left alone.

    One of the last day is not held against anybody before it was used. One that is used brings the whole
    budget back: everything follows from what was sent and pressed.
    """
    told = [one for one in reached if one.digest_id is None and (one.pressed_at or now - one.at >= DAY)]
    last = sorted(told, key=lambda one: one.at)[-IGNORED:]
    if len(last) < IGNORED or any(one.pressed_at for one in last):
        return limits
    return replace(limits, nudges_a_week=max(1, limits.nudges_a_week // 2))


def reminders_among(reached: Sequence[Reached], kind: str, cause: str) -> int:
    """How many reminders of a thing were sent: all that were about it but the first."""
    return max(0, sum((one.kind, one.cause) == (kind, cause) for one in reached) - 1)


def _first_moment(
    now: datetime, zone: str | None, ask: Ask, sent_nudges: Sequence[datetime], limits: Limits
) -> datetime:
    if ask.message_class is not MessageClass.NUDGE:
        return next_civil_hour(now, zone, limits)
    digest = now if ask.owed_at is None else next_digest(ask.owed_at, zone, limits)
    return next_civil_hour(max(_budget_frees_at(now, sent_nudges, limits), digest), zone, limits)


def _budget_frees_at(now: datetime, sent_nudges: Sequence[datetime], limits: Limits) -> datetime:
    """When the nudges of the seven days before are fewer than the budget: `now`, where they are."""
    counted = sorted(sent for sent in sent_nudges if now - sent < WEEK)
    if len(counted) < limits.nudges_a_week:
        return now
    return counted[-limits.nudges_a_week] + WEEK
