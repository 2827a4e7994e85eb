"""A world for the tests of the bot."""

from collections.abc import AsyncIterator

import pytest

from tests.world import World, world


@pytest.fixture
async def here(sqlite_address: str) -> AsyncIterator[World]:
    """Trellis over signed HTTP, with everybody in the rollout."""
    async with world(sqlite_address) as made:
        yield made
