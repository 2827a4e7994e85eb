"""Shortcuts from anywhere and upon a message."""

from __future__ import annotations

import pytest

from playground.control import Control, Refused
from tests.playground.an_app import App, modal


@pytest.mark.parametrize("name", ["Write a note", "note"])
async def test_global(app: App, slack: Control, name: str) -> None:
    """A global shortcut, by its name or callback_id, tells who; it knows no channel."""
    await slack.shortcut("U0ANA", name)

    got = await app.last()
    assert (got["type"], got["callback_id"], got["user"]["id"]) == ("shortcut", "note", "U0ANA")
    assert "channel" not in got


async def test_opens(app: App, slack: Control) -> None:
    """A shortcut's trigger opens a modal."""
    app.opens(modal())

    assert (await slack.shortcut("U0ANA", "note")).view


async def test_message(app: App, slack: Control) -> None:
    """A message shortcut carries the message, its writer and its channel."""
    message = await slack.post("U0SAM", "I mended the build", "general")

    await slack.message_shortcut("U0ANA", message, "Save as note")

    got = await app.last()
    assert (got["type"], got["callback_id"], got["message_ts"]) == ("message_action", "save", message.ts)
    assert got["message"]["text"] == "I mended the build"
    assert (got["message"]["user"], got["channel"]["id"], got["user"]["id"]) == (
        "U0SAM",
        "C0GENERAL",
        "U0ANA",
    )
    assert got["response_url"]


async def test_where_the_app_is_not(app: App, slack: Control) -> None:
    """A message shortcut works where the app is no member."""
    message = await slack.post("U0ANA", "Mine", "secret")

    assert (await slack.message_shortcut("U0ANA", message, "save")).acked
    assert (await app.last())["channel"]["name"] == "privategroup"


async def test_unseen_message(slack: Control) -> None:
    """Nobody uses a shortcut upon a message that they do not see."""
    message = await slack.post("U0ANA", "Mine", "secret")

    with pytest.raises(Refused, match="U0SAM sees no message"):
        await slack.message_shortcut("U0SAM", message, "save")


async def test_ephemeral_message(app: App, slack: Control) -> None:
    """An ephemeral message has no shortcuts."""
    await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Psst")
    message = (await slack.messages("U0ANA", "general"))[0]

    with pytest.raises(Refused, match="needs a message that others see too"):
        await slack.message_shortcut("U0ANA", message, "save")


async def test_unknown(slack: Control) -> None:
    """A shortcut that the manifest does not have is not there; the kinds are kept apart."""
    with pytest.raises(Refused, match="no global shortcut called 'save'; there are: Write a note"):
        await slack.shortcut("U0ANA", "save")
