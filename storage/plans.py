"""Directions and goals."""

from sqlalchemy import bindparam

from storage import rows
from storage.choices import Reading
from storage.records import Direction, Goal, Sight
from storage.session import Workspace
from storage.tables import directions, goals

_DIRECTION = rows.prepared(directions, directions.c.person_id == bindparam("person"))
_GOAL = rows.prepared(goals, goals.c.id == bindparam("goal"))
_GOALS = rows.prepared(goals, goals.c.owner_id == bindparam("owner")).order_by(goals.c.due_on, goals.c.id)
_SHARED = _GOALS.where(goals.c.shared_with == bindparam("reader"))


async def find_direction(workspace: Workspace, person_id: str) -> Direction | None:
    """Where a person wants to go, if they said so."""
    found = await rows.find_row(workspace, _DIRECTION, person=person_id)
    return None if found is None else rows.record(Direction, found)


async def put_direction(workspace: Workspace, direction: Direction) -> None:
    """Keep a direction in place of the one before."""
    await rows.put(workspace, directions, rows.values_of(workspace, directions, direction))


async def goals_of(workspace: Workspace, sight: Sight) -> tuple[Goal, ...]:
    """The goals of a person that are in sight, open and closed, those due first in front."""
    if sight.is_subject:
        found = await rows.rows_of(workspace, _GOALS, owner=sight.subject_id)
    elif Reading.MANAGER in sight.readings:
        blanks = {"owner": sight.subject_id, "reader": sight.viewer_id}
        found = await rows.rows_of(workspace, _SHARED, **blanks)
    else:
        found = ()
    return tuple(rows.record(Goal, row) for row in found)


async def find_goal(workspace: Workspace, goal_id: str) -> Goal | None:
    """A goal by id."""
    found = await rows.find_row(workspace, _GOAL, goal=goal_id)
    return None if found is None else rows.record(Goal, found)


async def put_goal(workspace: Workspace, goal: Goal) -> None:
    """Keep a goal, new or changed."""
    await rows.put(workspace, goals, rows.values_of(workspace, goals, goal), but=("owner_id",))
