"""“No opportunity yet”: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.modals import show_done, show_modal, turn_modal
from bot.usecases.chances import (
    mark_chances,
    open_chance,
    open_chance_form,
    say_not_now,
    see_chances,
    take_back,
)
from bot.usecases.commitments import open_commitment
from bot.usecases.receipts import ManagerChanged
from bot.views import chances as views
from bot.views import commitments as forms
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the form, to the page and to what a manager says to it."""
    app.action(views.MARK)(on_mark_asked)
    app.action(views.OPEN)(on_chances_opened)
    app.action(views.ARRANGE)(on_arranging_asked)
    app.action(views.NOT_NOW)(on_not_now_asked)
    app.action(views.TAKE_BACK)(on_taken_back)
    app.view(views.FORM)(on_chances_submitted)
    app.view(views.NOT_NOW_FORM)(on_not_now_submitted)


async def on_mark_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form, in the place of the page."""
    desk = await open_chance_form(deps, actor, views.read_subject(action))
    await turn_modal(slack, body, views.chance_form(deps.ids(), desk))
    await ack()


async def on_chances_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The page."""
    await show_modal(
        slack, body, views.chances_page(await see_chances(deps, actor, views.read_subject(action)))
    )
    await ack()


async def on_arranging_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """What is arranged becomes a promise on the skill."""
    pair, _ = forms.read_commitment(action)
    chance = views.read_chance(action) or ""
    await open_chance(deps, actor, chance)
    desk = await open_commitment(deps, actor, pair)
    form = forms.commitment_form(
        deps.ids(), desk.shown, desk.sheets, skill=forms.read_skill(action), chance=chance
    )
    await turn_modal(slack, body, form)
    await ack()


async def on_not_now_asked(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The form of a manager's word."""
    seen = await open_chance(deps, actor, views.read_chance(action) or "")
    await turn_modal(slack, body, views.not_now_form(seen))
    await ack()


async def on_taken_back(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """It counts nowhere any more."""
    seen = await take_back(deps, actor, views.read_chance(action) or "")
    await show_done(slack, body.get("view") or {}, views.chances_page(seen))
    await ack()


async def on_chances_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save, and show what waits now."""
    draft = views.read_chance_form(view)
    try:
        shown = views.chances_page(await mark_chances(deps, actor, draft))
    except ManagerChanged:
        desk = await open_chance_form(deps, actor, draft.subject_id)
        shown = views.chance_form(draft.draft, desk, is_manager_new=True)
    await ack(response_action="update", view=shown.payload)


async def on_not_now_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Save a manager's word."""
    chance, word = views.read_not_now_form(view)
    await ack(
        response_action="update",
        view=views.chances_page(await say_not_now(deps, actor, chance, word)).payload,
    )
