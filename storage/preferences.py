"""What each person chose about the messages that they get."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.engine import Row

from storage import rows
from storage.records import Preferences
from storage.session import Workspace
from storage.tables import preferences

_OF_PERSON = rows.prepared(preferences, preferences.c.person_id == bindparam("person"))


async def find_preferences(workspace: Workspace, person_id: str) -> Preferences | None:
    """What a person chose, or None where they never did."""
    found = await rows.find_row(workspace, _OF_PERSON, person=person_id)
    return None if found is None else _chosen(found)


async def put_preferences(workspace: Workspace, person_id: str, chosen: Preferences) -> None:
    """Keep what a person chose in place of what they chose before."""
    values = rows.values_of(workspace, preferences, chosen) | {"person_id": person_id}
    await rows.put(workspace, preferences, values)


async def preferences_among(workspace: Workspace, ids: Collection[str]) -> dict[str, Preferences]:
    """What some people chose, by person; who never chose is left out."""
    query = rows.among(workspace.is_sqlite, preferences.c.person_id)
    found = await rows.rows_of(workspace, query, ids=list(ids))
    return {row.person_id: _chosen(row) for row in found}


def _chosen(row: Row[Any]) -> Preferences:
    values = row._asdict()
    del values["person_id"]
    return Preferences(**values)
