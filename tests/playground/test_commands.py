"""Slash commands: what the app is told, and what the person sees."""

from __future__ import annotations

import pytest

from playground.control import Control, Refused
from tests.playground.an_app import MANIFEST, App, lapse, modal, socket_app


async def test_payload(app: App, slack: Control) -> None:
    """A command reaches the app with who, where, what, and ways to answer."""
    await slack.command("U0ANA", "/growth  help me ", channel="general")

    got = await app.last()
    assert {
        key: got[key] for key in ("command", "text", "user_id", "user_name", "channel_id", "channel_name")
    } == {
        "command": "/growth",
        "text": "help me",
        "user_id": "U0ANA",
        "user_name": "ana",
        "channel_id": "C0GENERAL",
        "channel_name": "general",
    }
    assert got["team_id"] == app.slack.team_id
    assert got["is_enterprise_install"] == "false"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("kudos @sam thanks", "kudos <@U0SAM|sam> thanks"),
        ("kudos @SAM.", "kudos <@U0SAM|sam>."),
        ("mail sam@sam.example", "mail sam@sam.example"),
        ("@nobody", "@nobody"),
        ("see https://x.example/@sam#general.", "see <https://x.example/@sam#general>."),
        ("(https://x.example/?a=1&b=2)", "(<https://x.example/?a=1&amp;b=2>)"),
        ("in #general", "in <#C0GENERAL|general>"),
        ("a <!channel> & <@U0SAM>", "a &lt;!channel&gt; &amp; &lt;@U0SAM&gt;"),
        ("hey @channel", "hey <!channel>"),
    ],
)
async def test_escaping(app: App, slack: Control, typed: str, sent: str) -> None:
    """With should_escape names and links are marked, and markup that was typed is disarmed."""
    await slack.command("U0ANA", f"/growth {typed}")

    assert (await app.last())["text"] == sent


async def test_no_escaping(app: App, slack: Control) -> None:
    """Without should_escape a name stays as it was typed."""
    await slack.command("U0ANA", "/plain @sam")

    assert (await app.last())["text"] == "@sam"


async def test_unknown_command(slack: Control) -> None:
    """A command that the manifest does not have reaches nobody."""
    with pytest.raises(Refused, match="/other is not a valid command"):
        await slack.command("U0ANA", "/other help")


async def test_commands_scope() -> None:
    """Without the scope `commands` there are neither commands nor shortcuts."""
    async with socket_app(manifest={**MANIFEST, "oauth_config": {"scopes": {"bot": ["chat:write"]}}}) as app:
        with pytest.raises(Refused, match="not a valid command"):
            await app.slack.control.command("U0ANA", "/growth")
        with pytest.raises(Refused, match="no global shortcut"):
            await app.slack.control.shortcut("U0ANA", "note")


async def test_default_place(app: App, slack: Control) -> None:
    """Without a channel the command is typed in the app's direct message."""
    await slack.command("U0ANA", "/growth")

    assert (await app.last())["channel_name"] == "directmessage"


async def test_alone_or_with_the_app(app: App, slack: Control) -> None:
    """Where nothing was written yet one types to the app, or to oneself, by whose id it is."""
    await slack.command("U0ANA", "/growth", channel="U0ANA")
    own = (await app.last())["channel_id"]
    await slack.command("U0ANA", "/growth", channel=app.slack.bot_user_id)
    apps = (await app.last())["channel_id"]

    channels = {one["id"]: one["members"] for one in (await slack.screen("U0ANA")).json["channels"]}
    assert (channels[own], channels[apps]) == (["U0ANA"], sorted(["U0ANA", app.slack.bot_user_id]))


async def test_read_only_messages() -> None:
    """Where the app's messages are read-only a command is typed elsewhere, where the app cannot post."""
    home_tab = {"messages_tab_enabled": True, "messages_tab_read_only_enabled": True}
    features = {**MANIFEST["features"], "app_home": home_tab}
    async with socket_app(manifest={**MANIFEST, "features": features}) as app:
        slack = app.slack.control
        app.says({"text": "Here"})
        reply = await slack.command("U0ANA", "/growth")
        place = (await app.last())["channel_id"]
        posted = await app.call("chat.postEphemeral", channel=place, user="U0ANA", text="hi")
        own = (await app.call("conversations.open", users="U0ANA"))["channel"]["id"]

        assert (reply.text, posted["error"]) == ("Here", "channel_not_found")
        assert await slack.dms("U0ANA") == []
        with pytest.raises(Refused, match="read-only"):
            await slack.command("U0ANA", "/growth", channel=own)


async def test_foreign_channel(slack: Control) -> None:
    """Nobody types in a channel that they are not in."""
    with pytest.raises(Refused, match="no channel called corner"):
        await slack.command("U0SAM", "/growth", channel="corner")


async def test_reply_in_place(app: App, slack: Control) -> None:
    """What the acknowledgement says is shown to the person who typed, and to nobody else."""
    app.says({"text": "Here you are"})

    reply = await slack.command("U0ANA", "/growth", channel="general")

    assert (reply.text, reply.messages[0].ephemeral) == ("Here you are", True)
    assert await slack.messages("U0SAM", "general") == []


async def test_reply_to_all(app: App, slack: Control) -> None:
    """With in_channel everyone there sees the command's answer."""
    app.says({"response_type": "in_channel", "text": "For all"})

    await slack.command("U0ANA", "/growth", channel="general")

    assert [message.text for message in await slack.messages("U0SAM", "general")] == ["For all"]


async def test_refused_reply(app: App, slack: Control) -> None:
    """An answer that Slack would not take is a problem, and nothing is shown."""
    app.says({"blocks": [{"type": "mystery"}]})

    reply = await slack.command("U0ANA", "/growth")

    assert reply.problem.startswith("invalid_command_response: invalid_blocks")
    assert reply.messages == []


async def test_modal_in_reply(app: App, slack: Control) -> None:
    """The reply to an act tells which modal stands open after it."""
    app.opens(modal(title={"type": "plain_text", "text": "Kudos"}))

    reply = await slack.command("U0ANA", "/growth kudos")

    assert reply.view
    assert reply.view.title == "Kudos"


async def test_late(either_app: App) -> None:
    """What is not acknowledged within three seconds is a time-out for the person."""
    either_app.stays_silent()

    reply = await lapse(either_app, 3.0, either_app.slack.control.command("U0ANA", "/growth"))

    assert (reply.acked, reply.problem) == (False, "operation_timeout")
    assert 3 <= reply.seconds < 3.9
