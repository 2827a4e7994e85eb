"""A plan: written by its owner, private until shared with their manager, closed with what was learned."""

from dataclasses import dataclass, replace
from datetime import date

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.marking import Sheet
from bot.domain.notes import local_day
from bot.domain.plans import (
    DirectionDraft,
    EndDraft,
    GoalDraft,
    GoalSeen,
    GoalTold,
    PlanSeen,
    Reach,
    check_direction,
    check_end,
    check_goal,
    check_room,
)
from bot.domain.privacy import Opened
from bot.domain.readers import NamedSeen
from bot.domain.visibility import Viewer, facts_of_direction, may_read, sight
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.marking import sheets_for
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe_home
from bot.usecases.receipts import frozen_manager, named_readers, show_to_readers
from bot.usecases.skills import published
from bot.usecases.viewers import manager_of, may_know, viewer_of
from storage.acts import claim_act
from storage.choices import Shown
from storage.people import find_person, is_in_rollout
from storage.plans import find_direction, find_goal, goals_of, put_direction, put_goal
from storage.records import Direction, Goal, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDesk:
    """What the forms of a plan need to know; `goal` is the one that is changed or closed."""

    manager: Person | None
    sheets: tuple[Sheet, ...]
    today: date
    direction: Direction | None
    goal: Goal | None
    named: tuple[NamedSeen, ...]


async def see_plan(deps: Deps, viewer: Person, owner_id: str) -> PlanSeen:
    """A plan as far as a viewer may read it; its owner will see that somebody else opened it (DESIGN 5.5).

    Raises NotAllowed alike where there is nothing and where nothing is for them.
    """
    async with deps.read() as workspace:
        seen = await plan_for(workspace, deps, viewer, owner_id)
    if not seen.is_own:
        await log_opening(deps, viewer.id, seen.owner, Opened.PLAN, owner_id)
    return seen


async def plan_for(workspace: Workspace, deps: Deps, viewer: Person, owner_id: str) -> PlanSeen:
    """The same within a transaction, unlogged. Raises as `see_plan` does."""
    owner = viewer if viewer.id == owner_id else await find_person(workspace, owner_id)
    is_in = await is_in_rollout(workspace, viewer.id)
    if owner is None or not may_know(viewer, owner_id, is_in_rollout=is_in):
        raise NotFoundForYou("not_yours")
    who = await viewer_of(workspace, viewer.id, now=deps.today())
    direction = await find_direction(workspace, owner_id)
    if direction is not None and not may_read(who, facts_of_direction(direction)):
        direction = None
    goals = await goals_of(workspace, sight(who, owner_id))
    if viewer.id != owner_id and direction is None and not goals:
        raise NotAllowed("plan_not_shared", name=owner.name)
    manager_id = await manager_of(workspace, owner_id) if viewer.id == owner_id else None
    return PlanSeen(
        here=here_of(viewer.zone, deps.today()),
        owner=owner,
        is_own=viewer.id == owner_id,
        direction=direction,
        goals=await _seen(workspace, deps, owner, goals),
        manager=await find_person(workspace, manager_id) if manager_id else None,
        named=await named_readers(workspace, deps, owner_id) if viewer.id == owner_id else (),
    )


async def open_goals(workspace: Workspace, deps: Deps, owner: Person, viewer: Viewer) -> tuple[GoalSeen, ...]:
    """The open goals of a person that a viewer may read, those due first in front."""
    found = await goals_of(workspace, sight(viewer, owner.id))
    return await _seen(workspace, deps, owner, tuple(goal for goal in found if goal.end is None))


async def open_plan_form(deps: Deps, owner: Person, goal_id: str | None = None) -> PlanDesk:
    """All that a form of one's own plan shows. Raises NotFoundForYou for a goal that is not one's own."""
    async with deps.read() as workspace:
        manager_id = await manager_of(workspace, owner.id)
        return PlanDesk(
            manager=await find_person(workspace, manager_id) if manager_id else None,
            sheets=await sheets_for(workspace, deps, owner.id),
            today=local_day(deps.today(), owner.zone),
            direction=await find_direction(workspace, owner.id),
            goal=await _own_open_goal(workspace, owner, goal_id) if goal_id else None,
            named=await named_readers(workspace, deps, owner.id, Shown.GOAL),
        )


async def write_direction(deps: Deps, owner: Person, draft: DirectionDraft) -> PlanSeen:
    """Keep where somebody wants to go, in place of what they said before.

    Raises Invalid at the field that is wrong, and ManagerChanged where the receipt no longer holds.
    """
    more, following, one_day = check_direction(draft)
    async with deps.write() as workspace:
        shared_with = await _shared_with(workspace, owner, draft.reach)
        if await claim_act(workspace, f"direction:{owner.id}:{draft.draft}", deps.today()):
            direction = Direction(
                person_id=owner.id,
                more=more,
                next=following,
                one_day=one_day,
                shared_with=shared_with,
                written_at=deps.today(),
            )
            await put_direction(workspace, direction)
            if shared_with:
                await show_to_readers(workspace, deps, owner.id, Shown.DIRECTION, owner.id)
        return await plan_for(workspace, deps, owner, owner.id)


async def write_goal(deps: Deps, owner: Person, draft: GoalDraft) -> PlanSeen:
    """Keep a new goal, or one's own open goal as changed; a form sent twice acts once.

    Raises Invalid at the field that is wrong, NotFoundForYou for a goal that is not one's own and open, and
    ManagerChanged where the receipt no longer holds.
    """
    async with deps.write() as workspace:
        sheets = await sheets_for(workspace, deps, owner.id)
        told = check_goal(draft, sheets, local_day(deps.today(), owner.zone))
        shared_with = await _shared_with(workspace, owner, draft.reach)
        before = await _own_open_goal(workspace, owner, draft.goal_id) if draft.goal_id else None
        if await claim_act(workspace, f"goal:{owner.id}:{draft.draft}", deps.today()):
            if before is None:
                check_room(await goals_of(workspace, sight(await viewer_of(workspace, owner.id), owner.id)))
            goal = _goal(deps, owner, told, before, shared_with)
            await put_goal(workspace, goal)
            if shared_with:
                await show_to_readers(workspace, deps, owner.id, Shown.GOAL, goal.id)
            await owe_home(workspace, deps, owner.id)
        seen = await plan_for(workspace, deps, owner, owner.id)
    deps.wake()
    return seen


async def end_goal(deps: Deps, owner: Person, draft: EndDraft) -> PlanSeen:
    """Close one's own goal; a form sent twice acts once.

    Raises Invalid at the field that is wrong, NotFoundForYou for a goal that is not one's own and open.
    """
    end, learned = check_end(draft)
    async with deps.write() as workspace:
        if await claim_act(workspace, f"end:{owner.id}:{draft.draft}", deps.today()):
            goal = await _own_open_goal(workspace, owner, draft.goal_id)
            ended = replace(goal, end=end, learned=learned, ended_at=deps.today())
            await put_goal(workspace, ended)
            await owe_home(workspace, deps, owner.id)
        seen = await plan_for(workspace, deps, owner, owner.id)
    deps.wake()
    return seen


async def _own_open_goal(workspace: Workspace, owner: Person, goal_id: str) -> Goal:
    goal = await find_goal(workspace, goal_id)
    if goal is None or goal.owner_id != owner.id or goal.end is not None:
        raise NotFoundForYou("not_yours")
    return goal


async def _shared_with(workspace: Workspace, owner: Person, reach: Reach) -> str | None:
    if not reach.is_shared:
        return None
    readers = await frozen_manager(workspace, owner.id, reach.manager_id)
    return readers[0].person_id if readers else None


async def _seen(
    workspace: Workspace, deps: Deps, owner: Person, goals: tuple[Goal, ...]
) -> tuple[GoalSeen, ...]:
    if not goals:
        return ()
    frameworks, today = await published(workspace, deps), local_day(deps.today(), owner.zone)
    seen = []
    for goal in goals:
        framework = frameworks.get(goal.framework or "")
        skill = framework.find_competency(goal.competency or "") if framework else None
        is_late = goal.end is None and goal.due_on < today
        seen.append(GoalSeen(goal=goal, skill=skill.title if skill else None, is_late=is_late))
    return tuple(seen)


def _goal(deps: Deps, owner: Person, told: GoalTold, before: Goal | None, shared_with: str | None) -> Goal:
    return Goal(
        id=before.id if before else deps.ids(),
        owner_id=owner.id,
        text=told.text,
        sign=told.sign,
        framework=told.mark.framework if told.mark else None,
        competency=told.mark.competency if told.mark else None,
        due_on=told.due_on,
        shared_with=shared_with,
        written_at=before.written_at if before else deps.today(),
    )
