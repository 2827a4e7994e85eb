"""Tenancy: what one workspace does is the same whether another stands beside it or not (DESIGN 5.11)."""

from dataclasses import dataclass
from typing import Any

import pytest

from storage.deliveries import get_delivery, supersede
from storage.session import Database, Workspace
from storage.tables import metadata
from tests.storage.asking import Call, call, functions_of_storage
from tests.storage.builders import NOON, OURS, THEIRS, begin
from tests.storage.calls import CALLS
from tests.storage.settled import settle_ours, settle_theirs

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call: its answer, or what it raised, and all rows of ours and of theirs after it."""

    said: str
    ours: Rows
    theirs: Rows


EVERY = [(name, table.select()) for name, table in metadata.tables.items()]


async def rows_now(workspace: Workspace) -> tuple[Rows, Rows]:
    """All rows of ours, and of theirs: the tenant is the first column of every table."""
    rows = [(name, *row) for name, query in EVERY for row in await workspace.session.execute(query)]
    ours, theirs = ([row for row in rows if row[1] == tenant] for tenant in (OURS, THEIRS))
    return sorted(ours, key=repr), sorted(theirs, key=repr)


async def outcome(here: Workspace, one: Call) -> Outcome:
    """What comes of a call; all of it is undone."""
    trial = await here.session.begin_nested()
    try:
        said = repr(await one(here))
    except Exception as error:  # noqa: BLE001  # a refusal is an answer too
        said = repr(error)
        await trial.rollback()
        trial = await here.session.begin_nested()
    found = Outcome(said, *await rows_now(here))
    await trial.rollback()
    return found


async def outcomes(database: Database) -> dict[str, Outcome]:
    """What comes of every call in our workspace."""
    async with database.write(OURS) as here:
        waiting = call(supersede, await get_delivery(here, "d1"), NOON)
        return {str(one): await outcome(here, one) for one in (*CALLS, waiting)}


def test_every_function_is_asked() -> None:
    """The law below is checked for every function, but the one that is asked before a tenant is known."""
    asked = {one.function.__name__ for one in CALLS} | {"supersede"}

    assert {function.__name__ for function in functions_of_storage()} - asked == {"installations"}


@pytest.mark.slow
async def test_another_workspace_changes_nothing_for_ours(database: Database) -> None:
    """No function reads, changes or deletes a thing of another workspace that uses the same ids."""
    await begin(database)
    async with database.write(OURS) as here:
        await settle_ours(here)
    alone = await outcomes(database)
    await begin(database, THEIRS)
    async with database.write(THEIRS) as there:
        await settle_theirs(there)
        _, theirs = await rows_now(there)

    beside = await outcomes(database)

    wanted = {name: Outcome(one.said, one.ours, theirs) for name, one in alone.items()}
    assert [name for name, one in beside.items() if one != wanted[name]] == []
