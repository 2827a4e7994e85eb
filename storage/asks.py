"""Questions that ask for feedback: to whom, and what became of each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import AskState
from storage.columns import written
from storage.errors import NotFound
from storage.records import Asked, FeedbackAsk
from storage.session import Workspace
from storage.tables import feedback_asked, feedback_asks, people

_BY_ID = rows.prepared(feedback_asks, feedback_asks.c.id == bindparam("ask"))
_OPEN_ON = rows.prepared(
    feedback_asks,
    feedback_asks.c.asked_at > bindparam("since"),
    feedback_asks.c.id.in_(
        select(feedback_asked.c.ask_id).where(
            feedback_asked.c.workspace_id == bindparam("workspace_id"),
            feedback_asked.c.person_id == bindparam("person"),
            feedback_asked.c.state == written(AskState.OPEN),
        )
    ),
).order_by(feedback_asks.c.asked_at, feedback_asks.c.id)

_OPEN_BY = rows.prepared(
    feedback_asks,
    feedback_asks.c.asked_at > bindparam("since"),
    feedback_asks.c.asker_id == bindparam("asker"),
    feedback_asks.c.id.in_(
        select(feedback_asked.c.ask_id).where(
            feedback_asked.c.workspace_id == bindparam("workspace_id"),
            feedback_asked.c.state == written(AskState.OPEN),
        )
    ),
).order_by(feedback_asks.c.asked_at, feedback_asks.c.id)


async def add_ask(workspace: Workspace, ask: FeedbackAsk) -> None:
    """Keep a question with all who are asked."""
    await rows.add(workspace, feedback_asks, ask)
    asked = [
        {
            "ask_id": ask.id,
            "person_id": one.person_id,
            "state": one.state,
            "word": one.word,
            "decided_at": one.decided_at,
        }
        for one in ask.asked
    ]
    await rows.add_new(workspace, feedback_asked, asked)


async def get_ask(workspace: Workspace, ask_id: str) -> FeedbackAsk:
    """A question by id; raises NotFound."""
    found = await _whole(workspace, await rows.rows_of(workspace, _BY_ID, ask=ask_id))
    if not found:
        raise NotFound("ask", ask_id)
    return found[0]


async def hold_asked(workspace: Workspace, ids: Collection[str]) -> None:
    """Let nobody else ask these people until the transaction ends: of two at once one comes first."""
    theirs = select(people.c.id).where(people.c.workspace_id == workspace.id, people.c.id.in_(ids))
    await rows.rows_of(workspace, theirs.order_by(people.c.id).with_for_update(key_share=True))


async def asks_open_on(workspace: Workspace, person_id: str, since: datetime) -> tuple[FeedbackAsk, ...]:
    """Questions asked after a moment that a person has neither answered nor declined, oldest first."""
    found = await rows.rows_of(workspace, _OPEN_ON, person=person_id, since=since)
    return await _whole(workspace, found)


async def asks_open_by(workspace: Workspace, asker_id: str, since: datetime) -> tuple[FeedbackAsk, ...]:
    """Questions that somebody asked after a moment and that wait for one person or more, oldest first."""
    found = await rows.rows_of(workspace, _OPEN_BY, asker=asker_id, since=since)
    return await _whole(workspace, found)


async def decide_asked(
    workspace: Workspace, ask_id: str, person_id: str, state: AskState, word: str | None, now: datetime
) -> bool:
    """Somebody who was asked answers or declines; False where that is decided already."""
    free = and_(
        feedback_asked.c.ask_id == ask_id,
        feedback_asked.c.person_id == person_id,
        feedback_asked.c.state == AskState.OPEN,
    )
    values: dict[str, Any] = {"state": state, "word": word, "decided_at": now}
    return await rows.change(workspace, feedback_asked, free, **values) > 0


async def withdraw_ask(workspace: Workspace, ask_id: str, now: datetime) -> int:
    """Whoever asked takes a question back from all who may still answer; returns how many these were."""
    free = and_(feedback_asked.c.ask_id == ask_id, feedback_asked.c.state == AskState.OPEN)
    return await rows.change(workspace, feedback_asked, free, state=AskState.WITHDRAWN, decided_at=now)


async def withdraw_asks_of(workspace: Workspace, asker_id: str, now: datetime) -> None:
    """Whoever asked is gone: what is open of theirs waits for nobody."""
    theirs = select(feedback_asks.c.id).where(
        feedback_asks.c.workspace_id == workspace.id, feedback_asks.c.asker_id == asker_id
    )
    free = and_(feedback_asked.c.ask_id.in_(theirs), feedback_asked.c.state == AskState.OPEN)
    await rows.change(workspace, feedback_asked, free, state=AskState.WITHDRAWN, decided_at=now)


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[FeedbackAsk, ...]:
    ids = [row.id for row in found]
    if not ids:
        return ()
    of, person = feedback_asked.c.ask_id, feedback_asked.c.person_id
    asked = rows.grouped(
        (
            row.ask_id,
            Asked(person_id=row.person_id, state=row.state, word=row.word, decided_at=row.decided_at),
        )
        for row in await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, person), ids=ids)
    )
    return tuple(rows.record(FeedbackAsk, row, asked=asked.get(row.id, ())) for row in found)
