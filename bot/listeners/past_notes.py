"""Notes from past reviews: from Slack's doors to the use-cases and back. Keeping one is in notes.py."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal
from bot.usecases.past_notes import discard_past_note, keep_past_notes, open_past_notes
from bot.views import past_notes as views
from bot.views.answers import unpack
from bot.words import past_notes as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the buttons of the message and of the list."""
    app.action(views.OPEN)(on_past_notes_opened)
    app.action(views.DISCARD)(on_past_note_discarded)
    app.action(views.KEEP_ALL)(on_past_notes_kept)


async def on_past_notes_opened(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Look at what waits."""
    await show_modal(slack, body, views.past_notes_page(await open_past_notes(deps, actor)))
    await ack()


async def on_past_note_discarded(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Erase one; the list shows what is left."""
    await discard_past_note(deps, actor, str(unpack(action.get("value")).get("past") or ""))
    await show_done(slack, body["view"], views.past_notes_page(await open_past_notes(deps, actor)))
    await ack()


async def on_past_notes_kept(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Keep all as private notes."""
    many = await keep_past_notes(deps, actor, str(unpack(action.get("value")).get("until") or ""))
    left = await open_past_notes(deps, actor)
    await show_done(slack, body["view"], views.past_notes_page(left, words.kept(many)))
    await ack()
