"""From rows to records and back: what every subject's file shares."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    ARRAY,
    JSON,
    Column,
    ColumnElement,
    Select,
    Table,
    and_,
    any_,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult, Row
from sqlalchemy.exc import IntegrityError

from storage.errors import Conflict, NotFound
from storage.session import Workspace

R = TypeVar("R")


def columns_of(table: Table) -> list[Column[Any]]:
    """All columns but the workspace, which the record does not repeat."""
    return [column for column in table.columns if column.name != "workspace_id"]


def of_workspace(workspace: Workspace, table: Table) -> Select[Any]:
    """Select this workspace's rows of a table."""
    return select(*columns_of(table)).where(table.c.workspace_id == workspace.id)


def prepared(table: Table, *where: ColumnElement[bool]) -> Select[Any]:
    """The same as a query that is built once and run with values: building costs more than running.

    Its blanks are `bindparam`s; `workspace_id` is filled by whoever runs it.
    """
    mine = table.c.workspace_id == bindparam("workspace_id")
    return select(*columns_of(table)).where(mine, *where)


@lru_cache(maxsize=64)
def among(is_sqlite: bool, column: Column[Any], *order: Column[Any]) -> Select[Any]:
    """The prepared rows whose text column is one of `ids`, however many: they are one value, not as many."""
    if not is_sqlite:
        named = column == any_(bindparam("ids", type_=ARRAY(column.type)))
    else:
        given = func.json_each(bindparam("ids", type_=JSON)).table_valued("value")
        named = column.in_(select(given.c.value))
    return prepared(column.table, named).order_by(*order)


def record(kind: type[R], row: Row[Any], **more: Any) -> R:
    """A row as its record; `more` gives the fields that live in other tables."""
    return kind(**row._mapping, **more)


def values_of(workspace: Workspace, table: Table, thing: Any) -> dict[str, Any]:
    """A record as the values of its row."""
    names = {field.name for field in fields(thing)} & set(table.c.keys())
    return {"workspace_id": workspace.id} | {name: getattr(thing, name) for name in names}


async def add(workspace: Workspace, table: Table, *things: Any) -> None:
    """Insert records."""
    if things:
        rows = [values_of(workspace, table, thing) for thing in things]
        await workspace.session.execute(table.insert(), rows)


def dialect_of(workspace: Workspace) -> Any:
    """What writes the statements that each database has of its own."""
    return sqlite if workspace.is_sqlite else postgresql


async def add_new(workspace: Workspace, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert rows, leaving out those whose key exists; returns how many were new."""
    if not rows:
        return 0
    whole = [{"workspace_id": workspace.id, **row} for row in rows]
    statement = dialect_of(workspace).insert(table).on_conflict_do_nothing().returning(table.c.workspace_id)
    return len((await workspace.session.execute(statement, whole)).all())


async def put(
    workspace: Workspace, table: Table, row: Mapping[str, Any], *, but: Collection[str] = ()
) -> None:
    """Insert a row, or overwrite the one with its primary key, all `but` some of its columns."""
    keys = [column.name for column in table.primary_key]
    whole = {"workspace_id": workspace.id, **row}
    rest = {name: value for name, value in whole.items() if name not in {*keys, *but}}
    insert = dialect_of(workspace).insert(table).values(whole)
    await workspace.session.execute(insert.on_conflict_do_update(index_elements=keys, set_=rest))


async def change(workspace: Workspace, table: Table, where: ColumnElement[bool], **values: Any) -> int:
    """Update this workspace's rows that match; returns how many."""
    statement = update(table).where(and_(table.c.workspace_id == workspace.id, where)).values(**values)
    result = await workspace.session.execute(statement)
    return result.rowcount


async def remove(workspace: Workspace, table: Table, where: ColumnElement[bool]) -> None:
    """Delete this workspace's rows that match."""
    await workspace.session.execute(table.delete().where(table.c.workspace_id == workspace.id, where))


async def rows_of(workspace: Workspace, query: Select[Any], **blanks: Any) -> Sequence[Row[Any]]:
    """All rows of a query; `blanks` fill a prepared one."""
    return (await _run(workspace, query, blanks)).all()


async def find_row(workspace: Workspace, query: Select[Any], **blanks: Any) -> Row[Any] | None:
    """The one row of a query, or None."""
    return (await _run(workspace, query, blanks)).one_or_none()


async def get_row(workspace: Workspace, query: Select[Any], kind: str, key: str) -> Row[Any]:
    """The one row of a query; raises NotFound."""
    row = await find_row(workspace, query)
    if row is None:
        raise NotFound(kind, key)
    return row


async def _run(workspace: Workspace, query: Select[Any], blanks: Mapping[str, Any]) -> CursorResult[Any]:
    values = {"workspace_id": workspace.id, **blanks} if blanks else None
    result: CursorResult[Any] = await workspace.session.execute(query, values)
    return result


@contextmanager
def conflict_where_taken(kind: str, key: str) -> Iterator[None]:
    """Raise Conflict where a unique key refuses a row: the transaction must not go on."""
    try:
        yield
    except IntegrityError:
        raise Conflict(kind, key) from None


def grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, tuple[R, ...]]:
    """Values by key, in the order in which they came."""
    lists: dict[str, list[R]] = {}
    for key, value in pairs:
        lists.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in lists.items()}
