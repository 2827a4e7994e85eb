"""Messages owed: leased one at a time, settled one at a time (DESIGN 6.3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select, update

from storage import rows
from storage.bulk import insert_new, update_by_id
from storage.choices import DeliveryState
from storage.errors import NotFound
from storage.records import Delivery
from storage.session import Workspace
from storage.tables import deliveries, people

MOST = 200
WAITS = "waits"
"""Why a message that could be sent was put back: its reader's hours, or their budget."""
REFUSED, DAY_OFF = "no_longer_allowed", "day_off"
"""Why a message was not sent that its reader may not have as things stand, or that is about a day off."""
UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.MERGED)


_GIVEN = ("id", "kind", "recipient", "cause", "occurrence", "priority", "due_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDelivery:
    """A message to owe: `cause` is the id of what it is about, `occurrence` a local date or ''."""

    id: str
    kind: str
    recipient: str
    cause: str
    occurrence: str
    priority: int
    due_at: datetime


_SENT = (
    update(deliveries)
    .where(deliveries.c.workspace_id == bindparam("here"), deliveries.c.id == bindparam("this"))
    .values(
        state=DeliveryState.SENT,
        channel=bindparam("place"),
        ts=bindparam("stamp"),
        settled_at=bindparam("now"),
        lease_until=None,
        reason=None,
    )
)


_EVER_OWED = select(people.c.id).where(
    people.c.workspace_id == bindparam("here"),
    people.c.id.in_(bindparam("these", expanding=True)),
    exists().where(
        deliveries.c.workspace_id == people.c.workspace_id,
        deliveries.c.kind == bindparam("kind"),
        deliveries.c.recipient == people.c.id,
    ),
)


async def add_deliveries(workspace: Workspace, owed: Sequence[NewDelivery], now: datetime) -> int:
    """Owe messages, once each by (kind, recipient, cause, occurrence); returns how many were new."""
    values = {name: [getattr(one, name) for one in owed] for name in _GIVEN}
    same = {"state": DeliveryState.PENDING, "created_at": now, "attempts": 0}
    return await insert_new(workspace, deliveries, values, same)


async def get_delivery(workspace: Workspace, delivery_id: str) -> Delivery:
    """A delivery by id; raises NotFound."""
    found = await find_delivery(workspace, delivery_id)
    if found is None:
        raise NotFound("delivery", delivery_id)
    return found


async def find_delivery(workspace: Workspace, delivery_id: str) -> Delivery | None:
    """A delivery by id, or None."""
    query = rows.of_workspace(workspace, deliveries).where(deliveries.c.id == delivery_id)
    found = await rows.find_row(workspace, query)
    return None if found is None else rows.record(Delivery, found)


async def hold(workspace: Workspace, delivery_id: str, lease_until: datetime | None, attempts: int) -> bool:
    """Whether a message is still its taker's, who leased it until then and for that attempt, to settle.

    If so nobody else takes it until the transaction ends. It is not once the lease was reaped, nor where the
    taking itself was undone and another took it since.
    """
    is_leased = and_(deliveries.c.state == DeliveryState.SENDING, deliveries.c.lease_until == lease_until)
    is_undone = and_(deliveries.c.state == DeliveryState.PENDING, deliveries.c.attempts == attempts - 1)
    query = select(deliveries.c.id).where(
        deliveries.c.workspace_id == workspace.id,
        deliveries.c.id == delivery_id,
        or_(is_leased, is_undone),
    )
    return (await workspace.session.execute(query.with_for_update())).first() is not None


async def mark_sent(workspace: Workspace, delivery_id: str, channel: str, ts: str, now: datetime) -> None:
    """Slack took the message."""
    values = {"here": workspace.id, "this": delivery_id, "place": channel, "stamp": ts, "now": now}
    await workspace.session.execute(_SENT, values)


async def mark_unknown(workspace: Workspace, delivery_id: str, reason: str, now: datetime) -> None:
    """Nobody can tell whether Slack took the message: it is never sent again by itself.

    Where a press said meanwhile that it was sent, it stays sent.
    """
    doubtful = and_(deliveries.c.id == delivery_id, deliveries.c.state != DeliveryState.SENT)
    values = {"state": DeliveryState.UNKNOWN, "reason": reason, "settled_at": now, "lease_until": None}
    await rows.change(workspace, deliveries, doubtful, **values)


async def mark_missed(workspace: Workspace, delivery_id: str, reason: str, now: datetime) -> None:
    """Too old to be useful, or not wanted."""
    await _settle(workspace, delivery_id, DeliveryState.MISSED, now, reason=reason)


async def mark_dropped(workspace: Workspace, delivery_id: str, reason: str, now: datetime) -> None:
    """No longer allowed, or refused by Slack for good."""
    await _settle(workspace, delivery_id, DeliveryState.DROPPED, now, reason=reason)


async def mark_skipped(workspace: Workspace, delivery_id: str) -> None:
    """Its reader passed over what it was about; it stays in the state it is in."""
    await rows.change(workspace, deliveries, deliveries.c.id == delivery_id, reason="skipped")


async def postpone(workspace: Workspace, delivery_id: str, until: datetime, reason: str | None) -> None:
    """Put a message that was surely not sent back in the queue."""
    await rows.change(
        workspace,
        deliveries,
        deliveries.c.id == delivery_id,
        state=DeliveryState.PENDING,
        due_at=until,
        lease_until=None,
        settled_at=None,
        reason=reason,
        digest_id=None,
    )


async def open_about(
    workspace: Workspace, kind: str, recipients: Collection[str], causes: Collection[str]
) -> tuple[Delivery, ...]:
    """What waits of a kind about some things, or was not sent for what may hold no longer, oldest due first.

    Held until the transaction ends, but for those that are being taken.
    """
    is_waiting = deliveries.c.state == DeliveryState.PENDING
    was_spared = and_(
        deliveries.c.state.in_((DeliveryState.DROPPED, DeliveryState.MISSED)),
        deliveries.c.reason.in_((REFUSED, DAY_OFF)),
    )
    query = rows.of_workspace(workspace, deliveries).where(
        deliveries.c.kind == kind,
        deliveries.c.recipient.in_(recipients),
        deliveries.c.cause.in_(causes),
        or_(is_waiting, was_spared),
    )
    oldest = query.order_by(deliveries.c.due_at, deliveries.c.id).with_for_update(skip_locked=True)
    return tuple(rows.record(Delivery, row) for row in await rows.rows_of(workspace, oldest))


async def deliveries_about(workspace: Workspace, causes: Collection[str]) -> tuple[Delivery, ...]:
    """Every message about some things, whatever became of it; held until the transaction ends."""
    query = rows.of_workspace(workspace, deliveries).where(deliveries.c.cause.in_(causes))
    held = query.order_by(deliveries.c.id).with_for_update()
    return tuple(rows.record(Delivery, row) for row in await rows.rows_of(workspace, held))


async def retime(workspace: Workspace, times: Sequence[tuple[str, datetime]]) -> None:
    """Let messages that are held wait until other moments: (delivery, when it is due)."""
    ids, moments = zip(*times, strict=True) if times else ((), ())
    none = [None] * len(ids)
    values = {
        "due_at": moments,
        "state": [DeliveryState.PENDING] * len(ids),
        "settled_at": none,
        "reason": none,
    }
    await update_by_id(workspace, deliveries, ids, values)


async def reap_leases(workspace: Workspace, now: datetime, harmless: Collection[str]) -> int:
    """A worker died while sending: what it held is unknown from now on.

    Kinds of which a second copy is harmless go back in the queue.
    """
    stale = and_(deliveries.c.state == DeliveryState.SENDING, deliveries.c.lease_until < now)
    safe = and_(stale, deliveries.c.kind.in_(harmless))
    queued = await rows.change(workspace, deliveries, safe, state=DeliveryState.PENDING, lease_until=None)
    lost = {"state": DeliveryState.UNKNOWN, "reason": "worker_lost", "settled_at": now, "lease_until": None}
    return queued + await rows.change(workspace, deliveries, stale, **lost)


async def supersede(workspace: Workspace, delivery: Delivery, now: datetime) -> None:
    """What one delivery shows stands for all others of its kind that wait for the same reader."""
    others = and_(
        deliveries.c.kind == delivery.kind,
        deliveries.c.recipient == delivery.recipient,
        deliveries.c.state == DeliveryState.PENDING,
        deliveries.c.due_at <= now,
    )
    values = {"state": DeliveryState.DROPPED, "reason": "superseded", "settled_at": now}
    await rows.change(workspace, deliveries, others, **values)


async def settle_by_press(
    workspace: Workspace, delivery_id: str, channel: str, ts: str, now: datetime
) -> bool:
    """A button of the message came back, so it was sent: only an open or unknown one changes."""
    doubtful = and_(
        deliveries.c.id == delivery_id,
        deliveries.c.state.in_((DeliveryState.UNKNOWN, DeliveryState.SENDING)),
    )
    stands = {"channel": channel, "ts": ts}
    values = {"state": DeliveryState.SENT, "settled_at": now, "lease_until": None, "reason": None, **stands}
    return await rows.change(workspace, deliveries, doubtful, **values) == 1


async def deliveries_in(
    workspace: Workspace,
    states: Collection[DeliveryState],
    *,
    recipient: str | None = None,
    limit: int = MOST,
) -> tuple[Delivery, ...]:
    """Messages in some states, oldest due first."""
    where: list[ColumnElement[bool]] = [deliveries.c.state.in_(states)]
    if recipient is not None:
        where.append(deliveries.c.recipient == recipient)
    query = rows.of_workspace(workspace, deliveries).where(*where)
    oldest = query.order_by(deliveries.c.due_at, deliveries.c.id).limit(limit)
    return tuple(rows.record(Delivery, row) for row in await rows.rows_of(workspace, oldest))


async def ever_owed(workspace: Workspace, kind: str, recipients: Collection[str]) -> frozenset[str]:
    """Which of some people were ever owed a message of a kind, as long as such are kept."""
    values = {"here": workspace.id, "kind": kind, "these": list(recipients)}
    return frozenset(row.id for row in await workspace.session.execute(_EVER_OWED, values))


async def next_due_at(workspace: Workspace, after: datetime) -> datetime | None:
    """When the first message that waits falls due after a moment, or None."""
    waiting = and_(deliveries.c.state == DeliveryState.PENDING, deliveries.c.due_at > after)
    query = select(func.min(deliveries.c.due_at)).where(deliveries.c.workspace_id == workspace.id, waiting)
    found: datetime | None = (await workspace.session.execute(query)).scalar_one()
    return found


async def sent_times(
    workspace: Workspace, recipient: str, kinds: Collection[str], since: datetime, *, besides: str
) -> tuple[datetime, ...]:
    """When messages of some kinds reached a person, as far as is known and besides one, oldest first."""
    reached = deliveries.c.state.in_((DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.SENDING))
    moment = func.coalesce(deliveries.c.settled_at, deliveries.c.due_at, type_=deliveries.c.due_at.type)
    query = (
        select(moment.label("at"))
        .where(
            deliveries.c.workspace_id == workspace.id,
            deliveries.c.recipient == recipient,
            deliveries.c.kind.in_(kinds),
            deliveries.c.id != besides,
            reached,
            moment >= since,
        )
        .order_by(moment)
    )
    return tuple(row.at for row in await rows.rows_of(workspace, query))


async def count_by_state(workspace: Workspace) -> dict[DeliveryState, int]:
    """How many messages are in each state."""
    query = (
        select(deliveries.c.state, func.count().label("many"))
        .where(deliveries.c.workspace_id == workspace.id)
        .group_by(deliveries.c.state)
    )
    return {row.state: row.many for row in await rows.rows_of(workspace, query)}


async def drop_open(workspace: Workspace, recipient: str, reason: str, now: datetime) -> None:
    """Nothing that waits is sent to a person who left."""
    is_open = deliveries.c.state.in_((DeliveryState.PENDING, DeliveryState.MERGED))
    waiting = and_(deliveries.c.recipient == recipient, is_open)
    await rows.change(
        workspace, deliveries, waiting, state=DeliveryState.DROPPED, reason=reason, settled_at=now
    )


async def _settle(
    workspace: Workspace, delivery_id: str, state: DeliveryState, now: datetime, **more: Any
) -> None:
    await rows.change(
        workspace,
        deliveries,
        deliveries.c.id == delivery_id,
        state=state,
        settled_at=now,
        lease_until=None,
        **more,
    )
