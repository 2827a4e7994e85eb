"""Transactions: nothing lost, nothing half done, nothing across workspaces."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.schema import ForeignKeyConstraint

from storage.session import Database, Workspace
from storage.tables import metadata, people, rollout, workspaces
from tests.databases import opened

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
WRITERS, TURNS = 3, 10


@pytest.fixture
async def database_in_loop(sqlite_address: str) -> AsyncIterator[Database]:
    """A fresh SQLite store without threads, as the demo opens it."""
    store = Database.at(sqlite_address, in_loop=True)
    yield store
    await store.close()


@pytest.fixture(params=["sqlite_database", "database_in_loop", "postgres_database"])
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh store of each kind in turn: all keep the same laws."""
    store: Database = request.getfixturevalue(request.param)
    return store


async def found(workspace: Workspace, name: str) -> None:
    """Begin a workspace."""
    row = {"id": workspace.id, "name": name, "installed_at": NOON}
    await workspace.session.execute(insert(workspaces).values(row))


async def join(workspace: Workspace, person_id: str) -> None:
    """Put a person into the workspace."""
    flags = dict.fromkeys(("is_bot", "is_guest", "is_stranger", "is_admin", "is_deactivated"), False)
    choices = {"kind": "member", "shares_notes": False, "mutes_nudges": False}
    row = {"workspace_id": workspace.id, "id": person_id, "name": "Ines Moss", "zone": "Europe/Lisbon"}
    await workspace.session.execute(insert(people).values(row | flags | choices))


async def name_of(workspace: Workspace) -> str | None:
    """The name of the workspace, or None; a writer holds it until its end."""
    query = select(workspaces.c.name).where(workspaces.c.id == workspace.id).with_for_update()
    name: str | None = await workspace.session.scalar(query)
    return name


async def rename(workspace: Workspace, name: str) -> None:
    """Give the workspace another name."""
    await workspace.session.execute(
        update(workspaces).where(workspaces.c.id == workspace.id).values(name=name)
    )


async def count_up(database: Database) -> None:
    """Read a number, let others run, and write one more, again and again."""
    for _ in range(TURNS):
        async with database.write("T1") as workspace:
            before = int(await name_of(workspace) or 0)
            await asyncio.sleep(0)
            await rename(workspace, str(before + 1))


async def test_no_update_is_lost(address: str) -> None:
    """Writers of two processes that read, think and write at the same time lose nothing."""
    async with opened(address) as one, opened(address) as other:
        async with one.write("T1") as workspace:
            await found(workspace, "0")

        await asyncio.gather(*(count_up(database) for database in [one, other] * WRITERS))

        async with other.write("T1") as workspace:
            assert await name_of(workspace) == str(2 * WRITERS * TURNS)


async def test_a_second_writer_inside_is_refused(database: Database) -> None:
    """A writer opened inside another of the same task is refused at once, before it waits for itself."""
    async with database.write("T1"):
        with pytest.raises(RuntimeError, match="already open"):
            async with database.write("T1"):
                pass


async def test_a_writer_after_a_failed_one(database: Database) -> None:
    """A writer that failed leaves the way free for the next."""
    with pytest.raises(ZeroDivisionError):
        async with database.write("T1"):
            raise ZeroDivisionError

    async with database.write("T1") as workspace:
        assert await name_of(workspace) is None


async def test_an_error_undoes_all(database: Database) -> None:
    """An error inside a writer undoes everything that it wrote."""

    async def fail_after_writing() -> None:
        async with database.write("T1") as workspace:
            await found(workspace, "Fernhill")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_writing()

    async with database.write("T1") as workspace:
        assert await name_of(workspace) is None


async def test_an_act_is_kept_whole(database: Database) -> None:
    """An act of many statements returns what it came to, and all that it wrote is there afterwards."""

    async def act(workspace: Workspace) -> str | None:
        await found(workspace, "Fernhill")
        await rename(workspace, "Fernhill and Daughters")
        return await name_of(workspace)

    assert await database.act("T1", act) == "Fernhill and Daughters"

    async with database.read("T1") as workspace:
        assert await workspace.session.scalar(select(workspaces.c.name)) == "Fernhill and Daughters"


async def test_an_act_that_fails_undoes_all(database: Database) -> None:
    """An error inside an act comes out as it is, undoes what it wrote, and leaves the way free."""

    async def act(workspace: Workspace) -> None:
        await found(workspace, "Fernhill")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.act("T1", act)

    async with database.write("T1") as workspace:
        assert await name_of(workspace) is None


async def test_acts_and_writers_take_turns(database: Database) -> None:
    """Acts and writers at the same time wait for each other and lose nothing."""
    async with database.write("T1") as workspace:
        await found(workspace, "0")

    async def add_one(workspace: Workspace) -> None:
        await rename(workspace, str(int(await name_of(workspace) or 0) + 1))

    async def act_again_and_again() -> None:
        for _ in range(TURNS):
            await database.act("T1", add_one)

    await asyncio.gather(count_up(database), act_again_and_again(), act_again_and_again())

    async with database.write("T1") as workspace:
        assert await name_of(workspace) == str(3 * TURNS)


async def test_an_act_inside_a_writer_is_refused(database: Database) -> None:
    """An act inside a writer of the same task would wait for it: refused at once."""

    async def act(workspace: Workspace) -> str | None:
        return await name_of(workspace)

    async with database.write("T1"):
        with pytest.raises(RuntimeError, match="already open"):
            await database.act("T1", act)


async def test_an_act_waits_for_its_store_alone(sqlite_database: Database) -> None:
    """An act that awaits something else would hold the writer's thread: refused, and undone."""

    async def act(workspace: Workspace) -> None:
        await found(workspace, "Fernhill")
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="something else"):
        await sqlite_database.act("T1", act)

    async with sqlite_database.write("T1") as workspace:
        assert await name_of(workspace) is None


async def test_a_reader_cannot_write(database: Database) -> None:
    """Writing through a reader is refused by the database itself."""
    async with database.read("T1") as workspace:
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            await found(workspace, "Fernhill")


async def test_a_reader_sees_one_moment(database: Database) -> None:
    """A reader goes on seeing the store as it was at its first look, and holds up no writer."""
    async with database.write("T1") as workspace:
        await found(workspace, "Fernhill")
    name = select(workspaces.c.name)

    async with database.read("T1") as reader:
        first = await reader.session.scalar(name)
        async with database.write("T1") as writer:
            await rename(writer, "Fernhill and Daughters")
        second = await reader.session.scalar(name)
    assert (first, second) == ("Fernhill", "Fernhill")


async def test_ids_of_another_workspace_are_refused(database: Database) -> None:
    """A row cannot point at a person of another workspace, whoever knows the id."""
    async with database.write("T1") as ours:
        await found(ours, "Fernhill")
    async with database.write("T2") as theirs:
        await found(theirs, "Otherside")
        await join(theirs, "U2")

    row = {"workspace_id": "T1", "person_id": "U2", "added_at": NOON}
    async with database.write("T1") as ours:
        with pytest.raises(IntegrityError):
            await ours.session.execute(insert(rollout).values(row))


async def test_the_same_id_in_two_workspaces(database: Database) -> None:
    """Two workspaces may use the same id for different people."""
    for workspace_id in ("T1", "T2"):
        async with database.write(workspace_id) as workspace:
            await found(workspace, "Fernhill")
            await join(workspace, "U1")

    async with database.read("T1") as workspace:
        assert len((await workspace.session.execute(select(people.c.id))).all()) == 2


def foreign_keys() -> list[ForeignKeyConstraint]:
    """Every foreign key but those to the workspace itself."""
    every = [key for table in metadata.tables.values() for key in table.foreign_key_constraints]
    return sorted(
        (key for key in every if key.referred_table.name != "workspaces"), key=lambda key: str(key.name)
    )


@pytest.mark.parametrize("key", foreign_keys(), ids=lambda key: str(key.name))
def test_foreign_keys_carry_the_workspace(key: ForeignKeyConstraint) -> None:
    """Every foreign key joins on the workspace first."""
    pairs = [(element.parent.name, element.column.name) for element in key.elements]

    assert pairs[0] == ("workspace_id", "workspace_id")
