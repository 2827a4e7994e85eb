"""What would let somebody in is never kept in the traffic."""

from __future__ import annotations

import json

import pytest

from playground.control import Control
from playground.hiding import HIDDEN, hidden
from tests.playground.an_app import App, Json, buttons, field, modal

BOT_TOKEN = "xoxb-0123456789ab-abc.DEF_ghi"


@pytest.mark.parametrize(
    "secret",
    [
        {"token": "v3r1f1cat10n"},
        {"text": f"try {BOT_TOKEN}, please"},
        {"blocks": json.dumps([{"text": BOT_TOKEN}])},
        {"text": "xapp-1-A0123-456-abcdef"},
        {"text": "xoxe.xoxp-1-secret"},
        {"client_secret": "s3cr3t"},
        {"url": "ws://127.0.0.1:1/socket?ticket=t1ck3t"},
        {"response_url": "http://127.0.0.1:1/response/h00k"},
        {"text": "http://127.0.0.1:1/response/h00k"},
        {"response_urls": [{"block_id": "b", "response_url": "http://127.0.0.1:1/response/h00k"}]},
        {"hook": "h00k"},
    ],
)
def test_hidden(secret: Json) -> None:
    """Tokens, secrets and secret addresses are hidden wherever they stand; the rest is as it was."""
    kept = hidden({"deep": [{"here": secret}], "text": "as it was", "number": 1})

    said = json.dumps(kept)
    assert HIDDEN in said
    assert not [
        word for word in ("v3r1f1", "0123", "1-A", "1-secret", "s3cr3t", "t1ck3t", "h00k") if word in said
    ]
    assert (kept["text"], kept["number"]) == ("as it was", 1)


async def test_traffic_keeps_no_secret(either_app: App) -> None:
    """Nothing that passes between Slack and the app leaves a secret behind, over a socket or over HTTP."""
    app, slack = either_app, either_app.slack.control
    received: list[Json] = []

    async def answer(payload: Json) -> None:
        received.append(payload)
        if "command" in payload:
            await app.respond(payload, text="Hello")
            await app.call("views.open", trigger_id=payload["trigger_id"], view=modal(field("What")))

    app.answer = answer
    await app.call(
        "chat.postMessage", channel="U0ANA", text=f"mine is {app.slack.bot_token}", blocks=[buttons("Go")]
    )
    await app.call("chat.postMessage", "xoxb-wrong", channel="U0ANA", text="Hi")
    await app.call("apps.connections.open", app.slack.app_token)
    async with app.session.post(
        f"{app.slack.api_url}auth.test", data={"token": app.slack.bot_token}
    ) as response:
        assert (await response.json())["ok"]
    await slack.command("U0ANA", "/growth help")
    await slack.submit("U0ANA", {"What": "x"})
    await slack.press("U0ANA", (await slack.dms("U0ANA"))[0], "Go")
    await slack.mention("U0ANA", "help", "C0GENERAL")

    kept = json.dumps([entry.request for entry in await slack.traffic()])
    kept += json.dumps([entry.answer for entry in await slack.traffic()])
    hooks = [one["response_url"].rsplit("/", 1)[1] for one in received if "response_url" in one]
    tokens = {one["token"] for one in received}
    assert len(hooks) == 2
    for secret in (app.slack.bot_token, app.slack.app_token, app.slack.signing_secret, *hooks, *tokens):
        assert secret not in kept
    assert "ticket=(hidden)" in kept


async def test_sent_again_with_its_secrets(app: App, slack: Control) -> None:
    """A payload that is delivered again has the token and an address that works, as the first had."""
    await slack.command("U0ANA", "/growth help")
    first = await app.last()

    await slack.send((await slack.traffic("/growth"))[0])

    again = await app.last()
    assert again["token"] == first["token"]
    assert await app.respond(again, text="Hello again") == (200, "ok")
    assert (await slack.dms("U0ANA"))[-1].text == "Hello again"
