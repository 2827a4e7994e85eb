"""Draft the next revision from what `storage/tables/` says: `make migration NAME="what changes"`.

A draft is a start: read it, say why in its first line, fill rows that need it, and raise `REVISION`.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.schema import MIGRATIONS, alembic_config, in_one_transaction, migrate


async def draft(name: str, scripts: Path) -> None:
    """Write the revision that takes a store at the newest revision to what the tables say."""

    def write(connection: Connection, scripts: Path) -> None:
        newest = ScriptDirectory(str(scripts)).get_current_head() or "0"
        number = f"{int(newest) + 1:04}"
        command.revision(alembic_config(connection, scripts), name, autogenerate=True, rev_id=number)

    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite+aiosqlite:///{folder}/draft.db"
        await migrate(address, scripts)
        await in_one_transaction(address, write, scripts)


if __name__ == "__main__":
    asyncio.run(draft(" ".join(sys.argv[1:]), MIGRATIONS))
