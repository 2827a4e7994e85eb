"""The inspector: what passes between Slack and the app, the newest at hand."""

import json
import re

from playwright.async_api import Page, expect

from tests.browser.windows import NARROW, Windows
from tests.playground.an_app import App, lapse


def _line(page: Page, name: str) -> str:
    return f".entry:has(.entry-name:text-is('{name}'))"


async def _inspector(windows: Windows) -> Page:
    """Ana's inspector, once it shows that the page itself was opened."""
    page = await windows.of("U0ANA", "inspector")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Inspector")
    return page


async def test_lines(app: App, windows: Windows) -> None:
    """Each exchange is a line that says which way it went, what it was, about whom, and how long it took."""
    page = await _inspector(windows)

    await app.slack.control.command("U0SAM", "/growth help")
    await app.call("chat.postMessage", channel="U0ANA", text="Hello")

    lines = page.locator(".entry-line")
    await expect(lines.nth(0)).to_have_accessible_name(
        re.compile(r"API call chat\.postMessage Ana Petrova \d+ ms")
    )
    await expect(lines.nth(1)).to_have_accessible_name(re.compile(r"To the app /growth Sam Okoye \d+ ms"))


async def test_troubles_in_words(app: App, windows: Windows) -> None:
    """Refusals, faults, and what is slow or too late to be acknowledged are marked by words."""
    page = await _inspector(windows)

    await app.call("chat.postMessage", channel="C0NOWHERE", text="Hello")
    await app.slack.control.fault("users.info", "error", error="fatal_error")
    await app.call("users.info", user="U0SAM")
    for seconds in (1.5, 4):
        app.stays_silent() if seconds > 3 else app.says(None)
        await app.slack.control.clear_faults()
        await lapse(app, seconds, app.slack.control.command("U0ANA", "/growth"))

    await expect(page.locator(".entry-trouble:not(:empty)")).to_have_text(
        ["Too late, over 3 s", "Fault: error", "Refused: channel_not_found"]
    )


async def test_opening_an_entry(app: App, windows: Windows) -> None:
    """A line opens by keys to its request and answer as JSON, which can be copied; no token is in it."""
    await app.slack.control.command("U0ANA", "/growth help")
    page = await _inspector(windows)
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    line = page.get_by_role("button", name="/growth")

    await line.focus()
    await page.keyboard.press("Enter")

    asked = page.get_by_role("group", name="Request")
    await expect(asked).to_contain_text('"text": "help"')
    await expect(asked).to_contain_text('"token": "(hidden)"')
    await expect(page.get_by_role("group", name="Answer")).to_have_text("null")
    await page.get_by_role("button", name="Copy").first.click()
    await expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert json.loads(await page.evaluate("navigator.clipboard.readText()"))["text"] == "help"
    await line.press("Enter")
    await expect(asked).to_be_hidden()


async def test_walking_by_keys(app: App, windows: Windows) -> None:
    """Arrow keys go from line to line."""
    for user in ("U0ANA", "U0SAM"):
        await app.call("users.info", user=user)
    page = await _inspector(windows)
    await page.locator(".entry-line").nth(0).focus()

    await page.keyboard.press("ArrowDown")

    await expect(page.locator(".entry-line").nth(1)).to_be_focused()


async def test_filters(app: App, windows: Windows) -> None:
    """Lines are chosen by kind, by any text or name in them, and by whether something is wrong."""
    await app.slack.control.command("U0SAM", "/growth help")
    await app.call("users.info", user="U0ANA")
    await app.call("users.info", user="U0NOBODY")
    page = await _inspector(windows)
    names = page.locator(".entry-name")

    await page.get_by_label("Problems only").check()
    await expect(names).to_have_text(["users.info"])
    await page.get_by_label("Problems only").uncheck()
    await page.get_by_label("Kind").select_option("To the app")
    await expect(names).to_have_text(["/growth"])
    await page.get_by_label("Kind").select_option("All traffic")
    await page.get_by_role("searchbox").fill("okoye")
    await expect(names).to_have_text(["/growth"])
    await page.get_by_role("searchbox").fill("nothing says this")

    await expect(page.locator("#inspect-empty")).to_have_text("Nothing that is kept fits these filters.")


async def test_pause_and_clear(app: App, windows: Windows) -> None:
    """A pause holds the list still and says how much came meanwhile; clearing empties the view alone."""
    page = await _inspector(windows)
    names = page.locator(".entry-name")
    await expect(names).to_have_text(["apps.connections.open"])

    await page.get_by_role("button", name="Pause").click()
    await app.call("users.list")
    await page.get_by_role("button", name="Go on, 1 newer").click()
    await expect(names).to_have_text(["users.list", "apps.connections.open"])

    await page.get_by_role("button", name="Clear").click()
    await expect(names).to_have_count(0)
    await app.call("auth.test")
    await expect(names).to_have_text(["auth.test"])
    await page.get_by_role("button", name="Show all again").click()
    await expect(names).to_have_text(["auth.test", "users.list", "apps.connections.open"])


async def test_older_by_pages(app: App, windows: Windows) -> None:
    """The newest come first, and older ones as one asks for them."""
    for _ in range(60):
        await app.call("auth.test")
    page = await _inspector(windows)
    await expect(page.locator(".entry")).to_have_count(50)

    await page.get_by_role("button", name="Show older").click()

    await expect(page.locator("#inspect-count")).to_have_text("61 shown of 61 kept")
    await expect(page.get_by_role("button", name="Show older")).to_be_hidden()


async def test_narrow_inspector(app: App, windows: Windows) -> None:
    """At 360 pixels every part of a line is in sight."""
    await app.call("chat.postMessage", channel="C0NOWHERE", text="Hello")

    page = await windows.of("U0ANA", "inspector", size=NARROW)

    await expect(page.locator(".entry-trouble").first).to_have_text("Refused: channel_not_found")
    assert await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
