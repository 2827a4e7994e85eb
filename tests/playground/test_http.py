"""Delivery by signed HTTP."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qs

from aiohttp import web

from playground.carriers import Parcel
from playground.http_carrier import encode, signature
from tests.playground.an_app import App, http_app, playground


async def test_signature() -> None:
    """Each request is signed over its timestamp and raw body, with the time of the wall."""
    async with http_app() as app:
        await app.slack.control.command("U0ANA", "/growth grüße & mehr")

        headers, raw = app.headers[0], app.envelopes[0]["raw"]
        secret = app.slack.signing_secret

    timestamp = headers["X-Slack-Request-Timestamp"]
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{raw}".encode(), hashlib.sha256).hexdigest()
    assert headers["X-Slack-Signature"] == f"v0={digest}"
    assert headers["User-Agent"].startswith("Slackbot 1.0")


def test_known_signature() -> None:
    """The signature is the one that Slack's own documentation works out."""
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
        "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    signed = signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body)

    assert signed == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"


def test_bodies() -> None:
    """Commands come as a form, interactions as a form with a payload, events as JSON."""
    command = encode(Parcel(kind="slash_commands", payload={"text": "a b"}))
    interaction = encode(Parcel(kind="interactive", payload={"type": "shortcut"}))
    event = encode(Parcel(kind="events_api", payload={"type": "event_callback"}))

    assert command == ("application/x-www-form-urlencoded", "text=a+b")
    assert parse_qs(interaction[1]) == {"payload": ['{"type": "shortcut"}']}
    assert event == ("application/json", '{"type": "event_callback"}')


async def test_plain_text_answer() -> None:
    """A command may be answered in plain text."""
    async with http_app() as app:
        app.says(web.Response(text="Here"))

        assert (await app.slack.control.command("U0ANA", "/growth")).text == "Here"


async def test_wrong_status() -> None:
    """An answer other than 200 is a failed dispatch."""
    async with http_app() as app:
        app.says(web.Response(status=404))

        reply = await app.slack.control.command("U0ANA", "/growth")

    assert (reply.status, reply.problem) == (404, "dispatch_failed")


async def test_broken_json() -> None:
    """JSON that cannot be read is taken as text, not as a failure of the playground."""
    async with http_app() as app:
        app.says(web.Response(text="{", content_type="application/json"))

        assert (await app.slack.control.command("U0ANA", "/growth")).text == "{"


async def test_nobody_there() -> None:
    """Where nobody listens the dispatch fails."""
    async with playground(mode="http", bot_url="http://127.0.0.1:9/slack/events") as slack:
        reply = await slack.control.command("U0ANA", "/growth")

    assert reply.problem == "dispatch_failed"


async def test_the_same_both_ways(either_app: App) -> None:
    """A command is answered alike by socket and by HTTP."""
    either_app.says({"text": "Here"})

    assert (await either_app.slack.control.command("U0ANA", "/growth")).text == "Here"
