"""The playground as one object: starts on a loopback port, and tells its addresses and tokens.

async with Playground(manifest=manifest, people=[Person(id="U0ANA", name="ana")]) as slack:
    ...  # point the app at slack.api_url with slack.bot_token and slack.app_token
    await slack.control.command("U0ANA", "/growth help")
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import aiohttp
from aiohttp import web

from playground import control_web, web_api
from playground.clock import Clock
from playground.control import Control
from playground.founding import Founding, found
from playground.http_carrier import HttpCarrier
from playground.keeping import kept_in, take_up
from playground.model import Channel, Person, Try

HOST = "127.0.0.1"
BODY = 4 * 1024 * 1024  # bytes of a request


class Playground:
    """A local Slack with one app in it.

    `mode` is how payloads reach the app: over its sockets, or posted to `bot_url`, which may be given
    later to `deliver_to`. `pace` scales the rate limits, None lifts them; `retry_scale` the waits before
    an event is tried again. With a file to `keep`, the workspace goes on from what that holds, and is
    written there.
    """

    def __init__(  # noqa: PLR0913 - each a switch of the one object that tests make
        self,
        *,
        manifest: Mapping[str, Any],
        people: Sequence[Person] = (),
        channels: Sequence[Channel] = (),
        tries: Sequence[Try] = (),
        mode: Literal["socket", "http"] = "socket",
        bot_url: str = "",
        signing_secret: str = "",
        port: int = 0,
        team_name: str = "Playground",
        pace: float | None = 1.0,
        retry_scale: float = 1.0,
        clock: Clock | None = None,
        keep: Path | None = None,
        new_secret: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._team = found(
            Founding(
                manifest=manifest,
                people=people,
                channels=channels,
                tries=tries,
                team_name=team_name,
                clock=clock or Clock(),
                pace=pace,
                retry_scale=retry_scale,
                new_secret=new_secret,
            )
        )
        if keep:
            take_up(self._team, keep)
        self._keep = keep
        self._keeping = AsyncExitStack()
        self.signing_secret = signing_secret or new_secret()
        self._mode, self._bot_url, self._port = mode, bot_url, port
        self._session: aiohttp.ClientSession | None = None
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; a port of 0 takes a free one."""
        self._session = aiohttp.ClientSession()
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self._port).start()
        self._team.origin = f"http://{HOST}:{self._runner.addresses[0][1]}"
        self.control = Control(self.base_url)
        if self._mode == "http":
            self.deliver_to(self._bot_url)
        if self._keep:
            await self._keeping.enter_async_context(kept_in(self._team, self._keep))

    async def stop(self) -> None:
        """Give up what is under way, end the connections and close the port."""
        await self._team.outbox.stop()
        await self.control.aclose()
        await self._team.sockets.stop()
        if self._runner:
            await self._runner.cleanup()
        if self._session:
            await self._session.close()
        await self._keeping.aclose()

    def deliver_to(self, bot_url: str) -> None:
        """Post payloads, signed, to this address from now on."""
        if self._session is None:
            raise RuntimeError("start the playground first")
        wall = self._team.clock.wall
        self._team.outbox.carrier = HttpCarrier(self._session, bot_url, self.signing_secret, wall)

    @property
    def base_url(self) -> str:
        return self._team.origin

    @property
    def api_url(self) -> str:
        """What the app takes for Slack's Web API; ends with a slash."""
        return f"{self.base_url}/api/"

    @property
    def bot_token(self) -> str:
        return self._team.bot_token

    @property
    def app_token(self) -> str:
        return self._team.app_token

    @property
    def team_id(self) -> str:
        return self._team.who.team_id

    @property
    def bot_user_id(self) -> str:
        return self._team.who.bot_user

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[control_web.own_page_only], client_max_size=BODY)
        app[control_web.TEAM] = self._team
        app.add_routes([*web_api.ROUTES, *control_web.ROUTES])
        return app
