"""Kudos after they were sent, for their giver: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal
from bot.usecases.given_kudos import add_details, see_given, take_back
from bot.views import given_kudos as views
from bot.views.notices import notice
from bot.words import given_kudos as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the lines on Home, and to the page and the confirmation that have the buttons."""
    app.action(views.OPEN)(on_given_opened)
    app.action(views.UNDO)(on_given_undone)
    app.action(views.ADD)(on_details_begun)
    app.view(views.FORM)(on_details_added)


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


async def on_details_begun(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Add details: a form on top."""
    seen = await see_given(deps, actor, views.read_event(action))
    await show_modal(slack, body, views.details_form(seen))
    await ack()


async def on_details_added(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save them."""
    event_id, typed = views.read_details(view)
    seen = await add_details(deps, actor, event_id, typed)
    said = words.added(tuple(person.name for person in seen.receivers))
    await ack(response_action="update", view=notice(said).payload)
