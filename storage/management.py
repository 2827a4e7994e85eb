"""Who is whose manager."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import Consent, PairKind, PairState
from storage.errors import Conflict
from storage.records import Management
from storage.session import Workspace
from storage.tables import management, pairs

_MANAGERS = rows.prepared(
    management, management.c.report_id == bindparam("person"), management.c.state == bindparam("state")
).order_by(management.c.id)
_REPORTS = rows.prepared(
    management, management.c.manager_id == bindparam("person"), management.c.state == bindparam("state")
).order_by(management.c.id)
_EITHER = rows.prepared(
    management,
    or_(management.c.report_id == bindparam("person"), management.c.manager_id == bindparam("person")),
    management.c.state == bindparam("state"),
).order_by(management.c.id)


_WITH_PAIRS = (
    select(*rows.columns_of(management), pairs.c.id.label("pair"))
    .join(
        pairs,
        and_(
            pairs.c.workspace_id == management.c.workspace_id,
            or_(
                and_(
                    pairs.c.first_id == management.c.manager_id,
                    pairs.c.second_id == management.c.report_id,
                ),
                and_(
                    pairs.c.second_id == management.c.manager_id,
                    pairs.c.first_id == management.c.report_id,
                ),
            ),
        ),
    )
    .where(
        management.c.state == Consent.CONFIRMED,
        pairs.c.state == PairState.ACTIVE,
        pairs.c.kind == PairKind.MANAGER,
    )
    .order_by(management.c.id, pairs.c.id)
)


async def add_management(workspace: Workspace, tie: Management) -> None:
    """Keep a new tie; raises Conflict where the report has a confirmed manager and this one is confirmed."""
    with rows.conflict_where_taken("management", tie.report_id):
        await rows.add(workspace, management, tie)


async def find_management(workspace: Workspace, tie_id: str) -> Management | None:
    """A tie by id."""
    found = await rows.find_row(
        workspace, rows.of_workspace(workspace, management).where(management.c.id == tie_id)
    )
    return None if found is None else rows.record(Management, found)


async def managers_of(workspace: Workspace, report_id: str, state: Consent) -> tuple[Management, ...]:
    """A person's ties to managers in one state, oldest first."""
    return await _ties(workspace, _MANAGERS, report_id, state)


async def reports_of(workspace: Workspace, manager_id: str, state: Consent) -> tuple[Management, ...]:
    """A person's ties to reports in one state, oldest first."""
    return await _ties(workspace, _REPORTS, manager_id, state)


async def ties_of(workspace: Workspace, person_id: str, state: Consent) -> tuple[Management, ...]:
    """All ties of a person, as report or manager, in one state, oldest first."""
    return await _ties(workspace, _EITHER, person_id, state)


async def ties_with_pairs(
    workspace: Workspace, manager_ids: Collection[str]
) -> tuple[tuple[Management, str], ...]:
    """The confirmed ties of some managers to reports with whom they have an active 1:1, and its id."""
    query = _WITH_PAIRS.where(management.c.manager_id.in_(manager_ids))
    found = await rows.rows_of(workspace, query.where(management.c.workspace_id == workspace.id))
    return tuple(_with_pair(row) for row in found)


async def decide_management(workspace: Workspace, tie_id: str, state: Consent, now: datetime) -> None:
    """Confirm or decline a tie that was asked for.

    Raises Conflict where it is decided already, or another of the same report is confirmed.
    """
    asked = and_(management.c.id == tie_id, management.c.state == Consent.ASKED)
    with rows.conflict_where_taken("management", tie_id):
        changed = await rows.change(workspace, management, asked, state=state, decided_at=now)
    if not changed:
        raise Conflict("management", tie_id)


async def end_management(workspace: Workspace, tie_id: str, now: datetime) -> None:
    """End a tie; ending twice changes nothing."""
    open_tie = and_(management.c.id == tie_id, management.c.ended_at.is_(None))
    await rows.change(workspace, management, open_tie, state=Consent.ENDED, ended_at=now)


async def mark_told(workspace: Workspace, tie_id: str, now: datetime) -> None:
    """The report of an imported tie has been told of it."""
    untold = and_(management.c.id == tie_id, management.c.told_at.is_(None))
    await rows.change(workspace, management, untold, told_at=now)


async def _ties(
    workspace: Workspace, query: Select[Any], person_id: str, state: Consent
) -> tuple[Management, ...]:
    found = await rows.rows_of(workspace, query, person=person_id, state=state)
    return tuple(rows.record(Management, row) for row in found)


def _with_pair(row: Row[Any]) -> tuple[Management, str]:
    values = row._asdict()
    pair: str = values.pop("pair")
    return Management(**values), pair
