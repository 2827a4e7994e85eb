"""Kudos after they were sent, for their giver: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal
from bot.usecases.given_kudos import see_given, take_back
from bot.views import given_kudos as views
from bot.views.notices import notice
from bot.words import given_kudos as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the lines on Home, and to the page and the confirmation that have the buttons."""
    app.action(views.OPEN)(on_given_opened)
    app.action(views.UNDO)(on_given_undone)


async def on_given_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Look at what I gave."""
    await show_modal(slack, body, views.given_page(await see_given(deps, actor, views.read_event(action))))
    await ack()


async def on_given_undone(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Take it back."""
    receivers = await take_back(deps, actor, views.read_event(action))
    said = words.taken_back(tuple(person.name for person in receivers))
    await show_done(slack, body["view"], notice(said))
    await ack()
