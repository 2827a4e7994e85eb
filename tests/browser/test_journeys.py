"""What people do with Trellis at a company that has it for half a year, by hand."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.hands import Hands
from tests.browser.windows import Windows

pytestmark = pytest.mark.slow
OTIS, WREN, POPPY, HAZEL, BRAM = "U0OTIS", "U0WREN", "U0POPPY", "U0HAZEL", "U0BRAM"
FLIGHT, KUDOS = "C0FLIGHT", "C0KUDOS"


async def test_from_a_message_to_kudos_to_a_note_to_the_summary(at_work: Windows) -> None:
    """Kudos upon a message become a note of their receiver's, which a line of the summary opens."""
    wren = await Hands.of(at_work, WREN, FLIGHT)
    await wren.type("The wind log now says which station is silent, and since when.")
    bram = await Hands.of(at_work, BRAM, FLIGHT)
    await bram.shortcut("The wind log now says", "Give kudos for this")
    await bram.see("Wren Halloran")
    await bram.write("What did they do?", "Made the silent station visible before anybody asked for it.")
    await bram.choose("What did it show?", "Running systems")
    await bram.picture("21-kudos-for-a-message")
    await bram.submit("Wren Halloran")
    await bram.close()

    await wren.go("Messages")
    await wren.read("Bram Sparrow thanked you")
    await wren.press("Read it")
    await wren.see("Made the silent station visible")
    await wren.picture("22-kudos-to-keep")
    await wren.submit()
    await wren.go("Home")
    await wren.press("Summary")
    await wren.see("Your growth,")
    await wren.picture("23-a-summary")
    await wren.open_notes(re.compile(r"Running systems: \d+ notes"))
    await wren.see("Made the silent station visible")
    await wren.picture("24-what-a-line-rests-on")


async def test_prompts_come_before_a_one_to_one(at_work: Windows) -> None:
    """Moved to Monday morning, the clock brings a report their questions, and a manager their week."""
    wren, otis = await Hands.of(at_work, WREN, "messages"), await Hands.of(at_work, OTIS, "messages")

    with_otis, with_reports = (
        "Your 1:1 with Otis Fenwick: Tuesday 09:00",
        "Your 1:1s with reports this week",
    )
    before = await wren.heard(with_otis), await otis.heard(with_reports)

    await wren.move_clock("Next Monday 09:00")

    await wren.read_again(with_otis, before[0])
    await otis.read_again(with_reports, before[1])
    await wren.picture("31-before-a-one-to-one")
    await wren.press("Why these?")
    await wren.see("These come because you and Otis Fenwick agreed to prompts")
    await wren.picture("32-why-these")


async def test_an_owner_looks_after_a_framework(at_work: Windows) -> None:
    """On the quarter's first Monday the owner is asked what to keep, and their word is kept."""
    hazel = await Hands.of(at_work, HAZEL, "messages")

    await hazel.move_clock("Next quarter")
    await hazel.read("Does the Workshop framework still say what good work looks like here?")
    await hazel.picture("41-the-quarterly-look")
    await hazel.press("Look at it")
    await hazel.see("Skip what you have no view on.")
    await hazel.tick("Reword it")
    await hazel.picture("42-keep-reword-retire")
    await hazel.submit()
    await hazel.go("Home")
    await hazel.press("What owners said")
    await hazel.see("reword it")
    await hazel.picture("43-what-owners-said")


async def test_who_may_not_see_is_refused(at_work: Windows) -> None:
    """Somebody else's manager asks for a summary in vain, and learns nothing by it."""
    hazel = await Hands.of(at_work, HAZEL, "you")

    await hazel.type("/growth summary @wren")

    await hazel.read("That is not here, or not yours to open.")
    await hazel.picture("51-not-yours-to-open")
    await expect(hazel.page.get_by_role("dialog")).to_be_hidden()
