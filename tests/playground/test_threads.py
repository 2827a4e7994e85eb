"""Threads: messages are answered below the one that they answer, and commands do not work there."""

from __future__ import annotations

import pytest

from playground.control import Control, Refused
from tests.playground.an_app import App

GENERAL = "C0GENERAL"


async def test_answering(app: App, slack: Control) -> None:
    """An answer names the message that its thread begins with, and so does an answer to that answer."""
    root = await slack.post("U0ANA", "Who has the rota?", GENERAL)
    answer = await slack.post("U0SAM", "I do", GENERAL, thread_ts=root.ts)
    again = await slack.post("U0ANA", "Thanks", GENERAL, thread_ts=answer.ts)

    assert (answer.thread_ts, again.thread_ts) == (root.ts, root.ts)


async def test_mention_in_a_thread(app: App, slack: Control) -> None:
    """A mention in a thread tells the app which thread it is."""
    root = await slack.post("U0ANA", "A question", GENERAL)
    await slack.post("U0SAM", "@trellis help", GENERAL, thread_ts=root.ts)

    assert (await app.last())["event"]["thread_ts"] == root.ts


async def test_nothing_to_answer(app: App, slack: Control) -> None:
    """What is not there, or only for one's own eyes, cannot be answered."""
    only = await app.call("chat.postEphemeral", channel=GENERAL, user="U0ANA", text="Psst")

    with pytest.raises(Refused, match="no such message"):
        await slack.post("U0ANA", "Hm", GENERAL, thread_ts="1.2")
    with pytest.raises(Refused, match="only one person sees"):
        await slack.post("U0ANA", "Hm", GENERAL, thread_ts=only["message_ts"])
    with pytest.raises(Refused, match="no such message"):
        await slack.post("U0SAM", "Hm", GENERAL, thread_ts=only["message_ts"])


async def test_commands_in_threads(app: App, slack: Control) -> None:
    """A command in a thread is refused in words and reaches nobody."""
    root = await slack.post("U0ANA", "A question", GENERAL)

    with pytest.raises(Refused, match="/growth does not work in a thread"):
        await slack.command("U0ANA", "/growth me", channel=GENERAL, thread_ts=root.ts)

    assert app.received.empty()


async def test_old_root_of_a_new_answer(app: App, slack: Control) -> None:
    """A screen shows what the newest messages answer, however long ago it was written."""
    root = await slack.post("U0ANA", "Long ago", GENERAL)
    await slack.post("U0ANA", "Soon forgotten", GENERAL)
    for number in range(499):
        await slack.post("U0SAM", str(number), GENERAL)
    await slack.post("U0SAM", "At last", GENERAL, thread_ts=root.ts)

    shown = [message.text for message in await slack.messages("U0ANA", GENERAL)]

    assert (shown[0], shown[-1], len(shown)) == ("Long ago", "At last", 501)
    assert "Soon forgotten" not in shown
