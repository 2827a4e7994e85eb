"""Summaries as they were made."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, false, or_
from sqlalchemy.engine import Row

from storage import rows
from storage.choices import Reading, Shown, SummaryScope
from storage.errors import NotFound
from storage.readers import shown_readers, shown_under
from storage.records import Sight, Summary
from storage.session import Workspace
from storage.tables import summaries


async def add_summary(workspace: Workspace, summary: Summary) -> None:
    """Keep a summary."""
    await rows.add(workspace, summaries, summary)


async def get_summary(workspace: Workspace, summary_id: str) -> Summary:
    """A summary by id; raises NotFound."""
    query = rows.of_workspace(workspace, summaries).where(summaries.c.id == summary_id)
    found = await _whole(workspace, await rows.rows_of(workspace, query))
    if not found:
        raise NotFound("summary", summary_id)
    return found[0]


async def find_last_summary(
    workspace: Workspace, subject_id: str, scope: SummaryScope, manager_id: str | None
) -> Summary | None:
    """The newest summary of a scope, for one manager where joint: what the next one is compared with."""
    reader = summaries.c.manager_id.is_(None) if manager_id is None else summaries.c.manager_id == manager_id
    same = and_(summaries.c.subject_id == subject_id, summaries.c.scope == scope, reader)
    query = rows.of_workspace(workspace, summaries).where(same)
    newest = query.order_by(summaries.c.made_at.desc(), summaries.c.id.desc()).limit(1)
    found = await _whole(workspace, await rows.rows_of(workspace, newest))
    return found[0] if found else None


async def joint_summaries_of(workspace: Workspace, sight: Sight, limit: int = 20) -> tuple[Summary, ...]:
    """The joint summaries of the subject of a sight that its viewer may read, newest first."""
    made_with = summaries.c.manager_id == sight.viewer_id if Reading.MANAGER in sight.readings else false()
    shown = shown_under(summaries, Shown.SUMMARY, sight)
    joint = and_(
        summaries.c.subject_id == sight.subject_id,
        summaries.c.scope == SummaryScope.JOINT,
        summaries.c.manager_id.is_not(None),
    )
    in_sight = joint if sight.is_subject else and_(joint, or_(made_with, shown))
    query = rows.of_workspace(workspace, summaries).where(in_sight)
    newest = query.order_by(summaries.c.made_at.desc(), summaries.c.id.desc()).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


async def set_reply(workspace: Workspace, summary_id: str, reply: str, now: datetime) -> None:
    """The member's answer, which travels with the summary (DESIGN 5.7)."""
    await rows.change(workspace, summaries, summaries.c.id == summary_id, reply=reply, replied_at=now)


async def unanswered_summaries(
    workspace: Workspace, subject_id: str, since: datetime, limit: int = 5
) -> tuple[Summary, ...]:
    """Joint summaries of a person, made since a moment, that they have not answered; newest first."""
    waits = and_(
        summaries.c.subject_id == subject_id,
        summaries.c.scope == SummaryScope.JOINT,
        summaries.c.made_at >= since,
        summaries.c.reply.is_(None),
    )
    query = rows.of_workspace(workspace, summaries).where(waits)
    newest = query.order_by(summaries.c.made_at.desc(), summaries.c.id.desc()).limit(limit)
    return await _whole(workspace, await rows.rows_of(workspace, newest))


async def _whole(workspace: Workspace, found: Sequence[Row[Any]]) -> tuple[Summary, ...]:
    shown = await shown_readers(workspace, Shown.SUMMARY, [row.id for row in found])
    return tuple(rows.record(Summary, row, readers=shown.get(row.id, ())) for row in found)
