"""One person's hands on the page: what they click and type, with every click counted."""

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

from tests.browser.windows import Windows


@dataclass
class Hands:
    """Somebody at their window. Enter sends, and counts as a click; typing does not."""

    windows: Windows
    page: Page
    clicks: int = 0

    @classmethod
    async def of(cls, windows: Windows, user: str, place: str = "home") -> "Hands":
        """Sit down at a window of one's own."""
        return cls(windows, await windows.of(user, place))

    @property
    def modal(self) -> Locator:
        """The form that is open."""
        return self.page.get_by_role("dialog").filter(visible=True)

    @property
    def messages(self) -> Locator:
        """The messages of the conversation that is open, oldest first."""
        return self.page.get_by_role("log").get_by_role("article")

    async def click(self, what: Locator) -> None:
        """Click once."""
        await what.click()
        self.clicks += 1

    async def go(self, place: str) -> None:
        """Open a place by its name in the sidebar."""
        await self.click(
            self.page.get_by_role("navigation").get_by_role("link", name=re.compile(place)).first
        )

    async def press(self, label: str, within: Locator | None = None) -> None:
        """Press the newest button of that name."""
        await self.click((within or self.page).get_by_role("button", name=label, exact=True).last)

    async def choose(self, label: str, *names: str) -> None:
        """Pick from a menu of the open form."""
        await self.click(self.modal.get_by_role("button", name=re.compile(f"^{re.escape(label)}")))
        for name in names:
            await self.click(self.page.get_by_role("option", name=name).first)
        if await self.page.get_by_role("option").filter(visible=True).count():
            # A menu of which several may be chosen stays open.
            await self.click(self.modal.locator("#modal-title"))

    async def tick(self, label: str) -> None:
        """Choose what stands in sight."""
        await self.click(self.modal.get_by_label(label).first)

    async def write(self, label: str, text: str) -> None:
        """Type into a box of the open form."""
        await self.modal.get_by_label(label).fill(text)

    async def submit(self, outcome: str | None = None) -> None:
        """Press the form's own button, and wait for what it says; without that, for the form to go."""
        await self.click(self.modal.locator("#modal-submit"))
        if outcome is None:
            await expect(self.modal).to_be_hidden()
        else:
            await expect(self.modal).to_contain_text(outcome)

    async def close(self) -> None:
        """Close what is open."""
        await self.click(self.modal.locator("#modal-cancel"))
        await expect(self.modal).to_be_hidden()

    async def type(self, text: str) -> None:
        """Send a line from the composer."""
        box = self.page.locator("#main-text")
        await box.fill(text)
        await box.press("Escape")
        await box.press("Enter")
        self.clicks += 1

    async def read(self, text: str) -> None:
        """Wait until the newest messages say something."""
        await expect(self.messages.filter(has_text=text).last).to_be_visible()

    async def heard(self, text: str) -> int:
        """How many messages say something, once one does."""
        await self.read(text)
        return await self.messages.filter(has_text=text).count()

    async def read_again(self, text: str, before: int) -> None:
        """Wait until one message more says it than before."""
        await expect(self.messages.filter(has_text=text)).to_have_count(before + 1)

    async def open_notes(self, line: re.Pattern[str]) -> None:
        """Open what a line of a summary rests on."""
        block = self.modal.locator(".block").filter(has_text=line)
        await self.click(block.get_by_role("button", name=re.compile("^Notes")).first)

    async def see(self, text: str) -> None:
        """Wait until the page, or the form that is open, says something."""
        await expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    async def shortcut(self, message: str, name: str) -> None:
        """Start a shortcut upon a message."""
        said = self.messages.filter(has_text=message).last
        await said.hover()
        await self.press("Shortcuts for this message", said)
        await self.click(self.page.get_by_role("menuitem", name=name))

    async def move_clock(self, label: str) -> None:
        """Let time pass, for everybody; what comes meanwhile is there afterwards."""
        clock = self.page.get_by_role("region", name="Clock")
        before = await clock.inner_text()
        await self.page.get_by_role("button", name=label).click()
        await expect(clock).not_to_have_text(before)
        await expect(clock).not_to_have_class(re.compile("moving"))

    async def picture(self, name: str) -> None:
        """Keep what is on the screen, where pictures are asked for."""
        await self.windows.picture(self.page, name)
