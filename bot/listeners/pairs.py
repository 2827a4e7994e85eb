"""1:1s: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.here import Here, here_of
from bot.domain.pairs import PairShown
from bot.domain.ports import Slack
from bot.domain.timetable import rule_of
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal
from bot.listeners.outcomes import show_outcome
from bot.listeners.surfaces import Surface, surface_of
from bot.usecases.pairs import (
    PairMoved,
    Saved,
    decide_pair,
    leave_pair,
    open_pair,
    pair_at,
    see_ended_pairs,
    see_pairs,
    set_up_pair,
)
from bot.usecases.talks import see_talk
from bot.views import pairs as views
from bot.views.answers import unpack
from bot.views.notices import notice
from bot.views.talks import talk_page
from bot.words import pairs as words
from storage.choices import PairState
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the list, the form, the question and its answers."""
    app.action(views.NEW)(on_pair_started)
    app.action(views.CHANGE)(on_pair_opened)
    for action in views.TURNED:
        app.action(action)(on_pair_turned)
    app.view(views.FORM)(on_pair_submitted)
    app.action(views.YES)(on_pair_answered)
    app.action(views.NO)(on_pair_answered)
    app.action(views.END)(on_pair_ended)


async def on_pairs_word(call: Call) -> None:
    """`/growth 1on1 [@person]`: the page of one pair, or the list of all; the form where there is none."""
    pairs = await see_pairs(call.deps, call.actor.id)
    ended = await see_ended_pairs(call.deps, call.actor.id)
    active = [one for one in pairs if one.other.id == call.person_id and one.pair.state is PairState.ACTIVE]
    if active:
        shown = talk_page(await see_talk(call.deps, call.actor, active[0].pair.id))
    elif (pairs or ended) and not call.person_id:
        shown = views.pair_list(pairs, ended, call.actor, here_of(call.actor.zone, call.deps.today()))
    else:
        desk = await open_pair(call.deps, call.actor, call.person_id)
        shown = views.pair_form(views.first_form(desk, call.actor, call.deps.ids()))
    await call.show(shown)


async def on_pair_started(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A new pair."""
    await _show_form(deps, slack, actor, body, None)
    await ack()


async def on_pair_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Change a pair."""
    shown = await pair_at(deps, actor.id, _pair_id(action))
    await _show_form(deps, slack, actor, body, shown.other.id)
    await ack()


async def on_pair_turned(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A choice in the open form changes what it says will happen, and perhaps which pair it shows."""
    view = body["view"]
    desk = await open_pair(deps, actor, views.read_pair_form(view).other_id)
    await renew_modal(slack, view, views.pair_form(views.turned_form(desk, actor, view)))
    await ack()


async def on_pair_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Ask, or save."""
    draft = views.read_pair_form(view)
    try:
        saved = await set_up_pair(deps, actor, draft)
    except PairMoved:
        desk = await open_pair(deps, actor, draft.other_id)
        shown = views.pair_form(views.turned_form(desk, actor, view))
        await ack(response_action="update", view=shown.payload)
    else:
        await (
            ack(
                response_action="update",
                view=notice(_said(*saved, here_of(actor.zone, deps.today()))).payload,
            )
            if saved
            else ack()
        )


async def on_pair_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Yes, or no."""
    agrees = action["action_id"] == views.YES
    version = unpack(action.get("value")).get("version")
    shown = await decide_pair(deps, actor, _pair_id(action), version, agrees=agrees)
    here = here_of(actor.zone, deps.today())
    said = _said(Saved.AGREED, shown, here) if agrees else words.declined(shown.other.name)
    await show_outcome(slack, body, said)
    await ack()


async def on_pair_ended(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """No more prompts."""
    shown = await leave_pair(deps, actor, _pair_id(action))
    await show_outcome(slack, body, words.ended(shown.other.name))
    await ack()


async def _show_form(
    deps: Deps, slack: Slack, actor: Person, body: Mapping[str, Any], other_id: str | None
) -> None:
    desk = await open_pair(deps, actor, other_id)
    form = views.pair_form(views.first_form(desk, actor, deps.ids()))
    if surface_of(body) is Surface.MODAL_ACTION:  # in the place of the list, which would be out of date
        await renew_modal(slack, body["view"], form)
    else:
        await slack.open_view(body["trigger_id"], form.payload)


def _pair_id(action: Mapping[str, Any]) -> str:
    return str(unpack(action.get("value")).get("pair") or "")


def _said(saved: Saved, shown: PairShown, here: Here) -> str:
    other, rule = shown.other.name, rule_of(shown.pair)
    match saved:
        case Saved.ASKED:
            return words.asked(other)
        case Saved.AGREED:
            return views.with_own_time(words.agreed(other, rule, shown.next_day, here), shown, here)
        case Saved.CHANGED:
            return views.with_own_time(words.changed(other, rule, shown.next_day, here), shown, here)
        case Saved.SAME:
            return words.same(other, rule)
