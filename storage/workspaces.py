"""The Slack workspace that a store serves."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.errors import NotFound
from storage.records import Installation
from storage.rows import record
from storage.session import Workspace
from storage.tables import workspaces
from storage.types import Days

_MINE = select(workspaces).where(workspaces.c.id == bindparam("id"))


async def add_installation(workspace: Workspace, name: str, now: datetime) -> None:
    """Note the workspace at its first start; a later start takes its new name and lifts an uninstall."""
    new = {"id": workspace.id, "name": name, "installed_at": now}
    insert = (sqlite if workspace.is_sqlite else postgresql).insert(workspaces).values(new)
    again = {"name": name, "uninstalled_at": None}
    await workspace.session.execute(insert.on_conflict_do_update(index_elements=["id"], set_=again))


async def find_installation(workspace: Workspace) -> Installation | None:
    """The workspace's own row, or None before its first start."""
    found = (await workspace.session.execute(_MINE, {"id": workspace.id})).one_or_none()
    return None if found is None else record(Installation, found)


async def installations(nobody: Workspace) -> tuple[Installation, ...]:
    """Every workspace in the store, first installed first: for who runs it, before a tenant is known."""
    found = await nobody.session.execute(select(workspaces).order_by(workspaces.c.installed_at))
    return tuple(record(Installation, row) for row in found)


async def get_installation(workspace: Workspace) -> Installation:
    """The workspace's own row; raises NotFound."""
    found = await find_installation(workspace)
    if found is None:
        raise NotFound("workspace", workspace.id)
    return found


async def set_kudos_channel(workspace: Workspace, channel: str | None) -> None:
    """Where public kudos are posted; None posts them nowhere."""
    await _change(workspace, kudos_channel=channel)


async def set_holidays(workspace: Workspace, holidays: tuple[Days, ...]) -> None:
    """The days on which nobody here works."""
    await _change(workspace, holidays=holidays)


async def mark_uninstalled(workspace: Workspace, now: datetime) -> None:
    """Slack says that the app was removed: nothing more is sent."""
    await _change(workspace, uninstalled_at=now)


async def _change(workspace: Workspace, **values: object) -> None:
    await workspace.session.execute(
        update(workspaces).where(workspaces.c.id == workspace.id).values(**values)
    )
