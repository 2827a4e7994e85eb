"""One browser window a person, each signed in to the page as them."""

from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, expect

PATIENCE = 15_000  # milliseconds that something may take to appear on a busy machine
WIDE = ViewportSize(width=1280, height=860)
NARROW = ViewportSize(width=360, height=740)
REFUSED = (
    "409"  # the page says in words what cannot be done; the browser's console need not be quiet about it
)

expect.set_options(timeout=PATIENCE)


class Windows:
    """Opens a window for each person that is asked for; pictures go to a folder, if one is given."""

    def __init__(self, browser: Browser, address: str, pictures: Path | None) -> None:
        self._browser = browser
        self._address = address
        self._pictures = pictures
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for context in self._contexts:
            await context.close()
        if kind is None:
            assert not self.complaints, self.complaints

    async def of(self, user: str, place: str = "home", *, size: ViewportSize = WIDE) -> Page:
        """A window of this person's, at their Home unless another place is named."""
        page = await self._opened(size)
        await page.goto(f"{self._address}/?as={user}&in={place}")
        return page

    async def blank(self, *, size: ViewportSize = WIDE) -> Page:
        """A window of nobody's yet."""
        page = await self._opened(size)
        await page.goto(self._address)
        return page

    async def _opened(self, size: ViewportSize) -> Page:
        context = await self._browser.new_context(
            viewport=size, color_scheme="light", reduced_motion="reduce", locale="en-GB", timezone_id="UTC"
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    async def picture(self, page: Page, name: str) -> None:
        """Keep what the window shows, where pictures are asked for."""
        if self._pictures:
            await page.screenshot(path=self._pictures / f"{name}.png")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and REFUSED not in message.text:
            self.complaints.append(message.text)
