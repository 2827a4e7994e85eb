"""Views and the triggers that open them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from playground.control import Control
from tests.playground.an_app import MANIFEST, App, Json, buttons, field, home, modal, socket_app, text


async def _trigger(app: App) -> str:
    """A fresh trigger of Ana's."""
    await app.slack.control.command("U0ANA", "/growth")
    return str((await app.last())["trigger_id"])


async def _open(app: App, **parts: Any) -> Json:
    view: Json = (await app.call("views.open", trigger_id=await _trigger(app), view=modal(**parts)))["view"]
    return view


async def test_open(app: App, slack: Control) -> None:
    """An opened view is answered with its id, hash, root and state, and stands on the screen."""
    view = await _open(app, callback_id="kudos", external_id="mine")

    shown = await slack.view("U0ANA")
    assert shown
    assert (view["id"], view["root_view_id"], view["previous_view_id"]) == (shown.id, shown.id, None)
    assert (view["hash"], view["callback_id"], view["external_id"]) == (shown.hash, "kudos", "mine")
    assert view["state"]["values"]["what"]["answer"] == {"type": "plain_text_input", "value": None}


@pytest.mark.parametrize("method", ["views.open", "views.push"])
async def test_trigger_once(app: App, method: str) -> None:
    """A trigger opens one view."""
    trigger = await _trigger(app)
    await app.call("views.open", trigger_id=trigger, view=modal())

    refused = await app.call(method, trigger_id=trigger, view=modal())

    assert refused["error"] == "exchanged_trigger_id"


@pytest.mark.parametrize(("seconds", "ok"), [(2.5, True), (3.1, False)])
async def test_trigger_expires(app: App, slack: Control, seconds: float, ok: bool) -> None:
    """A trigger lives three seconds."""
    trigger = await _trigger(app)
    await slack.advance(seconds)

    done = await app.call("views.open", trigger_id=trigger, view=modal())

    assert done["ok"] is ok
    assert done.get("error", "") == ("" if ok else "expired_trigger_id")


@pytest.mark.parametrize(("trigger", "error"), [("1.2.3", "invalid_trigger_id"), ("", "invalid_arguments")])
async def test_no_trigger(app: App, trigger: str, error: str) -> None:
    """A trigger that was never given opens nothing."""
    assert (await app.call("views.open", trigger_id=trigger, view=modal()))["error"] == error


async def test_refused_view_keeps_trigger(app: App) -> None:
    """A view that is refused does not spend the trigger."""
    trigger = await _trigger(app)

    refused = await app.call("views.open", trigger_id=trigger, view=modal(title=text("x" * 25)))
    done = await app.call("views.open", trigger_id=trigger, view=modal())

    assert refused["error"] == "invalid_arguments"
    assert refused["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    assert done["ok"]


@pytest.mark.parametrize(
    ("view", "error"),
    [
        (None, "invalid_arguments"),
        ("{", "invalid_arguments"),
        ([], "invalid_arguments"),
        (home(), "invalid_arguments"),
        (modal(*[{"type": "section", "text": text("x" * 3000)} for _ in range(90)]), "view_too_large"),
    ],
)
async def test_views_refused(app: App, view: Any, error: str) -> None:
    """Only a modal within Slack's limits is opened."""
    assert (await app.call("views.open", trigger_id=await _trigger(app), view=view))["error"] == error


async def test_stack(app: App, slack: Control) -> None:
    """Three views stand on each other; a fourth is refused."""
    root = await _open(app)
    pushed = [await app.call("views.push", trigger_id=await _trigger(app), view=modal()) for _ in range(3)]

    assert [answer["ok"] for answer in pushed] == [True, True, False]
    assert pushed[2]["error"] == "push_limit_reached"
    assert pushed[1]["view"]["root_view_id"] == root["id"]
    assert pushed[1]["view"]["previous_view_id"] == pushed[0]["view"]["id"]
    assert len((await slack.screen("U0ANA")).views) == 3


async def test_push_on_nothing(app: App) -> None:
    """There is nothing to push a view upon where none is open."""
    refused = await app.call("views.push", trigger_id=await _trigger(app), view=modal())

    assert refused["error"] == "not_found"


async def test_external_id(app: App) -> None:
    """A view is found by its external id, which no second one may bear."""
    await _open(app, external_id="mine")

    changed = await app.call(
        "views.update", external_id="mine", view=modal(title=text("New"), external_id="mine")
    )
    refused = await app.call("views.publish", user_id="U0SAM", view=home() | {"external_id": "mine"})

    assert changed["view"]["title"]["text"] == "New"
    assert refused["error"] == "duplicate_external_id"


@pytest.mark.parametrize("meant", [{"view_id": "V0"}, {"external_id": "none"}])
async def test_update_unknown(app: App, meant: Json) -> None:
    """A view that is not open cannot be updated."""
    assert (await app.call("views.update", view=modal(), **meant))["error"] == "not_found"


async def test_update_closed(app: App, slack: Control) -> None:
    """Once closed, a view cannot be updated."""
    view = await _open(app)
    await slack.close("U0ANA")

    assert (await app.call("views.update", view_id=view["id"], view=modal()))["error"] == "not_found"


@pytest.mark.parametrize("method", ["views.update", "views.publish"])
async def test_hash(app: App, method: str) -> None:
    """A hash that is not the newest stops an update; the newest lets it through and gives another."""
    published = await app.call("views.publish", user_id="U0ANA", view=home())
    old = published["view"]
    meant = {"view_id": old["id"]} if method == "views.update" else {"user_id": "U0ANA"}

    fresh = await app.call(method, **meant, hash=old["hash"], view=home(buttons("Go")))
    stale = await app.call(method, **meant, hash=old["hash"], view=home())

    assert (fresh["ok"], stale["error"]) == (True, "hash_conflict")
    assert fresh["view"]["hash"] != old["hash"]


async def test_racing_updates(app: App) -> None:
    """Of two updates with one hash, one wins."""
    view = await _open(app)
    meant = {"view_id": view["id"], "hash": view["hash"], "view": modal(field("Other"))}

    done = await asyncio.gather(*(app.call("views.update", **meant) for _ in range(2)))

    assert sorted(answer["ok"] for answer in done) == [False, True]


async def test_publish(app: App, slack: Control) -> None:
    """A Home is one person's; publishing again replaces it under the same id."""
    first = await app.call("views.publish", user_id="U0ANA", view=home(buttons("One")))
    second = await app.call("views.publish", user_id="U0ANA", view=home(buttons("Two")))

    shown = await slack.home("U0ANA")
    assert shown
    assert (shown.buttons, first["view"]["id"]) == (["Two"], second["view"]["id"])
    assert await slack.home("U0SAM") is None


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"user_id": "U0NOBODY", "view": home()}, "user_not_found"),
        ({"view": home()}, "invalid_arguments"),
        ({"user_id": "U0ANA", "view": modal()}, "invalid_arguments"),
    ],
)
async def test_publish_refused(app: App, args: Json, error: str) -> None:
    """Only a home view, for someone known, is published."""
    assert (await app.call("views.publish", **args))["error"] == error


async def test_home_off() -> None:
    """Where the manifest has no Home, none is published."""
    features = {**MANIFEST["features"], "app_home": {"messages_tab_enabled": True}}
    async with socket_app(manifest={**MANIFEST, "features": features}) as app:
        assert (await app.call("views.publish", user_id="U0ANA", view=home()))["error"] == "not_enabled"


async def test_new_root(app: App, slack: Control) -> None:
    """Opening a view replaces those that were open."""
    await _open(app)
    await app.call("views.push", trigger_id=await _trigger(app), view=modal())

    view = await _open(app)

    assert [shown.id for shown in (await slack.screen("U0ANA")).views] == [view["id"]]
