"""Engines, and the `Workspace` that every storage function takes first."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.plain import done, plain_engine
from storage.types import KeyRing, carry_keys

READERS = 4
WRITER_TIMEOUT_SECONDS = 2
_BUSY_MILLISECONDS = 10_000
_POSTGRES_READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

_Result = TypeVar("_Result")
_writing: ContextVar["asyncio.Task[Any] | None"] = ContextVar("writing", default=None)


def sqlite_file(address: str) -> Path | None:
    """The file that a SQLAlchemy URL names, or None where it names a server."""
    url = make_url(address)
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open transaction and the tenant whose rows it may touch."""

    session: AsyncConnection
    id: str

    @property
    def is_sqlite(self) -> bool:
        """Whether the embedded database is underneath; it has no row locks and needs none."""
        return self.session.dialect.name == "sqlite"


Act: TypeAlias = Callable[[Workspace], Awaitable[_Result]]


class Database:
    """The store: one writer at a time on SQLite with a few readers beside it, a pool on PostgreSQL.

    The SQLite settings follow DESIGN 6.8; ENGINE.md section 3 measured what each prevents.
    """

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, file: Path | None = None) -> None:
        self.file = file
        self._writer = writer
        self._reader = reader

    @classmethod
    def at(cls, address: str, ring: KeyRing | None = None, *, in_loop: bool = False) -> Self:
        """Open the store at a SQLAlchemy URL; nothing is connected before the first use.

        `in_loop` spares a SQLite store its threads: for a program that serves one person at a desk.
        """
        url = make_url(address)
        ring = ring or KeyRing()
        if url.get_backend_name() == "sqlite":
            writer = _sqlite_writer(url, ring, in_loop=in_loop)
            return cls(writer, _sqlite_reader(url, ring, in_loop=in_loop), sqlite_file(address))
        engine = create_async_engine(
            url, hide_parameters=True, pool_size=8, max_overflow=8, pool_timeout=WRITER_TIMEOUT_SECONDS
        )
        carry_keys(engine.dialect, ring)
        return cls(engine, engine.execution_options(**_POSTGRES_READING))

    @asynccontextmanager
    async def write(self, workspace_id: str) -> AsyncIterator[Workspace]:
        """One transaction that commits at the end of the block and rolls back on any error.

        Never await Slack inside. A second writer inside the first would wait for itself: refused.
        """
        with _only_writer():
            async with self._writer.begin() as connection:
                yield Workspace(connection, workspace_id)

    async def act(self, workspace_id: str, act: Act[_Result]) -> _Result:
        """One transaction as `write` has it, for acts of many statements that come in numbers.

        SQLite runs all of it in the writer's thread, so it may await nothing but the store.
        """
        with _only_writer():
            async with self._writer.connect() as connection:
                if self.file is None:
                    result = await act(Workspace(connection, workspace_id))
                    await connection.commit()
                else:
                    driver: Any = (await connection.get_raw_connection()).driver_connection
                    whole = partial(done, lambda plain: act(Workspace(plain, workspace_id)))
                    result = await driver.whole(whole)
                return result

    @asynccontextmanager
    async def read(self, workspace_id: str) -> AsyncIterator[Workspace]:
        """One read-only transaction, in which everything is as it was at the first look."""
        async with self._reader.connect() as connection:
            yield Workspace(connection, workspace_id)

    async def forget(self) -> None:
        """Let a SQLite store keep no copy of what was erased: neither in its file nor in the log beside it.

        Where a reader is in the way, the next checkpoint does it.
        """
        if self.file is not None:
            async with self._writer.connect() as connection:
                await connection.exec_driver_sql("ROLLBACK")  # no checkpoint within a transaction
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close every connection."""
        await self._writer.dispose()
        await self._reader.dispose()


@contextmanager
def _only_writer() -> Iterator[None]:
    """Refuse a second writer in one task: on SQLite it would wait for the first."""
    task = asyncio.current_task()
    if _writing.get() is task:
        raise RuntimeError("a writer is already open in this task")
    token = _writing.set(task)
    try:
        yield
    finally:
        _writing.reset(token)


def sqlite_engine(
    url: URL, ring: KeyRing, pragmas: Mapping[str, object], begin: str, *, in_loop: bool = False, **pool: Any
) -> AsyncEngine:
    """An engine whose transactions are real: the driver's own begin leaves reads outside them."""
    from storage.driver import connection_to  # a driver is imported only where it is used

    def connect() -> Any:
        return connection_to(url.database or "", in_loop=in_loop)

    engine = create_async_engine(url, hide_parameters=True, async_creator=connect, **pool)
    carry_keys(engine.dialect, ring)

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.driver_connection.speak_through(partial(plain_engine, ring=ring, begin=begin))
        cursor = connection.cursor()
        for name, value in pragmas.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        connection.connection.driver_connection.begin_with(begin)

    return engine


def _sqlite_writer(url: URL, ring: KeyRing, *, in_loop: bool) -> AsyncEngine:
    pragmas = {
        "busy_timeout": _BUSY_MILLISECONDS,
        "journal_mode": "WAL",
        "synchronous": "NORMAL",
        "foreign_keys": "ON",
        "secure_delete": "ON",
    }
    pool = {"pool_size": 1, "max_overflow": 0, "pool_timeout": WRITER_TIMEOUT_SECONDS}
    return sqlite_engine(url, ring, pragmas, "BEGIN IMMEDIATE", in_loop=in_loop, **pool)


def _sqlite_reader(url: URL, ring: KeyRing, *, in_loop: bool) -> AsyncEngine:
    pragmas = {"busy_timeout": _BUSY_MILLISECONDS, "query_only": "ON"}
    pool = {"pool_size": READERS, "max_overflow": 0}
    return sqlite_engine(url, ring, pragmas, "BEGIN", in_loop=in_loop, **pool)
