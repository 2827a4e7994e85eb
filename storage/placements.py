"""Placements and their history."""

from datetime import datetime

from sqlalchemy import and_, bindparam

from storage import rows
from storage.choices import PlacementState
from storage.errors import Conflict
from storage.records import Placement
from storage.session import Workspace
from storage.tables import placements

_NEWEST = (
    rows.prepared(
        placements, placements.c.person_id == bindparam("person"), placements.c.state == bindparam("state")
    )
    .order_by(placements.c.id.desc())
    .limit(1)
)
_OPEN = rows.prepared(
    placements,
    placements.c.person_id == bindparam("person"),
    placements.c.state.in_((PlacementState.CONFIRMED, PlacementState.PROPOSED)),
).order_by(placements.c.id)

_HISTORY = rows.prepared(placements, placements.c.person_id == bindparam("person")).order_by(placements.c.id)


async def add_placement(workspace: Workspace, placement: Placement) -> None:
    """Keep a placement; a confirmed one replaces the one before it.

    Raises Conflict where another is confirmed at the same moment.
    """
    if placement.state is PlacementState.CONFIRMED:
        await _replace_current(workspace, placement.person_id)
    with rows.conflict_where_taken("placement", placement.id):
        await rows.add(workspace, placements, placement)


async def find_placement(workspace: Workspace, person_id: str) -> Placement | None:
    """A person's placement now, or None."""
    return await _one(workspace, person_id, PlacementState.CONFIRMED)


async def find_proposal(workspace: Workspace, person_id: str) -> Placement | None:
    """The newest placement that waits for a word, or None."""
    return await _one(workspace, person_id, PlacementState.PROPOSED)


async def placement_and_proposal(
    workspace: Workspace, person_id: str
) -> tuple[Placement | None, Placement | None]:
    """A person's placement now and the newest that waits for a word, at once."""
    found = [rows.record(Placement, row) for row in await rows.rows_of(workspace, _OPEN, person=person_id)]
    newest = {placement.state: placement for placement in found}
    return newest.get(PlacementState.CONFIRMED), newest.get(PlacementState.PROPOSED)


async def get_placement(workspace: Workspace, placement_id: str) -> Placement:
    """A placement by id; raises NotFound."""
    query = rows.of_workspace(workspace, placements).where(placements.c.id == placement_id)
    return rows.record(Placement, await rows.get_row(workspace, query, "placement", placement_id))


async def placement_history(workspace: Workspace, person_id: str) -> tuple[Placement, ...]:
    """All placements of a person, oldest first."""
    found = await rows.rows_of(workspace, _HISTORY, person=person_id)
    return tuple(rows.record(Placement, row) for row in found)


async def placements_now(workspace: Workspace) -> dict[str, Placement]:
    """Every person's placement now, by person."""
    query = rows.of_workspace(workspace, placements).where(placements.c.state == PlacementState.CONFIRMED)
    return {row.person_id: rows.record(Placement, row) for row in await rows.rows_of(workspace, query)}


async def open_proposals(workspace: Workspace) -> tuple[Placement, ...]:
    """All placements that wait for a word, oldest first."""
    query = rows.of_workspace(workspace, placements).where(placements.c.state == PlacementState.PROPOSED)
    found = await rows.rows_of(workspace, query.order_by(placements.c.id))
    return tuple(rows.record(Placement, row) for row in found)


async def decide_placement(
    workspace: Workspace, placement: Placement, state: PlacementState, by: str | None, now: datetime
) -> None:
    """Confirm or decline a proposal.

    Raises Conflict where it no longer waits, or another is confirmed at the same moment.
    """
    if state is PlacementState.CONFIRMED:
        await _replace_current(workspace, placement.person_id)
    waiting = and_(placements.c.id == placement.id, placements.c.state == PlacementState.PROPOSED)
    values = {"state": state, "decided_by": by, "decided_at": now}
    with rows.conflict_where_taken("placement", placement.id):
        changed = await rows.change(workspace, placements, waiting, **values)
    if not changed:
        raise Conflict("placement", placement.id)


async def withdraw_proposals(workspace: Workspace, person_id: str) -> None:
    """A newer proposal replaces those that still wait."""
    await _move(workspace, person_id, PlacementState.PROPOSED)


async def _replace_current(workspace: Workspace, person_id: str) -> None:
    await _move(workspace, person_id, PlacementState.CONFIRMED)


async def _move(workspace: Workspace, person_id: str, state: PlacementState) -> None:
    mine = and_(placements.c.person_id == person_id, placements.c.state == state)
    await rows.change(workspace, placements, mine, state=PlacementState.REPLACED)


async def _one(workspace: Workspace, person_id: str, state: PlacementState) -> Placement | None:
    found = await rows.rows_of(workspace, _NEWEST, person=person_id, state=state)
    return rows.record(Placement, found[0]) if found else None
