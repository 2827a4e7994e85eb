"""Single 1:1s of a pair: moved or skipped ahead of their time, said to have happened or not after it."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, bindparam

from storage import rows
from storage.records import Meeting
from storage.session import Workspace
from storage.tables import meetings

_ONE = rows.prepared(meetings, meetings.c.pair_id == bindparam("pair"), meetings.c.on == bindparam("day"))
_UNANSWERED = meetings.c.happened.is_(None)


async def find_meeting(workspace: Workspace, pair_id: str, on: date) -> Meeting | None:
    """What is known of the 1:1 of a local date, or None where it is as the rule says."""
    found = await rows.find_row(workspace, _ONE, pair=pair_id, day=on)
    return None if found is None else rows.record(Meeting, found)


async def meetings_of(workspace: Workspace, pair_ids: Collection[str]) -> dict[str, tuple[Meeting, ...]]:
    """What is known of the 1:1s of some pairs, by pair, oldest first."""
    if not pair_ids:
        return {}
    query = rows.among(workspace.is_sqlite, meetings.c.pair_id, meetings.c.on)
    found = await rows.rows_of(workspace, query, ids=list(pair_ids))
    return rows.grouped((row.pair_id, rows.record(Meeting, row)) for row in found)


async def put_meeting(workspace: Workspace, meeting: Meeting) -> None:
    """Keep what is known of a 1:1 in place of what was: whoever does holds the two people of the pair."""
    await rows.put(workspace, meetings, rows.values_of(workspace, meetings, meeting))


async def forget_changes(workspace: Workspace, pair_id: str, since: date) -> None:
    """No 1:1 from a day on is moved or skipped any more: their rule is another."""
    ahead = and_(meetings.c.pair_id == pair_id, meetings.c.on >= since, _UNANSWERED)
    await rows.remove(workspace, meetings, ahead)
