"""How a table is put together: the kinds of columns, keys and indexes, each within a workspace."""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    String,
    Table,
    literal_column,
    text,
)

from storage.types import Choice, Instant

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(64)
NAME = String(255)


def id_column(name: str, *, null: bool = False) -> Column[str]:
    """An id."""
    return Column(name, ID, nullable=null)


def choice(name: str, words: type[StrEnum]) -> Column[StrEnum]:
    """One word of a closed list."""
    return Column(name, Choice(words), nullable=False)


def instant(name: str, *, null: bool = False) -> Column[Any]:
    """An aware moment."""
    return Column(name, Instant, nullable=null)


def written(word: StrEnum) -> ColumnElement[Any]:
    """A word of a closed list as it stands in a statement: an index of some rows serves only where its
    condition is written out, as a blank may be filled with any word.
    """
    return literal_column(f"'{word}'")


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean(create_constraint=False), nullable=False)


def belongs(column: str, table: str) -> ForeignKeyConstraint:
    """A foreign key within the workspace."""
    return ForeignKeyConstraint(["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"])


def table_of(name: str, *parts: Any, key: tuple[str, ...] = ("id",)) -> Table:
    """A table of one workspace's rows, with the workspace first in its primary key."""
    columns = [Column("workspace_id", ID, ForeignKey("workspaces.id"), primary_key=True, nullable=False)]
    for part in parts:
        if isinstance(part, Column) and part.name in key:
            part.primary_key = True
        columns.append(part)
    return Table(name, metadata, *columns)


def index(name: str, table: Table, *columns: str, unique: bool = False, where: str | None = None) -> None:
    """An index within a workspace, of the rows that meet the condition where there is one."""
    condition = None if where is None else text(where)
    keys = [table.c[column] for column in ("workspace_id", *columns)]
    Index(name, *keys, unique=unique, sqlite_where=condition, postgresql_where=condition)
