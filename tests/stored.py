"""All that a store holds, to tell whether something changed it."""

from collections.abc import Collection
from typing import Any

from storage.session import Database
from storage.tables import metadata

Stored = dict[str, list[tuple[Any, ...]]]
SCREENS = frozenset({"deliveries"})
"""Tables that say what is owed to whom: a Home that is shown afresh is no change of anything."""


async def stored(database: Database, *, but: Collection[str] = ()) -> Stored:
    """The rows of every table, in no order that matters."""
    found: Stored = {}
    async with database.read("") as nobody:
        for name, table in metadata.tables.items():
            if name not in but:
                rows = (await nobody.session.execute(table.select())).all()
                found[name] = sorted(map(tuple, rows), key=repr)
    return found
