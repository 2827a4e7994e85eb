"""Feedback: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.feedback import LONGEST_PART
from bot.domain.ports import Slack
from bot.domain.texts import fitting
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_modal
from bot.usecases.feedback import FeedbackDesk, give_feedback, open_feedback
from bot.usecases.receipts import ManagerChanged
from bot.views import asks as ask_views
from bot.views import feedback as views
from bot.views import kit
from bot.views.notices import notice
from bot.words import feedback as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, and to the button that answers a question with it."""
    for action in views.CHANGED:
        app.action(action)(on_feedback_turned)
    app.view(views.FORM)(on_feedback_submitted)
    app.action(ask_views.ANSWER)(on_ask_answered)


async def on_feedback_word(call: Call) -> kit.Message | None:
    """`/growth feedback @person [text]`; what its box does not hold is said, since it is kept nowhere."""
    text, cut = fitting(call.text, LONGEST_PART)
    desk = await open_feedback(call.deps, call.actor, call.person_id)
    await call.show(views.feedback_form(_form(desk, call.deps.ids(), text)))
    return kit.message(words.cut(cut, LONGEST_PART)) if cut else None


async def on_ask_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Answer: the form begins with the question."""
    ask_id, _ = ask_views.read_ask(action)
    desk = await open_feedback(deps, actor, None, ask_id or "none")
    await show_modal(slack, body, views.feedback_form(_form(desk, deps.ids())))
    await ack()


async def on_feedback_turned(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Another receiver or reach: the rest of the form follows."""
    view = body["view"]
    draft = views.read_feedback_form(view)
    desk = await open_feedback(deps, actor, draft.receiver_id, draft.ask_id)
    await renew_modal(slack, view, views.feedback_form(views.turned(_form(desk, draft.draft), view)))
    await ack()


async def on_feedback_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Send."""
    draft = views.read_feedback_form(view)
    try:
        receiver, manager = await give_feedback(deps, actor, draft)
    except ManagerChanged:
        desk = await open_feedback(deps, actor, draft.receiver_id, draft.ask_id)
        form = _form(desk, draft.draft, is_manager_new=True)
        await ack(response_action="update", view=views.feedback_form(views.turned(form, view)).payload)
    else:
        said = words.sent(receiver.name, manager.name if manager else None)
        await ack(response_action="update", view=notice(said).payload)


def _form(
    desk: FeedbackDesk, draft: str, text: str = "", *, is_manager_new: bool = False
) -> views.FeedbackForm:
    return views.FeedbackForm(
        draft=draft,
        receiver=desk.receiver,
        manager=desk.manager,
        framework=desk.framework,
        ask=desk.ask,
        text=text,
        is_manager_new=is_manager_new,
    )
