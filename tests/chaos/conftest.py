"""Two sizes of the same tests: a quick one among all tests, and with `--full` all of it (`make chaos`)."""

from typing import Any

import pytest

FIGURES = "figures"


@pytest.fixture
def is_full(pytestconfig: pytest.Config) -> bool:
    """Whether the whole of it was asked for."""
    return bool(pytestconfig.getoption("--full"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the tests measured, a line each."""
    for report in terminalreporter.getreports("passed"):
        for name, line in report.user_properties:
            if name == FIGURES and report.when == "call":
                terminalreporter.write_line(line)
