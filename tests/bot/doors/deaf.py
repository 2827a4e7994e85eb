"""A Slack that gives out addresses and then does not let anybody in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


class DeafSlack:
    """Counts what is asked of it; `asked` for an address, `knocked` at one."""

    def __init__(self) -> None:
        self.asked = 0
        self.knocks: list[str] = []
        self.url = ""
        self._changed = asyncio.Condition()

    async def until(self, *, asked: int = 0, knocked: int = 0) -> None:
        """Wait until so much was asked; a test that waits in vain fails after five seconds."""
        async with asyncio.timeout(5), self._changed:
            await self._changed.wait_for(lambda: self.asked >= asked and len(self.knocks) >= knocked)

    async def give_address(self, _: web.Request) -> web.Response:
        """apps.connections.open."""
        async with self._changed:
            self.asked += 1
            self._changed.notify_all()
        address = f"{self.url.replace('http', 'ws', 1)}socket/{self.asked}"
        return web.json_response({"ok": True, "url": address})

    async def refuse(self, request: web.Request) -> web.Response:
        """The address, where a used ticket gets a 404."""
        async with self._changed:
            self.knocks.append(request.match_info["ticket"])
            self._changed.notify_all()
        return web.Response(status=404)


@asynccontextmanager
async def deaf_slack() -> AsyncIterator[DeafSlack]:
    """One that runs until the end of the block."""
    slack = DeafSlack()
    site = web.Application()
    site.router.add_post("/apps.connections.open", slack.give_address)
    site.router.add_get("/socket/{ticket}", slack.refuse)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        yield slack
    finally:
        await runner.cleanup()
