"""The press that ends hints on wording, on the page that says what was sent."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done
from bot.usecases.suggestions import hide_hints
from bot.views.notices import notice
from bot.views.suggesting import HIDE
from bot.words.suggesting import HIDDEN
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the button."""
    app.action(HIDE)(on_hints_hidden)


async def on_hints_hidden(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """No more hints."""
    await hide_hints(deps, actor)
    await show_done(slack, body["view"], notice(HIDDEN))
    await ack()
