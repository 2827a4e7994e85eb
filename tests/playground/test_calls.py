"""What every call of the Web API must bring, and how it may bring it."""

from __future__ import annotations

from typing import Any

import pytest

from playground.api.registry import ANSWERS
from playground.methods import METHODS
from tests.playground.an_app import MANIFEST, SCOPES, App, socket_app


def test_every_method_is_described() -> None:
    """Each method that is answered has its token, scope and rate in methods.json, and the reverse."""
    assert ANSWERS.keys() == METHODS.keys()


async def test_auth_test(app: App) -> None:
    """auth.test tells whose token it is."""
    told = await app.call("auth.test")

    assert (told["ok"], told["user_id"], told["team_id"]) == (True, app.slack.bot_user_id, app.slack.team_id)
    assert told["bot_id"]


@pytest.mark.parametrize("name", ["chat.shout", "response_url"])
async def test_unknown_method(app: App, name: str) -> None:
    """A method that Slack does not have is said to be unknown."""
    async with app.session.post(f"{app.slack.api_url}{name}") as response:
        body = await response.json()

    assert (body["ok"], body["error"]) == (False, "unknown_method")


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({}, "not_authed"),
        ({"Authorization": "Bearer xoxb-other"}, "invalid_auth"),
        ({"Authorization": "Basic x"}, "not_authed"),
    ],
)
async def test_token(app: App, headers: dict[str, str], error: str) -> None:
    """Without a token, or with another workspace's, nothing is done."""
    async with app.session.post(app.slack.api_url + "auth.test", headers=headers) as response:
        assert (await response.json())["error"] == error


@pytest.mark.parametrize("method", ["auth.test", "chat.postMessage"])
async def test_app_token_on_method(app: App, method: str) -> None:
    """The app-level token opens no door but its own."""
    assert (await app.call(method, app.slack.app_token))["error"] == "not_allowed_token_type"


async def test_bot_token_on_connections(app: App) -> None:
    """The bot token opens no Socket Mode connection."""
    assert (await app.call("apps.connections.open"))["error"] == "not_allowed_token_type"


async def test_missing_scope() -> None:
    """A scope that the manifest lacks is named, with those that it has."""
    held = [scope for scope in SCOPES if scope != "chat:write"]
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": held}}}
    async with socket_app(manifest=manifest) as app:
        refused = await app.call("chat.postMessage", channel="U0ANA", text="hi")

    assert refused == {
        "ok": False,
        "error": "missing_scope",
        "needed": "chat:write",
        "provided": ",".join(held),
    }


async def test_optional_scope() -> None:
    """A scope that the manifest calls optional is granted."""
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot_optional": ["chat:write"]}}}
    async with socket_app(manifest=manifest) as app:
        assert (await app.call("chat.postMessage", channel="C0GENERAL", text="hi"))["ok"]


async def test_scope_headers(app: App) -> None:
    """Answers tell in their headers which scopes the token has."""
    headers = {"Authorization": f"Bearer {app.slack.bot_token}"}
    async with app.session.post(app.slack.api_url + "auth.test", headers=headers) as response:
        assert response.headers["X-OAuth-Scopes"] == ",".join(SCOPES)


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_ways_to_call(app: App, way: str) -> None:
    """Arguments may come in the query, a form or JSON; the token in the header or the form."""
    url, args = app.slack.api_url + "users.info", {"token": app.slack.bot_token, "user": "U0SAM"}
    bearer = {"Authorization": f"Bearer {app.slack.bot_token}"}
    sent: dict[str, dict[str, Any]] = {
        "query": {"params": args},
        "form": {"data": args},
        "multipart": {"data": _multipart(args)},
        "json": {"json": {"user": "U0SAM"}, "headers": bearer},
    }
    async with app.session.post(url, **sent[way]) as response:
        assert (await response.json())["user"]["id"] == "U0SAM"


def _multipart(args: dict[str, str]) -> Any:
    import aiohttp

    form = aiohttp.MultipartWriter("form-data")
    for name, value in args.items():
        form.append(value).set_content_disposition("form-data", name=name)
    return form


@pytest.mark.parametrize(("body", "error"), [("{", "invalid_json"), ("[]", "json_not_object")])
async def test_bad_json(app: App, body: str, error: str) -> None:
    """JSON that cannot be read, or is no object, is refused as such."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {app.slack.bot_token}"}
    async with app.session.post(app.slack.api_url + "auth.test", data=body, headers=headers) as response:
        assert (await response.json())["error"] == error


async def test_uninstalled(app: App) -> None:
    """After the app was removed its token is dead, and both events were sent."""
    await app.slack.control.uninstall()

    assert (await app.call("auth.test"))["error"] == "account_inactive"
    kinds = [(await app.received.get())["event"]["type"] for _ in range(2)]
    assert kinds == ["tokens_revoked", "app_uninstalled"]


@pytest.mark.parametrize(
    ("args", "ok"),
    [
        ({"blocks": [{"type": "divider"}]}, True),
        ({"message": {"text": "hi"}}, True),
        ({"view": {"type": "home", "blocks": []}}, True),
        ({"blocks": [{"type": "mystery"}]}, False),
        ({"view": {"type": "modal", "blocks": []}}, False),
        ({}, False),
    ],
)
async def test_blocks_validate(app: App, args: dict[str, Any], ok: bool) -> None:
    """blocks.validate says without a token what Slack would say of a layout."""
    async with app.session.post(app.slack.api_url + "blocks.validate", json=args) as response:
        assert (await response.json())["ok"] is ok
