"""Socket Mode: tickets, connections, envelopes and farewells."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import aiohttp
import pytest

from playground.control import Control
from tests.playground.an_app import App, connection, playground


async def _url(app: App) -> str:
    return str((await app.call("apps.connections.open", app.slack.app_token))["url"])


async def test_hello(app: App) -> None:
    """A connection begins with hello, which counts the connections."""
    async with app.session.ws_connect(await _url(app)) as socket:
        hello = await socket.receive_json()

    assert (hello["type"], hello["num_connections"]) == ("hello", 2)


async def test_ticket_once(app: App) -> None:
    """An address is good for one connection."""
    url = await _url(app)
    async with app.session.ws_connect(url):
        pass

    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await app.session.ws_connect(url)

    assert refused.value.status == 404


async def test_envelope(app: App, slack: Control) -> None:
    """An envelope says what it carries and whether its acknowledgement may carry something back."""
    await slack.command("U0ANA", "/growth")
    await slack.shortcut("U0ANA", "note")
    await slack.open_home("U0ANA")

    assert [(one["type"], one["accepts_response_payload"]) for one in app.envelopes] == [
        ("slash_commands", True),
        ("interactive", True),
        ("events_api", False),
    ]


async def test_one_of_many(app: App, slack: Control) -> None:
    """Of several connections each payload reaches one, and all take their turn."""
    async with connection(app), connection(app):
        replies = [await slack.command("U0ANA", "/growth") for _ in range(6)]

    assert all(reply.acked for reply in replies)
    assert app.received.qsize() == 6


async def test_eleventh(app: App) -> None:
    """An eleventh connection is sent away."""
    async with AsyncExitStack() as stack:
        for _ in range(9):
            await stack.enter_async_context(connection(app))
        socket = await stack.enter_async_context(app.session.ws_connect(await _url(app)))

        goodbye = await socket.receive_json()

    assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "too_many_websockets")


async def test_refresh(app: App, slack: Control) -> None:
    """A connection that is asked to refresh gets nothing more; a new one takes over."""
    await slack.disconnect("refresh_requested")
    lost = await slack.command("U0ANA", "/growth")
    async with connection(app):
        found = await slack.command("U0ANA", "/growth")

    assert app.envelopes[0]["reason"] == "refresh_requested"
    assert (lost.problem, found.acked) == ("dispatch_failed", True)


async def test_refresh_ignored(app: App, slack: Control) -> None:
    """A connection that does not leave within ten seconds is closed."""
    async with app.session.ws_connect(await _url(app)) as socket:
        await socket.receive_json()
        await slack.disconnect("refresh_requested")
        await socket.receive_json()
        await slack.advance(10)

        assert (await socket.receive()).type == aiohttp.WSMsgType.CLOSE


async def test_link_disabled(app: App, slack: Control) -> None:
    """Where Socket Mode is switched off the connections are closed at once."""
    async with app.session.ws_connect(await _url(app)) as socket:
        await socket.receive_json()
        disconnecting = asyncio.create_task(slack.disconnect("link_disabled"))

        goodbye, end = await socket.receive_json(), await socket.receive()
        await disconnecting

    assert (goodbye["reason"], end.type) == ("link_disabled", aiohttp.WSMsgType.CLOSE)


async def test_warning(app: App, slack: Control) -> None:
    """A warning leaves the connection as it is."""
    await slack.disconnect("warning")

    assert (await slack.command("U0ANA", "/growth")).acked
    assert app.envelopes[0]["reason"] == "warning"


async def test_cut_while_waiting(app: App, slack: Control) -> None:
    """When a connection breaks, what it had not acknowledged has failed."""
    app.stays_silent()
    asking = asyncio.create_task(slack.command("U0ANA", "/growth"))
    await app.received.get()

    await slack.disconnect("cut")

    assert (await asking).problem == "dispatch_failed"


async def test_foreign_acknowledgement() -> None:
    """An acknowledgement counts on the connection that the payload came by; other words count nowhere."""
    async with playground() as slack, aiohttp.ClientSession() as session:
        app = App(slack, session)
        one, two = await session.ws_connect(await _url(app)), await session.ws_connect(await _url(app))
        await two.receive_json()
        asking = asyncio.create_task(slack.control.command("U0ANA", "/growth"))
        envelope = await two.receive_json()
        await one.send_json({"envelope_id": envelope["envelope_id"]})
        for words in ("nonsense", "[]", '{"envelope_id": "none"}'):
            await one.send_str(words)
        await one.close()
        await slack.control.advance(3)

        assert (await asking).problem == "operation_timeout"


async def test_no_connection() -> None:
    """Without a connection nothing reaches the app."""
    async with playground() as slack:
        reply = await slack.control.command("U0ANA", "/growth")

    assert reply.problem == "dispatch_failed"


async def test_payload_in_acknowledgement(app: App, slack: Control) -> None:
    """An acknowledgement may carry a command's answer."""
    app.says({"text": "Here"})

    assert (await slack.command("U0ANA", "/growth")).text == "Here"
