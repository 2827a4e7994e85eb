"""What a new manager may read: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal
from bot.usecases.handover import hand_over, open_handover
from bot.usecases.receipts import ManagerChanged
from bot.views import handover as views
from bot.views.notices import notice
from bot.words import handover as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form and to the buttons that open it."""
    app.action(views.OPEN)(on_handover_opened)
    app.view(views.FORM)(on_handover_submitted)


async def on_handover_opened(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The list."""
    await show_modal(slack, body, views.handover_form(deps.ids(), await open_handover(deps, actor)))
    await ack()


async def on_handover_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Share what was chosen."""
    try:
        desk = await hand_over(deps, actor, views.read_handover_form(view))
        said = words.shared(desk.manager.name)
    except ManagerChanged:
        said = words.changed()
    await ack(response_action="update", view=notice(said).payload)
