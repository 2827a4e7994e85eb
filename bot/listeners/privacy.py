"""Who can read what: from Slack's doors to the page."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal
from bot.usecases.privacy import see_privacy
from bot.views import privacy as views
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the turning of pages."""
    app.action(views.TURN_OLDER)(on_privacy_turned)
    app.action(views.TURN_NEWER)(on_privacy_turned)


async def on_privacy_word(call: Call) -> None:
    """`/growth privacy`."""
    seen = await see_privacy(call.deps, call.actor)
    await call.show(views.privacy_page(seen))


async def on_privacy_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Older or newer openings."""
    view = body["view"]
    seen = await see_privacy(deps, actor)
    shown = views.privacy_page(seen, views.read_privacy_turn(view, action))
    await renew_modal(slack, view, shown)
    await ack()
