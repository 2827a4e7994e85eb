"""Directions and goals."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, or_
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import Reading, Shown
from storage.readers import shown_readers, shown_under
from storage.records import Direction, Goal, Sight
from storage.session import Workspace
from storage.tables import directions, goals

_DIRECTION = rows.prepared(directions, directions.c.person_id == bindparam("person"))
_GOAL = rows.prepared(goals, goals.c.id == bindparam("goal"))
_GOALS = rows.prepared(goals, goals.c.owner_id == bindparam("owner")).order_by(goals.c.due_on, goals.c.id)
_FOR_READER = and_(goals.c.shared_with.is_not(None), shown_under(goals, Shown.GOAL))
_SHARED = _GOALS.where(or_(goals.c.shared_with == bindparam("manager"), _FOR_READER))


async def find_direction(workspace: Workspace, person_id: str) -> Direction | None:
    """Where a person wants to go, if they said so."""
    found = await rows.find_row(workspace, _DIRECTION, person=person_id)
    if found is None:
        return None
    shown = await shown_readers(workspace, Shown.DIRECTION, [person_id])
    return rows.record(Direction, found, readers=shown.get(person_id, ()))


async def put_direction(workspace: Workspace, direction: Direction) -> None:
    """Keep a direction in place of the one before."""
    await rows.put(workspace, directions, rows.values_of(workspace, directions, direction))


async def goals_of(workspace: Workspace, sight: Sight) -> tuple[Goal, ...]:
    """The goals of a person that are in sight, open and closed, those due first in front."""
    if sight.is_subject:
        found = await rows.rows_of(workspace, _GOALS, owner=sight.subject_id)
    else:
        manager = sight.viewer_id if Reading.MANAGER in sight.readings else None
        blanks = {"owner": sight.subject_id, "manager": manager, "namings": sorted(sight.namings)}
        found = await rows.rows_of(workspace, _SHARED, **blanks)
    return await _whole(workspace, found)


async def find_goal(workspace: Workspace, goal_id: str) -> Goal | None:
    """A goal by id."""
    found = await _whole(workspace, await rows.rows_of(workspace, _GOAL, goal=goal_id))
    return found[0] if found else None


async def put_goal(workspace: Workspace, goal: Goal) -> None:
    """Keep a goal, new or changed."""
    await rows.put(workspace, goals, rows.values_of(workspace, goals, goal), but=("owner_id",))


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Goal, ...]:
    shown = await shown_readers(workspace, Shown.GOAL, [row.id for row in found])
    return tuple(rows.record(Goal, row, readers=shown.get(row.id, ())) for row in found)
