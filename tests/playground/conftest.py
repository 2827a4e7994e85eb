"""The app and the workspace that most tests of the playground use."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from playground.control import Control
from tests.playground.an_app import App, http_app, socket_app


@pytest.fixture
async def app() -> AsyncIterator[App]:
    """The bare app, connected by a socket."""
    async with socket_app() as connected:
        yield connected


@pytest.fixture(params=["socket", "http"])
async def either_app(request: pytest.FixtureRequest) -> AsyncIterator[App]:
    """The bare app, reached by a socket and by signed HTTP in turn."""
    async with (socket_app if request.param == "socket" else http_app)() as connected:
        yield connected


@pytest.fixture
def slack(app: App) -> Control:
    """What people do."""
    return app.slack.control
