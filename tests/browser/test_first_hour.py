"""The first hour of a company with Trellis, by hand: from nothing to a first summary."""

import pytest
from playwright.async_api import expect

from tests.browser.hands import Hands
from tests.browser.windows import Windows

pytestmark = pytest.mark.slow
JUNIPER, OTIS, WREN = "U0JUNIPER", "U0OTIS", "U0WREN"
MOST_CLICKS = 25


async def set_up(lead: Hands) -> None:
    """An admin becomes the first People lead, chooses a framework, and switches Trellis on for a team."""
    await lead.see("Look after Trellis here")
    await lead.picture("01-an-admin-opens-home")
    await lead.press("Open the settings")
    await lead.see("You are the first People lead now")
    await lead.picture("02-the-first-people-lead")
    await lead.close()
    await lead.go("Messages")
    await lead.read("Choose a framework to begin with")
    await lead.picture("03-first-a-framework")
    await lead.press("Choose a framework")
    await lead.tick("Engineering")
    await lead.picture("04-which-framework")
    await lead.submit("Engineering is in force now.")
    await lead.close()
    await lead.read("Invite one team")
    await lead.press("Choose people")
    await lead.choose("For whom?", "Otis Fenwick", "Wren Halloran")
    await lead.picture("05-then-a-team")
    await lead.submit("Trellis is on for 2 people now.")
    await lead.close()


async def agree_who_manages(report: Hands, manager: Hands) -> None:
    """The report says who their manager is, who says yes."""
    await report.go("Messages")
    await report.read("Juniper Vale switched Trellis on for you.")
    await report.picture("06-a-member-is-greeted")
    await report.press("Say who it is")
    await report.choose("Who?", "Otis Fenwick")
    await report.picture("07-who-is-your-manager")
    await report.submit("Otis Fenwick is asked")
    await report.close()
    await manager.go("Messages")
    await manager.read("Wren Halloran says that you are their manager.")
    await manager.picture("08-the-manager-is-asked")
    await manager.press("Yes, that’s right")
    await manager.read("Wren Halloran reports to you now.")


async def agree_where_they_are(report: Hands, manager: Hands) -> None:
    """The report proposes a level, which the manager confirms."""
    await report.read("Say where you are")
    await report.press("Say where I am")
    await report.choose("Which level fits best today?", "Senior engineer")
    await report.picture("09-where-you-are")
    await report.submit("Proposed.")
    await report.close()
    await manager.read("sees themselves at Engineering, Senior engineer")
    await manager.press("Confirm")
    await manager.read("You confirmed Wren Halloran")


async def agree_to_meet(report: Hands, manager: Hands) -> None:
    """The report asks for a 1:1, and the manager says that it suits."""
    await report.read("Set up a 1:1 with Otis Fenwick")
    await report.press("Set up a 1:1")
    await report.see("Every Tuesday at 10:00")
    await report.picture("10-a-first-one-to-one")
    await report.submit("Otis Fenwick is asked")
    await report.close()
    await manager.read("Wren Halloran would like 1:1 prompts with you")
    await manager.press("Yes, that works")
    await manager.read("You and Wren Halloran get prompts for your 1:1")


async def note_something(report: Hands) -> None:
    """The report passes over the kudos and writes a first note."""
    await report.read("Thank a colleague")
    await report.press("Skip this")
    await report.read("Write your first note")
    await report.press("Write a note")
    await report.write("What happened?", "Led the answer to the outage, and wrote down what changed.")
    await report.picture("11-a-first-note")
    await report.submit()
    await report.read("See your first summary")


async def test_the_first_hour(first_day: Windows) -> None:
    """Led by one message after the other, a report and a manager reach a first prompt and a first note."""
    lead = await Hands.of(first_day, JUNIPER)
    report, manager = await Hands.of(first_day, WREN), await Hands.of(first_day, OTIS)

    await set_up(lead)
    await agree_who_manages(report, manager)
    await agree_where_they_are(report, manager)
    await agree_to_meet(report, manager)
    await note_something(report)
    clicks = report.clicks + manager.clicks
    await lead.move_clock("Next Monday 09:00")
    await lead.move_clock("An hour later")
    await manager.read("Your 1:1 with Wren Halloran: Tuesday 10:00")
    await report.read("Your 1:1 with Otis Fenwick: Tuesday 10:00")
    await report.picture("12-a-first-prompt")
    await report.press("See my summary")
    await report.see("Your growth,")
    await report.picture("13-a-first-summary")

    await expect(report.modal).to_contain_text("Only you see this.")
    assert clicks <= MOST_CLICKS, clicks
