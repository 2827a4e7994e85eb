"""Examples for which somebody had no opportunity yet."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam

from storage import rows
from storage.choices import ChanceEnd
from storage.records import Chance
from storage.session import Workspace
from storage.tables import chances

_BY_ID = rows.prepared(chances, chances.c.id == bindparam("chance"))
_OF = rows.prepared(chances, chances.c.subject_id == bindparam("subject")).order_by(
    chances.c.marked_on, chances.c.id
)
_FOR = rows.prepared(
    chances, chances.c.manager_id == bindparam("manager"), chances.c.ended_at.is_(None)
).order_by(chances.c.marked_on, chances.c.id)


async def add_chances(workspace: Workspace, several: Sequence[Chance]) -> None:
    """Keep new ones."""
    await rows.add(workspace, chances, *several)


async def find_chance(workspace: Workspace, chance_id: str) -> Chance | None:
    """One by id."""
    found = await rows.find_row(workspace, _BY_ID, chance=chance_id)
    return None if found is None else rows.record(Chance, found)


async def chances_of(workspace: Workspace, subject_id: str) -> tuple[Chance, ...]:
    """All that were marked of a person, whatever became of them, oldest first."""
    found = await rows.rows_of(workspace, _OF, subject=subject_id)
    return tuple(rows.record(Chance, row) for row in found)


async def open_chances(workspace: Workspace, manager_id: str) -> tuple[Chance, ...]:
    """Those that wait for a manager, oldest first."""
    found = await rows.rows_of(workspace, _FOR, manager=manager_id)
    return tuple(rows.record(Chance, row) for row in found)


async def end_chance(
    workspace: Workspace, chance_id: str, end: ChanceEnd, word: str | None, at: datetime
) -> bool:
    """Say what became of an open one; False where that was said already."""
    is_open = and_(chances.c.id == chance_id, chances.c.ended_at.is_(None))
    return bool(await rows.change(workspace, chances, is_open, end=end, word=word, ended_at=at))
