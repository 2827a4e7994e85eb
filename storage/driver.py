"""aiosqlite with one hop to its thread for a statement instead of four.

Making and closing a cursor touches memory alone and is done where we are; a statement and all its rows come
back together, and a transaction begins with its first. What may read or wait for the disk still happens in
the thread, but in a program that has nothing else to do meanwhile. An act of many statements goes there as
one, and speaks to the driver without the layer that awaits it.
"""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy import Connection, Engine

_IN_MEMORY = frozenset({"cursor", "close"})
_STATEMENTS = frozenset({"execute", "executemany"})
_ENDS = frozenset({"commit", "rollback"})
_ROWS_AT_ONCE = 64

_Result = TypeVar("_Result")


class OneHopConnection(aiosqlite.Connection):
    """A connection to be used by one transaction at a time, as SQLAlchemy's pool does."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, _ROWS_AT_ONCE)
        self._ahead: dict[sqlite3.Cursor, list[Any]] = {}
        self._begin: str | None = None
        self._plain: Callable[[sqlite3.Connection], Engine] | None = None
        self._engine: Engine | None = None
        self._thread.daemon = True

    def speak_through(self, plain: Callable[[sqlite3.Connection], Engine]) -> None:
        """How whole acts speak to the connection: an engine of it alone, made when the first one comes."""
        self._plain = plain

    def begin_with(self, begin: str) -> None:
        """Begin a transaction with the next statement; one that comes to no statement takes no hop at all."""
        self._begin = begin

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        name = fn.__name__
        if name in _IN_MEMORY:
            return fn(*args, **kwargs)
        if name == "fetchall" and fn.__self__ in self._ahead:  # type: ignore[attr-defined]  # a cursor's method
            return self._ahead.pop(fn.__self__)  # type: ignore[attr-defined]  # the same
        if name in _STATEMENTS:
            begin, self._begin = self._begin, None
            return await self._do(self._whole, begin, fn, *args)
        if name in _ENDS and not self._conn.in_transaction:
            self._begin = None
            return None
        return await self._do(fn, *args, **kwargs)

    async def whole(self, act: Callable[[Connection], _Result]) -> _Result:
        """Run a whole transaction in the connection's thread, with one hop for all its statements."""
        result: _Result = await self._do(self._transact, act)
        return result

    def _transact(self, act: Callable[[Connection], _Result]) -> _Result:
        if self._engine is None:
            if self._plain is None:
                raise RuntimeError("nobody said how to speak to this connection")
            self._engine = self._plain(self._conn)
        with self._engine.begin() as connection:
            return act(connection)

    async def _do(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        hop: Callable[..., Any] = super()._execute
        return await hop(fn, *args, **kwargs)

    def _whole(self, begin: str | None, execute: Callable[..., sqlite3.Cursor], *args: Any) -> sqlite3.Cursor:
        if begin:
            self._conn.execute(begin)
        cursor = execute(*args)
        if cursor.description:
            self._ahead[cursor] = cursor.fetchall()
        return cursor


class HereConnection(OneHopConnection):
    """No hop at all, which takes a quarter off: the loop stands still while the file is read or written."""

    async def _do(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)


def connection_to(file: str, *, in_loop: bool) -> OneHopConnection:
    """A connection to a SQLite file, still to be awaited."""
    kind = HereConnection if in_loop else OneHopConnection
    return kind(lambda: sqlite3.connect(file, check_same_thread=False))
