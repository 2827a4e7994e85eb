"""Observations, which are evidence that a manager wrote: what waits to be read, and what was answered."""

from datetime import datetime

from sqlalchemy import and_, bindparam

from storage import rows
from storage.choices import EvidenceSource
from storage.evidence import evidence_among
from storage.records import Evidence
from storage.session import Workspace
from storage.tables import evidence

_UNREAD = rows.prepared(
    evidence,
    evidence.c.owner_id == bindparam("owner"),
    evidence.c.source == EvidenceSource.OBSERVATION,
    evidence.c.read_at.is_(None),
    evidence.c.replied_at.is_(None),
).with_only_columns(evidence.c.id)


async def observations_unread(workspace: Workspace, owner_id: str) -> tuple[Evidence, ...]:
    """Those of a person that they have neither read nor answered, oldest first."""
    ids = [row.id for row in await rows.rows_of(workspace, _UNREAD, owner=owner_id)]
    found = await evidence_among(workspace, ids) if ids else {}
    return tuple(sorted(found.values(), key=lambda piece: (piece.written_at, piece.id)))


async def mark_read(workspace: Workspace, evidence_id: str, now: datetime) -> None:
    """Its owner has read it; the first time counts."""
    unread = and_(evidence.c.id == evidence_id, evidence.c.read_at.is_(None))
    await rows.change(workspace, evidence, unread, read_at=now)


async def add_reply(workspace: Workspace, evidence_id: str, reply: str, now: datetime) -> bool:
    """Keep its owner's answer; False where there is one already."""
    unanswered = and_(evidence.c.id == evidence_id, evidence.c.replied_at.is_(None))
    return await rows.change(workspace, evidence, unanswered, reply=reply, replied_at=now) > 0
