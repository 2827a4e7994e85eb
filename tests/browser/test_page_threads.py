"""Threads: a message says who answered it, and its answers stand in a pane of their own."""

from playwright.async_api import expect

from tests.browser.windows import NARROW, Windows
from tests.playground.an_app import App

GENERAL = "C0GENERAL"


async def _asked(app: App, *answers: str) -> str:
    """Ana asks in #general and Sam answers so; the ts of what was asked."""
    people = app.slack.control
    ts = (await people.post("U0ANA", "Who has the rota?", GENERAL)).ts
    for answer in answers:
        await people.post("U0SAM", answer, GENERAL, thread_ts=ts)
    return ts


async def test_answers_stand_apart(app: App, windows: Windows) -> None:
    """In the conversation a message says how many replies it has; they stand in the thread alone."""
    await _asked(app, "I do", "Here it is")

    ana = await windows.of("U0ANA", GENERAL)

    await expect(ana.locator("#log .answers")).to_contain_text("2 replies")
    await expect(ana.locator("#log .answers")).to_contain_text("Last today at")
    await expect(ana.locator("#log")).not_to_contain_text("Here it is")
    await ana.locator("#log .answers").click()
    await expect(ana.locator("#thread-log article")).to_have_count(3)
    await expect(ana.locator("#thread-log")).to_contain_text("Here it is")
    await windows.picture(ana, "thread")


async def test_answering(app: App, windows: Windows) -> None:
    """A message is answered from its actions, in the thread's own box; others see it come."""
    await _asked(app)
    sam, ana = await windows.of("U0SAM", GENERAL), await windows.of("U0ANA", GENERAL)

    await sam.locator("#log article").hover()
    await sam.get_by_role("button", name="Reply in thread").click()
    await expect(sam.get_by_role("textbox", name="Reply")).to_be_focused()
    await sam.keyboard.type("I do")
    await sam.keyboard.press("Enter")

    await expect(sam.locator("#thread-log")).to_contain_text("I do")
    await expect(ana.locator("#log .answers")).to_contain_text("1 reply")
    await expect(ana.locator("#log .answers .count")).to_have_text("1 new")


async def test_no_commands_in_threads(app: App, windows: Windows) -> None:
    """A command in a thread is refused in plain words, reaches nobody, and stays in the box."""
    await _asked(app, "I do")
    ana = await windows.of("U0ANA", GENERAL)
    await ana.locator("#log .answers").click()

    await ana.get_by_role("textbox", name="Reply").fill("/growth me")
    await expect(ana.locator("#thread-suggestions")).to_contain_text("does not work in a thread")
    await ana.keyboard.press("Enter")

    await expect(ana.locator(".notice")).to_contain_text("/growth does not work in a thread")
    await expect(ana.locator("#thread-text")).to_have_value("/growth me")
    assert app.received.empty()


async def test_closing_a_thread(app: App, windows: Windows) -> None:
    """Escape closes a thread, and the focus is again on what opened it."""
    await _asked(app, "I do")
    ana = await windows.of("U0ANA", GENERAL)
    await ana.locator("#log .answers").focus()
    await ana.keyboard.press("Enter")
    await expect(ana.locator("#thread")).to_be_visible()

    await ana.keyboard.press("Escape")

    await expect(ana.locator("#thread")).to_be_hidden()
    await expect(ana.locator("#log .answers")).to_be_focused()


async def test_thread_has_an_address(app: App, windows: Windows) -> None:
    """A thread can be opened by its address, and the browser's way back leaves it."""
    ts = await _asked(app, "I do")
    ana = await windows.of("U0ANA", GENERAL)
    await ana.locator("#log .answers").click()
    await expect(ana).to_have_url(f"{app.slack.base_url}/?as=U0ANA&in={GENERAL}&thread={ts}")

    await ana.reload()
    await expect(ana.locator("#thread-log article")).to_have_count(2)
    await ana.go_back()

    await expect(ana.locator("#thread")).to_be_hidden()


async def test_narrow_thread(app: App, windows: Windows) -> None:
    """In a narrow window a thread covers the conversation, which keys cannot reach meanwhile."""
    await _asked(app, "I do")
    ana = await windows.of("U0ANA", GENERAL, size=NARROW)

    await ana.locator("#log .answers").click()

    box = await ana.locator("#thread").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, NARROW["width"])
    await expect(ana.locator("#pane")).to_have_js_property("inert", True)
    await ana.get_by_role("button", name="Close the thread").click()
    await expect(ana.locator("#pane")).to_have_js_property("inert", False)


async def test_answers_of_what_is_gone(app: App, windows: Windows) -> None:
    """Answers remain where the message that they answer was removed."""
    ts = (await app.call("chat.postMessage", channel=GENERAL, text="A question"))["ts"]
    await app.slack.control.post("U0SAM", "An answer", GENERAL, thread_ts=ts)
    await app.call("chat.delete", channel=GENERAL, ts=ts)

    ana = await windows.of("U0ANA", GENERAL)

    await expect(ana.locator("#log")).to_contain_text("This message was removed.")
    await ana.locator("#log .answers").click()
    await expect(ana.locator("#thread-log")).to_contain_text("An answer")
