"""Asking who saw it: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal, turn_modal
from bot.listeners.outcomes import show_outcome
from bot.usecases.witnesses import answer_ask, ask_witnesses, change_note, open_ask, open_own
from bot.views import witnesses as views
from bot.views.observations import page_of
from bot.words import witnesses as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the owner's forms, and to who is asked."""
    app.action(views.ASK)(on_asking)
    app.action(views.CHANGE)(on_changing)
    app.action(views.OPEN)(on_ask_opened)
    app.action(views.YES)(on_ask_answered)
    app.action(views.NO)(on_ask_answered)
    app.view(views.ASK_FORM)(on_asked)
    app.view(views.CHANGE_FORM)(on_changed)


async def on_asking(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Whom to ask, in the place of the note."""
    evidence_id, _ = views.read_ask(action)
    await turn_modal(slack, body, views.ask_form(await open_own(deps, actor, evidence_id)))
    await ack()


async def on_changing(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The text to be changed, in the place of the note."""
    evidence_id, _ = views.read_ask(action)
    await turn_modal(slack, body, views.change_form(await open_own(deps, actor, evidence_id)))
    await ack()


async def on_ask_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read the one text."""
    evidence_id, _ = views.read_ask(action)
    await show_modal(slack, body, views.witness_page(await open_ask(deps, actor, evidence_id)))
    await ack()


async def on_ask_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """I saw it, rather not, or not any more."""
    confirms = action["action_id"] == views.YES
    await answer_ask(deps, actor, *views.read_ask(action), confirms=confirms)
    await show_outcome(slack, body, words.SAID_YES if confirms else words.SAID_NO)
    await ack()


async def on_asked(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Ask them."""
    seen = await ask_witnesses(deps, actor, *views.read_ask_form(view))
    await ack(response_action="update", view=page_of(seen, deps.ids(), words.ASKED_NOW).payload)


async def on_changed(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save the new words."""
    seen = await change_note(deps, actor, *views.read_change_form(view))
    await ack(response_action="update", view=page_of(seen, deps.ids(), words.CHANGED_NOW).payload)
