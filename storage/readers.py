"""Whom members named to read something of theirs, and what is shown to each."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, bindparam, exists, select

from storage import rows
from storage.choices import Reading, Shown
from storage.records import FrozenReader, NamedReader, ShownThing, Sight
from storage.session import Workspace
from storage.tables import named_readers, shown_things

_BY_ID = rows.prepared(named_readers, named_readers.c.id == bindparam("naming"))
_BY_OWNER = rows.prepared(
    named_readers, named_readers.c.owner_id == bindparam("person"), named_readers.c.ended_at.is_(None)
).order_by(named_readers.c.named_at, named_readers.c.id)
_OF_READER = rows.prepared(
    named_readers, named_readers.c.reader_id == bindparam("person"), named_readers.c.ended_at.is_(None)
).order_by(named_readers.c.named_at, named_readers.c.id)
_SHOWN = (
    select(shown_things.c.thing_id, shown_things.c.naming_id, named_readers.c.reader_id)
    .join(
        named_readers,
        and_(
            named_readers.c.workspace_id == shown_things.c.workspace_id,
            named_readers.c.id == shown_things.c.naming_id,
        ),
    )
    .where(
        shown_things.c.workspace_id == bindparam("workspace_id"),
        shown_things.c.kind == bindparam("kind"),
        shown_things.c.thing_id.in_(bindparam("things", expanding=True)),
    )
    .order_by(shown_things.c.naming_id)
)
_MOST = 500
"""Ids in one question: SQLite takes some thousands of values, and a list may hold more things."""


async def add_named_reader(workspace: Workspace, naming: NamedReader) -> None:
    """Keep whom a member names."""
    await rows.add(workspace, named_readers, naming)


async def find_named_reader(workspace: Workspace, naming_id: str) -> NamedReader | None:
    """A naming by id."""
    found = await rows.find_row(workspace, _BY_ID, naming=naming_id)
    return None if found is None else rows.record(NamedReader, found)


async def readers_named_by(workspace: Workspace, owner_id: str) -> tuple[NamedReader, ...]:
    """Whom a member named and did not end, the first first: their time may be over."""
    found = await rows.rows_of(workspace, _BY_OWNER, person=owner_id)
    return tuple(rows.record(NamedReader, row) for row in found)


async def namings_of(workspace: Workspace, reader_id: str) -> tuple[NamedReader, ...]:
    """By whom a person was named, as far as nobody ended it: their time may be over."""
    found = await rows.rows_of(workspace, _OF_READER, person=reader_id)
    return tuple(rows.record(NamedReader, row) for row in found)


async def end_named_reader(workspace: Workspace, naming_id: str, now: datetime) -> None:
    """Its reader reads nothing under it any more; ending twice changes nothing."""
    open_one = and_(named_readers.c.id == naming_id, named_readers.c.ended_at.is_(None))
    await rows.change(workspace, named_readers, open_one, ended_at=now)


async def show_things(workspace: Workspace, things: Sequence[ShownThing]) -> None:
    """Show things to readers; showing twice changes nothing."""
    await rows.add_new(
        workspace, shown_things, [rows.values_of(workspace, shown_things, one) for one in things]
    )


async def shown_readers(
    workspace: Workspace, kind: Shown, ids: Collection[str]
) -> dict[str, tuple[FrozenReader, ...]]:
    """To whom things of a kind are shown, by thing."""
    every = list(dict.fromkeys(ids))
    found: list[tuple[str, FrozenReader]] = []
    for first in range(0, len(every), _MOST):
        part = every[first : first + _MOST]
        for row in await rows.rows_of(workspace, _SHOWN, kind=kind, things=part):
            reader = FrozenReader(person_id=row.reader_id, reading=Reading.READER, naming=row.naming_id)
            found.append((row.thing_id, reader))
    return rows.grouped(found)


def shown_under(table: Table, kind: Shown, sight: Sight | None = None) -> ColumnElement[bool]:
    """Whether a thing, whose id is its table's, is shown under a sight's namings, or the blank `namings`."""
    under = bindparam("namings", expanding=True) if sight is None else sorted(sight.namings)
    return exists().where(
        shown_things.c.workspace_id == table.c.workspace_id,
        shown_things.c.kind == kind,
        shown_things.c.thing_id == table.c.id,
        shown_things.c.naming_id.in_(under),
    )
