"""Journeys through the page in headless Chromium, at a company that lived or one that begins."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.windows import Windows
from tests.staged import staged

QUIET = (
    "--no-sandbox",  # as root, as CI is; nothing but our own page is opened
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)


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


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A browser without a window."""
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        await opened.close()


@pytest.fixture
async def pictures(pytestconfig: pytest.Config) -> Path | None:
    """Where each step is to be pictured, if anywhere."""
    folder: str | None = pytestconfig.getoption("--screenshots")
    return Path(folder) if folder else None


@pytest.fixture
async def at_work(browser: Browser, sqlite_address: str, pictures: Path | None) -> AsyncIterator[Windows]:
    """Windows of a company with two quarters behind it."""
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(staged(sqlite_address, lived=True, ticks=True))
        yield await stack.enter_async_context(Windows(browser, here.slack.base_url, pictures))


@pytest.fixture
async def first_day(browser: Browser, sqlite_address: str, pictures: Path | None) -> AsyncIterator[Windows]:
    """Windows of a company that installed Trellis a moment ago."""
    async with AsyncExitStack() as stack:
        here = await stack.enter_async_context(staged(sqlite_address, lived=False, ticks=True))
        yield await stack.enter_async_context(Windows(browser, here.slack.base_url, pictures))
