"""A single 1:1 moved or skipped, and all of a pair paused for a while, by either side (DESIGN 6.2)."""

from dataclasses import replace
from datetime import date

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.meetings import (
    SINGLE,
    MeetingAct,
    MeetingDesk,
    MeetingDone,
    MeetingDraft,
    act_of,
    changed_meeting,
    check_choice,
    check_pause,
    is_as_before,
    version_of,
)
from bot.domain.messages import Kind
from bot.domain.pairs import PairShown
from bot.domain.timetable import offered, time_of
from bot.errors import NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.pairs import pair_for
from bot.usecases.prompting import recompute_pair
from storage.acts import claim_act
from storage.choices import PairState
from storage.meetings import put_meeting
from storage.pairs import change_pair, hold_two
from storage.records import Delivery, Person
from storage.session import Workspace

WHOLE = "all"
"""The occurrence of a message about all 1:1s of a pair begins with this, that about one with its key."""


class MeetingMoved(Exception):  # a turn of events, which the form answers itself
    """The 1:1 is not as the form showed it."""


async def open_meetings(deps: Deps, actor: Person, pair_id: str) -> MeetingDesk:
    """The next 1:1s of a pair that is active; raises NotFoundForYou."""
    async with deps.read() as workspace:
        return await _desk(workspace, deps, actor, pair_id)


async def change_meeting(deps: Deps, actor: Person, draft: MeetingDraft) -> MeetingDone | None:
    """Move a 1:1, skip it, put it back; pause all, or let them go on. The other side is told, once.

    None for the second submission of one form. Raises NotFoundForYou for who is not in the pair, Invalid at
    the field that is wrong, and MeetingMoved where it is not what the form showed.
    """
    async with deps.write() as workspace:
        shown = (await _desk(workspace, deps, actor, draft.pair_id)).shown
        await hold_two(workspace, actor.id, shown.other.id)
        if not await claim_act(workspace, f"meeting:{actor.id}:{draft.draft}", deps.today()):
            return None
        desk = await _desk(workspace, deps, actor, draft.pair_id)
        if draft.pair_version != desk.shown.pair.version:
            raise MeetingMoved
        act, on = check_choice(draft, desk.choices)
        if act in SINGLE:
            done = await _change_one(workspace, deps, actor, desk, draft, on)
        else:
            done = await _change_all(workspace, deps, actor, desk, draft)
    deps.wake()
    return done


async def told_of(workspace: Workspace, deps: Deps, delivery: Delivery) -> MeetingDone:
    """What a message tells the other side; raises NotFoundForYou where something newer was done since."""
    shown = await pair_for(workspace, deps, delivery.recipient, delivery.cause)
    about, _, version = delivery.occurrence.rpartition(":")
    if shown.pair.state is not PairState.ACTIVE:
        raise NotFoundForYou("not_yours")
    if about == WHOLE:
        act = MeetingAct.PAUSE if shown.paused_until else MeetingAct.RESUME
        done, newest = MeetingDone(shown=shown, act=act, on=None, at=None), shown.pair.version
    else:
        on = date.fromisoformat(about)
        at, newest = time_of(shown.table, on), version_of(shown.table, on)
        done = MeetingDone(shown=shown, act=act_of(shown.table, on), on=on, at=at)
    if version != str(newest) or (done.at or shown.next_at) <= deps.today():
        raise NotFoundForYou("not_yours")
    return done


async def _change_one(
    workspace: Workspace, deps: Deps, actor: Person, desk: MeetingDesk, draft: MeetingDraft, on: date
) -> MeetingDone:
    shown, act = desk.shown, draft.act or MeetingAct.MOVE
    if draft.version != version_of(shown.table, on):
        raise MeetingMoved
    meeting = changed_meeting(shown.table, shown.pair, on, draft, actor.id, desk.now)
    if is_as_before(shown.table, meeting):
        return MeetingDone(shown=shown, act=act, on=on, at=time_of(shown.table, on), is_same=True)
    await put_meeting(workspace, meeting)
    after = await _settle(workspace, deps, actor, shown, f"{on.isoformat()}:{meeting.version}")
    at = None if act is MeetingAct.SKIP else time_of(after.table, on)
    return MeetingDone(shown=after, act=act, on=on, at=at)


async def _change_all(
    workspace: Workspace, deps: Deps, actor: Person, desk: MeetingDesk, draft: MeetingDraft
) -> MeetingDone:
    shown = desk.shown
    today = desk.now.astimezone(zone_or_utc(shown.pair.zone)).date()
    await change_pair(workspace, replace(shown.pair, paused_until=check_pause(draft, today)))
    after = await _settle(workspace, deps, actor, shown, f"{WHOLE}:{shown.pair.version + 1}")
    return MeetingDone(shown=after, act=draft.act or MeetingAct.PAUSE, on=None, at=None)


async def _settle(workspace: Workspace, deps: Deps, actor: Person, shown: PairShown, key: str) -> PairShown:
    """Prompts follow, the other side is told, and both Homes show it."""
    changed = await pair_for(workspace, deps, actor.id, shown.pair.id)
    await recompute_pair(workspace, deps, changed.pair)
    told = owed(deps, Kind.MEETING_CHANGED, shown.other.id, shown.pair.id, occurrence=key)
    await owe(workspace, deps, told)
    await owe_home(workspace, deps, actor.id, shown.other.id)
    return changed


async def _desk(workspace: Workspace, deps: Deps, actor: Person, pair_id: str) -> MeetingDesk:
    shown = await pair_for(workspace, deps, actor.id, pair_id)
    if shown.pair.state is not PairState.ACTIVE:
        raise NotFoundForYou("not_yours")
    now = deps.today()
    return MeetingDesk(shown=shown, choices=offered(shown.table, now), now=now)
