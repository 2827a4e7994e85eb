"""Removing what is older than it is kept, by the rules of `rights` (DESIGN 5.15)."""

from datetime import datetime

from storage.choices import Keep
from storage.columns import metadata
from storage.rights import OLD_OF_TAKEN, RULES
from storage.session import Workspace
from storage.tables import offers


async def purge_old(workspace: Workspace, kept: Keep, before: datetime) -> int:
    """Erase all of a kind from before a moment; returns how many rows."""
    values = {"here": workspace.id, "before": before, "day": before.date()}
    if kept is Keep.NOTES:
        outlives = offers.update().where(offers.c.workspace_id == workspace.id, OLD_OF_TAKEN)
        await workspace.session.execute(outlives.values(evidence_id=None), values)
    erased = 0
    for table in reversed(metadata.sorted_tables):
        rule = RULES[table.name]
        if rule.kept is kept:
            old = table.delete().where(table.c.workspace_id == workspace.id, rule.old)
            erased += (await workspace.session.execute(old, values)).rowcount
    return erased
