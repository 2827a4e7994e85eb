"""One thing shown to a People lead: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal
from bot.usecases.concerns import open_concern, open_concern_form, show_to_lead, take_back
from bot.usecases.privacy import see_privacy
from bot.views import concerns as views
from bot.views.notices import notice
from bot.views.privacy import privacy_page
from bot.words import concerns as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the buttons and the form."""
    app.action(views.SHOW)(on_concern_asked_for)
    app.view(views.FORM)(on_concern_submitted)
    app.action(views.OPEN)(on_concern_opened)
    app.action(views.TAKE_BACK)(on_concern_taken_back)


async def on_concern_asked_for(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form, on top of what it is about."""
    kind, thing_id = views.read_shown(action)
    desk = await open_concern_form(deps, actor, kind, thing_id)
    await show_modal(slack, body, views.concern_form(deps.ids(), desk.item, desk.leads))
    await ack()


async def on_concern_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Show it."""
    lead = await show_to_lead(deps, actor, views.read_concern_form(view))
    await ack(response_action="update", view=notice(words.sent(lead.name)).payload)


async def on_concern_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read the one thing."""
    seen = await open_concern(deps, actor, views.read_concern(action))
    await show_modal(slack, body, views.concern_page(seen))
    await ack()


async def on_concern_taken_back(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Take it back, while nobody opened it."""
    await take_back(deps, actor, views.read_concern(action))
    page = privacy_page(await see_privacy(deps, actor), told=words.TAKEN_BACK)
    await show_done(slack, body["view"], page)
    await ack()
