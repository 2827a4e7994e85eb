"""What people do through the page, from the first look to what they came for."""

import pytest
from playwright.async_api import expect

from tests.browser.windows import Windows

pytestmark = pytest.mark.slow


async def test_kudos_from_a_message_become_a_note_in_the_summary(at_work: Windows) -> None:
    """Bram thanks Wren for what she wrote; she keeps it, and finds it in her summary."""
    bram = await at_work.of("U0BRAM", "C0FLIGHT")
    wren = await at_work.of("U0WREN", "C0FLIGHT")
    await wren.get_by_role("textbox", name="Message").fill("The gust alarm now names the mast that stands in the wind.")
    await wren.keyboard.press("Enter")
    message = bram.get_by_role("article", name="Wren Halloran").filter(has_text="gust alarm")
    await message.hover()
    await message.get_by_role("button", name="More").click()
    print(await bram.locator("body").aria_snapshot())
    await bram.get_by_role("menuitem", name="Give kudos for this").click()
    await bram.wait_for_timeout(500)
    print(await bram.locator("dialog[open]").aria_snapshot())
    await at_work.picture(bram, "kudos-form")
    await bram.get_by_role("button", name="Give kudos").click()
    await bram.wait_for_timeout(1500)
    await wren.goto(wren.url.replace("C0FLIGHT", "messages"))
    await wren.wait_for_timeout(1500)
    print(await wren.locator("body").aria_snapshot())
    assert 0
