"""Kudos, their skills and their frozen readers."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_
from sqlalchemy.engine import Row

from storage import rows
from storage.errors import NotFound
from storage.records import FrozenReader, Kudos, Sight
from storage.session import Workspace
from storage.tables import evidence, evidence_lines, kudos, kudos_competencies, kudos_readers


async def add_kudos(workspace: Workspace, thanks: Kudos) -> None:
    """Keep kudos with their skills and readers."""
    await rows.add(workspace, kudos, thanks)
    skills = [{"kudos_id": thanks.id, "competency": competency} for competency in thanks.competencies]
    readers = [
        {"kudos_id": thanks.id, "person_id": reader.person_id, "reading": reader.reading}
        for reader in thanks.readers
    ]
    await rows.add_new(workspace, kudos_competencies, skills)
    await rows.add_new(workspace, kudos_readers, readers)


async def get_kudos(workspace: Workspace, kudos_id: str) -> Kudos:
    """Kudos by id; raises NotFound."""
    query = rows.of_workspace(workspace, kudos).where(kudos.c.id == kudos_id)
    found = await _whole(workspace, await rows.rows_of(workspace, query))
    if not found:
        raise NotFound("kudos", kudos_id)
    return found[0]


async def kudos_of_event(workspace: Workspace, event_id: str) -> tuple[Kudos, ...]:
    """All kudos that were given in one act, in the order of its receivers."""
    query = rows.of_workspace(workspace, kudos).where(kudos.c.event_id == event_id)
    return await _whole(workspace, await rows.rows_of(workspace, query.order_by(kudos.c.id)))


async def hold_kudos(workspace: Workspace, ids: Collection[str]) -> None:
    """Let nobody else make notes of some kudos, or take them back, until the transaction ends."""
    here = rows.of_workspace(workspace, kudos).where(kudos.c.id.in_(ids)).order_by(kudos.c.id)
    await rows.rows_of(workspace, here.with_for_update())


async def kudos_received(
    workspace: Workspace, sight: Sight, *, since: datetime, limit: int = 50
) -> tuple[Kudos, ...]:
    """Kudos for the subject of a sight that its viewer may read, newest first."""
    about = and_(kudos.c.receiver_id == sight.subject_id, kudos.c.given_at >= since)
    query = rows.of_workspace(workspace, kudos).where(about, _in_sight(sight))
    newest = query.order_by(kudos.c.given_at.desc(), kudos.c.id.desc()).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


async def kudos_given(
    workspace: Workspace, giver_id: str, since: datetime, limit: int = 30
) -> tuple[Kudos, ...]:
    """Kudos that somebody gave since a moment, the newest act first, each in the order of receivers."""
    query = rows.of_workspace(workspace, kudos).where(kudos.c.giver_id == giver_id, kudos.c.given_at >= since)
    newest = query.order_by(kudos.c.given_at.desc(), kudos.c.event_id.desc(), kudos.c.id).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


async def put_details(
    workspace: Workspace,
    event_id: str,
    situation: str | None,
    effect: str | None,
    link: str | None,
    at: datetime,
) -> None:
    """Their giver adds to all kudos of one act, in place of what they added before."""
    added = {"situation": situation, "effect": effect, "link": link, "detailed_at": at}
    await rows.change(workspace, kudos, kudos.c.event_id == event_id, **added)


async def remove_kudos(workspace: Workspace, ids: Collection[str]) -> None:
    """Some kudos go; a note that was made of one stays, and names it no more."""
    for table in (evidence, evidence_lines):
        await rows.change(workspace, table, table.c.kudos_id.in_(ids), kudos_id=None)
    await rows.remove(workspace, kudos_competencies, kudos_competencies.c.kudos_id.in_(ids))
    await rows.remove(workspace, kudos_readers, kudos_readers.c.kudos_id.in_(ids))
    await rows.remove(workspace, kudos, kudos.c.id.in_(ids))


async def kudos_not_kept(workspace: Workspace, receiver_id: str, limit: int = 20) -> tuple[Kudos, ...]:
    """Kudos that their receiver has not made a note, newest first."""
    kept, within = (
        exists().where(table.c.workspace_id == kudos.c.workspace_id, table.c.kudos_id == kudos.c.id)
        for table in (evidence, evidence_lines)
    )
    query = rows.of_workspace(workspace, kudos).where(kudos.c.receiver_id == receiver_id, ~kept, ~within)
    newest = query.order_by(kudos.c.given_at.desc(), kudos.c.id.desc()).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


def _in_sight(sight: Sight) -> ColumnElement[bool]:
    named = exists().where(
        kudos_readers.c.workspace_id == kudos.c.workspace_id,
        kudos_readers.c.kudos_id == kudos.c.id,
        kudos_readers.c.person_id == sight.viewer_id,
        kudos_readers.c.reading.in_(sorted(sight.readings)),
    )
    own = or_(kudos.c.receiver_id == sight.viewer_id, kudos.c.giver_id == sight.viewer_id)
    public = kudos.c.is_public if sight.sees_public else false()
    return or_(own, and_(~kudos.c.is_public, named), public)


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Kudos, ...]:
    ids = [row.id for row in found]
    if not ids:
        return ()
    skills = rows.of_workspace(workspace, kudos_competencies).where(kudos_competencies.c.kudos_id.in_(ids))
    named = rows.of_workspace(workspace, kudos_readers).where(kudos_readers.c.kudos_id.in_(ids))
    skills = skills.order_by(kudos_competencies.c.competency)
    named = named.order_by(kudos_readers.c.person_id)
    by_skill = rows.grouped((row.kudos_id, row.competency) for row in await rows.rows_of(workspace, skills))
    by_reader = rows.grouped(
        (row.kudos_id, FrozenReader(person_id=row.person_id, reading=row.reading))
        for row in await rows.rows_of(workspace, named)
    )
    return tuple(
        rows.record(Kudos, row, competencies=by_skill.get(row.id, ()), readers=by_reader.get(row.id, ()))
        for row in found
    )
