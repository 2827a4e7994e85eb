"""Single things that their receivers showed to a People lead."""

from datetime import datetime

from sqlalchemy import and_, bindparam

from storage import rows
from storage.records import Concern
from storage.session import Workspace
from storage.tables import concerns

_BY_ID = rows.prepared(concerns, concerns.c.id == bindparam("concern"))
_OF_OWNER = rows.prepared(
    concerns, concerns.c.owner_id == bindparam("owner"), concerns.c.taken_back_at.is_(None)
).order_by(concerns.c.shown_at.desc(), concerns.c.id.desc())


async def add_concern(workspace: Workspace, concern: Concern) -> None:
    """Keep that something was shown."""
    await rows.add(workspace, concerns, concern)


async def find_concern(workspace: Workspace, concern_id: str) -> Concern | None:
    """One by id."""
    found = await rows.find_row(workspace, _BY_ID, concern=concern_id)
    return None if found is None else rows.record(Concern, found)


async def concerns_of(workspace: Workspace, owner_id: str) -> tuple[Concern, ...]:
    """What a member showed and did not take back, the newest first."""
    return tuple(
        rows.record(Concern, row) for row in await rows.rows_of(workspace, _OF_OWNER, owner=owner_id)
    )


async def mark_concern_opened(workspace: Workspace, concern_id: str, now: datetime) -> bool:
    """Its People lead opened it; False where that was so before, or it was taken back."""
    unopened = and_(
        concerns.c.id == concern_id, concerns.c.opened_at.is_(None), concerns.c.taken_back_at.is_(None)
    )
    return bool(await rows.change(workspace, concerns, unopened, opened_at=now))


async def take_concern_back(workspace: Workspace, concern_id: str, now: datetime) -> bool:
    """Its owner takes it back; False where it was opened, or taken back before."""
    unopened = and_(
        concerns.c.id == concern_id, concerns.c.opened_at.is_(None), concerns.c.taken_back_at.is_(None)
    )
    return bool(await rows.change(workspace, concerns, unopened, taken_back_at=now))
