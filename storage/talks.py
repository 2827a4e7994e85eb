"""Agendas, shared notes and private notes of 1:1s, each kept by version (DESIGN 6.7)."""

from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, bindparam

from storage import rows
from storage.errors import Conflict
from storage.records import PrivateNote, Talk
from storage.session import Workspace
from storage.tables import private_notes, talks

_TALK = rows.prepared(talks, talks.c.pair_id == bindparam("pair"), talks.c.on == bindparam("day"))
_OF_PAIR = rows.prepared(talks, talks.c.pair_id == bindparam("pair"))
_NOTE = rows.prepared(
    private_notes,
    private_notes.c.pair_id == bindparam("pair"),
    private_notes.c.on == bindparam("day"),
    private_notes.c.person_id == bindparam("person"),
)
_NOTES = rows.prepared(
    private_notes,
    private_notes.c.pair_id == bindparam("pair"),
    private_notes.c.person_id == bindparam("person"),
)


async def find_talk(workspace: Workspace, pair_id: str, on: date) -> Talk | None:
    """What two people share of one 1:1, if they wrote anything."""
    found = await rows.find_row(workspace, _TALK, pair=pair_id, day=on)
    return None if found is None else rows.record(Talk, found)


async def find_private_note(
    workspace: Workspace, pair_id: str, on: date, person_id: str
) -> PrivateNote | None:
    """What one of two wrote for themselves about one 1:1."""
    found = await rows.find_row(workspace, _NOTE, pair=pair_id, day=on, person=person_id)
    return None if found is None else rows.record(PrivateNote, found)


async def written_days(workspace: Workspace, pair_id: str, person_id: str) -> tuple[date, ...]:
    """The 1:1s of a pair of which this person has something to read, oldest first."""
    shared = await rows.rows_of(workspace, _OF_PAIR, pair=pair_id)
    own = await rows.rows_of(workspace, _NOTES, pair=pair_id, person=person_id)
    days = {row.on for row in shared if row.agenda or row.notes} | {row.on for row in own if row.text}
    return tuple(sorted(days))


async def put_talk(workspace: Workspace, talk: Talk) -> Talk:
    """Keep a talk over the version that it was made from, which is 0 for none; gives it with the new one.

    Raises Conflict where somebody else was first.
    """
    await _put(workspace, talks, (talks.c.pair_id == talk.pair_id, talks.c.on == talk.on), talk)
    return replace(talk, version=talk.version + 1)


async def put_private_note(workspace: Workspace, note: PrivateNote) -> PrivateNote:
    """The same for a private note. Raises Conflict."""
    table = private_notes
    key = (table.c.pair_id == note.pair_id, table.c.on == note.on, table.c.person_id == note.person_id)
    await _put(workspace, table, key, note)
    return replace(note, version=note.version + 1)


async def _put(
    workspace: Workspace, table: Table, key: tuple[ColumnElement[bool], ...], thing: Talk | PrivateNote
) -> None:
    values = rows.values_of(workspace, table, thing) | {"version": thing.version + 1}
    if thing.version == 0:
        kept = await rows.add_new(workspace, table, [values])
    else:
        kept = await rows.change(workspace, table, and_(*key, table.c.version == thing.version), **values)
    if not kept:
        raise Conflict(table.name, thing.pair_id)
