"""Modals and what stands in them, by hand and by keys."""

from playwright.async_api import expect

from tests.browser.windows import Windows
from tests.playground.an_app import App, Json, buttons, field, home, modal, options, text

GENERAL = "C0GENERAL"
MENU: Json = {
    "type": "static_select",
    "action_id": "answer",
    "options": options("Delivery", "Coaching", "Communication"),
}


def _opening(app: App, view: Json) -> None:
    """From now on a press opens a modal, and a press within one pushes another upon it."""

    async def answer(payload: Json) -> None:
        method = "views.push" if payload.get("view", {}).get("type") == "modal" else "views.open"
        if payload["type"] == "block_actions":
            opened = await app.call(method, trigger_id=payload["trigger_id"], view=view)
            assert opened["ok"], opened

    app.answer = answer


async def _home(app: App, *blocks: Json) -> None:
    published = await app.call("views.publish", user_id="U0ANA", view=home(*blocks))
    assert published["ok"], published


async def test_errors_at_fields(app: App, windows: Windows) -> None:
    """What the app finds wrong stands at its field, which takes the focus; what was typed stays."""
    _opening(app, modal(field("Title", block="title"), field("What", block="what")))
    await _home(app, buttons("Open"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").click()
    await ana.get_by_label("Title").fill("Rota")
    await ana.get_by_label("What").fill("x")
    app.says({"response_action": "errors", "errors": {"what": "Say a little more."}})

    await ana.get_by_role("button", name="Save").click()

    await expect(ana.get_by_text("Say a little more.")).to_be_visible()
    await expect(ana.get_by_label("What")).to_be_focused()
    await expect(ana.get_by_label("What")).to_have_accessible_description("Say a little more.")
    await expect(ana.get_by_label("Title")).to_have_value("Rota")


async def test_stacked_views(app: App, windows: Windows) -> None:
    """Views below the one on top are named, and one goes back to them."""
    _opening(app, modal(field("What"), buttons("Further"), title=text("Deeper")))
    await _home(app, buttons("Open"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").click()
    await expect(ana.locator("#modal")).to_have_attribute("data-below", "0")

    await ana.get_by_role("button", name="Further").click()

    await expect(ana.locator("#modal")).to_have_attribute("data-below", "1")
    await expect(ana.locator("#modal-trail")).to_contain_text("Deeper")
    await windows.picture(ana, "stacked")
    await ana.get_by_role("button", name="Back to Deeper").click()
    await expect(ana.locator("#modal")).to_have_attribute("data-below", "0")


async def test_focus_comes_back(app: App, windows: Windows) -> None:
    """When a modal closes the focus is on what opened it, although Home was drawn anew meanwhile."""
    _opening(app, modal(field("What")))
    await _home(app, buttons("Open", block="row"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").focus()
    await ana.keyboard.press("Enter")
    await expect(ana.get_by_label("What")).to_be_focused()
    await _home(app, {"type": "header", "text": text("News")}, buttons("Open", "Other", block="row"))
    await expect(ana.locator("#home")).to_contain_text("Other")

    await ana.keyboard.press("Escape")

    await expect(ana.locator("#modal")).to_be_hidden()
    await expect(ana.get_by_role("button", name="Open")).to_be_focused()


async def test_home_keeps_the_focus(app: App, windows: Windows) -> None:
    """A button that changes while it has the focus keeps it."""
    await _home(app, buttons("Open", block="row"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").focus()

    await _home(app, buttons("Open", "Other", block="row"))

    await expect(ana.get_by_role("button", name="Other")).to_be_visible()
    await expect(ana.get_by_role("button", name="Open")).to_be_focused()


async def test_menu_by_keys(app: App, windows: Windows) -> None:
    """A menu opens, is searched, chosen from and left by keys, and the focus is on it again."""
    _opening(app, modal(field("Skill", **MENU)))
    await _home(app, buttons("Open"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").click()
    face = ana.locator(".picker-face")
    await expect(face).to_be_focused()

    await ana.keyboard.press("ArrowDown")
    await expect(ana.get_by_role("combobox", name="Search")).to_be_focused()
    await ana.keyboard.type("co")
    await expect(ana.get_by_role("option")).to_have_count(2)
    await ana.keyboard.press("ArrowDown")
    await ana.keyboard.press("Enter")

    await expect(face).to_be_focused()
    await expect(face).to_have_text("Communication")
    await expect(face).to_have_accessible_name("Skill Communication")


async def test_question_before_a_press(app: App, windows: Windows) -> None:
    """A button with a question asks it first, and does nothing where the answer is no."""
    row = buttons("Remove")
    row["elements"][0]["confirm"] = {"title": text("Sure?"), "text": text("It goes away."), "style": "danger"}
    await _home(app, row)
    ana = await windows.of("U0ANA")
    await app.last()

    await ana.get_by_role("button", name="Remove").click()
    await ana.get_by_role("button", name="Cancel").click()
    await expect(ana.get_by_role("button", name="Remove")).to_be_focused()
    assert app.received.empty()
    await ana.get_by_role("button", name="Remove").click()
    await ana.get_by_role("button", name="Yes").click()

    assert (await app.received.get())["type"] == "block_actions"


async def test_moments_by_ones_own_watch(app: App, windows: Windows) -> None:
    """A date and time is typed and shown in the zone of whoever does it, wherever the browser is."""
    at_nine = 1_782_109_800  # Monday 22 June 2026, 09:30 in Sofia
    element: Json = {"type": "datetimepicker", "action_id": "answer", "initial_date_time": at_nine}
    _opening(app, modal(field("When", **element)))
    await _home(app, buttons("Open"))
    ana = await windows.of("U0ANA")
    await ana.get_by_role("button", name="Open").click()
    box = ana.get_by_label("When")

    await expect(box).to_have_value("2026-06-22T09:30")
    await box.fill("2026-12-22T09:30")
    app.says(None)
    await ana.get_by_role("button", name="Save").click()

    await expect(ana.locator("#modal")).to_be_hidden()
    state = (await app.last())["view"]["state"]["values"]["what"]["answer"]
    assert state["selected_date_time"] == 1_797_924_600


async def test_shortcuts(app: App, windows: Windows) -> None:
    """Shortcuts start from the head of the page, and upon a message from its actions."""
    await app.slack.control.post("U0SAM", "I mended the build", GENERAL)
    ana = await windows.of("U0ANA", GENERAL)

    await ana.get_by_role("button", name="Shortcuts", exact=True).click()
    await ana.get_by_role("menuitem", name="Write a note").click()
    first = await app.received.get()
    await ana.locator("#log article").hover()
    await ana.get_by_role("button", name="Shortcuts for this message").click()
    await ana.get_by_role("menuitem", name="Save as note").click()

    second = await app.received.get()
    assert (first["type"], first["callback_id"]) == ("shortcut", "note")
    assert (second["type"], second["message"]["text"]) == ("message_action", "I mended the build")
