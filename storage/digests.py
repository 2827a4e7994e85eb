"""Messages that come as one: which stand in a digest, and what becomes of them (DESIGN 6.5)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_, select, text

from storage import rows
from storage.choices import DeliveryState
from storage.deliveries import WAITS
from storage.records import Delivery, Reached
from storage.session import Workspace
from storage.tables import deliveries

_TURN = text("SELECT pg_advisory_xact_lock(hashtextextended(:whose, 0))")
_REACHED = (DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.SENDING)


async def take_turn_of(workspace: Workspace, person_id: str) -> None:
    """Until the commit nobody else decides on the nudges of a person; SQLite has one writer anyway."""
    if not workspace.is_sqlite:
        await workspace.session.execute(_TURN, {"whose": f"{workspace.id}/{person_id}"})


async def newest_reached(
    workspace: Workspace, recipient: str, kinds: Collection[str], most: int, *, besides: str
) -> tuple[Reached, ...]:
    """The newest messages of some kinds that reached a person, as far as is known and besides one."""
    moment = func.coalesce(deliveries.c.settled_at, deliveries.c.due_at, type_=deliveries.c.due_at.type)
    query = (
        select(
            deliveries.c.kind,
            deliveries.c.cause,
            moment.label("at"),
            deliveries.c.digest_id,
            deliveries.c.pressed_at,
        )
        .where(
            deliveries.c.workspace_id == workspace.id,
            deliveries.c.recipient == recipient,
            deliveries.c.kind.in_(kinds),
            deliveries.c.id != besides,
            deliveries.c.state.in_(_REACHED),
        )
        .order_by(moment.desc())
        .limit(most)
    )
    return tuple(rows.record(Reached, row) for row in await rows.rows_of(workspace, query))


async def waiting_of(
    workspace: Workspace, recipient: str, kinds: Collection[str], now: datetime
) -> tuple[Delivery, ...]:
    """What waits for a person and could go now, or would but for their budget and hours; oldest first."""
    query = rows.of_workspace(workspace, deliveries).where(
        deliveries.c.recipient == recipient,
        deliveries.c.kind.in_(kinds),
        deliveries.c.state == DeliveryState.PENDING,
        or_(deliveries.c.due_at <= now, deliveries.c.reason == WAITS),
    )
    oldest = query.order_by(deliveries.c.created_at, deliveries.c.id)
    return tuple(rows.record(Delivery, row) for row in await rows.rows_of(workspace, oldest))


async def merge(
    workspace: Workspace, ids: Sequence[str], digest_id: str, states: Collection[DeliveryState]
) -> None:
    """Let messages in some states stand in a digest from now on, but for those that are being taken."""
    free = (
        select(deliveries.c.id)
        .where(
            deliveries.c.workspace_id == workspace.id,
            deliveries.c.id.in_(ids),
            deliveries.c.state.in_(states),
        )
        .with_for_update(skip_locked=True)
    )
    values = {"state": DeliveryState.MERGED, "digest_id": digest_id, "lease_until": None}
    await rows.change(workspace, deliveries, deliveries.c.id.in_(free), **values)


async def find_open_digest(workspace: Workspace, recipient: str, kind: str) -> str | None:
    """The id of a digest that waits for a person, or None."""
    query = select(deliveries.c.id).where(
        deliveries.c.workspace_id == workspace.id,
        deliveries.c.recipient == recipient,
        deliveries.c.kind == kind,
        deliveries.c.state == DeliveryState.PENDING,
    )
    found: str | None = await workspace.session.scalar(query.order_by(deliveries.c.created_at).limit(1))
    return found


async def merged_into(workspace: Workspace, digest_id: str) -> tuple[Delivery, ...]:
    """What stands in a digest that was not sent yet, oldest first."""
    query = rows.of_workspace(workspace, deliveries).where(
        deliveries.c.digest_id == digest_id, deliveries.c.state == DeliveryState.MERGED
    )
    oldest = query.order_by(deliveries.c.created_at, deliveries.c.id)
    return tuple(rows.record(Delivery, row) for row in await rows.rows_of(workspace, oldest))


async def kinds_within(workspace: Workspace, digest_id: str) -> tuple[str, ...]:
    """The kinds of message that a digest brings or brought."""
    query = select(deliveries.c.kind).where(
        deliveries.c.workspace_id == workspace.id, deliveries.c.digest_id == digest_id
    )
    found = await workspace.session.scalars(query.distinct().order_by(deliveries.c.kind))
    return tuple(found)


async def settle_merged(
    workspace: Workspace, digest_id: str, state: DeliveryState, reason: str | None, now: datetime
) -> None:
    """What becomes of a digest becomes of all that stands in it, whose fate was as unknown as its own."""
    inside = and_(
        deliveries.c.digest_id == digest_id,
        deliveries.c.state.in_((DeliveryState.MERGED, DeliveryState.UNKNOWN)),
    )
    await rows.change(workspace, deliveries, inside, state=state, reason=reason, settled_at=now)


async def lose_merged(workspace: Workspace, now: datetime) -> None:
    """What stands in a digest of which nobody knows whether it was sent is as unknown."""
    lost = select(deliveries.c.id).where(
        deliveries.c.workspace_id == workspace.id, deliveries.c.state == DeliveryState.UNKNOWN
    )
    inside = and_(deliveries.c.digest_id.in_(lost), deliveries.c.state == DeliveryState.MERGED)
    values = {"state": DeliveryState.UNKNOWN, "reason": "worker_lost", "settled_at": now}
    await rows.change(workspace, deliveries, inside, **values)


async def mark_pressed(workspace: Workspace, ids: Collection[str], now: datetime) -> None:
    """Buttons of messages came back: they were of use."""
    fresh = and_(deliveries.c.id.in_(ids), deliveries.c.pressed_at.is_(None))
    await rows.change(workspace, deliveries, fresh, pressed_at=now)


async def look_again(workspace: Workspace, recipient: str, now: datetime) -> None:
    """Decide anew on all that waits for a person's hours or budget, as what decides has changed."""
    waiting = and_(
        deliveries.c.recipient == recipient,
        deliveries.c.state == DeliveryState.PENDING,
        deliveries.c.reason == WAITS,
    )
    await rows.change(workspace, deliveries, waiting, due_at=now)
