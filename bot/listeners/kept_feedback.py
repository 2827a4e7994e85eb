"""Reading feedback, keeping, answering and sharing it: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.feedback import said_in
from bot.domain.marking import skills_of
from bot.domain.ports import Slack
from bot.listeners.modals import renew_modal, show_done, show_modal
from bot.usecases.feedback import answer_feedback, read_feedback, show_feedback_to_manager
from bot.usecases.kept_feedback import keep_feedback
from bot.usecases.receipts import ManagerChanged
from bot.usecases.suggestions import guess_skills
from bot.views import feedback_read as views
from bot.views.answers import unpack
from bot.views.feedback import OPEN
from bot.views.notices import notice
from bot.views.suggesting import taken_skill
from bot.words import feedback as words
from bot.words.notes import share_manager_changed
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the button of the messages, and to all that follows from the page."""
    app.action(OPEN)(on_feedback_opened)
    for action in views.CHANGED:
        app.action(action)(on_feedback_keep_turned)
    app.view(views.KEEP_FORM)(on_feedback_kept)
    app.action(views.REPLY)(on_feedback_reply_begun)
    app.view(views.REPLY_FORM)(on_feedback_replied)
    app.action(views.SHARE)(on_feedback_shared)


async def on_feedback_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read it."""
    seen = await read_feedback(deps, actor, views.read_feedback_id(action))
    await show_modal(slack, body, views.feedback_page(seen))
    await ack()


async def on_feedback_keep_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Other skills, or another reach: the rest of the form follows."""
    view, pressed = body["view"], action["action_id"]
    draft = views.read_keep_form(view)
    seen = await read_feedback(deps, actor, draft.feedback_id)
    form = views.turned(views.first_form(seen), view, pressed, taken_skill(action))
    if views.asks(view, pressed):
        told = said_in(seen, draft.part)
        form = replace(form, guess=await guess_skills(deps, actor, skills_of(seen.sheets), told))
    await renew_modal(slack, view, views.keep_form(form))
    await ack()


async def on_feedback_kept(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Keep as a note."""
    draft = views.read_keep_form(view)
    try:
        is_new = await keep_feedback(deps, actor, draft)
    except ManagerChanged:
        seen = await read_feedback(deps, actor, draft.feedback_id)
        shown = views.keep_form(views.turned(views.first_form(seen), view, "", is_manager_new=True))
        await ack(response_action="update", view=shown.payload)
    else:
        said = words.KEPT if is_new else words.KEPT_TWICE
        await ack(response_action="update", view=notice(said).payload)


async def on_feedback_reply_begun(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Answer: a form on top of the page."""
    seen = await read_feedback(deps, actor, views.read_feedback_id(action))
    await show_modal(slack, body, views.reply_form(seen, deps.ids()))
    await ack()


async def on_feedback_replied(
    ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Send my answer: the page below shows it."""
    feedback_id, reply, draft = views.read_reply(view)
    seen = await answer_feedback(deps, actor, feedback_id, reply, draft)
    if view.get("previous_view_id"):
        page = views.feedback_page(seen, words.reply_sent(seen.author.name))
        await show_done(slack, {"id": view["previous_view_id"]}, page)
    await ack()


async def on_feedback_shared(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Let the manager read it."""
    feedback_id, told = views.read_feedback_id(action), None
    try:
        named = unpack(action.get("value")).get("manager")
        seen = await show_feedback_to_manager(deps, actor, feedback_id, named)
    except ManagerChanged:
        seen = await read_feedback(deps, actor, feedback_id)
        told = share_manager_changed(seen.to_share_with.name if seen.to_share_with else None)
    await show_done(slack, body["view"], views.feedback_page(seen, told))
    await ack()
