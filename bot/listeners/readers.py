"""Readers whom members name: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal
from bot.usecases.plans import see_plan
from bot.usecases.privacy import see_privacy
from bot.usecases.readers import name_reader, open_reader_form, see_shown, stop_reader
from bot.views import readers as views
from bot.views.notices import notice
from bot.views.plans import plan_page
from bot.views.privacy import privacy_page
from bot.words import readers as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form and to the buttons around it."""
    app.action(views.NAME)(on_reader_asked_for)
    app.view(views.FORM)(on_reader_submitted)
    app.action(views.END)(on_reader_ended)
    app.action(views.LOOK)(on_shown_opened)
    app.action(views.PLAN)(on_shown_plan_opened)


async def on_reader_asked_for(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form, on top of the page that says who can read what."""
    desk = await open_reader_form(deps, actor)
    await show_modal(slack, body, views.reader_form(deps.ids(), desk.before, desk.today))
    await ack()


async def on_reader_submitted(
    ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Name them; the page below lists them from now on."""
    reader = await name_reader(deps, actor, views.read_reader_form(view))
    if view.get("previous_view_id"):
        page = privacy_page(await see_privacy(deps, actor))
        await show_done(slack, {"id": view["previous_view_id"]}, page)
    await ack(response_action="update", view=notice(words.sent(reader.name)).payload)


async def on_reader_ended(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """End it now."""
    await stop_reader(deps, actor, views.read_naming(action))
    await show_done(slack, body["view"], privacy_page(await see_privacy(deps, actor), told=words.ENDED))
    await ack()


async def on_shown_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """What somebody shows to this person."""
    page = views.shown_page(await see_shown(deps, actor, views.read_naming(action)))
    await show_modal(slack, body, page)
    await ack()


async def on_shown_plan_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Their plan, as far as it is shown to this person."""
    await show_modal(slack, body, plan_page(await see_plan(deps, actor, views.read_owner(action))))
    await ack()
