"""Taking the next message: one statement each, since every message owed passes here (DESIGN 6.3, 6.4)."""

from datetime import datetime

from sqlalchemy import bindparam, exists, select, update

from storage import rows
from storage.records import Delivery, DeliveryState
from storage.session import Workspace
from storage.tables import deliveries, pacing, workspaces

ALL_PRIORITIES = 9
_LANES = rows.prepared(pacing).order_by(pacing.c.lane).with_for_update()
_HOLD = (
    update(pacing)
    .where(
        pacing.c.workspace_id == bindparam("here"),
        pacing.c.lane == bindparam("this"),
        pacing.c.free_at < bindparam("until"),
    )
    .values(free_at=bindparam("until"))
)
_INSTALLED = exists().where(
    workspaces.c.id == deliveries.c.workspace_id, workspaces.c.uninstalled_at.is_(None)
)
_FIRST = (
    select(deliveries.c.id)
    .where(
        deliveries.c.workspace_id == bindparam("here"),
        deliveries.c.state == DeliveryState.PENDING,
        deliveries.c.due_at <= bindparam("now"),
        deliveries.c.priority <= bindparam("most"),
        _INSTALLED,
    )
    .order_by(deliveries.c.priority, deliveries.c.due_at)
    .limit(1)
    .with_for_update(skip_locked=True, of=deliveries)
    .scalar_subquery()
)
_LEASE = (
    update(deliveries)
    .where(deliveries.c.workspace_id == bindparam("here"), deliveries.c.id == _FIRST)
    .values(
        state=DeliveryState.SENDING,
        lease_until=bindparam("until"),
        attempts=deliveries.c.attempts + 1,
    )
    .returning(*rows.columns_of(deliveries))
)


async def lease_delivery(
    workspace: Workspace, now: datetime, lease_until: datetime, *, most: int = ALL_PRIORITIES
) -> Delivery | None:
    """Take the most urgent due message, of at most a priority, as *sending*; None where nothing is due.

    Rows that another replica holds are left to it, and nothing is taken once the app was removed.
    """
    values = {"here": workspace.id, "now": now, "until": lease_until, "most": most}
    found = (await workspace.session.execute(_LEASE, values)).one_or_none()
    return None if found is None else rows.record(Delivery, found)


async def add_lanes(workspace: Workspace, lanes: tuple[str, ...], now: datetime) -> None:
    """Keep a row for each lane, so that whoever takes a turn holds it against other replicas."""
    await rows.add_new(workspace, pacing, [{"lane": lane, "free_at": now} for lane in lanes])


async def lanes_free_at(workspace: Workspace) -> dict[str, datetime]:
    """When each lane of Slack is free, held until the transaction ends."""
    found = await rows.rows_of(workspace, _LANES, workspace_id=workspace.id)
    return {row.lane: row.free_at for row in found}


async def hold_lane(workspace: Workspace, lane: str, until: datetime) -> None:
    """Nothing goes out on a lane before `until`, nor before a later moment that it is held to already."""
    values = {"here": workspace.id, "this": lane, "until": until}
    await workspace.session.execute(_HOLD, values)
