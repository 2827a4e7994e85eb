"""The page in headless Chromium, with a small app of the tests, or with Trellis at work.

One browser serves all tests of a run, so all of them share one loop.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.browser.windows import Windows
from tests.playground.an_app import App, socket_app
from tests.staged import staged

QUIET = (
    "--no-sandbox",  # as root, as CI is; nothing but our own page is opened
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of this folder share the loop of the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; where there is none, a skip that says so, or in CI a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    missing = "no Chromium to drive: install Debian’s chromium"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A browser without a window."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        await opened.close()


@pytest.fixture
def pictures(pytestconfig: pytest.Config) -> Path | None:
    """Where each step is to be pictured, if anywhere."""
    folder: str | None = pytestconfig.getoption("--screenshots")
    return Path(folder) if folder else None


@pytest_asyncio.fixture(loop_scope="session")
async def app() -> AsyncIterator[App]:
    """A workspace of two people, and a small app in it that does as a test says."""
    async with socket_app(pace=None) as connected:
        yield connected


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser: Browser, app: App, pictures: Path | None) -> AsyncIterator[Windows]:
    """Windows of that workspace."""
    async with Windows(browser, app.slack.base_url, pictures) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def at_work(browser: Browser, sqlite_address: str, pictures: Path | None) -> AsyncIterator[Windows]:
    """Windows of a company with two quarters behind it."""
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(staged(sqlite_address, lived=True, ticks=True))
        yield await stack.enter_async_context(Windows(browser, here.slack.base_url, pictures))


@pytest_asyncio.fixture(loop_scope="session")
async def first_day(browser: Browser, sqlite_address: str, pictures: Path | None) -> AsyncIterator[Windows]:
    """Windows of a company that installed Trellis a moment ago."""
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(staged(sqlite_address, lived=False, ticks=True))
        yield await stack.enter_async_context(Windows(browser, here.slack.base_url, pictures))
