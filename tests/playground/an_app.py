"""A bare app, without any Slack library: it keeps what reaches it and answers as a test tells it to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from playground.clock import Clock
from playground.model import Channel, Person
from playground.server import Playground

T = TypeVar("T")
Json = dict[str, Any]
Answer = Callable[[Json], Awaitable[Any]]

SCOPES = ["app_mentions:read", "chat:write", "commands", "files:write", "im:write", "users:read"]
EVENTS = ["app_home_opened", "app_mention", "app_uninstalled", "team_join", "tokens_revoked", "user_change"]
MANIFEST: Mapping[str, Any] = {
    "display_information": {"name": "Trellis"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Trellis"},
        "slash_commands": [
            {"command": "/growth", "description": "Grow", "usage_hint": "help", "should_escape": True},
            {"command": "/plain", "description": "Nothing escaped", "should_escape": False},
        ],
        "shortcuts": [
            {"type": "global", "name": "Write a note", "callback_id": "note", "description": "A note"},
            {"type": "message", "name": "Save as note", "callback_id": "save", "description": "Save it"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": EVENTS},
        "socket_mode_enabled": True,
    },
}
ANA = Person(id="U0ANA", name="ana", real_name="Ana Petrova", tz="Europe/Sofia")
SAM = Person(id="U0SAM", name="sam", real_name="Sam Okoye", tz="America/New_York")
PEOPLE = (ANA, SAM)
CHANNELS = (
    Channel(id="C0GENERAL", name="general", members=frozenset({"U0ANA", "U0SAM", "app"})),
    Channel(id="C0CORNER", name="corner", members=frozenset({"U0ANA"})),
    Channel(id="C0SECRET", name="secret", is_private=True, members=frozenset({"U0ANA"})),
    Channel(id="C0OLD", name="old", is_archived=True, members=frozenset({"U0ANA", "app"})),
)


def text(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def field(label: str, *, block: str = "what", optional: bool = False, **element: Any) -> Json:
    """An input block; a line of text unless the element says otherwise."""
    inner = {"type": "plain_text_input", "action_id": "answer", **element}
    return {"type": "input", "block_id": block, "label": text(label), "optional": optional, "element": inner}


def buttons(*labels: str, block: str = "row") -> Json:
    """A row of buttons whose action_id is their label in lower case."""
    row = [{"type": "button", "action_id": label.lower(), "text": text(label)} for label in labels]
    return {"type": "actions", "block_id": block, "elements": row}


def options(*labels: str) -> list[Json]:
    return [{"text": text(label), "value": label.lower()} for label in labels]


def modal(*blocks: Json, **parts: Any) -> Json:
    """A modal with a button to submit it; a part that is None is left out."""
    shown = list(blocks) or [field("What")]
    view = {"type": "modal", "title": text("Form"), "submit": text("Save"), "blocks": shown, **parts}
    return {name: part for name, part in view.items() if part is not None}


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks) or [{"type": "divider"}]}


class App:
    """What a test holds of the app: what it received, how it answers, and the Web API."""

    def __init__(self, slack: Playground, session: aiohttp.ClientSession) -> None:
        self.slack = slack
        self.session = session
        self.envelopes: list[Json] = []
        self.headers: list[Mapping[str, str]] = []
        self.received: asyncio.Queue[Json] = asyncio.Queue()
        self.answer: Answer = _nothing

    async def take(self, payload: Json) -> Any:
        """Keep a payload and answer it: None or a body to acknowledge, Silence to stay silent."""
        self.received.put_nowait(payload)
        return await self.answer(payload)

    async def last(self) -> Json:
        """The newest payload so far."""
        payload = await self.received.get()
        while not self.received.empty():
            payload = self.received.get_nowait()
        return payload

    async def call(self, method: str, token: str = "", **args: Any) -> Json:
        """Call the Web API with JSON and the bot token; the answer's body."""
        headers = {"Authorization": f"Bearer {token or self.slack.bot_token}"}
        async with self.session.post(self.slack.api_url + method, json=args, headers=headers) as response:
            body: Json = await response.json()
            return body

    async def respond(self, payload: Json, **message: Any) -> tuple[int, str]:
        """Post to a payload's response_url."""
        async with self.session.post(payload["response_url"], json=message) as response:
            return response.status, await response.text()

    def opens(self, view: Json) -> None:
        """From now on answer whatever comes with a modal."""

        async def answer(payload: Json) -> None:
            opened = await self.call("views.open", trigger_id=payload["trigger_id"], view=view)
            assert opened["ok"], opened

        self.answer = answer

    def says(self, body: Any) -> None:
        """From now on acknowledge with this body."""

        async def answer(_payload: Json) -> Any:
            return body

        self.answer = answer

    def stays_silent(self) -> None:
        """From now on acknowledge nothing."""
        self.says(SILENCE)


async def lapse(app: App, seconds: float, act: Coroutine[Any, Any, T]) -> T:
    """Do something, and let so much time pass once the app has heard of it."""
    doing = asyncio.create_task(act)
    await app.received.get()
    await app.slack.control.advance(seconds)
    return await doing


SILENCE = object()


async def _nothing(_payload: Json) -> None:
    return None


@asynccontextmanager
async def connection(app: App) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """One Socket Mode connection that answers as the app does."""
    url = (await app.call("apps.connections.open", app.slack.app_token))["url"]
    async with app.session.ws_connect(url) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        talk = asyncio.create_task(_converse(app, socket))
        yield socket
        talk.cancel()
        await asyncio.gather(talk, return_exceptions=True)


async def _converse(app: App, socket: aiohttp.ClientWebSocketResponse) -> None:
    async for message in socket:
        envelope = json.loads(message.data)
        app.envelopes.append(envelope)
        if "envelope_id" in envelope:
            asyncio.get_running_loop().create_task(_acknowledge(app, socket, envelope))


async def _acknowledge(app: App, socket: aiohttp.ClientWebSocketResponse, envelope: Json) -> None:
    body = await app.take(envelope["payload"])
    if body is not SILENCE:
        await socket.send_json({"envelope_id": envelope["envelope_id"], "payload": body or {}})


@asynccontextmanager
async def socket_app(clock: Clock | None = None, **changes: Any) -> AsyncIterator[App]:
    """A playground with this app connected to it by one socket."""
    async with playground(clock=clock, **changes) as slack, aiohttp.ClientSession() as session:
        app = App(slack, session)
        async with connection(app):
            yield app


@asynccontextmanager
async def http_app(clock: Clock | None = None, **changes: Any) -> AsyncIterator[App]:
    """A playground that posts to this app over HTTP."""
    async with playground(clock=clock, mode="http", **changes) as slack, aiohttp.ClientSession() as session:
        app = App(slack, session)
        runner = web.AppRunner(_web(app), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        yield app
        await runner.cleanup()


def playground(*, manifest: Mapping[str, Any] = MANIFEST, **changes: Any) -> Playground:
    """A playground of two people, not yet started."""
    return Playground(manifest=manifest, **{"people": PEOPLE, "channels": CHANNELS, **changes})


def _web(app: App) -> web.Application:
    async def events(request: web.Request) -> web.Response:
        app.headers.append(dict(request.headers))
        body = await request.text()
        app.envelopes.append({"raw": body})
        said = await app.take(_payload(request.content_type, body))
        if said is SILENCE:
            await asyncio.Event().wait()
        if isinstance(said, web.Response):
            return said
        return web.Response() if said is None else web.json_response(said)

    served = web.Application()
    served.add_routes([web.post("/slack/events", events)])
    return served


def _payload(content_type: str, body: str) -> Json:
    if content_type == "application/json":
        parsed: Json = json.loads(body)
        return parsed
    form = dict(parse_qsl(body, keep_blank_values=True))
    return json.loads(form["payload"]) if "payload" in form else form
