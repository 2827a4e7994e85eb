"""chat.postMessage, postEphemeral, update, delete and getPermalink."""

from __future__ import annotations

from dataclasses import replace

from playground.api.conversations import channel_to_write_in
from playground.call import Call
from playground.elements import with_ids
from playground.errors import SlackError
from playground.layouts import need_message
from playground.model import Channel, Json, Message
from playground.shapes import message_object
from playground.team import Team

TEXT = 40_000  # characters; the rest is cut: limits.json message.text


def post_message(team: Team, call: Call) -> Json:
    """A message of the app, for all in the conversation."""
    channel = channel_to_write_in(team, call.text("channel"))
    message = written(team, channel, content(call))
    team.state.keep_message(message)
    return {"channel": channel.id, "ts": message.ts, "message": message_object(team.who, message)}


def post_ephemeral(team: Team, call: Call) -> Json:
    """A message that one member of the conversation sees."""
    channel = channel_to_write_in(team, call.text("channel"))
    user = call.text("user")
    team.state.person(user)
    if user not in channel.members:
        raise SlackError("user_not_in_channel")
    message = replace(written(team, channel, content(call)), ephemeral_to=user)
    team.state.keep_message(message)
    return {"message_ts": message.ts}


def update(team: Team, call: Call) -> Json:
    """Other contents for a message of the app's own."""
    message = _own(team, call, "cant_update_message")
    body = content(call, update=True)
    changed = rewritten(team, message, body)
    team.state.keep_message(changed)
    shown = message_object(team.who, changed)
    return {"channel": message.channel, "ts": message.ts, "text": changed.text, "message": shown}


def delete(team: Team, call: Call) -> Json:
    """Remove a message of the app's own."""
    message = _own(team, call, "cant_delete_message")
    team.state.remove_message(message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(team: Team, call: Call) -> Json:
    """The address of a message that the app could see."""
    channel = team.state.channel(call.text("channel"))
    if channel.is_private and team.who.bot_user not in channel.members:
        raise SlackError("channel_not_found")
    message = team.state.message(channel.id, call.text("message_ts"))
    if message.ephemeral_to:
        raise SlackError("message_not_found")
    path = f"archives/{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": f"https://{team.who.domain}.slack.com/{path}"}


def content(call: Call, *, update: bool = False) -> Json:
    """The parts of a message in a call, checked; raises invalid_blocks_format, no_text, invalid_blocks."""
    body: Json = {"text": call.text("text"), "thread_ts": call.text("thread_ts")}
    for name, error in (
        ("blocks", "invalid_blocks_format"),
        ("attachments", "invalid_attachments_format"),
        ("metadata", "invalid_metadata_format"),
    ):
        body[name] = call.json(name, error)
    if body["blocks"] is not None and not isinstance(body["blocks"], list):
        raise SlackError("invalid_blocks_format")
    need_message(body, update=update)
    return body


def written(team: Team, channel: Channel, body: Json) -> Message:
    """A message of the app, not yet shown."""
    return Message(
        ts=team.now_ts(),
        channel=channel.id,
        user=team.who.bot_user,
        text=(body.get("text") or "")[:TEXT],
        blocks=with_ids(body.get("blocks") or [], team.ids),
        thread_ts=body.get("thread_ts") or "",
        by_app=True,
        metadata=body.get("metadata"),
    )


def rewritten(team: Team, message: Message, body: Json) -> Message:
    """A message with other contents; without the field `blocks` it keeps those it had."""
    blocks = body.get("blocks")
    return replace(
        message,
        text=body.get("text") or "",
        blocks=message.blocks if blocks is None else with_ids(blocks, team.ids),
        edited_ts=team.now_ts(),
    )


def _own(team: Team, call: Call, error: str) -> Message:
    channel = team.state.channel(call.text("channel"))
    if team.who.bot_user not in channel.members and (channel.is_private or channel.is_im):
        raise SlackError("channel_not_found")
    message = team.state.message(channel.id, call.text("ts"))
    if message.ephemeral_to:
        raise SlackError("message_not_found")
    if not message.by_app:
        raise SlackError(error)
    return message
