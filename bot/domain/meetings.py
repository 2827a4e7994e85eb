"""Rules of a single 1:1: who may move, skip or pause, and between which times (DESIGN 6.2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.cadence import utc_of, zone_of
from bot.domain.pairs import PairShown
from bot.domain.timetable import Timetable, is_moved, is_skipped, room_of
from bot.errors import Invalid
from storage.records import Meeting, Pair

LONGEST_PAUSE = timedelta(days=366)


class MeetingAct(StrEnum):
    """What is done with one 1:1, or with all of them for a while."""

    MOVE = "move"
    SKIP = "skip"
    RESTORE = "restore"
    PAUSE = "pause"
    RESUME = "resume"


SINGLE = frozenset({MeetingAct.MOVE, MeetingAct.SKIP, MeetingAct.RESTORE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """The form as filled in; the versions are those of the pair and of the 1:1 that it showed."""

    draft: str
    pair_id: str
    pair_version: int | None
    version: int | None
    act: MeetingAct | None
    on: date | None
    day: date | None
    at: time | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDesk:
    """What the form shows: the pair, and the 1:1s to choose from by their key."""

    shown: PairShown
    choices: tuple[date, ...]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDone:
    """What became of a 1:1: `on` is its key, None for what concerns all of them; `at` is when it is.

    `is_same` says that it was so before.
    """

    shown: PairShown
    act: MeetingAct
    on: date | None
    at: datetime | None
    is_same: bool = False


def acts_for(table: Timetable, on: date, *, is_paused: bool) -> tuple[MeetingAct, ...]:
    """What may be done with a 1:1, the likeliest first."""
    is_changed = is_moved(table, on) or is_skipped(table, on)
    back = (MeetingAct.RESTORE,) if is_changed else ()
    skip = () if is_skipped(table, on) else (MeetingAct.SKIP,)
    resume = (MeetingAct.RESUME,) if is_paused else ()
    return (*resume, MeetingAct.MOVE, *skip, *back, MeetingAct.PAUSE)


def version_of(table: Timetable, on: date) -> int:
    """The version of what is known of a 1:1, 0 where it is as the rule says."""
    one = table.known.get(on)
    return one.version if one else 0


def act_of(table: Timetable, on: date) -> MeetingAct:
    """What was last done with a 1:1."""
    if is_skipped(table, on):
        return MeetingAct.SKIP
    return MeetingAct.MOVE if is_moved(table, on) else MeetingAct.RESTORE


def check_choice(draft: MeetingDraft, choices: tuple[date, ...]) -> tuple[MeetingAct, date]:
    """What is done, and with which 1:1; raises Invalid at the field that is wrong."""
    if draft.act is None:
        raise Invalid("choose_one", "act")
    on = draft.on if draft.act in SINGLE else choices[0]
    if on is None or on not in choices:
        raise Invalid("meeting_gone", "on")
    return draft.act, on


def changed_meeting(
    table: Timetable, pair: Pair, on: date, draft: MeetingDraft, by: str, now: datetime
) -> Meeting:
    """What is known of a 1:1 after it was moved, skipped or put back; raises Invalid at its field."""
    day, at = _wanted(table, on, draft)
    if draft.act is not MeetingAct.SKIP:
        _check_room(table, on, day, at, now)
    is_elsewhere = draft.act is MeetingAct.MOVE and (day, at) != (on, table.rule.at)
    before = table.known.get(on)
    return Meeting(
        pair_id=pair.id,
        on=on,
        moved_on=day if is_elsewhere else None,
        moved_at=at if is_elsewhere else None,
        is_skipped=draft.act is MeetingAct.SKIP,
        changed_by=by,
        happened=before.happened if before else None,
        answered_by=before.answered_by if before else None,
        version=version_of(table, on) + 1,
    )


def is_as_before(table: Timetable, meeting: Meeting) -> bool:
    """Whether a 1:1 is after an act as it was before."""
    before = table.known.get(meeting.on)
    known = (before.moved_on, before.moved_at, before.is_skipped) if before else (None, None, False)
    return known == (meeting.moved_on, meeting.moved_at, meeting.is_skipped)


def answered_meeting(table: Timetable, pair: Pair, on: date, by: str, *, happened: bool) -> Meeting:
    """What is known of a 1:1 after one of the two said whether it happened; the first word stands."""
    before = table.known.get(on)
    if before is None:
        return Meeting(
            pair_id=pair.id,
            on=on,
            moved_on=None,
            moved_at=None,
            is_skipped=False,
            changed_by=None,
            happened=happened,
            answered_by=by,
            version=1,
        )
    if before.happened is not None:
        return before
    return replace(before, happened=happened, answered_by=by, version=before.version + 1)


def check_pause(draft: MeetingDraft, today: date) -> date | None:
    """Until when all 1:1s are paused, None where they go on; raises Invalid for a day that is not ahead."""
    if draft.act is MeetingAct.RESUME:
        return None
    if draft.until is None:
        raise Invalid("date_unknown", "until")
    if not today < draft.until <= today + LONGEST_PAUSE:
        raise Invalid("pause_ahead", "until")
    return draft.until


def _wanted(table: Timetable, on: date, draft: MeetingDraft) -> tuple[date, time]:
    if draft.act is not MeetingAct.MOVE:
        return on, table.rule.at
    if draft.day is None:
        raise Invalid("date_unknown", "day")
    if draft.at is None:
        raise Invalid("choose_time", "time")
    return draft.day, draft.at


def _check_room(table: Timetable, on: date, day: date, at: time, now: datetime) -> None:
    """It stays between the 1:1s beside it, ahead of now and outside of a pause."""
    wanted = utc_of(day, at, zone_of(table.rule.zone))
    earliest, latest = room_of(table, on, now)
    if wanted <= now:
        raise Invalid("meeting_past", "day")
    if not earliest < wanted < latest:
        raise Invalid("meeting_crossed", "day")
    if table.paused_until is not None and day < table.paused_until:
        raise Invalid("meeting_paused", "day")
