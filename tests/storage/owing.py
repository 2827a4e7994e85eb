"""Messages owed, brought into the state that a test needs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from storage.choices import DeliveryState
from storage.deliveries import NewDelivery, add_deliveries, mark_dropped, mark_missed, mark_sent, mark_unknown
from storage.leases import lease_delivery
from storage.session import Workspace
from tests.storage.builders import MINUTE, NOON, some_owed

PENDING, SENDING, SENT = DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT
UNKNOWN, MISSED, DROPPED = DeliveryState.UNKNOWN, DeliveryState.MISSED, DeliveryState.DROPPED

_MARKS = {UNKNOWN: mark_unknown, MISSED: mark_missed, DROPPED: mark_dropped}


async def owe(workspace: Workspace, *messages: NewDelivery) -> int:
    """Owe messages at noon; returns how many were new."""
    return await add_deliveries(workspace, messages, NOON)


async def owe_in(workspace: Workspace, state: DeliveryState, *, at: datetime = NOON, **what: Any) -> None:
    """Owe `d1`, or the message described, and bring it into a state at a moment."""
    message = some_owed(**what)
    await owe(workspace, message)
    if state is SENDING:
        taken = await lease_delivery(workspace, message.due_at, at, at + MINUTE)
        assert taken is not None
        assert taken.id == message.id
    elif state is SENT:
        await mark_sent(workspace, message.id, "D1", "1.1", at)
    elif state in _MARKS:
        await _MARKS[state](workspace, message.id, "for a reason", at)
