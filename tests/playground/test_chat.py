"""Messages of the app: where they may go, who sees them, and how they change."""

from __future__ import annotations

from typing import Any

import pytest

from playground.control import Control
from playground.model import Person
from tests.playground.an_app import MANIFEST, PEOPLE, SCOPES, App, buttons, socket_app


async def test_post(app: App, slack: Control) -> None:
    """A message stands in its channel, and the answer gives its channel and timestamp."""
    done = await app.call("chat.postMessage", channel="C0GENERAL", text="Hello")

    message = (await slack.messages("U0SAM", "general"))[0]
    assert (done["channel"], done["ts"], done["message"]["text"]) == ("C0GENERAL", message.ts, "Hello")
    assert (message.text, message.user, message.ephemeral) == ("Hello", app.slack.bot_user_id, False)


async def test_post_to_person(app: App, slack: Control) -> None:
    """A message to a person's id goes to the direct message, whose id the answer gives."""
    done = await app.call("chat.postMessage", channel="U0ANA", text="Hello")

    assert done["channel"].startswith("D")
    assert [message.text for message in await slack.dms("U0ANA")] == ["Hello"]
    assert await slack.dms("U0SAM") == []


async def test_post_by_name(app: App) -> None:
    """A public channel may be called by its name."""
    assert (await app.call("chat.postMessage", channel="#general", text="Hello"))["channel"] == "C0GENERAL"


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("C0CORNER", "not_in_channel"),
        ("C0SECRET", "channel_not_found"),
        ("C0NOWHERE", "channel_not_found"),
        ("#secret", "channel_not_found"),
        ("", "channel_not_found"),
        ("C0OLD", "is_archived"),
        ("U0BOT", "cannot_dm_bot"),
        ("U0GONE", "channel_not_found"),
        ("U0STRANGER", "invalid_user_combination"),
    ],
)
@pytest.mark.parametrize("method", ["chat.postMessage", "chat.postEphemeral"])
async def test_places_refused(method: str, channel: str, error: str) -> None:
    """A message goes only where the app is a member, and to people whom it may write to."""
    async with socket_app(people=(*PEOPLE, *ODD_PEOPLE)) as app:
        assert (await app.call(method, channel=channel, user="U0ANA", text="Hello"))["error"] == error


ODD_PEOPLE = (
    Person(id="U0BOT", name="robot", is_bot=True),
    Person(id="U0GONE", name="gone", deleted=True),
    Person(id="U0STRANGER", name="stranger", is_stranger=True, team_id="T0OTHER"),
)


async def test_post_to_leaver(app: App, slack: Control) -> None:
    """A direct message that was open before its person left still takes messages, as at Slack."""
    await app.call("conversations.open", users="U0ANA")
    await slack.deactivate("U0ANA")

    assert (await app.call("chat.postMessage", channel="U0ANA", text="Hello"))["ok"]


async def test_write_public() -> None:
    """With chat:write.public a message may go to public channels that the app has not joined."""
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": [*SCOPES, "chat:write.public"]}}}
    async with socket_app(manifest=manifest) as app:
        assert (await app.call("chat.postMessage", channel="C0CORNER", text="Hello"))["ok"]


async def test_messages_tab_off() -> None:
    """Where the manifest has no messages tab the app cannot write to people."""
    features = {**MANIFEST["features"], "app_home": {"home_tab_enabled": True}}
    async with socket_app(manifest={**MANIFEST, "features": features}) as app:
        refused = await app.call("chat.postMessage", channel="U0ANA", text="Hello")

    assert refused["error"] == "messages_tab_disabled"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ({}, "no_text"),
        ({"text": ""}, "no_text"),
        ({"blocks": "["}, "invalid_blocks_format"),
        ({"blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"text": "hi", "blocks": [{"type": "mystery"}]}, "invalid_blocks"),
        ({"text": "hi", "metadata": "{"}, "invalid_metadata_format"),
    ],
)
async def test_contents_refused(app: App, slack: Control, content: dict[str, Any], error: str) -> None:
    """A message without words, or with blocks that Slack would not take, is not posted."""
    assert (await app.call("chat.postMessage", channel="C0GENERAL", **content))["error"] == error
    assert await slack.messages("U0ANA", "general") == []


async def test_invalid_blocks_say_where(app: App) -> None:
    """invalid_blocks says what is wrong and where, twice, as Slack does."""
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}

    refused = await app.call("chat.postMessage", channel="C0GENERAL", text="hi", blocks=[header])

    sentence = "must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    assert refused["errors"] == [sentence]
    assert refused["response_metadata"]["messages"] == [f"[ERROR] {sentence}"]


async def test_long_text(app: App, slack: Control) -> None:
    """A text over 40,000 characters is cut, not refused."""
    await app.call("chat.postMessage", channel="C0GENERAL", text="x" * 40_001)

    assert len((await slack.messages("U0ANA", "general"))[0].text) == 40_000


async def test_ephemeral(app: App, slack: Control) -> None:
    """Only the person meant sees an ephemeral message."""
    await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Psst")

    assert [message.text for message in await slack.messages("U0ANA", "general")] == ["Psst"]
    assert await slack.messages("U0SAM", "general") == []


@pytest.mark.parametrize(
    ("user", "error"), [("U0NOBODY", "user_not_found"), ("U0EVE", "user_not_in_channel")]
)
async def test_ephemeral_refused(user: str, error: str) -> None:
    """An ephemeral message is for a member of the channel."""
    async with socket_app(people=(*PEOPLE, Person(id="U0EVE", name="eve"))) as app:
        refused = await app.call("chat.postEphemeral", channel="C0GENERAL", user=user, text="Psst")

    assert refused["error"] == error


async def test_update(app: App, slack: Control) -> None:
    """An update changes text and blocks in place."""
    ts = (await app.call("chat.postMessage", channel="C0GENERAL", text="One"))["ts"]

    await app.call("chat.update", channel="C0GENERAL", ts=ts, text="Two", blocks=[buttons("Go")])

    message = (await slack.messages("U0ANA", "general"))[0]
    assert (message.ts, message.text, message.buttons) == (ts, "Two", ["Go"])


@pytest.mark.parametrize(("blocks", "left"), [(None, ["Go"]), ([], [])])
async def test_update_blocks(app: App, slack: Control, blocks: list[Any] | None, left: list[str]) -> None:
    """Blocks stay when an update leaves the field out, and go when it is an empty list."""
    row = [buttons("Go")]
    ts = (await app.call("chat.postMessage", channel="C0GENERAL", text="One", blocks=row))["ts"]

    await app.call("chat.update", channel="C0GENERAL", ts=ts, text="Two", blocks=blocks)

    assert (await slack.messages("U0ANA", "general"))[0].buttons == left


async def test_update_too_long(app: App) -> None:
    """An update takes 4,000 characters of text."""
    ts = (await app.call("chat.postMessage", channel="C0GENERAL", text="One"))["ts"]

    refused = await app.call("chat.update", channel="C0GENERAL", ts=ts, text="x" * 4001)

    assert refused["error"] == "msg_too_long"


@pytest.mark.parametrize(
    ("method", "error"), [("chat.update", "cant_update_message"), ("chat.delete", "cant_delete_message")]
)
async def test_others_messages(app: App, slack: Control, method: str, error: str) -> None:
    """The app changes and removes only its own messages."""
    message = await slack.post("U0ANA", "Mine", "general")

    assert (await app.call(method, channel="C0GENERAL", ts=message.ts, text="Yours"))["error"] == error


@pytest.mark.parametrize("method", ["chat.update", "chat.delete"])
async def test_ephemeral_stays(app: App, method: str) -> None:
    """An ephemeral message can be neither changed nor removed by its timestamp."""
    sent = await app.call("chat.postEphemeral", channel="C0GENERAL", user="U0ANA", text="Psst")

    refused = await app.call(method, channel="C0GENERAL", ts=sent["message_ts"], text="Loud")

    assert refused["error"] == "message_not_found"


async def test_delete(app: App, slack: Control) -> None:
    """A removed message is gone, and cannot be removed twice."""
    ts = (await app.call("chat.postMessage", channel="C0GENERAL", text="One"))["ts"]

    first = await app.call("chat.delete", channel="C0GENERAL", ts=ts)
    second = await app.call("chat.delete", channel="C0GENERAL", ts=ts)

    assert (first["ok"], second["error"]) == (True, "message_not_found")
    assert await slack.messages("U0ANA", "general") == []


async def test_permalink(app: App, slack: Control) -> None:
    """A message that the app could see has an address."""
    message = await slack.post("U0ANA", "Mine", "general")

    told = await app.call("chat.getPermalink", channel="C0GENERAL", message_ts=message.ts)

    assert told["permalink"].endswith(f"/archives/C0GENERAL/p{message.ts.replace('.', '')}")


@pytest.mark.parametrize(
    ("channel", "ts", "error"),
    [("C0GENERAL", "1.000000", "message_not_found"), ("C0SECRET", "1.000000", "channel_not_found")],
)
async def test_no_permalink(app: App, channel: str, ts: str, error: str) -> None:
    """What the app cannot see has no address for it."""
    assert (await app.call("chat.getPermalink", channel=channel, message_ts=ts))["error"] == error


async def test_thread(app: App, slack: Control) -> None:
    """A message in a thread names what it answers."""
    ts = (await app.call("chat.postMessage", channel="C0GENERAL", text="One"))["ts"]

    await app.call("chat.postMessage", channel="C0GENERAL", text="Two", thread_ts=ts)

    assert [message.thread_ts for message in await slack.messages("U0ANA", "general")] == ["", ts]
