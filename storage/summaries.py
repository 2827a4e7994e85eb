"""Summaries as they were made."""

from datetime import datetime

from sqlalchemy import and_

from storage import rows
from storage.choices import SummaryScope
from storage.records import Summary
from storage.session import Workspace
from storage.tables import summaries


async def add_summary(workspace: Workspace, summary: Summary) -> None:
    """Keep a summary."""
    await rows.add(workspace, summaries, summary)


async def get_summary(workspace: Workspace, summary_id: str) -> Summary:
    """A summary by id; raises NotFound."""
    query = rows.of_workspace(workspace, summaries).where(summaries.c.id == summary_id)
    return rows.record(Summary, await rows.get_row(workspace, query, "summary", summary_id))


async def find_last_summary(
    workspace: Workspace, subject_id: str, scope: SummaryScope, manager_id: str | None
) -> Summary | None:
    """The newest summary of a scope, for one manager where joint: what the next one is compared with."""
    reader = summaries.c.manager_id.is_(None) if manager_id is None else summaries.c.manager_id == manager_id
    same = and_(summaries.c.subject_id == subject_id, summaries.c.scope == scope, reader)
    query = rows.of_workspace(workspace, summaries).where(same)
    newest = query.order_by(summaries.c.made_at.desc(), summaries.c.id.desc()).limit(1)
    found = (await workspace.session.execute(newest)).first()
    return None if found is None else rows.record(Summary, found)


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
    return tuple(rows.record(Summary, row) for row in await rows.rows_of(workspace, newest))
