"""What a rule says of one table's rows: what goes with a person, what they take along, how long it stays."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, Select, Table, bindparam, false, select

from storage.choices import Keep
from storage.types import Instant

Where = ColumnElement[bool]
PERSON: ColumnElement[str] = bindparam("person")
NOTHING: Where = false()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What of one table goes with a person, and what of it they may take along.

    `gone`: the rows that are erased. `emptied`: columns that lose their words in the rows of `emptied_in`.
    `named`: the columns that name people; in what stays, a stand-in takes the person's place there, or
    nobody in those of `unnamed`. `taken`: the rows of an export, but for the columns of `withheld`.
    `kept`: for how long, and `old` which rows are older; without it they last, or another part removes them.
    """

    gone: Where = NOTHING
    named: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    emptied_in: Where = NOTHING
    taken: Where = NOTHING
    withheld: tuple[str, ...] = ()
    kept: Keep | None = None
    old: Where = NOTHING


BEFORE: ColumnElement[datetime] = bindparam("before", type_=Instant)
DAY: ColumnElement[date] = bindparam("day", type_=Date)


def is_person(column: Column[Any]) -> Where:
    return column == PERSON


def ids_of(table: Table, where: Where) -> Select[Any]:
    return select(table.c.id).where(table.c.workspace_id == bindparam("here"), where)


def own(column: Column[Any], *named: str) -> Rule:
    """A table of one person's own rows."""
    return Rule(gone=is_person(column), taken=is_person(column), named=named)
