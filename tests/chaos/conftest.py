"""Two sizes of the same tests: a quick one among all tests, and with `--full` all of it (`make chaos`)."""

import pytest


@pytest.fixture
def is_full(pytestconfig: pytest.Config) -> bool:
    """Whether the whole of it was asked for."""
    return bool(pytestconfig.getoption("--full"))
