"""files.getUploadURLExternal, completeUploadExternal and delete; the bytes come by themselves."""

from __future__ import annotations

import base64
from dataclasses import replace

from playground.api.conversations import channel_to_write_in
from playground.call import Call
from playground.errors import SlackError
from playground.model import File, Json, Message
from playground.team import Team


def get_upload_url(team: Team, call: Call) -> Json:
    """Where the bytes of a new file go."""
    name, length = call.needed("filename"), call.needed("length")
    if not length.isdecimal() or int(length) == 0:
        raise SlackError("invalid_arguments", ["[ERROR] value must be greater than 0 [json-pointer:/length]"])
    file = File(id=team.ids.next("F"), name=name, size=int(length))
    team.state.files[file.id] = file
    return {"upload_url": f"{team.origin}/upload/{file.id}", "file_id": file.id}


def take_bytes(team: Team, file_id: str, content: bytes) -> None:
    """The bytes of a file; raises file_not_found, and wrong_size where it was said to be of another."""
    file = team.state.file(file_id)
    if len(content) != file.size:
        raise SlackError("wrong_size")
    team.state.files[file_id] = replace(file, content=base64.b64encode(content).decode())


def complete_upload(team: Team, call: Call) -> Json:
    """Share files whose bytes have come: one message of the app."""
    entries = call.json("files", "invalid_arguments")
    if not isinstance(entries, list) or not entries:
        raise SlackError("invalid_arguments", ["missing required field: files"])
    channel = channel_to_write_in(team, call.text("channel_id"))
    shared = [_titled(team, entry) for entry in entries]
    message = Message(
        ts=team.now_ts(),
        channel=channel.id,
        user=team.who.bot_user,
        text=call.text("initial_comment"),
        by_app=True,
        files=[file.id for file in shared],
    )
    team.state.files |= {file.id: file for file in shared}
    team.state.keep_message(message)
    return {"files": [{"id": file.id, "title": file.title} for file in shared]}


def delete(team: Team, call: Call) -> Json:
    """Remove a file of the app's own, wherever it stands."""
    team.state.remove_file(team.state.file(call.needed("file")))
    return {}


def _titled(team: Team, entry: Json) -> File:
    file = team.state.file(str(entry.get("id", "")))
    if not file.content:
        raise SlackError("file_not_found")
    return replace(file, title=str(entry.get("title") or file.name))
