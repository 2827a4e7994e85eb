"""Examples for which somebody had no opportunity yet, and what was told of how many."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, bindparam

from storage import rows
from storage.choices import ChanceEnd
from storage.records import Chance, CountReport
from storage.session import Workspace
from storage.tables import chances, count_reports

_BY_ID = rows.prepared(chances, chances.c.id == bindparam("chance"))
_OF = rows.prepared(chances, chances.c.subject_id == bindparam("subject")).order_by(
    chances.c.marked_on, chances.c.id
)
_BETWEEN = rows.prepared(
    chances, chances.c.marked_on >= bindparam("first"), chances.c.marked_on <= bindparam("last")
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


async def chances_between(workspace: Workspace, first: date, last: date) -> tuple[Chance, ...]:
    """All that were marked on these days, of anybody: for counts alone."""
    found = await rows.rows_of(workspace, _BETWEEN, first=first, last=last)
    return tuple(rows.record(Chance, row) for row in found)


async def add_count_report(workspace: Workspace, report: CountReport) -> bool:
    """Keep what is told of a quarter; False where that was told already."""
    return (
        await rows.add_new(workspace, count_reports, [rows.values_of(workspace, count_reports, report)]) == 1
    )


async def count_reports_kept(workspace: Workspace) -> tuple[CountReport, ...]:
    """What was told of each quarter, the newest first."""
    query = rows.of_workspace(workspace, count_reports).order_by(count_reports.c.quarter.desc())
    return tuple(rows.record(CountReport, row) for row in await rows.rows_of(workspace, query))


async def end_chance(
    workspace: Workspace, chance_id: str, end: ChanceEnd, word: str | None, at: datetime
) -> bool:
    """Say what became of an open one; False where that was said already."""
    is_open = and_(chances.c.id == chance_id, chances.c.ended_at.is_(None))
    return bool(await rows.change(workspace, chances, is_open, end=end, word=word, ended_at=at))
