"""Slack over a WebSocket, with the watchdog that its client needs (SLACK.md 1)."""

import asyncio
from datetime import timedelta

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.domain.ports import Clock
from bot.listeners.dispatch import TrellisApp

LOOK_SECONDS = 5.0
PING_SECONDS = 10.0
NEW_ADDRESS_AFTER = timedelta(seconds=15)
NEW_HANDLER_AFTER = timedelta(seconds=60)
_log = structlog.get_logger()


class SocketDoor:
    """One Socket Mode connection that is made anew when it stays down.

    After a refused ticket the client asks for the same address for ever: after 15 s down the address is
    forgotten, after 60 s the whole client is replaced. `ping_seconds` lie between the client's pings, and
    between its attempts to connect.
    """

    def __init__(
        self, app: TrellisApp, app_token: str, ticker: Clock, ping_seconds: float = PING_SECONDS
    ) -> None:
        self._app = app
        self._token = app_token
        self._ticker = ticker
        self._ping_seconds = ping_seconds
        self._handler = self._new_handler()
        self._up_at = ticker()
        self._connecting: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to connect, and watch; returns at once."""
        self._connect()
        self._watching = asyncio.create_task(self._watch())

    async def connected(self) -> None:
        """Wait for the connection that is being made."""
        if self._connecting is not None:
            await asyncio.shield(self._connecting)

    async def is_connected(self) -> bool:
        """Whether Slack can reach us now."""
        return bool(await self._handler.client.is_connected())

    async def close(self) -> None:
        """Stop watching and hang up."""
        for task in (self._watching, self._connecting):
            if task is not None:
                task.cancel()
        await self._handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's own

    async def look(self) -> None:
        """One look of the watchdog."""
        now = self._ticker()
        if await self.is_connected():
            self._up_at = now
        elif now - self._up_at > NEW_HANDLER_AFTER:
            _log.warning("socket_replaced")
            await self._replace()
        elif now - self._up_at > NEW_ADDRESS_AFTER:
            self._handler.client.wss_uri = None

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self.look()

    async def _replace(self) -> None:
        if self._connecting is not None:
            self._connecting.cancel()
        await self._handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's own
        self._handler = self._new_handler()
        self._up_at = self._ticker()
        self._connect()

    def _new_handler(self) -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(self._app, self._token, ping_interval=self._ping_seconds)
        handler.client.proxy = self._app.client.proxy  # it goes the way of all calls
        return handler

    def _connect(self) -> None:
        self._connecting = asyncio.create_task(self._handler.connect_async())  # type: ignore[no-untyped-call]  # Bolt's own
