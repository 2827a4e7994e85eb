"""Whether an unasked message may be sent now (DESIGN 6.4, 6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

from bot.domain.cadence import FRIDAY, utc_of, zone_or_utc

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MIDNIGHT = time()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one person is spared: nudges in any seven days, reminders of one thing, hours and days of quiet.

    It is quiet from `quiet_from` until before `quiet_until`, over midnight where that comes first; where
    both are the same there is no quiet hour. Raises ValueError for no nudge at all: that is a mute.
    """

    nudges_a_week: int = 4
    reminders: int = 2
    quiet_from: time = time(18)
    quiet_until: time = time(9)
    are_weekends_quiet: bool = True

    def __post_init__(self) -> None:
        if self.nudges_a_week < 1:
            raise ValueError("nudges_a_week must be 1 or more; no nudge at all is a mute")

    def is_civil(self, local: datetime) -> bool:
        """Whether a person may be spoken to at this moment of their own clock."""
        if self.are_weekends_quiet and local.weekday() > FRIDAY:
            return False
        at, start, end = local.time(), self.quiet_from, self.quiet_until
        is_quiet = start <= at < end if start <= end else at >= start or at < end
        return not is_quiet


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


def decide(
    now: datetime,
    zone: str | None,
    message_class: MessageClass,
    *,
    sent_nudges: Sequence[datetime] = (),
    reminders_of_this: int = 0,
    limits: Limits = Limits(),
    is_muted: bool = False,
    too_old_after: datetime | None = None,
) -> Decision:
    """Whether a message to a person in `zone` goes at `now`, waits, or is missed.

    `sent_nudges` are the instants of the nudges they got in the last seven days, in any order;
    `reminders_of_this` counts the reminders of the same thing already sent; `is_muted` says that they
    switched this kind off, which no answer heeds. What would be too old by the time it may go is missed now.
    """
    if too_old_after is not None and now > too_old_after:
        return Miss(MissReason.TOO_OLD)
    if message_class == MessageClass.ANSWER:
        return SendNow()
    if is_muted:
        return Miss(MissReason.MUTED)
    if reminders_of_this >= limits.reminders:
        return Miss(MissReason.REMINDED_ENOUGH)
    counted = sent_nudges if message_class == MessageClass.NUDGE else ()
    until = next_civil_hour(_budget_frees_at(now, counted, limits), zone, limits)
    if too_old_after is not None and until > too_old_after:
        return Miss(MissReason.TOO_OLD)
    return Wait(until) if until > now else SendNow()


def next_civil_hour(now: datetime, zone: str | None, limits: Limits) -> datetime:
    """The first moment from `now` on, `now` itself included, that is civil for a person in `zone`, in UTC.

    Quiet hours that would end in a clock shift may end an hour, or in the repeated hour a day, later.
    """
    here = zone_or_utc(zone)
    local = now.astimezone(here)
    if limits.is_civil(local):
        return now
    days = [local.date() + DAY * n for n in range(8)]
    starts = (utc_of(day, at, here) for day in days for at in (MIDNIGHT, limits.quiet_until))
    return next(start for start in starts if start > now and limits.is_civil(start.astimezone(here)))


def _budget_frees_at(now: datetime, sent_nudges: Sequence[datetime], limits: Limits) -> datetime:
    """When the nudges of the seven days before are fewer than the budget: `now`, where they are."""
    counted = sorted(sent for sent in sent_nudges if now - sent < WEEK)
    if len(counted) < limits.nudges_a_week:
        return now
    return counted[-limits.nudges_a_week] + WEEK
