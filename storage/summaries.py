"""Summaries as they were made."""

from datetime import datetime

from sqlalchemy import and_

from storage import rows
from storage.records import Summary, SummaryScope
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
    workspace: Workspace, subject_id: str, scope: SummaryScope, asked_by: str
) -> Summary | None:
    """The newest summary of a scope that one person asked for: what the next one is compared with."""
    same = and_(
        summaries.c.subject_id == subject_id, summaries.c.scope == scope, summaries.c.asked_by == asked_by
    )
    query = rows.of_workspace(workspace, summaries).where(same)
    newest = query.order_by(summaries.c.made_at.desc(), summaries.c.id.desc()).limit(1)
    found = (await workspace.session.execute(newest)).first()
    return None if found is None else rows.record(Summary, found)


async def set_reply(workspace: Workspace, summary_id: str, reply: str, now: datetime) -> None:
    """The member's answer, which travels with the summary (DESIGN 5.7)."""
    await rows.change(workspace, summaries, summaries.c.id == summary_id, reply=reply, replied_at=now)
