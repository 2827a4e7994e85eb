"""Taking the next message: one statement each, since every message owed passes here (DESIGN 6.3, 6.4)."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, or_, select, update

from storage import rows
from storage.choices import DeliveryState
from storage.columns import written
from storage.records import Delivery
from storage.session import Workspace
from storage.tables import deliveries, pacing, workspaces
from storage.types import Span


class Lane(StrEnum):
    """What paces a workspace: `PAUSE` holds everything, `BULK` all but answers, which are of priority 0."""

    PAUSE = "pause"
    BULK = "bulk"


ANSWER, LEAST_URGENT = 0, 9
LONGEST = timedelta(minutes=30)
"""No lane is held for longer: what lies further ahead was said before the machine's clock was set back."""
_HERE = pacing.c.workspace_id == bindparam("here")


def _is_ahead(moment: str) -> ColumnElement[bool]:
    return and_(pacing.c.free_at > bindparam(moment), pacing.c.free_at <= bindparam("at_most"))


def _is_held(lane: Lane, moment: str) -> ColumnElement[bool]:
    return exists().where(_HERE, pacing.c.lane == str(lane), _is_ahead(moment))


_INSTALLED = exists().where(
    workspaces.c.id == deliveries.c.workspace_id, workspaces.c.uninstalled_at.is_(None)
)
_FIRST = (
    select(deliveries.c.id)
    .where(
        deliveries.c.workspace_id == bindparam("here"),
        deliveries.c.state == written(DeliveryState.PENDING),
        deliveries.c.due_at <= bindparam("now"),
        deliveries.c.priority <= case((_is_held(Lane.BULK, "bulk_by"), ANSWER), else_=LEAST_URGENT),
        ~_is_held(Lane.PAUSE, "ticks"),
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
_PAUSE = (
    update(pacing)
    .where(
        _HERE,
        pacing.c.lane == str(Lane.PAUSE),
        or_(pacing.c.free_at < bindparam("until"), pacing.c.free_at > bindparam("at_most")),
    )
    .values(free_at=bindparam("until"))
)
_TURN = (
    update(pacing)
    .where(_HERE, pacing.c.lane == str(Lane.BULK))
    .values(
        free_at=case((_is_ahead("ticks"), pacing.c.free_at), else_=bindparam("ticks"))
        + bindparam("pace", type_=Span)
    )
)


async def lease_delivery(
    workspace: Workspace, now: datetime, ticks: datetime, until: datetime, burst: timedelta = timedelta(0)
) -> Delivery | None:
    """Take the most urgent due message as *sending* until its lease ends; None where nothing may go.

    `now` is civil time, `ticks` and `until` are the ticker's. Where bulk is ahead of its pace by more than
    `burst`, answers alone go. Rows that another replica holds are left to it, and nothing is taken once the
    app was removed.
    """
    bulk_by = ticks + burst
    values = {"here": workspace.id, "now": now, "ticks": ticks, "bulk_by": bulk_by, "until": until}
    values["at_most"] = ticks + LONGEST
    found = (await workspace.session.execute(_LEASE, values)).one_or_none()
    return None if found is None else rows.record(Delivery, found)


async def add_lanes(workspace: Workspace, now: datetime) -> None:
    """Keep a row for each lane, which all replicas share."""
    await rows.add_new(workspace, pacing, [{"lane": str(lane), "free_at": now} for lane in Lane])


async def pause_lanes(workspace: Workspace, ticks: datetime, pause: timedelta) -> None:
    """Nothing goes out for so long, nor before a later moment that was said already."""
    at_most = ticks + LONGEST
    until = min(ticks + pause, at_most)
    await workspace.session.execute(_PAUSE, {"here": workspace.id, "until": until, "at_most": at_most})


async def take_turn(workspace: Workspace, ticks: datetime, pace: timedelta) -> None:
    """One message of bulk more: the lane is free a pace later than it was, or than now.

    Replicas wait here for each other until they commit, so it comes last in a transaction. Those who look
    at the lane at the same moment may pass it together: the burst may grow by one a worker, the pace stays.
    """
    values = {"here": workspace.id, "ticks": ticks, "pace": pace, "at_most": ticks + LONGEST}
    await workspace.session.execute(_TURN, values)
