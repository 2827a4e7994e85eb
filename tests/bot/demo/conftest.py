"""The demo's company, with its history lived through."""

from collections.abc import AsyncIterator

import pytest

from tests.staged import staged
from tests.world import World


@pytest.fixture
async def demo(sqlite_address: str) -> AsyncIterator[World]:
    """The company at work; nothing is sent but by its history and its clock."""
    async with staged(sqlite_address, lived=True, ticks=False) as here:
        yield here
