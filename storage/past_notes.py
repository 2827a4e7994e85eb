"""Notes from past reviews, until their members keep or discard them, and marks of what was brought before."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, exists, func, select

from storage import rows
from storage.errors import NotFound
from storage.records import PastNote
from storage.session import Workspace
from storage.tables import past_note_marks, past_notes

_OF_PERSON = rows.prepared(past_notes, past_notes.c.person_id == bindparam("person")).order_by(
    past_notes.c.happened_on, past_notes.c.id
)
_COUNTS: list[ColumnElement[Any]] = [
    func.count().label("many"),
    func.min(past_notes.c.brought_at).label("since"),
]
_WAITING: Select[Any] = select(*_COUNTS).where(
    past_notes.c.workspace_id == bindparam("workspace_id"), past_notes.c.person_id == bindparam("person")
)


async def add_past_note(workspace: Workspace, note: PastNote) -> bool:
    """Keep a note for its member to look at; False where it was brought before, whatever became of it."""
    mark = {"person_id": note.person_id, "digest": note.digest}
    if not await rows.add_new(workspace, past_note_marks, [mark]):
        return False
    await rows.add(workspace, past_notes, note)
    return True


async def marks_of(workspace: Workspace, person_id: str) -> frozenset[str]:
    """The digests of all that was ever brought for a person, but for what was removed unseen."""
    query = rows.of_workspace(workspace, past_note_marks).where(past_note_marks.c.person_id == person_id)
    return frozenset(row.digest for row in await rows.rows_of(workspace, query))


async def get_past_note(workspace: Workspace, note_id: str) -> PastNote:
    """One that waits, by id; raises NotFound."""
    query = rows.of_workspace(workspace, past_notes).where(past_notes.c.id == note_id)
    found = await rows.find_row(workspace, query)
    if found is None:
        raise NotFound("past note", note_id)
    return rows.record(PastNote, found)


async def past_notes_of(workspace: Workspace, person_id: str) -> tuple[PastNote, ...]:
    """All that wait for a person, the oldest day first."""
    found = await rows.rows_of(workspace, _OF_PERSON, person=person_id)
    return tuple(rows.record(PastNote, row) for row in found)


async def count_past_notes(workspace: Workspace, person_id: str) -> tuple[int, datetime | None]:
    """How many wait for a person, and since when the first of them does."""
    (found,) = await rows.rows_of(workspace, _WAITING, person=person_id)
    return found.many, found.since


async def remove_past_notes(workspace: Workspace, ids: Sequence[str]) -> int:
    """Erase notes that were kept or discarded, and return how many there were; their marks stay."""
    these = past_notes.c.workspace_id == workspace.id, past_notes.c.id.in_(ids)
    return (await workspace.session.execute(delete(past_notes).where(*these))).rowcount


async def purge_past_notes(workspace: Workspace, before: datetime) -> int:
    """Erase what was brought before a moment and never looked after, marks too: it may be brought again."""
    old = and_(past_notes.c.workspace_id == workspace.id, past_notes.c.brought_at < before)
    of_old = exists().where(
        old,
        past_notes.c.person_id == past_note_marks.c.person_id,
        past_notes.c.digest == past_note_marks.c.digest,
    )
    mine = past_note_marks.c.workspace_id == workspace.id
    await workspace.session.execute(delete(past_note_marks).where(mine, of_old))
    return (await workspace.session.execute(delete(past_notes).where(old))).rowcount
