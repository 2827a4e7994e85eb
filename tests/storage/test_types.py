"""Column types: instants and encrypted text."""

import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import StatementError

from storage.choices import Consent
from storage.errors import KeyMissing
from storage.session import Database
from storage.tables import acts, workspaces
from storage.types import Choice, EncryptedText, KeyRing
from tests.databases import opened

SECRET = "They said it in confidence: größte Mühe"
OLD, NEW = ("old", bytes(32)), ("new", bytes([1] * 32))

letters = Table(
    "letters",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("first", EncryptedText("letters.first")),
    Column("second", EncryptedText("letters.second")),
)

numbers = itertools.count()
moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.timezones())  # noqa: DTZ001  # bounds of a strategy that adds the zone


async def stored(url: str, ring: KeyRing, words: str | None = SECRET) -> None:
    """Write the letter with a ring."""
    async with opened(url, ring) as database, database.write("T1") as workspace:
        await workspace.session.run_sync(letters.metadata.create_all)
        await workspace.session.execute(letters.insert().values(id=1, first=words))


async def letter(url: str, ring: KeyRing) -> tuple[str | None, str | None]:
    """Read the letter's two columns with a ring."""
    async with opened(url, ring) as database, database.read("T1") as workspace:
        row = (await workspace.session.execute(select(letters.c.first, letters.c.second))).one()
        return row.first, row.second


async def sql(url: str, statement: str) -> object:
    """Run one statement that knows nothing of column types; returns its first value, if it has any."""
    async with opened(url) as database, database.write("T1") as workspace:
        result = await workspace.session.execute(text(statement))
        return result.scalar() if result.returns_rows else None


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # each example has a workspace of its own, so the shared store does no harm
@given(given_moments=st.lists(moments, min_size=1, max_size=8))
async def test_instants_keep_moment_and_order(database: Database, given_moments: list[datetime]) -> None:
    """Every instant comes back as the same moment in UTC, and the database sorts as time does."""
    tenant, in_order = f"T{next(numbers)}", sorted(at.astimezone(UTC) for at in given_moments)
    rows = [{"workspace_id": tenant, "key": str(i), "at": at} for i, at in enumerate(given_moments)]
    async with database.write(tenant) as workspace:
        await workspace.session.execute(
            workspaces.insert().values(id=tenant, name="Fernhill", installed_at=given_moments[0])
        )
        await workspace.session.execute(acts.insert(), rows)

    async with database.read(tenant) as workspace:
        query = select(acts.c.at).where(acts.c.workspace_id == tenant).order_by(acts.c.at)
        found = list(await workspace.session.scalars(query))
    assert found == in_order
    assert {at.tzinfo for at in found} == {UTC}


async def test_naive_refused(database: Database) -> None:
    """A datetime without a zone is refused before it reaches the database."""
    naive = datetime(2026, 11, 2)  # noqa: DTZ001  # what is tested
    async with database.write("T1") as workspace:
        with pytest.raises(StatementError, match="naive datetime"):
            await workspace.session.execute(
                workspaces.insert().values(id="T1", name="Fernhill", installed_at=naive)
            )


def test_unknown_word_refused() -> None:
    """A word outside a closed list never reaches the column."""
    column = Choice(Consent)

    with pytest.raises(ValueError, match="maybe"):
        column.process_bind_param("maybe", None)  # type: ignore[arg-type]  # what is tested


async def test_sealed_text_leaves_no_trace(sqlite_address: str) -> None:
    """With a key, the words are nowhere in the database's files, and come back with the key."""
    ring = KeyRing((OLD,))
    await stored(sqlite_address, ring)

    file = Path(make_url(sqlite_address).database or "")
    written = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert b"letters" in written
    assert b"confidence" not in written
    assert await letter(sqlite_address, ring) == (SECRET, None)


async def test_same_words_differ_when_sealed() -> None:
    """Sealing the same words twice gives different bytes, so equal notes cannot be told."""
    ring = KeyRing((OLD,))

    assert ring.seal(SECRET, "letters.first") != ring.seal(SECRET, "letters.first")


async def test_no_key_keeps_plain(sqlite_address: str) -> None:
    """Without keys text is kept plain, and still opens once keys are set."""
    await stored(sqlite_address, KeyRing())

    assert await letter(sqlite_address, KeyRing((OLD,))) == (SECRET, None)


async def test_nothing_stays_nothing(sqlite_address: str) -> None:
    """An absent text is NULL, not sealed emptiness."""
    await stored(sqlite_address, KeyRing((OLD,)), None)

    assert await sql(sqlite_address, "SELECT count(*) FROM letters WHERE first IS NULL") == 1


async def test_rotation_opens_old(sqlite_address: str) -> None:
    """A newer key in front seals what is new and leaves the old readable by the key behind it."""
    await stored(sqlite_address, KeyRing((OLD,)))

    assert await letter(sqlite_address, KeyRing((NEW, OLD))) == (SECRET, None)
    assert b"new" in KeyRing((NEW, OLD)).seal(SECRET, "letters.first")


@pytest.mark.parametrize(
    "keys", [(), (NEW,), (("old", bytes([9] * 32)),)], ids=["no key", "another key", "a wrong key of that id"]
)
async def test_wrong_key_harms_nothing(sqlite_address: str, keys: tuple[tuple[str, bytes], ...]) -> None:
    """Text whose key is missing or wrong raises KeyMissing with the key's id, and its bytes stay."""
    await stored(sqlite_address, KeyRing((OLD,)))
    before = await sql(sqlite_address, "SELECT first FROM letters")

    with pytest.raises(KeyMissing, match="'old'"):
        await letter(sqlite_address, KeyRing(keys))
    assert await sql(sqlite_address, "SELECT first FROM letters") == before


async def test_text_is_bound_to_its_column(sqlite_address: str) -> None:
    """Sealed bytes that were moved to another column refuse to open."""
    ring = KeyRing((OLD,))
    await stored(sqlite_address, ring)
    await sql(sqlite_address, "UPDATE letters SET second = first, first = NULL")

    with pytest.raises(KeyMissing):
        await letter(sqlite_address, ring)
