"""One act per key, and the log of what People leads and the operator did."""

from datetime import datetime

from sqlalchemy import and_, func, select

from storage import rows
from storage.records import AdminAct
from storage.session import Workspace
from storage.tables import acts, admin_acts


async def claim_act(workspace: Workspace, key: str, now: datetime) -> bool:
    """Whether this is the first time that a key acts; holds with the transaction (DESIGN 6.7)."""
    return await rows.add_new(workspace, acts, [{"key": key, "at": now}]) == 1


async def count_acts(workspace: Workspace, beginning: str) -> int:
    """How many keys that begin alike have acted."""
    alike = and_(acts.c.workspace_id == workspace.id, acts.c.key.startswith(beginning, autoescape=True))
    return await workspace.session.scalar(select(func.count()).select_from(acts).where(alike)) or 0


async def purge_acts(workspace: Workspace, before: datetime) -> int:
    """Forget keys that can no longer come back."""
    result = await workspace.session.execute(
        acts.delete().where(acts.c.workspace_id == workspace.id, acts.c.at < before)
    )
    return result.rowcount


async def add_admin_act(workspace: Workspace, act: AdminAct) -> None:
    """Log an act of a People lead or of the operator."""
    await rows.add(workspace, admin_acts, act)


async def admin_acts_seen(workspace: Workspace, about: str | None, limit: int = 50) -> tuple[AdminAct, ...]:
    """Admin acts, newest first: all, or those about one person."""
    query = rows.of_workspace(workspace, admin_acts)
    if about is not None:
        query = query.where(admin_acts.c.subject_id == about)
    found = await rows.rows_of(workspace, query.order_by(admin_acts.c.id.desc()).limit(limit))
    return tuple(rows.record(AdminAct, row) for row in found)
