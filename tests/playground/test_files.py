"""Files of the app: shared in three calls, seen by whoever sees the message, and taken away."""

from __future__ import annotations

import json

import aiohttp

from playground.control import Control
from tests.playground.an_app import App

TEXT = b"all of it"


async def uploaded(app: App, said: int = len(TEXT)) -> tuple[str, int]:
    """The id of a file and the status of its upload; `said` is the size that it was said to have."""
    asked = await app.call("files.getUploadURLExternal", filename="a page.md", length=said)
    async with aiohttp.ClientSession() as http, http.post(asked["upload_url"], data=TEXT) as answer:
        return asked["file_id"], answer.status


async def shared(app: App, file_id: str) -> str:
    """The error of sharing a file in Ana's DM, empty for none."""
    files = json.dumps([{"id": file_id, "title": "A page"}])
    channel = (await app.call("conversations.open", users="U0ANA"))["channel"]["id"]
    done = await app.call(
        "files.completeUploadExternal", files=files, channel_id=channel, initial_comment="Here it is"
    )
    return str(done.get("error", ""))


async def test_a_file_stands_in_a_message(app: App, slack: Control) -> None:
    """With the line above it, for whom it is for; its bytes are there to be kept."""
    file_id, _ = await uploaded(app)

    assert not await shared(app, file_id)

    (message,) = await slack.dms("U0ANA")
    assert message.words == "Here it is"
    assert await slack.file(message.files["a page.md"]) == TEXT
    assert not await slack.dms("U0SAM")


async def test_nothing_shows_before_the_last_call(app: App, slack: Control) -> None:
    """Bytes alone are no message, and a file without bytes cannot be shared."""
    await uploaded(app)
    asked = await app.call("files.getUploadURLExternal", filename="b.md", length=1)

    assert await shared(app, asked["file_id"]) == "file_not_found"

    assert not await slack.dms("U0ANA")


async def test_bytes_are_as_many_as_was_said(app: App) -> None:
    """Another number is refused."""
    assert (await uploaded(app, said=len(TEXT) + 1))[1] == 400
    assert (await uploaded(app))[1] == 200


async def test_the_last_file_takes_its_message_along(app: App, slack: Control) -> None:
    """A file that is deleted is nowhere any more."""
    file_id, _ = await uploaded(app)
    await shared(app, file_id)

    await app.call("files.delete", file=file_id)

    assert not await slack.dms("U0ANA")
    assert (await app.call("files.delete", file=file_id))["error"] == "file_not_found"
