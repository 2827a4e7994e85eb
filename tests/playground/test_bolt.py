"""A Bolt app runs against the playground as against Slack, by socket and by HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import Playground
from tests.playground.an_app import field, home, modal, playground


def _app(slack: Playground) -> AsyncApp:
    """A small app: a command opens a form, the form thanks, Home counts, a mention is answered."""
    client = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url)
    app = AsyncApp(client=client, signing_secret=slack.signing_secret, process_before_response=True)

    @app.command("/growth")
    async def open_form(ack: Any, body: Any, client: AsyncWebClient, respond: Any) -> None:
        await respond(f"You said {body['text']}")
        await client.views_open(trigger_id=body["trigger_id"], view=modal(field("What"), callback_id="kudos"))
        await ack()

    @app.view("kudos")
    async def thank(ack: Any, body: Any, client: AsyncWebClient) -> None:
        said = body["view"]["state"]["values"]["what"]["answer"]["value"]
        if said == "nothing":
            await ack(response_action="errors", errors={"what": "Say more."})
            return
        await client.chat_postMessage(channel=body["user"]["id"], text=f"Thanks: {said}")
        await ack()

    @app.event("app_home_opened")
    async def show_home(event: Any, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view=home())

    return app


@asynccontextmanager
async def _running(mode: str) -> AsyncIterator[Playground]:
    async with playground(mode=mode) as slack:
        app = _app(slack)
        if mode == "http":
            async with _served(app, slack):
                yield slack
            return
        handler = AsyncSocketModeHandler(app, slack.app_token)
        await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt leaves these two untyped
        try:
            yield slack
        finally:
            await handler.close_async()  # type: ignore[no-untyped-call] # as above


@asynccontextmanager
async def _served(app: AsyncApp, slack: Playground) -> AsyncIterator[None]:
    runner = web.AppRunner(app.web_app(path="/slack/events"), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    try:
        yield
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("mode", ["socket", "http"])
async def test_command_to_thanks(mode: str) -> None:
    """A command, its form, an error at the field, and the thanks go through unchanged Bolt."""
    async with _running(mode) as slack:
        reply = await slack.control.command("U0ANA", "/growth kudos @sam")
        refused = await slack.control.submit("U0ANA", {"What": "nothing"})
        done = await slack.control.submit("U0ANA", {"What": "mending the build"})

    assert (reply.text, reply.problem) == ("You said kudos <@U0SAM|sam>", "")
    assert refused.error_at("What") == "Say more."
    assert (done.closed, done.text) == (True, "Thanks: mending the build")


@pytest.mark.parametrize("mode", ["socket", "http"])
async def test_home(mode: str) -> None:
    """Opening Home shows what the app publishes."""
    async with _running(mode) as slack:
        assert await slack.control.open_home("U0ANA")


async def test_client_errors() -> None:
    """Slack's client understands a refusal and a rate limit."""
    async with playground() as slack, aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=slack.bot_token, base_url=slack.api_url, session=session)
        with pytest.raises(SlackApiError) as refused:
            await client.chat_postMessage(channel="C0NOWHERE", text="hi")
        await slack.control.fault("*", "ratelimited", seconds=7)
        with pytest.raises(SlackApiError) as limited:
            await client.auth_test()

    assert refused.value.response["error"] == "channel_not_found"
    assert (limited.value.response.status_code, limited.value.response.headers["Retry-After"]) == (429, "7")


async def test_reconnects() -> None:
    """A Bolt app that is asked to refresh its connection comes back by itself."""
    async with _running("socket") as slack:
        await slack.control.disconnect("refresh_requested")
        await slack.control.traffic("apps.connections.open", least=2)
        await slack.control.until("U0ANA", lambda screen: screen.app["connections"] == 1)

        assert (await slack.control.command("U0ANA", "/growth")).acked
