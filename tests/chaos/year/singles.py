"""One 1:1 moved or left out, and all of them paused for a while."""

from __future__ import annotations

from datetime import datetime, time

from bot.deps import Deps
from bot.domain.meetings import MeetingAct, MeetingDraft, version_of
from bot.errors import Invalid
from bot.usecases.meetings import change_meeting, open_meetings
from storage.records import Person
from tests.chaos.year.chance import Chance
from tests.chaos.year.plain import DAY, Meeting


async def do_with_one(deps: Deps, actor: Person, meeting: Meeting, chance: Chance) -> bool:
    """One of two moves or leaves out one of the next two, or pauses all; whether anything was done.

    What the form refuses, as the 1:1 beside it is too near, is not done.
    """
    desk = await open_meetings(deps, actor, meeting.id)
    act = chance.one_of((MeetingAct.MOVE, MeetingAct.MOVE, MeetingAct.SKIP, MeetingAct.PAUSE))
    on, at = chance.one_of(desk.choices[:2]), time(8 + chance.below(9))
    day, until = on + (chance.below(5) - 2) * DAY, desk.now.date() + (3 + chance.below(30)) * DAY
    draft = MeetingDraft(
        draft=deps.ids(),
        pair_id=meeting.id,
        pair_version=desk.shown.pair.version,
        version=version_of(desk.shown.table, on),
        act=act,
        on=on,
        day=day,
        at=at,
        until=until,
    )
    try:
        done = await change_meeting(deps, actor, draft)
    except Invalid:
        return False
    assert done is not None
    match act:
        case MeetingAct.PAUSE:
            meeting.paused_until = until
        case MeetingAct.SKIP:
            meeting.left_out.add(on)
            meeting.moved.pop(on, None)
        case _:
            meeting.left_out.discard(on)
            meeting.moved[on] = (day, at)
    return True


def forget_ahead(before: Meeting, after: Meeting, now: datetime) -> None:
    """Another rhythm: what was moved or left out from today on is as the rhythm says, a pause stays."""
    today = now.date()
    after.paused_until = before.paused_until
    after.left_out = {on for on in before.left_out if on < today}
    after.moved = {on: to for on, to in before.moved.items() if on < today}
