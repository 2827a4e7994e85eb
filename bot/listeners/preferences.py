"""A person's own settings, and why they got a message: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import show_modal
from bot.listeners.outcomes import show_outcome
from bot.usecases.preferences import open_preferences, save_preferences, see_why, switch_off
from bot.views import preferences as views
from bot.views.answers import unpack
from bot.views.notices import notice
from bot.views.why import KIND_OFF, WHY, read_kind, why_page
from bot.words import messages as message_words
from bot.words import preferences as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, and to the buttons of messages that nobody asked for."""
    app.view(views.FORM)(on_preferences_submitted)
    app.action(WHY)(on_why_asked)
    app.action(KIND_OFF)(on_kind_switched_off)


async def on_settings_word(call: Call) -> None:
    """`/growth settings`."""
    seen = await open_preferences(call.deps, call.actor)
    await call.slack.open_view(call.trigger_id, views.preferences_form(call.deps.ids(), seen).payload)


async def on_preferences_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save."""
    await save_preferences(deps, actor, views.read_preferences_form(view))
    await ack(response_action="update", view=notice(words.SAVED).payload)


async def on_why_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Which rule sent a message, and how it ends."""
    seen = await see_why(deps, actor, str(unpack(action.get("value")).get("delivery")))
    await show_modal(slack, body, why_page(seen))
    await ack()


async def on_kind_switched_off(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """No more of one kind."""
    kind = await switch_off(deps, actor, read_kind(action))
    await show_outcome(slack, body, message_words.switched_off(message_words.TITLE[kind]))
    await ack()
