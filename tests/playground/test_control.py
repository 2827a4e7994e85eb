"""The control API and its client: what people see, and what moves."""

from __future__ import annotations

import asyncio
import json

import pytest

from playground.control import Control, Refused
from tests.playground.an_app import App, Json, buttons, field, home, modal


async def _status(app: App, path: str, **sent: object) -> int:
    url = f"{app.slack.base_url}/control/{path}"
    async with app.session.post(url, **sent) as response:  # type: ignore[arg-type] # a test's own parts
        return response.status


async def test_screen(app: App, slack: Control) -> None:
    """A person's screen holds what a page needs to draw all of it."""
    await app.call("chat.postMessage", channel="C0GENERAL", text="Hello", blocks=[buttons("Go")])
    await app.call("views.publish", user_id="U0ANA", view=home(buttons("Home")))

    screen = await slack.screen("U0ANA")

    assert screen.json["me"]["id"] == "U0ANA"
    assert [one["name"] for one in screen.json["channels"]] == ["general", "corner", "secret", "old"]
    assert [one["name"] for one in screen.app["commands"]] == ["/growth", "/plain"]
    assert [one["callback_id"] for one in screen.app["shortcuts"]] == ["note", "save"]
    assert screen.app["connections"] == 1
    assert {one["id"] for one in screen.json["people"]} == {"U0ANA", "U0SAM", "U0APP", "USLACKBOT"}
    assert screen.home
    assert screen.words == "Go\nHome"


async def test_hidden_channels(slack: Control) -> None:
    """Private channels and others' direct messages are on nobody else's screen."""
    await slack.command("U0ANA", "/growth")

    assert [one["name"] for one in (await slack.screen("U0SAM")).json["channels"]] == [
        "general",
        "corner",
        "old",
    ]


async def test_unknown_person(slack: Control) -> None:
    """There is no screen for nobody."""
    with pytest.raises(Refused, match="nobody called U0NOBODY"):
        await slack.screen("U0NOBODY")


async def test_reply_shows_new_messages(app: App, slack: Control) -> None:
    """A reply shows what the person sees since their act, and nothing from before."""
    await app.call("chat.postMessage", channel="U0ANA", text="Before")

    async def answer(payload: Json) -> None:
        await app.call("chat.postMessage", channel="U0ANA", text="Since")
        await app.call("chat.postMessage", channel="U0SAM", text="Elsewhere")

    app.answer = answer

    assert (await slack.command("U0ANA", "/growth")).text == "Since"


async def test_until(app: App, slack: Control) -> None:
    """`until` waits for what comes later."""
    waiting = asyncio.create_task(slack.until("U0ANA", lambda screen: "Later" in screen.words))
    await app.call("chat.postMessage", channel="U0ANA", text="Later")

    assert (await waiting).dms[-1].text == "Later"


async def test_until_never(slack: Control) -> None:
    """What never comes is a time-out that tells what is there."""
    with pytest.raises(TimeoutError, match="U0ANA still sees"):
        await slack.until("U0ANA", lambda screen: screen.home, within=0.05)


async def test_traffic(app: App, slack: Control) -> None:
    """The traffic tells each call and delivery, its time and what was refused, but no token."""
    await app.call("chat.postMessage", channel="C0NOWHERE", text="hi")
    await slack.command("U0ANA", "/growth")

    call, delivery = (await slack.traffic())[-2:]
    assert (call.kind, call.name, call.problem, call.status) == (
        "api",
        "chat.postMessage",
        "channel_not_found",
        200,
    )
    assert (delivery.kind, delivery.name, delivery.problem) == ("delivery", "/growth", "")
    assert delivery.seconds < 3
    assert app.slack.bot_token not in json.dumps(call.request)


async def test_traffic_since(app: App, slack: Control) -> None:
    """The traffic can be asked for by name and from a number on."""
    await app.call("auth.test")
    first = (await slack.traffic("auth.test"))[0]
    await app.call("auth.test")
    await app.call("users.info", user="U0ANA")

    assert len(await slack.traffic("auth.test", after=first.number)) == 1


async def test_traffic_never(slack: Control) -> None:
    """Waiting for traffic that does not come is a time-out."""
    with pytest.raises(TimeoutError, match=r"views\.open came 0 times, not 1"):
        await slack.traffic("views.open", least=1, within=0.05)


async def test_send_again(app: App, slack: Control) -> None:
    """A payload can be delivered again, as it was or changed on the way."""
    app.opens(modal(field("What")))
    await slack.command("U0ANA", "/growth help")
    await slack.open_home("U0ANA")
    app.says(None)
    command, event = (await slack.traffic("/growth"))[0], (await slack.traffic("app_home_opened"))[0]
    await app.last()

    await slack.send(command, text="forged")
    await slack.send(event)

    forged, duplicate = await app.received.get(), await app.received.get()
    assert (forged["text"], duplicate["event_id"]) == ("forged", event.request["event_id"])
    assert [one["type"] for one in app.envelopes[-2:]] == ["slash_commands", "events_api"]


async def test_any_event(app: App, slack: Control) -> None:
    """Any event that the app subscribed to can be sent."""
    await slack.event("app_uninstalled")

    assert (await app.last())["event"]["type"] == "app_uninstalled"


async def test_channels(app: App, slack: Control) -> None:
    """Channels can be made and changed."""
    await slack.keep_channel("C0NEW", name="new", members=["U0ANA"])
    before = await app.call("chat.postMessage", channel="C0NEW", text="hi")

    await slack.keep_channel("C0NEW", members=["U0ANA", app.slack.bot_user_id])

    after = await app.call("chat.postMessage", channel="C0NEW", text="hi")
    assert (before["error"], after["ok"]) == ("not_in_channel", True)


async def test_live(app: App) -> None:
    """The stream tells a person of each change on their screen, and of nothing that is not for them."""
    url = f"{app.slack.base_url}/control/live?user=U0ANA"
    async with app.session.get(url) as stream:
        await stream.content.readline()
        await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0SAM", text="Psst")
        await app.call("views.publish", user_id="U0ANA", view=home())

        told = []
        async for line in stream.content:
            if line.startswith(b"data: "):
                told.append(json.loads(line[6:])["what"])
            if "home" in told:
                break

    assert stream.headers["Content-Type"] == "text/event-stream"
    assert [what for what in told if what != "traffic"] == ["home"]


async def test_foreign_page(app: App) -> None:
    """A page from elsewhere cannot use the controls; the playground's own can."""
    act = {"json": {"seconds": 1}}

    assert await _status(app, "act/advance", headers={"Origin": "https://evil.example"}, **act) == 403
    assert await _status(app, "act/advance", headers={"Origin": app.slack.base_url}, **act) == 200
    assert await _status(app, "act/advance", headers={"Origin": "null"}, **act) == 403
    assert await _status(app, "act/advance", headers={"Host": "evil.example"}, **act) == 403


@pytest.mark.parametrize(
    ("act", "sent", "said"),
    [
        ("dance", {}, "there is no act called 'dance'"),
        ("command", {"user": "U0ANA"}, "the request lacks 'text'"),
        ("press", {"user": "U0ANA", "name": "x", "on": {"page": 1}}, "unknown: page"),
        ("command", {"user": "U0NOBODY", "text": "/growth"}, "nobody called U0NOBODY"),
    ],
)
async def test_bad_request(app: App, act: str, sent: Json, said: str) -> None:
    """What the control API cannot do it says in a sentence, as 409."""
    async with app.session.post(f"{app.slack.base_url}/control/act/{act}", json=sent) as response:
        assert response.status == 409
        assert said in (await response.json())["error"]


async def test_bad_json(app: App) -> None:
    """A request that is no JSON is refused."""
    assert await _status(app, "act/command", data="{", headers={"Content-Type": "application/json"}) == 409


async def test_people(app: App) -> None:
    """A page can ask whom one may act as."""
    async with app.session.get(f"{app.slack.base_url}/control/people") as response:
        people = (await response.json())["people"]

    assert [one["name"] for one in people if not one["is_bot"]] == ["ana", "sam"]
