"""A store with people in it, for the subjects of storage."""

import pytest

from storage.session import Database
from tests.storage.builders import begin


@pytest.fixture
async def store(database: Database) -> Database:
    """A store on each database in turn, with the workspace `T1` as `begin` makes it."""
    await begin(database)
    return database
