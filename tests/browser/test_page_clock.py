"""The clock of the page: it is moved, is seen on its way, and what came meanwhile is marked."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import aiohttp
from playwright.async_api import Browser, expect

from playground.clock import Clock
from tests.browser.windows import Windows
from tests.playground.an_app import App, Json, socket_app

THURSDAY = datetime(2026, 6, 18, 6, 20, tzinfo=UTC)  # 09:20 in Sofia
FRIDAY = datetime(2026, 6, 19, 5, 0, tzinfo=UTC)
ENOUGH = 10.0  # seconds that a target may take to be told


@asynccontextmanager
async def _followed(browser: Browser) -> AsyncIterator[tuple[App, Windows, asyncio.Queue[Json]]]:
    """A workspace on a Thursday whose app follows the clock, and what that is told."""
    told: asyncio.Queue[Json] = asyncio.Queue()

    async def listen(stream: aiohttp.ClientResponse) -> None:
        async for line in stream.content:
            if line.startswith(b"data: "):
                told.put_nowait(json.loads(line.removeprefix(b"data: ")))

    async with (
        socket_app(clock=Clock(civil_from=THURSDAY.timestamp()), pace=None) as app,
        app.session.get(f"{app.slack.base_url}/control/clock/follow") as stream,
        Windows(browser, app.slack.base_url, None) as windows,
    ):
        listening = asyncio.create_task(listen(stream))
        await told.get()
        try:
            yield app, windows, told
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def test_on_its_way(browser: Browser) -> None:
    """While the clock moves the page says where to and how far it is, and one may act; then it is there."""
    async with _followed(browser) as (app, windows, told):
        ana = await windows.of("U0ANA", "C0GENERAL")
        await expect(ana.locator("#clock-day")).to_have_text("Thursday 18 June")
        await ana.get_by_role("button", name="Tomorrow 09:00").click()
        target = (await asyncio.wait_for(told.get(), ENOUGH))["target"]

        await app.slack.control.reach(FRIDAY)
        await expect(ana.locator("#clock-note")).to_have_text("Going to Friday 19 June, 09:00")
        await expect(ana.get_by_role("progressbar")).to_be_visible()
        await expect(ana.get_by_role("button", name="Tomorrow 09:00")).to_be_disabled()
        await ana.locator("#main-text").fill("On the way")
        await ana.keyboard.press("Enter")
        await expect(ana.locator("#log")).to_contain_text("On the way")

        await app.slack.control.reach(datetime.fromtimestamp(target, UTC))
        await expect(ana.get_by_role("progressbar")).to_be_hidden()
        await expect(ana.locator("#clock-day")).to_have_text("Friday 19 June")
        await expect(ana.locator("#clock-time")).to_have_text("09:00, Sofia")


async def test_what_came_meanwhile(browser: Browser) -> None:
    """What the app wrote on the way is new when the clock is there, even where one looked on."""
    async with _followed(browser) as (app, windows, told):
        await app.call("chat.postMessage", channel="U0ANA", text="Before")
        ana = await windows.of("U0ANA", "messages")
        await expect(ana.locator("#log")).to_contain_text("Before")
        other = await windows.of("U0SAM", "C0GENERAL")
        await ana.get_by_role("button", name="Tomorrow 09:00").click()
        target = (await asyncio.wait_for(told.get(), ENOUGH))["target"]
        await expect(ana.get_by_role("progressbar")).to_be_visible()

        for user in ("U0ANA", "U0SAM"):
            await app.call("chat.postMessage", channel=user, text="Meanwhile")
        await app.slack.control.reach(datetime.fromtimestamp(target, UTC))

        await expect(ana.get_by_role("progressbar")).to_be_hidden()
        await expect(ana.locator("#log .is-new + article")).to_contain_text("Meanwhile")
        await expect(other.get_by_role("link", name="Messages").locator(".count")).to_have_text("1")


async def test_nothing_follows(windows: Windows) -> None:
    """Where no app follows the clock it cannot be moved, and says so."""
    ana = await windows.of("U0ANA")

    await expect(ana.locator("#clock-note")).to_have_text(
        "Trellis does not follow this clock, so it cannot be moved."
    )
    await expect(ana.locator("#clock-moves button")).to_have_count(0)
