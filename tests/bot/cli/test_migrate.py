"""`trellis migrate`."""

from pathlib import Path

from tests.bot.cli.shell import trellis
from tests.databases import sqlite_url


def test_a_new_store_gets_its_tables_once(tmp_path: Path) -> None:
    """The first call makes the schema, the second says that there is nothing to do."""
    address = sqlite_url(tmp_path / "new.db")

    first = trellis("migrate", TRELLIS_DATABASE_URL=address)
    second = trellis("migrate", TRELLIS_DATABASE_URL=address)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "nothing to do" not in first.stdout
    assert "nothing to do" in second.stdout


def test_a_database_that_cannot_be_reached_is_one_sentence(tmp_path: Path) -> None:
    """No traceback: what is wrong, and which setting to look at."""
    said = trellis("migrate", TRELLIS_DATABASE_URL=sqlite_url(tmp_path / "missing" / "new.db"))

    assert said.exit_code == 1
    assert "TRELLIS_DATABASE_URL" in said.stderr
    assert len(said.stderr.splitlines()) == 1
