"""response_url: an answer to an act, for half an hour."""

from __future__ import annotations

import pytest

from playground.control import Control
from playground.seen import Message
from tests.playground.an_app import App, Json, buttons, socket_app


async def _asked(app: App) -> Json:
    """What the app was told of a command of Ana's."""
    await app.slack.control.command("U0ANA", "/growth", channel="general")
    return await app.last()


async def _pressed(app: App) -> tuple[Json, Message]:
    """What the app was told of a button of Ana's, and the message it stands in."""
    await app.call("chat.postMessage", channel="C0GENERAL", text="Look", blocks=[buttons("Go")])
    message = (await app.slack.control.messages("U0ANA", "general"))[0]
    await app.slack.control.press("U0ANA", message, "Go")
    return await app.last(), message


async def test_ephemeral(app: App, slack: Control) -> None:
    """Unless it says otherwise an answer is for the person who acted alone."""
    assert await app.respond(await _asked(app), text="For you") == (200, "ok")

    assert [message.text for message in await slack.messages("U0ANA", "general")] == ["For you"]
    assert await slack.messages("U0SAM", "general") == []


async def test_where_the_app_is_not(app: App, slack: Control) -> None:
    """An answer reaches places that the app has not joined."""
    await slack.command("U0ANA", "/growth", channel="secret")

    await app.respond(await app.last(), text="Here", response_type="in_channel")

    assert [message.text for message in await slack.messages("U0ANA", "secret")] == ["Here"]


async def test_five_uses(app: App) -> None:
    """The sixth post is refused."""
    payload = await _asked(app)
    posts = [(await app.respond(payload, text="hi"))[0] for _ in range(5)]
    await app.slack.control.advance(60)

    status, text = await app.respond(payload, text="hi")

    assert (posts, status) == ([200] * 5, 404)
    assert "used_url" in text


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (31, 404)])
async def test_half_an_hour(app: App, minutes: int, status: int) -> None:
    """After thirty minutes the address is dead."""
    payload = await _asked(app)
    await app.slack.control.advance(minutes * 60)

    assert (await app.respond(payload, text="hi"))[0] == status


async def test_too_fast(app: App) -> None:
    """More than about one post a second is too many."""
    payload = await _asked(app)

    statuses = [(await app.respond(payload, text="hi"))[0] for _ in range(6)]

    assert statuses[-1] == 429


async def test_forged(app: App) -> None:
    """An address that was never given leads nowhere."""
    status, _ = await app.respond({"response_url": f"{app.slack.base_url}/response/none"}, text="hi")

    assert status == 404


@pytest.mark.parametrize("message", [{}, {"blocks": [{"type": "mystery"}]}, {"delete_original": True}])
async def test_bad_message(app: App, slack: Control, message: Json) -> None:
    """A message that Slack would not take is refused."""
    status, _ = await app.respond(await _asked(app), **message)

    assert status == 400
    assert await slack.messages("U0ANA", "general") == []


@pytest.mark.parametrize("body", ["{", "[]"])
async def test_no_message(app: App, body: str) -> None:
    """What is no JSON object is refused."""
    url = (await _asked(app))["response_url"]

    async with app.session.post(url, data=body) as response:
        assert response.status == 400


async def test_replace(app: App, slack: Control) -> None:
    """The message acted on can be replaced."""
    payload, message = await _pressed(app)

    await app.respond(payload, replace_original=True, text="Done", blocks=[])

    left = await slack.messages("U0SAM", "general")
    assert [(one.ts, one.text, one.buttons) for one in left] == [(message.ts, "Done", [])]


async def test_replace_ephemeral(app: App, slack: Control) -> None:
    """An ephemeral message, too, can be replaced from its own button."""
    await app.call(
        "chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Look", blocks=[buttons("Go")]
    )
    await slack.press("U0ANA", (await slack.messages("U0ANA", "general"))[0], "Go")

    await app.respond(await app.last(), replace_original=True, text="Done", blocks=[])

    left = await slack.messages("U0ANA", "general")
    assert [(one.text, one.ephemeral) for one in left] == [("Done", True)]


async def test_delete(app: App, slack: Control) -> None:
    """The message acted on can be removed."""
    payload, _ = await _pressed(app)

    await app.respond(payload, delete_original=True)

    assert await slack.messages("U0ANA", "general") == []


async def test_unpaced() -> None:
    """Where the rate limits are lifted, only the five uses count."""
    async with socket_app(pace=None) as app:
        payload = await _asked(app)

        statuses = [(await app.respond(payload, text="hi"))[0] for _ in range(6)]

    assert statuses == [200] * 5 + [404]
