"""Where people had no opportunity yet: from Slack's doors to the use-case and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal
from bot.usecases.counts import see_counts
from bot.views import counts as views
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the button."""
    app.action(views.OPEN)(on_counts_opened)


async def on_counts_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The page."""
    seen = await see_counts(deps, actor, views.read_framework(action))
    await show_modal(slack, body, views.counts_page(seen))
    await ack()
