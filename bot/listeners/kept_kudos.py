"""Reading kudos and keeping them: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.marking import skills_of
from bot.domain.ports import Slack
from bot.listeners.modals import renew_modal, show_modal
from bot.usecases.given_kudos import see_given
from bot.usecases.kept_kudos import KudosDetailed, keep_kudos, open_kudos_received
from bot.usecases.receipts import ManagerChanged
from bot.usecases.suggestions import guess_skills
from bot.views import kept_kudos as views
from bot.views.answers import unpack
from bot.views.given_kudos import given_page
from bot.views.kudos import OPEN
from bot.views.notices import notice
from bot.views.suggesting import taken_skill
from bot.words import kept_kudos as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the button of the message, and to the form."""
    app.action(OPEN)(on_kudos_opened)
    for action in views.CHANGED:
        app.action(action)(on_keep_turned)
    app.view(views.FORM)(on_kudos_kept)


async def on_kudos_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read it; the receiver of kudos that are not kept yet is offered to keep them, their giver to undo."""
    kudos = await open_kudos_received(deps, actor, str(unpack(action.get("value")).get("kudos") or ""))
    is_offered = kudos.is_receiver and kudos.kept_as is None
    shown = views.keep_form(views.first_form(kudos)) if is_offered else views.kudos_page(kudos)
    if kudos.giver.id == actor.id:
        shown = given_page(await see_given(deps, actor, kudos.kudos.event_id))
    await show_modal(slack, body, shown)
    await ack()


async def on_keep_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Other skills, or another reach: the rest of the form follows."""
    view, pressed = body["view"], action["action_id"]
    kudos = await open_kudos_received(deps, actor, views.read_keep_form(view).kudos_id)
    form = views.turned(views.first_form(kudos), view, pressed, taken_skill(action))
    if views.asks(view, pressed):
        guess = await guess_skills(deps, actor, skills_of(kudos.sheets), kudos.kudos.text)
        form = replace(form, guess=guess)
    await renew_modal(slack, view, views.keep_form(form))
    await ack()


async def on_kudos_kept(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Keep as a note."""
    draft = views.read_keep_form(view)
    try:
        is_new = await keep_kudos(deps, actor, draft)
    except ManagerChanged:
        kudos = await open_kudos_received(deps, actor, draft.kudos_id)
        shown = views.keep_form(views.turned(views.first_form(kudos), view, "", is_manager_new=True))
        await ack(response_action="update", view=shown.payload)
    except KudosDetailed:
        kudos = await open_kudos_received(deps, actor, draft.kudos_id)
        form = replace(views.turned(views.first_form(kudos), view, ""), is_detailed=True)
        await ack(response_action="update", view=views.keep_form(form).payload)
    else:
        await (ack() if is_new else ack(response_action="update", view=notice(words.KEPT_TWICE).payload))
