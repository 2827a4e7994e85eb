"""Whom to be, where to go, and what is new there."""

from playwright.async_api import Browser, Page, expect

from playground.model import Try
from tests.browser.windows import NARROW, Windows
from tests.playground.an_app import App, playground, socket_app

GENERAL = "C0GENERAL"
TRIES = (
    Try(user="U0SAM", role="As a manager", text="Type /growth."),
    Try(user="U0ANA", role="As a member", text="Look at Home."),
    Try(user="U0ANA", role="As an owner", text="Wait a quarter."),
)


async def _hide(page: Page, *, hidden: bool) -> None:
    """Put the window behind another one, or in front again."""
    await page.evaluate(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        hidden,
    )


async def test_first_page(browser: Browser) -> None:
    """The first page says what this is, what to try first, and who is there by their own time."""
    async with (
        socket_app(tries=TRIES, team_name="Fernhill") as app,
        Windows(browser, app.slack.base_url, None) as windows,
    ):
        page = await windows.blank(size=NARROW)

        await expect(page.get_by_role("heading", level=1)).to_have_text("Try Trellis at Fernhill")
        await expect(page.locator("#tries-first li")).to_have_count(2)
        await expect(page.locator("#tries-later li")).to_have_count(1)
        await expect(page.get_by_role("heading", name="New York")).to_be_visible()
        assert await page.evaluate("document.getElementById('chooser').scrollWidth") <= NARROW["width"]
        await page.get_by_role("link", name="Be Sam Okoye, as a manager").click()
        await expect(page.locator("#try")).to_contain_text("As a manager: Type /growth.")
        await expect(page.locator("#act-as")).to_contain_text("Sam Okoye")


async def test_being_another(windows: Windows) -> None:
    """One may be another person at the same place, here or in a window of their own."""
    ana = await windows.of("U0ANA", GENERAL)
    await ana.get_by_role("button", name="Acting as Ana Petrova").click()

    async with ana.expect_popup() as opened:
        await ana.get_by_role("menuitem", name="Sam Okoye, in a new window").click()
    sam = await opened.value

    await expect(sam.locator("#act-as")).to_contain_text("Sam Okoye")
    await expect(sam.get_by_role("heading", level=1)).to_have_text("general")
    await expect(ana.locator("#act-as")).to_contain_text("Ana Petrova")


async def test_jumping(windows: Windows) -> None:
    """Ctrl+K goes to any place, or lets one be anybody; Escape leaves one where one was."""
    ana = await windows.of("U0ANA")
    await expect(ana.get_by_role("heading", level=1)).to_have_text("Trellis")

    await ana.get_by_role("button", name="Shortcuts").focus()
    await ana.keyboard.press("Control+k")
    await ana.keyboard.press("Escape")
    await expect(ana.get_by_role("button", name="Shortcuts")).to_be_focused()

    await ana.keyboard.press("Control+k")
    await ana.keyboard.type("gen")
    await ana.keyboard.press("Enter")
    await expect(ana.get_by_role("heading", level=1)).to_have_text("general")

    await ana.keyboard.press("Meta+k")
    await ana.keyboard.type("sam")
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#act-as")).to_contain_text("Sam Okoye")


async def test_unread(app: App, windows: Windows) -> None:
    """What is new makes a place bold; mentions are counted there and in the title; a line marks the first."""
    people = app.slack.control
    ana = await windows.of("U0ANA", GENERAL)
    await people.post("U0SAM", "Morning", GENERAL)
    await expect(ana.locator("#log")).to_contain_text("Morning")
    await ana.get_by_role("link", name="Inspector").click()
    place = ana.get_by_role("link", name="general")
    await expect(place).not_to_have_class("place has-news")

    await people.post("U0SAM", "The rota is out", GENERAL)
    await expect(place).to_have_class("place has-news")
    await people.post("U0SAM", "Have a look, @ana", GENERAL)
    await expect(place.locator(".count")).to_have_text("1")
    await expect(ana).to_have_title("(1) Inspector · Ana Petrova · Playground")

    await place.click()
    await expect(ana.locator("#log .is-new + article")).to_contain_text("The rota is out")
    await expect(place).not_to_have_class("place has-news")
    await expect(ana).to_have_title("#general · Ana Petrova · Playground")


async def test_messages_of_the_app(app: App, windows: Windows) -> None:
    """Each message of the app's is counted."""
    ana = await windows.of("U0ANA", GENERAL)

    for text in ("One", "Two"):
        await app.call("chat.postMessage", channel="U0ANA", text=text)

    await expect(ana.get_by_role("link", name="Messages").locator(".count")).to_have_text("2")
    await expect(ana).to_have_title("(2) #general · Ana Petrova · Playground")


async def test_hidden_window(app: App, windows: Windows) -> None:
    """Nothing is read in a window that one does not look at; coming back one sees where it begins."""
    ana = await windows.of("U0ANA", GENERAL)
    await expect(ana).to_have_title("#general · Ana Petrova · Playground")

    await _hide(ana, hidden=True)
    await app.slack.control.post("U0SAM", "Are you there, @ana?", GENERAL)
    await expect(ana).to_have_title("(1) #general · Ana Petrova · Playground")
    await _hide(ana, hidden=False)

    await expect(ana).to_have_title("#general · Ana Petrova · Playground")
    await expect(ana.locator("#log .is-new + article")).to_contain_text("Are you there")


async def test_only_for_one(app: App, windows: Windows) -> None:
    """What is meant for one person is on their screen alone, and says so."""
    ana, sam = await windows.of("U0ANA", GENERAL), await windows.of("U0SAM", GENERAL)

    await app.call("chat.postEphemeral", channel=GENERAL, user="U0ANA", text="Psst")
    await app.slack.control.post("U0ANA", "Morning", GENERAL)

    await expect(ana.locator("#log .ephemeral")).to_contain_text("Only visible to you")
    await expect(sam.locator("#log")).to_contain_text("Morning")
    await expect(sam.locator("#log")).not_to_contain_text("Psst")


async def test_drafts(windows: Windows) -> None:
    """What one began to write stays in the conversation for which it was meant."""
    ana = await windows.of("U0ANA", GENERAL)
    await ana.locator("#main-text").fill("Half a thought")

    await ana.get_by_role("link", name="corner").click()
    await expect(ana.locator("#main-text")).to_have_value("")
    await ana.get_by_role("link", name="general").click()

    await expect(ana.locator("#main-text")).to_have_value("Half a thought")


async def test_writing_where_nothing_is(app: App, windows: Windows) -> None:
    """Where nothing was ever written one may write all the same: to oneself, or to the app."""
    ana = await windows.of("U0ANA", "you")
    await expect(ana.locator("#log")).to_contain_text("Nobody else sees what you write here.")
    await ana.locator("#main-text").fill("A thought")
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#log article")).to_contain_text("A thought")

    await ana.get_by_role("link", name="Messages").click()
    await expect(ana.locator("#log")).to_contain_text("What Trellis writes to you appears here.")
    await ana.locator("#main-text").fill("/growth help")
    await ana.keyboard.press("Enter")

    await expect(ana.locator("#main-text")).to_have_value("")
    command = await app.last()
    assert (command["command"], command["channel_name"]) == ("/growth", "directmessage")


async def test_completion(app: App, windows: Windows) -> None:
    """Commands and names are completed by keys, with what they are for."""
    ana = await windows.of("U0ANA", GENERAL)

    await ana.locator("#main-text").press_sequentially("/gr")
    await expect(ana.get_by_role("option", name="/growth help")).to_be_visible()
    await ana.keyboard.press("Tab")
    await ana.keyboard.type("kudos @ok")
    await expect(ana.get_by_role("option", name="Sam Okoye")).to_be_visible()
    await ana.keyboard.press("Enter")
    await ana.keyboard.press("Enter")

    command = await app.received.get()
    assert (command["command"], command["text"]) == ("/growth", "kudos <@U0SAM|sam>")


async def test_narrow_window(windows: Windows) -> None:
    """At 360 pixels nothing is cut off; places are behind a button, and out of reach of keys while hidden."""
    ana = await windows.of("U0ANA", size=NARROW)
    menu = ana.get_by_role("button", name="Conversations")
    await expect(ana.get_by_role("link", name="general")).to_be_hidden()

    await menu.click()
    await expect(ana.get_by_role("link", name="general")).to_be_visible()
    await ana.keyboard.press("Escape")
    await expect(ana.get_by_role("link", name="general")).to_be_hidden()
    await expect(menu).to_be_focused()

    assert await ana.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


async def test_app_away(browser: Browser) -> None:
    """Where nothing is connected, the page says that nothing will answer."""
    async with playground() as slack, Windows(browser, slack.base_url, None) as windows:
        ana = await windows.of("U0ANA")

        await expect(ana.locator("#away")).to_have_text(
            "Trellis is not running: nothing answers until it is."
        )
