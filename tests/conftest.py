"""Fixtures that every room may use: stores on both databases."""

import asyncio
import itertools
import os
import shutil
import zoneinfo
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import whenever

from storage.session import Database
from tests.databases import (
    create_postgres_database,
    create_postgres_store,
    empty,
    fresh_sqlite,
    make_sqlite_template,
    opened,
    sqlite_url,
)
from tests.postgres import PostgresMissing, postgres_folder, start_postgres

BOTH = ("sqlite", "postgresql")

_folder = pytest.StashKey[Path]()
_numbers = itertools.count()


# The program reads the zones of the pinned tzdata; so does every test, whichever runs first.
zoneinfo.reset_tzpath(to=())
whenever.reset_tzpath(())


# How long an example takes is a matter for the bench: a busy machine is no fault of the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What `make screenshots` and `make chaos` ask for."""
    parser.addoption("--screenshots", metavar="FOLDER", help="picture each step of the journeys there")
    parser.addoption("--full", action="store_true", help="the chaos tests at their full size")


def pytest_configure(config: pytest.Config) -> None:
    """Own a folder for PostgreSQL until this run ends; parallel workers share it."""
    given = getattr(config, "workerinput", {}).get("postgres_folder")
    stack = ExitStack()
    config.add_cleanup(stack.close)
    config.stash[_folder] = Path(given) if given else stack.enter_context(postgres_folder())


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a parallel worker where that folder is."""
    node.workerinput["postgres_folder"] = str(node.config.stash[_folder])


@pytest.fixture(scope="session")
def postgres(pytestconfig: pytest.Config) -> Path:
    """The folder of the running server; where there can be none, a skip that says so, or in CI a failure."""
    folder = pytestconfig.stash[_folder]
    try:
        start_postgres(folder)
    except PostgresMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    return folder


@pytest.fixture(scope="session")
def postgres_store(postgres: Path) -> str:
    """The URL of this test process's database, which `database` empties for each test."""
    return asyncio.run(create_postgres_store(postgres))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the schema, to be copied; `fresh_sqlite` opens a copy."""
    file = tmp_path_factory.mktemp("template") / "store.db"
    make_sqlite_template(file)
    return file


@pytest.fixture
def sqlite_address(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite store, for programs that open it themselves."""
    return sqlite_url(shutil.copyfile(sqlite_template, tmp_path / "store.db"))


@pytest.fixture
async def sqlite_database(sqlite_template: Path) -> AsyncIterator[Database]:
    """A fresh store on a SQLite file."""
    async with fresh_sqlite(sqlite_template) as database:
        yield database


@pytest.fixture
async def postgres_database(postgres_store: str) -> AsyncIterator[Database]:
    """An empty store on PostgreSQL."""
    async with opened(postgres_store) as database:
        await empty(database)
        yield database


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh store, on each database in turn."""
    chosen = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    store: Database = request.getfixturevalue(chosen)
    return store


@pytest.fixture(params=BOTH)
def address(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh store, on each database in turn, to open more than once."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_address"))
    request.getfixturevalue("postgres_database")
    return str(request.getfixturevalue("postgres_store"))


@pytest.fixture(params=BOTH)
def empty_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables, of each kind in turn."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "new.db")
    name = f"empty_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{next(_numbers)}"
    return asyncio.run(create_postgres_database(request.getfixturevalue("postgres"), name))
