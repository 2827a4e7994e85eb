"""A Slack that is not ours: it keeps what it was sent, and answers what it is told to, however odd."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request as it came."""

    verb: str
    path: str
    kind: str
    token: str
    form: Mapping[str, str]


@dataclass(slots=True)
class OtherSlack:
    """`url` is its Web API; `sent` holds all requests, oldest first."""

    url: str = ""
    sent: list[Sent] = field(default_factory=list)
    _body: bytes = b'{"ok":true}'
    _status: int = 200
    _headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": JSON})

    def says(self, said: Any, status: int = 200, kind: str | None = JSON, **headers: str) -> None:
        """What it answers from now on: text as it is, all else as JSON; `kind` None leaves the type out."""
        self._body = (said if isinstance(said, str) else json.dumps(said)).encode()
        self._status = status
        self._headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if kind:
            self._headers["Content-Type"] = kind

    async def answer(self, request: web.Request) -> web.Response:
        """Any method."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        token = request.headers.get("Authorization", "")
        place = request.path_qs
        sent = Sent(verb=request.method, path=place, kind=request.content_type, token=token, form=form)
        self.sent.append(sent)
        return web.Response(body=self._body, status=self._status, headers=self._headers)


@asynccontextmanager
async def other_slack() -> AsyncIterator[OtherSlack]:
    """One that runs until the end of the block."""
    slack = OtherSlack()
    site = web.Application()
    site.router.add_route("*", "/api/{method}", slack.answer)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    try:
        yield slack
    finally:
        await runner.cleanup()
