"""Worlds of the journeys beyond the usual one."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.journeys.first_steps import set_up
from tests.world import World, world


@pytest.fixture
async def empty(sqlite_address: str) -> AsyncIterator[World]:
    """A workspace on its first day: nothing is published, nobody is switched on, Ana is an admin."""
    async with world(sqlite_address, published=False, rolled_out=False) as here:
        yield here


@pytest.fixture
async def begun(empty: World) -> World:
    """Ana looks after Trellis, chose a framework, and switched it on for Ben and Cleo, who were greeted."""
    await set_up(empty)
    return empty
