"""A new manager: what was shared with the one before moves only as its owner chooses (DESIGN 5.8)."""

from dataclasses import replace

from bot.deps import Deps
from bot.domain.handover import HandoverDesk, HandoverDraft, check_handover, is_left_behind
from bot.domain.messages import Kind
from bot.domain.readers import SharedThing
from bot.errors import NotAllowed
from bot.usecases.owing import owe, owed
from bot.usecases.receipts import frozen_manager
from bot.usecases.shared import shared_with_managers
from bot.usecases.viewers import manager_of
from storage.acts import claim_act
from storage.choices import Shown
from storage.evidence import share_evidence
from storage.feedback import share_feedback
from storage.people import get_person
from storage.plans import find_direction, find_goal, put_direction, put_goal
from storage.records import FrozenReader, Management, Person
from storage.session import Workspace


async def left_behind(workspace: Workspace, deps: Deps, owner: Person) -> tuple[SharedThing, ...]:
    """What former managers could read of a member's and the one of now cannot; nothing without a manager."""
    manager_id = await manager_of(workspace, owner.id)
    if manager_id is None:
        return ()
    found = await shared_with_managers(workspace, deps, owner)
    return tuple(thing for thing, managers in found if is_left_behind(managers, manager_id))


async def owe_choice(workspace: Workspace, deps: Deps, tie: Management) -> None:
    """A tie holds from now on: where a former manager could read something, its report may choose anew."""
    report = await get_person(workspace, tie.report_id)
    if await left_behind(workspace, deps, report):
        await owe(workspace, deps, owed(deps, Kind.MANAGER_NEW, report.id, tie.id))


async def open_handover(deps: Deps, owner: Person) -> HandoverDesk:
    """All that the form shows. Raises NotAllowed where there is no manager, or nothing to choose."""
    async with deps.read() as workspace:
        return await _desk(workspace, deps, owner)


async def hand_over(deps: Deps, owner: Person, draft: HandoverDraft) -> HandoverDesk:
    """The manager of now may read what was chosen, all of it or nothing; a form sent twice acts once.

    Raises Invalid at its field, and ManagerChanged where the receipt named another.
    """
    async with deps.write() as workspace:
        readers = await frozen_manager(workspace, owner.id, draft.manager_id)
        if not await claim_act(workspace, f"handover:{owner.id}:{draft.draft}", deps.today()):
            return HandoverDesk(manager=await get_person(workspace, draft.manager_id or ""), things=())
        desk = await _desk(workspace, deps, owner)
        for thing in check_handover(draft, desk.things):
            await _share(workspace, thing, readers)
    deps.wake()
    return desk


async def _desk(workspace: Workspace, deps: Deps, owner: Person) -> HandoverDesk:
    things = await left_behind(workspace, deps, owner)
    manager_id = await manager_of(workspace, owner.id)
    if manager_id is None or not things:
        raise NotAllowed("nothing_left_behind")
    return HandoverDesk(manager=await get_person(workspace, manager_id), things=things)


async def _share(workspace: Workspace, thing: SharedThing, readers: tuple[FrozenReader, ...]) -> None:
    manager_id = readers[0].person_id
    if thing.kind is Shown.NOTE:
        await share_evidence(workspace, thing.id, readers)
    elif thing.kind is Shown.FEEDBACK:
        await share_feedback(workspace, thing.id, readers)
    elif thing.kind is Shown.GOAL:
        goal = await find_goal(workspace, thing.id)
        if goal is not None:
            await put_goal(workspace, replace(goal, shared_with=manager_id))
    else:
        direction = await find_direction(workspace, thing.id)
        if direction is not None:
            await put_direction(workspace, replace(direction, shared_with=manager_id))
