"""Feedback with its frozen readers: what waits to be read, what was replied, what became notes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import Shown
from storage.errors import NotFound
from storage.readers import shown_readers, shown_under
from storage.records import Feedback, FrozenReader, Sight
from storage.session import Workspace
from storage.tables import feedback, feedback_readers

_BY_ID = rows.prepared(feedback, feedback.c.id == bindparam("feedback"))
_UNREAD = rows.prepared(
    feedback, feedback.c.receiver_id == bindparam("receiver"), feedback.c.read_at.is_(None)
).order_by(feedback.c.given_at, feedback.c.id)


async def add_feedback(workspace: Workspace, given: Feedback) -> None:
    """Keep feedback with its readers."""
    await rows.add(workspace, feedback, given)
    await _add_readers(workspace, given.id, given.readers)


async def get_feedback(workspace: Workspace, feedback_id: str) -> Feedback:
    """Feedback by id; raises NotFound."""
    found = await _whole(workspace, await rows.rows_of(workspace, _BY_ID, feedback=feedback_id))
    if not found:
        raise NotFound("feedback", feedback_id)
    return found[0]


async def feedback_received(
    workspace: Workspace, sight: Sight, *, since: datetime, limit: int = 50
) -> tuple[Feedback, ...]:
    """Feedback for the subject of a sight that its viewer may read, newest first."""
    about = and_(feedback.c.receiver_id == sight.subject_id, feedback.c.given_at >= since)
    query = rows.of_workspace(workspace, feedback).where(about, _in_sight(sight))
    newest = query.order_by(feedback.c.given_at.desc(), feedback.c.id.desc()).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


async def feedback_unread(workspace: Workspace, receiver_id: str) -> tuple[Feedback, ...]:
    """Feedback that its receiver has not opened yet, oldest first."""
    return await _whole(workspace, await rows.rows_of(workspace, _UNREAD, receiver=receiver_id))


async def mark_feedback_read(workspace: Workspace, feedback_id: str, now: datetime) -> None:
    """Its receiver has read it; the first time counts."""
    unread = and_(feedback.c.id == feedback_id, feedback.c.read_at.is_(None))
    await rows.change(workspace, feedback, unread, read_at=now)


async def reply_to_feedback(workspace: Workspace, feedback_id: str, reply: str, now: datetime) -> bool:
    """Keep its receiver's answer; False where there is one already."""
    unanswered = and_(feedback.c.id == feedback_id, feedback.c.replied_at.is_(None))
    return await rows.change(workspace, feedback, unanswered, reply=reply, replied_at=now) > 0


async def mark_carry_on_kept(workspace: Workspace, feedback_id: str, evidence_id: str) -> bool:
    """What to carry on with is a note; False where it is one already."""
    free = and_(feedback.c.id == feedback_id, feedback.c.carry_on_note.is_(None))
    return await rows.change(workspace, feedback, free, carry_on_note=evidence_id) > 0


async def mark_try_next_kept(workspace: Workspace, feedback_id: str, evidence_id: str) -> bool:
    """What to try is a note; False where it is one already."""
    free = and_(feedback.c.id == feedback_id, feedback.c.try_next_note.is_(None))
    return await rows.change(workspace, feedback, free, try_next_note=evidence_id) > 0


async def share_feedback(workspace: Workspace, feedback_id: str, readers: Sequence[FrozenReader]) -> int:
    """Its receiver widens it to persons who may read it from now on; returns how many are new."""
    return await _add_readers(workspace, feedback_id, readers)


async def _add_readers(workspace: Workspace, feedback_id: str, readers: Sequence[FrozenReader]) -> int:
    new = [
        {"feedback_id": feedback_id, "person_id": reader.person_id, "reading": reader.reading}
        for reader in readers
    ]
    return await rows.add_new(workspace, feedback_readers, new)


def _in_sight(sight: Sight) -> ColumnElement[bool]:
    named = exists().where(
        feedback_readers.c.workspace_id == feedback.c.workspace_id,
        feedback_readers.c.feedback_id == feedback.c.id,
        feedback_readers.c.person_id == sight.viewer_id,
        feedback_readers.c.reading.in_(sorted(sight.readings)),
    )
    shown = shown_under(feedback, Shown.FEEDBACK, sight)
    own = or_(feedback.c.receiver_id == sight.viewer_id, feedback.c.author_id == sight.viewer_id)
    return or_(own, named, shown)


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Feedback, ...]:
    ids = [row.id for row in found]
    if not ids:
        return ()
    of, person = feedback_readers.c.feedback_id, feedback_readers.c.person_id
    named = await rows.rows_of(workspace, rows.among(workspace.is_sqlite, of, person), ids=ids)
    readers = rows.grouped(
        (row.feedback_id, FrozenReader(person_id=row.person_id, reading=row.reading)) for row in named
    )
    shown = await shown_readers(workspace, Shown.FEEDBACK, ids)
    return tuple(
        rows.record(Feedback, row, readers=(*readers.get(row.id, ()), *shown.get(row.id, ())))
        for row in found
    )
