"""Which schema a store has, and how it gets the current one.

Alembic takes 0.4 s to import, so it is imported only to migrate; start-up compares the revision with a
constant (DESIGN 6.8).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, inspect, make_url, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.errors import BrokenReferences, Unreachable, WrongSchema
from storage.session import Database, sqlite_engine
from storage.types import KeyRing

if TYPE_CHECKING:
    from alembic.config import Config

REVISION = "0020"
MIGRATIONS = Path(__file__).parent / "migrations"

_ADVISORY_LOCK = int.from_bytes(b"trellis")
_NO_WORKSPACE = ""


async def current_revision(database: Database) -> str | None:
    """The revision of the store's schema, or None where it has none yet; raises Unreachable."""
    _check_folder(database)
    try:
        async with database.read(_NO_WORKSPACE) as nobody:
            return await nobody.session.run_sync(_revision)
    except DBAPIError as error:
        raise Unreachable(str(error.orig).partition("\n")[0]) from None
    except OSError as error:
        raise Unreachable(error.strerror or type(error).__name__) from None


def _check_folder(database: Database) -> None:
    """Refused here, since aiosqlite leaves a thread behind when it cannot open a file."""
    if database.file is not None and not database.file.parent.is_dir():
        raise Unreachable("no such folder")


async def check_schema(database: Database) -> None:
    """Raise WrongSchema unless the store has exactly this program's schema.

    Raises Unreachable where it cannot be looked at.
    """
    found = await current_revision(database)
    if found != REVISION:
        raise WrongSchema(found, REVISION)


async def migrate(address: str, scripts: Path = MIGRATIONS) -> None:
    """Bring the store at a SQLAlchemy URL to the newest revision; all of it or nothing.

    Several replicas may call it at once: one migrates while the others wait. Raises WrongSchema where the
    store is newer than this program, BrokenReferences where rows would point at nothing.
    """
    await asyncio.to_thread(lambda: asyncio.run(in_one_transaction(address, _upgrade, scripts)))


async def in_one_transaction(address: str, work: Callable[[Connection, Path], None], scripts: Path) -> None:
    """Do schema work at a URL on an engine of its own; all of it or nothing."""
    engine = _migration_engine(address)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(work, scripts)
    finally:
        await engine.dispose()


def alembic_config(connection: Connection, scripts: Path) -> "Config":
    """Alembic's settings for one run of its scripts on an open connection."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    return config


def _migration_engine(address: str) -> AsyncEngine:
    """On SQLite foreign keys are off: rebuilding a parent table would delete its children (ENGINE.md 7)."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, poolclass=NullPool)
    pragmas = {"busy_timeout": 60_000, "foreign_keys": "OFF"}
    return sqlite_engine(url, KeyRing(), pragmas, "BEGIN IMMEDIATE", poolclass=NullPool)


def _upgrade(connection: Connection, scripts: Path) -> None:
    from alembic import command

    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
    _refuse_newer(connection, scripts)
    command.upgrade(alembic_config(connection, scripts), "head")
    if connection.dialect.name == "sqlite":
        _check_references(connection)


def _refuse_newer(connection: Connection, scripts: Path) -> None:
    found = _revision(connection)
    known = [path.name.split("_")[0] for path in scripts.glob("versions/*.py")]
    if found is not None and found not in known:
        raise WrongSchema(found, max(known))


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise BrokenReferences(sorted({row[0] for row in broken}))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
