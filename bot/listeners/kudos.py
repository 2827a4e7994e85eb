"""Kudos: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.kudos import MOST_THANKED
from bot.domain.ports import Slack
from bot.domain.texts import LONGEST, fitting
from bot.domain.wording import hint_on
from bot.listeners.calls import Call
from bot.listeners.messages import taken_message
from bot.listeners.modals import renew_modal
from bot.usecases.kudos import KudosDesk, give_kudos, open_kudos
from bot.usecases.receipts import ManagerChanged
from bot.usecases.suggestions import guess_skills, hide_hints, wanted_hint
from bot.views import kit
from bot.views import kudos as views
from bot.views.given_kudos import after_sending
from bot.views.suggesting import sent, taken_skill
from bot.words import kudos as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form and to the shortcuts that open it."""
    app.shortcut("give_kudos")(on_kudos_shortcut)
    app.shortcut("give_kudos_for_this")(on_kudos_for_this)
    for action in views.CHANGED:
        app.action(action)(on_kudos_turned)
    app.view(views.FORM)(on_kudos_submitted)


async def _first_form(deps: Deps, giver: Person, receivers: Sequence[str] = (), text: str = "") -> kit.Modal:
    """The form, with what is known already."""
    desk = await open_kudos(deps, giver.id, receivers)
    return views.kudos_form(_form(desk, deps.ids(), text))


async def on_kudos_shortcut(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """*Give kudos*, from anywhere."""
    await slack.open_view(body["trigger_id"], (await _first_form(deps, actor)).payload)
    await ack()


async def on_kudos_for_this(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """*Give kudos for this*: for whoever wrote the message, none of whose words are copied.

    A bot's message and one's own leave the receiver to be chosen.
    """
    author_id = taken_message(body).author_id
    receivers = [author_id] if author_id and author_id != actor.id else []
    await slack.open_view(body["trigger_id"], (await _first_form(deps, actor, receivers)).payload)
    await ack()


async def on_kudos_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A choice in the open form changes what the rest of it offers, and the receipt."""
    view = body["view"]
    if action["action_id"] == views.NO_HINTS:
        await hide_hints(deps, actor)
    turn = views.read_kudos_turn(view, action["action_id"], taken_skill(action))
    receivers = turn.draft.receivers[:MOST_THANKED]
    same = frozenset(receivers) == turn.known_receivers
    desk = await open_kudos(deps, actor.id, receivers, turn.cluster if same else None)
    form = await _helped(deps, actor, views.turned(_form(desk, turn.draft.draft), turn), turn)
    await renew_modal(slack, view, views.kudos_form(form))
    await ack()


async def on_kudos_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Send."""
    draft = views.read_kudos_form(view)
    hint = await wanted_hint(deps, actor, hint_on(draft.text))  # before the act: nothing may fail after it
    try:
        given = await give_kudos(deps, actor, draft)
    except ManagerChanged:
        desk = await open_kudos(deps, actor.id, draft.receivers, draft.framework)
        turn = views.read_kudos_turn(view, "")
        shown = views.kudos_form(views.turned(_form(desk, draft.draft, is_manager_new=True), turn))
        await ack(response_action="update", view=shown.payload)
    else:
        names = tuple(one.name for one in given.receivers)
        quiet = tuple(one.name for one in given.quiet)
        said = words.sent(names, quiet, is_public=draft.is_public)
        await ack(response_action="update", view=sent(said, hint, after_sending(given.event_id)).payload)


async def _helped(deps: Deps, actor: Person, form: views.KudosForm, turn: views.KudosTurn) -> views.KudosForm:
    """The form with a hint on what was typed so far, and with skills where they were asked for."""
    hint = await wanted_hint(deps, actor, hint_on(turn.draft.text))
    if not turn.asks or form.framework is None:
        return replace(form, hint=hint)
    guess = await guess_skills(deps, actor, form.framework.competencies, turn.draft.text)
    return replace(form, hint=hint, guess=guess)


def _form(desk: KudosDesk, draft: str, text: str = "", *, is_manager_new: bool = False) -> views.KudosForm:
    return views.KudosForm(
        draft=draft,
        receivers=desk.receivers,
        managers=desk.managers,
        framework=desk.skills.framework,
        clusters=desk.skills.clusters,
        has_channel=desk.channel is not None,
        unannounced=desk.unannounced,
        text=text,
        is_public=desk.starts_public,
        is_manager_new=is_manager_new,
    )


async def on_kudos_word(call: Call) -> kit.Message | None:
    """`/growth kudos [@person …] [text]`; what kudos do not hold is said, since it is kept nowhere."""
    text, cut = fitting(call.text)
    receivers, too_many = call.people[:MOST_THANKED], len(call.people) > MOST_THANKED
    await call.show(await _first_form(call.deps, call.actor, receivers, text))
    said = [words.cut(cut, LONGEST)] if cut else []
    said += [words.too_many_named(MOST_THANKED)] if too_many else []
    return kit.message(" ".join(said)) if said else None
