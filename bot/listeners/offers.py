"""Notes offered as examples: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal
from bot.listeners.outcomes import show_outcome
from bot.usecases.offers import (
    answer_offer,
    decide_offer,
    offer_example,
    open_offer,
    read_offer,
    withdraw_offer,
)
from bot.views import offers as views
from bot.views.answers import unpack
from bot.views.notices import notice
from bot.words import offers as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, and to the buttons of an offer's page."""
    app.action(views.OFFER)(on_offer_begun)
    app.view(views.FORM)(on_offer_submitted)
    app.action(views.OPEN)(on_offer_opened)
    app.action(views.AGREE)(on_offer_answered)
    app.action(views.DECLINE)(on_offer_answered)
    app.action(views.TAKE)(on_offer_decided)
    app.action(views.NOT_THIS)(on_offer_decided)
    app.action(views.WITHDRAW)(on_offer_withdrawn)


async def on_offer_begun(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Offer a note, or change the text of what is offered."""
    desk = await open_offer(deps, actor, str(unpack(action.get("value")).get("evidence") or ""))
    await show_modal(slack, body, views.offer_form(desk, deps.ids()))
    await ack()


async def on_offer_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Ask everybody named."""
    asked = await offer_example(deps, actor, views.read_offer_form(view))
    said = notice(words.offered([person.name for person in asked]))
    await ack(response_action="update", view=said.payload)


async def on_offer_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read one."""
    offer_id, _ = views.read_offer(action)
    await show_modal(slack, body, views.offer_page(await read_offer(deps, actor, offer_id)))
    await ack()


async def on_offer_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The word of somebody named."""
    agrees = action["action_id"] == views.AGREE
    await answer_offer(deps, actor, *views.read_offer(action), agrees=agrees)
    await show_outcome(slack, body, words.SAID_YES if agrees else words.SAID_NO)
    await ack()


async def on_offer_decided(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """An owner's word."""
    takes = action["action_id"] == views.TAKE
    await decide_offer(deps, actor, *views.read_offer(action), takes=takes)
    await show_outcome(slack, body, words.SAID_TAKEN if takes else words.SAID_NOT)
    await ack()


async def on_offer_withdrawn(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Its author takes it back."""
    await withdraw_offer(deps, actor, views.read_offer(action)[0])
    await show_outcome(slack, body, words.WITHDRAWN)
    await ack()
