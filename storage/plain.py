"""A connection that never waits behind the face of one that does: what awaits it is done at once.

SQLAlchemy's own way to await a driver is more than a third of what a short statement costs.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    CursorResult,
    Dialect,
    Engine,
    Executable,
    ScalarResult,
    create_engine,
    event,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import StaticPool

from storage.types import KeyRing, carry_keys

_Result = TypeVar("_Result")


class PlainConnection:
    """As much of SQLAlchemy's AsyncConnection as storage asks of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """What it speaks."""
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run a statement."""
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """The first value of the first row, or None."""
        return self._connection.scalar(statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:
        """The first value of each row."""
        return self._connection.scalars(statement, parameters)

    async def exec_driver_sql(self, statement: str, parameters: Any = None) -> CursorResult[Any]:
        """Run what is written for the driver already."""
        return self._connection.exec_driver_sql(statement, parameters)


def plain_engine(raw: sqlite3.Connection, ring: KeyRing, begin: str) -> Engine:
    """An engine of one connection that somebody else opened and closes."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
    carry_keys(engine.dialect, ring)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def done(act: Callable[[AsyncConnection], Awaitable[_Result]], connection: Connection) -> _Result:
    """What an act comes to that awaits a connection and nothing else; raises RuntimeError where it does."""
    face = PlainConnection(connection)
    acting = _waiting_for(act(face))  # type: ignore[arg-type]  # it is asked nothing that it has not
    try:
        acting.send(None)
    except StopIteration as end:
        result: _Result = end.value
        return result
    acting.close()
    raise RuntimeError("a transaction awaited something else than its store")


async def _waiting_for(act: Awaitable[_Result]) -> _Result:
    return await act
