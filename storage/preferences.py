"""What each person chose about the messages that they get."""

from sqlalchemy import bindparam

from storage import rows
from storage.records import Preferences
from storage.session import Workspace
from storage.tables import preferences

_OF_PERSON = rows.prepared(preferences, preferences.c.person_id == bindparam("person"))


async def find_preferences(workspace: Workspace, person_id: str) -> Preferences | None:
    """What a person chose, or None where they never did."""
    found = await rows.find_row(workspace, _OF_PERSON, person=person_id)
    if found is None:
        return None
    values = found._asdict()
    del values["person_id"]
    return Preferences(**values)


async def put_preferences(workspace: Workspace, person_id: str, chosen: Preferences) -> None:
    """Keep what a person chose in place of what they chose before."""
    values = rows.values_of(workspace, preferences, chosen) | {"person_id": person_id}
    await rows.put(workspace, preferences, values)
