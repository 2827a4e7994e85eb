"""A member's own data: from Slack's doors to the pages, and to the end of it."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_done
from bot.usecases.rights import erase_own, see_own, send_own
from bot.views import rights as views
from bot.views.notices import notice
from bot.words import rights as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the turning of pages, and to both steps of erasing."""
    app.action(views.TURN_ON)(on_my_data_turned)
    app.action(views.TURN_BACK)(on_my_data_turned)
    app.action(views.SEND)(on_my_data_wanted)
    app.action(views.ERASE)(on_erasing_asked)
    app.action(views.GO_ON)(on_erasing_gone_on)
    app.view(views.FORM)(on_erasure_submitted)


async def on_my_data_word(call: Call) -> None:
    """`/growth my-data`."""
    await call.show(views.my_data(await see_own(call.deps, call.actor), call.deps.ids()))


async def on_my_data_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """One page on or back."""
    page = views.read_my_data_turn(body["view"], action)
    await renew_modal(slack, body["view"], views.my_data(await see_own(deps, actor), deps.ids(), page))
    await ack()


async def on_my_data_wanted(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Send it to me as files."""
    draft = views.read_my_data_draft(action)
    await send_own(deps, actor, draft)
    await show_done(slack, body["view"], views.my_data(await see_own(deps, actor), draft, is_sent=True))
    await ack()


async def on_erasing_asked(ack: AsyncAck, body: Mapping[str, Any], deps: Deps, slack: Slack) -> None:
    """What would go and what would stay, on top of the page."""
    await slack.push_view(body["trigger_id"], views.before_erasing(deps.ids()).payload)
    await ack()


async def on_erasing_gone_on(ack: AsyncAck, body: Mapping[str, Any], deps: Deps, slack: Slack) -> None:
    """The word to type, in the place of what was read."""
    await renew_modal(slack, body["view"], views.erasure_form(deps.ids()))
    await ack()


async def on_erasure_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Erase."""
    await erase_own(deps, actor, views.read_erasure_form(view))
    await ack(response_action="update", view=notice(words.ERASED).payload)
