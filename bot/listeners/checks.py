"""Quarterly checks: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import show_modal
from bot.listeners.outcomes import show_outcome
from bot.usecases.checks import check_for, open_check, save_page, skip_check
from bot.views import checks as views
from bot.words import checks as words
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the pages, and to the buttons that lead to them."""
    app.action(views.OPEN)(on_check_opened)
    app.action(views.SKIP)(on_check_skipped)
    app.view(views.FORM)(on_page_submitted)


async def on_check_word(call: Call) -> None:
    """`/growth check [@report]`."""
    seen = await open_check(call.deps, call.actor, call.person_id or call.actor.id)
    await call.slack.open_view(call.trigger_id, views.check_view(seen).payload)


async def on_check_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Mark one's own side, or see what both marked."""
    async with deps.read() as workspace:
        seen = await check_for(workspace, deps, actor, views.read_check(action))
    await show_modal(slack, body, views.check_view(seen))
    await ack()


async def on_check_skipped(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Not this quarter."""
    await skip_check(deps, actor, views.read_check(action))
    await show_outcome(slack, body, words.SKIPPED)
    await ack()


async def on_page_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """One page is kept, and the next one follows."""
    draft = views.read_check_form(view)
    seen = await save_page(deps, actor, draft)
    page = draft.page + 1 if draft.page + 1 < len(seen.asked) else None
    await ack(response_action="update", view=views.check_view(seen, page).payload)
