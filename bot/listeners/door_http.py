"""Slack over HTTP: our own verification stands in front of Bolt (SLACK.md 6)."""

import hashlib
import hmac
import json
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from urllib.parse import parse_qsl

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.domain.ports import Clock
from bot.listeners.dispatch import TrellisApp

PATH = "/slack/events"
LARGEST_BODY = 1024 * 1024
STALE = timedelta(minutes=5)
_SECONDS = re.compile(r"[0-9]{1,12}")
_UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError)

Check = Callable[[], Awaitable[bool]]


def is_signed(secret: str, timestamp: str, signature: str, body: bytes, now: float) -> bool:
    """Whether Slack signed this body within the last five minutes; the timestamp is whole seconds."""
    if not _SECONDS.fullmatch(timestamp) or abs(now - int(timestamp)) > STALE.total_seconds():
        return False
    base = b"v0:" + timestamp.encode() + b":" + body
    expected = "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))


def _as_json(body: str) -> str:
    """A request as the JSON that it is or holds.

    Bolt would take every form with `payload` in it, were it in what somebody typed, for an interaction.
    """
    if body.lstrip().startswith("{"):
        return body
    fields = dict(parse_qsl(body, keep_blank_values=True))
    return fields.get("payload") or json.dumps(fields)


def http_door(app: TrellisApp | None, secret: str, ticker: Clock, is_ready: Check) -> web.Application:
    """The web application: Slack's traffic where there is an app, and whether we live and are ready."""

    async def on_slack(request: web.Request) -> web.Response:
        body = await request.read()
        timestamp = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if app is None or not is_signed(secret, timestamp, signature, body, ticker().timestamp()):
            return web.Response(status=401)
        try:
            bolt_request = AsyncBoltRequest(
                body=_as_json(body.decode(errors="replace")),
                query=request.query_string,
                headers={name: [value] for name, value in request.headers.items()},
            )
        except _UNREADABLE:  # whatever Bolt's reader makes of a body that Slack would not send
            return web.Response(status=400)
        return await to_aiohttp_response(await app.async_dispatch(bolt_request))

    async def on_alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def on_ready(_: web.Request) -> web.Response:
        ready = await is_ready()
        return web.json_response({"ready": ready}, status=200 if ready else 503)

    site = web.Application(client_max_size=LARGEST_BODY)
    if app is not None:
        site.router.add_post(PATH, on_slack)
    site.router.add_get("/healthz", on_alive)
    site.router.add_get("/readyz", on_ready)
    return site
