"""Asking for feedback, and declining: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.asks import LONGEST_QUESTION
from bot.domain.ports import Slack
from bot.domain.texts import fitting
from bot.listeners.calls import Call
from bot.listeners.modals import show_done, show_modal
from bot.usecases.asks import (
    AskDesk,
    ask_for_feedback,
    decline_ask,
    open_ask,
    see_ask,
    see_decline,
    withdraw_question,
)
from bot.views import asks as views
from bot.views import kit
from bot.views.notices import notice
from bot.words import asks as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the shortcut, the forms and the buttons."""
    app.shortcut("ask_for_feedback")(on_ask_shortcut)
    app.view(views.FORM)(on_ask_submitted)
    app.action(views.TAKE_BACK)(on_ask_taken_back)
    app.action(views.NOT_NOW)(on_decline_begun)
    app.view(views.DECLINE_FORM)(on_declined)
    app.action(views.READ_DECLINE)(on_decline_opened)


async def on_ask_word(call: Call) -> kit.Message | None:
    """`/growth ask [@person] [question]`; what a question does not hold is said, since it is kept nowhere."""
    text, cut = fitting(call.text, LONGEST_QUESTION)
    desk = await open_ask(call.deps, call.actor, call.person_id)
    await call.show(_form(desk, call.deps.ids(), text))
    return kit.message(words.cut(cut, LONGEST_QUESTION)) if cut else None


async def on_ask_shortcut(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """*Ask for feedback*, from anywhere."""
    form = _form(await open_ask(deps, actor, None), deps.ids())
    await slack.open_view(body["trigger_id"], form.payload)
    await ack()


async def on_ask_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Ask."""
    people = await ask_for_feedback(deps, actor, views.read_ask_form(view))
    said = words.sent(tuple(person.name for person in people))
    await ack(response_action="update", view=notice(said).payload)


async def on_ask_taken_back(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Take it back: the form stays open, with what was typed."""
    ask_id, _ = views.read_ask(action)
    await withdraw_question(deps, actor, ask_id)
    desk, draft = await open_ask(deps, actor, None), views.draft_of(body["view"])
    await show_done(slack, body["view"], _form(desk, draft))
    await ack()


async def on_decline_begun(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Not now: the question, and room for a line."""
    ask_id, _ = views.read_ask(action)
    await show_modal(slack, body, views.decline_form(await see_ask(deps, actor, ask_id)))
    await ack()


async def on_declined(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Not now, with the line or without."""
    ask_id, word = views.read_decline_form(view)
    seen = await decline_ask(deps, actor, ask_id, word)
    await ack(response_action="update", view=notice(words.decline_said(seen.asker.name)).payload)


async def on_decline_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Read their line."""
    ask_id, person_id = views.read_ask(action)
    seen = await see_decline(deps, actor, ask_id, person_id)
    await show_modal(slack, body, views.decline_page(seen))
    await ack()


def _form(desk: AskDesk, draft: str, text: str = "") -> kit.Modal:
    return views.ask_form(draft, desk.person, desk.sheets, text, desk.waiting)
