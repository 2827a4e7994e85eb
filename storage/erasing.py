"""Erasing a person, and all that is theirs to take along, by the rules of `rights` (DESIGN 5.9)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Column, Table, and_, bindparam, func, literal, select

from storage import rows
from storage.choices import PersonKind
from storage.columns import metadata
from storage.people import get_person
from storage.records import Person
from storage.rights import RULES
from storage.session import Workspace
from storage.tables import deliveries, people, summaries

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A message of ours that stands in Slack."""

    channel: str
    ts: str


async def count_gone(workspace: Workspace, person_id: str) -> dict[str, int]:
    """How many rows of each table would be erased with a person, where any."""
    counts = {}
    for table in _tables():
        query = select(func.count()).select_from(table).where(_mine(table), RULES[table.name].gone)
        counts[table.name] = await workspace.session.scalar(query, _values(workspace, person_id)) or 0
    return {name: count for name, count in counts.items() if count}


async def copies_of(workspace: Workspace, person_id: str) -> tuple[Copy, ...]:
    """The messages in Slack that go with a person, oldest first."""
    stands = and_(deliveries.c.ts.is_not(None), deliveries.c.ts != "", deliveries.c.channel.is_not(None))
    query = (
        select(deliveries.c.channel, deliveries.c.ts)
        .where(_mine(deliveries), RULES["deliveries"].gone, stands)
        .distinct()
        .order_by(deliveries.c.ts)
    )
    found = await workspace.session.execute(query, _values(workspace, person_id))
    return tuple(Copy(channel=row.channel, ts=row.ts) for row in found)


async def erase_person(workspace: Workspace, person_id: str, stand_in: Person) -> None:
    """Erase a person; in what stays, a stand-in that nobody can tell from another takes their place.

    Raises NotFound.
    """
    await get_person(workspace, person_id)
    await rows.add(workspace, people, stand_in)
    values = _values(workspace, person_id)
    for table in _tables():
        await _empty(workspace, table, values)
    for table in reversed(_tables()):
        if table is not people:
            gone = table.delete().where(_mine(table), RULES[table.name].gone)
            await workspace.session.execute(gone, values)
    for table in _tables():
        await _rename(workspace, table, person_id, stand_in.id)
    await rows.remove(workspace, people, people.c.id == person_id)


async def rows_taken(workspace: Workspace, person_id: str) -> dict[str, tuple[Row, ...]]:
    """What a person may take along, by table."""
    found = {}
    for table in _tables():
        rule = RULES[table.name]
        columns = [column for column in rows.columns_of(table) if column.name not in rule.withheld]
        query = select(*columns).where(_mine(table), rule.taken).order_by(*table.primary_key)
        taken = await workspace.session.execute(query, _values(workspace, person_id))
        found[table.name] = tuple(dict(row._mapping) for row in taken)
    return {name: each for name, each in found.items() if each}


def stand_in_for(person: Person, stand_in_id: str, name: str) -> Person:
    """Who is named in the place of an erased person: nobody that Slack knows, who can do nothing."""
    return replace(
        person,
        id=stand_in_id,
        name=name,
        zone="UTC",
        is_admin=False,
        kind=PersonKind.MEMBER,
        is_deactivated=True,
        dm_channel=None,
        shares_notes=False,
        mutes_nudges=False,
    )


def _tables() -> list[Table]:
    """Every table, each after those that it refers to."""
    return list(metadata.sorted_tables)


def _mine(table: Table) -> Any:
    own = table.c.id if table.name == "workspaces" else table.c.workspace_id
    return own == bindparam("here")


def _values(workspace: Workspace, person_id: str) -> dict[str, str]:
    return {"here": workspace.id, "person": person_id}


async def _empty(workspace: Workspace, table: Table, values: Mapping[str, str]) -> None:
    rule = RULES[table.name]
    if rule.emptied:
        nothing = dict.fromkeys(rule.emptied)
        await workspace.session.execute(
            table.update().where(_mine(table), rule.emptied_in).values(nothing), values
        )


async def _rename(workspace: Workspace, table: Table, person_id: str, stand_in_id: str) -> None:
    for column, name in _named(table, stand_in_id):
        await rows.change(workspace, table, column == person_id, **{column.name: name})
    if table is summaries:
        # Statements are JSON in which an id stands between quotes.
        old, new = literal(f'"{person_id}"'), literal(f'"{stand_in_id}"')
        written = func.replace(summaries.c.statements, old, new)
        await rows.change(workspace, table, summaries.c.statements.contains(old), statements=written)


def _named(table: Table, stand_in_id: str) -> Iterator[tuple[Column[Any], str | None]]:
    rule = RULES[table.name]
    yield from ((table.c[name], stand_in_id) for name in rule.named)
    yield from ((table.c[name], None) for name in rule.unnamed)
