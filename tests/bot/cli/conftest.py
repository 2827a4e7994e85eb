"""The program beside a running Trellis."""

import pytest

from tests.bot.cli.shell import Beside
from tests.world import World


@pytest.fixture
def beside(here: World, sqlite_address: str) -> Beside:
    """Runs commands on the store and the Slack of `here`."""
    return Beside(here, sqlite_address)
