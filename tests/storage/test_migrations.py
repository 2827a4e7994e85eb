"""The schema: made by the revisions, the same as the models, and never half changed."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, make_url, select, text

from storage import workspaces
from storage.choices import EvidenceSource, PersonKind
from storage.errors import BrokenReferences, WrongSchema
from storage.evidence import get_evidence
from storage.migrations.__main__ import draft
from storage.schema import MIGRATIONS, REVISION, check_schema, current_revision, migrate
from storage.session import Database
from storage.tables import evidence, metadata, people, rollout
from tests.databases import opened

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
NEXT = "0999"
A_REVISION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{next}", "{before}"

def upgrade():
    rebuild = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("{table}", recreate=rebuild) as table:
        table.{change}
    {more}
"""
ADD_PRONOUNS = 'add_column(sa.Column("pronouns", sa.String(64)))'
SQLITE_INDEXES = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
POSTGRES_INDEXES = (
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
)
FLAGS = ("is_bot", "is_guest", "is_stranger", "is_admin", "is_deactivated", "shares_notes", "mutes_nudges")


async def add_somebody(url: str) -> None:
    """Put one person into the store, and into the rollout."""
    person = {"workspace_id": "T1", "id": "U1", "name": "Ines Moss", "zone": "Europe/Lisbon"}
    choices = dict.fromkeys(FLAGS, False) | {"kind": PersonKind.MEMBER}
    async with opened(url) as database, database.write("T1") as workspace:
        await workspaces.add_installation(workspace, "Fernhill", NOON)
        await workspace.session.execute(people.insert().values(person | choices))
        row = {"workspace_id": "T1", "person_id": "U1", "added_at": NOON}
        await workspace.session.execute(rollout.insert().values(row))


async def indexes_of(url: str) -> set[str]:
    """Every index and key as the database itself writes it, with the condition of a partial one."""
    async with opened(url) as database, database.read("T1") as workspace:
        query = SQLITE_INDEXES if workspace.is_sqlite else POSTGRES_INDEXES
        return set(await workspace.session.scalars(text(query)))


async def columns_of(url: str, table: str) -> set[str]:
    """The columns that a table has in the database."""
    async with opened(url) as database, database.read("T1") as workspace:
        found = await workspace.session.run_sync(lambda connection: inspect(connection).get_columns(table))
    return {column["name"] for column in found}


async def in_rollout(url: str) -> list[str]:
    """Who is in the rollout."""
    async with opened(url) as database, database.read("T1") as workspace:
        return list(await workspace.session.scalars(select(rollout.c.person_id)))


async def revision_at(url: str) -> str | None:
    """The revision of the store at a URL."""
    async with opened(url) as database:
        return await current_revision(database)


async def set_revision(database: Database, revision: str) -> None:
    """Make the store say that it is at another revision."""
    async with database.write("T1") as workspace:
        update = text("UPDATE alembic_version SET version_num = :revision")
        await workspace.session.execute(update, {"revision": revision})


@pytest.fixture
def models_address(empty_address: str, request: pytest.FixtureRequest) -> str:
    """The URL of a store of the same kind, made from the models."""
    same = "sqlite_address" if empty_address.startswith("sqlite") else "postgres_store"
    return str(request.getfixturevalue(same))


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A copy of the migrations, to which a test may add a revision."""
    return shutil.copytree(MIGRATIONS, tmp_path / "migrations")


def add_revision(scripts: Path, table: str, change: str, more: str = "") -> None:
    """Add a revision that rebuilds a table."""
    words = A_REVISION.format(next=NEXT, before=REVISION, table=table, change=change, more=more)
    (scripts / "versions" / f"{NEXT}_change.py").write_text(words)


def only_first(scripts: Path) -> None:
    """Leave nothing but the first revision."""
    for revision in scripts.glob("versions/*.py"):
        if not revision.name.startswith("0001"):
            revision.unlink()


def draft_named(scripts: Path, name: str) -> str:
    """The text of a drafted revision."""
    (file,) = scripts.glob(f"versions/*_{name}.py")
    return file.read_text()


async def test_a_new_store_gets_the_schema(empty_address: str) -> None:
    """Migrating a database without tables brings it to the revision that the program asks for."""
    await migrate(empty_address)

    async with opened(empty_address) as database:
        await check_schema(database)


async def test_the_revisions_give_the_models(empty_address: str) -> None:
    """What the revisions make and what the models say are the same, to the last index."""

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    await migrate(empty_address)

    async with opened(empty_address) as database, database.read("T1") as workspace:
        assert await workspace.session.run_sync(differences) == []


async def test_indexes_are_those_of_the_models(empty_address: str, models_address: str) -> None:
    """Keys and indexes are the same to the condition of a partial one, which Alembic does not compare."""
    await migrate(empty_address)

    assert await indexes_of(empty_address) == await indexes_of(models_address)


def test_the_program_asks_for_the_newest_revision() -> None:
    """The constant that start-up compares is the newest revision."""
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION


async def test_migrating_again_changes_nothing(empty_address: str) -> None:
    """Migrating a current store keeps what is in it."""
    await migrate(empty_address)
    await add_somebody(empty_address)

    await migrate(empty_address)

    assert await in_rollout(empty_address) == ["U1"]


async def test_replicas_migrate_once(empty_address: str) -> None:
    """Replicas that start together all end with the schema, and none fails."""
    await asyncio.gather(*(migrate(empty_address) for _ in range(3)))

    assert await revision_at(empty_address) == REVISION


async def test_what_was_noted_before_observations_is_kept(empty_address: str, scripts: Path) -> None:
    """A store of the first revision keeps its notes, as nobody's answer and read by nobody."""
    only_first(scripts)
    await migrate(empty_address, scripts)
    await add_somebody(empty_address)
    note = {"workspace_id": "T1", "id": "e1", "owner_id": "U1", "author_id": "U1", "text": "Ran the review"}
    more = {"source": EvidenceSource.NOTE, "happened_on": NOON.date(), "written_at": NOON, "text_version": 1}
    async with opened(empty_address) as database, database.write("T1") as workspace:
        await workspace.session.execute(
            evidence.insert().values(note | more | dict.fromkeys(("is_favourable", "is_shared"), True))
        )

    await migrate(empty_address)

    async with opened(empty_address) as database, database.read("T1") as workspace:
        kept = await get_evidence(workspace, "e1")
    assert (kept.text, kept.read_at, kept.reply, kept.replied_at) == ("Ran the review", None, None, None)


async def test_rebuilding_a_parent_keeps_its_children(empty_address: str, scripts: Path) -> None:
    """A revision that rebuilds a table leaves the rows that point at it."""
    await migrate(empty_address)
    await add_somebody(empty_address)
    add_revision(scripts, "people", ADD_PRONOUNS)

    await migrate(empty_address, scripts)

    assert "pronouns" in await columns_of(empty_address, "people")
    assert await in_rollout(empty_address) == ["U1"]


async def test_a_failed_revision_changes_nothing(empty_address: str, scripts: Path) -> None:
    """A revision that fails half-way leaves the store as it was."""
    await migrate(empty_address)
    add_revision(scripts, "people", ADD_PRONOUNS, more="raise ZeroDivisionError")

    with pytest.raises(ZeroDivisionError):
        await migrate(empty_address, scripts)

    assert await revision_at(empty_address) == REVISION
    assert "pronouns" not in await columns_of(empty_address, "people")


async def test_broken_references_are_named(sqlite_address: str) -> None:
    """A SQLite store whose rows point at nothing is refused, and the table is named."""
    with closing(sqlite3.connect(make_url(sqlite_address).database or "")) as connection:
        connection.execute("INSERT INTO rollout (workspace_id, person_id, added_at) VALUES ('T1', 'U9', 0)")
        connection.commit()

    with pytest.raises(BrokenReferences, match="rollout"):
        await migrate(sqlite_address)


async def test_a_store_without_tables_is_told(empty_address: str) -> None:
    """A database without tables is told from a current one, and a migration mends it."""
    async with opened(empty_address) as database:
        with pytest.raises(WrongSchema) as caught:
            await check_schema(database)

    assert (caught.value.found, caught.value.is_older) == (None, True)


@pytest.mark.parametrize(("revision", "is_older"), [("0000", True), ("9999", False)])
async def test_a_store_of_another_schema_is_told(
    sqlite_database: Database, revision: str, is_older: bool
) -> None:
    """A store that is behind or ahead of the program says where both stand, and which of them is older."""
    await set_revision(sqlite_database, revision)

    with pytest.raises(WrongSchema) as caught:
        await check_schema(sqlite_database)

    error = caught.value
    assert (error.found, error.needed, error.is_older) == (revision, REVISION, is_older)


async def test_a_newer_store_is_not_migrated(empty_address: str, scripts: Path) -> None:
    """Migrating a store that is ahead of the program is refused in the same way."""
    add_revision(scripts, "people", ADD_PRONOUNS)
    await migrate(empty_address, scripts)

    with pytest.raises(WrongSchema) as caught:
        await migrate(empty_address)

    assert not caught.value.is_older


async def test_a_draft_is_written_in_plain_types(scripts: Path) -> None:
    """A drafted revision adds what the tables have and the store lacks, and imports nothing of ours."""
    add_revision(scripts, "workspaces", 'drop_column("uninstalled_at")')

    await draft("Say when", scripts)

    written = draft_named(scripts, "say_when")
    assert 'BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")' in written
    assert "storage" not in written
