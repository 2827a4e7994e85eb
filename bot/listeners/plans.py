"""Plans: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.plans import LONGEST_LINE
from bot.domain.ports import Slack
from bot.domain.texts import clean
from bot.errors import NotFoundForYou
from bot.listeners.calls import Call
from bot.listeners.modals import show_modal, turn_modal
from bot.usecases.plans import PlanDesk, end_goal, open_plan_form, see_plan, write_direction, write_goal
from bot.usecases.receipts import ManagerChanged
from bot.views import kit
from bot.views import plans as views
from bot.words import plans as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the page and to its forms."""
    app.action(views.OPEN)(on_plan_opened)
    app.action(views.DIRECTION)(on_direction_asked)
    app.action(views.GOAL)(on_goal_asked)
    app.action(views.END)(on_end_asked)
    app.view(views.DIRECTION_FORM)(on_direction_submitted)
    app.view(views.GOAL_FORM)(on_goal_submitted)
    app.view(views.END_FORM)(on_end_submitted)


async def on_plan_word(call: Call) -> None:
    """`/growth plan`: the page; with words, a goal that begins with them; with a person, what they share."""
    if call.text and call.person_id in {None, call.actor.id}:
        desk = await open_plan_form(call.deps, call.actor)
        typed = clean(call.text)[:LONGEST_LINE]
        modal = _goal_form(call.deps, desk, typed)
    else:
        modal = views.plan_page(await see_plan(call.deps, call.actor, call.person_id or call.actor.id))
    await call.slack.open_view(call.trigger_id, modal.payload)


async def on_plan_opened(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """One's own plan, from another page."""
    await show_modal(slack, body, views.plan_page(await see_plan(deps, actor, actor.id)))
    await ack()


async def on_direction_asked(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Write or change the three lines, in place of the page."""
    desk = await open_plan_form(deps, actor)
    form = views.PlanForm(draft=deps.ids(), manager=desk.manager, named=desk.named)
    await turn_modal(slack, body, views.direction_form(form, desk.direction))
    await ack()


async def on_goal_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Add or change a goal, in place of the page."""
    desk = await open_plan_form(deps, actor, views.read_goal(action))
    await turn_modal(slack, body, _goal_form(deps, desk))
    await ack()


async def on_end_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Close a goal, in place of the page."""
    desk = await open_plan_form(deps, actor, views.read_goal(action) or "")
    if desk.goal is None:
        raise NotFoundForYou("not_yours")
    await turn_modal(slack, body, views.end_form(deps.ids(), desk.goal))
    await ack()


async def on_direction_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save the three lines."""
    draft = views.read_direction_form(view)
    try:
        shown = views.plan_page(await write_direction(deps, actor, draft), words.SAVED)
    except ManagerChanged:
        desk = await open_plan_form(deps, actor)
        form = views.PlanForm(draft=draft.draft, manager=desk.manager, named=desk.named, is_manager_new=True)
        shown = views.direction_form(form, desk.direction)
    await ack(response_action="update", view=shown.payload)


async def on_goal_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save a goal."""
    draft = views.read_goal_form(view)
    try:
        shown = views.plan_page(await write_goal(deps, actor, draft), words.SAVED)
    except ManagerChanged:
        desk = await open_plan_form(deps, actor, draft.goal_id)
        form = views.PlanForm(draft=draft.draft, manager=desk.manager, named=desk.named, is_manager_new=True)
        shown = views.goal_form(form, desk.sheets, desk.today + timedelta(days=1), desk.goal)
    await ack(response_action="update", view=shown.payload)


async def on_end_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Close a goal with what was learned."""
    seen = await end_goal(deps, actor, views.read_end_form(view))
    await ack(response_action="update", view=views.plan_page(seen, words.SAVED).payload)


def _goal_form(deps: Deps, desk: PlanDesk, text: str = "") -> kit.Modal:
    form = views.PlanForm(draft=deps.ids(), manager=desk.manager, named=desk.named)
    return views.goal_form(form, desk.sheets, desk.today + timedelta(days=1), desk.goal, text)
