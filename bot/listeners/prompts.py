"""The prompts for a 1:1: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.here import here_of
from bot.domain.ports import Slack
from bot.listeners.modals import show_modal
from bot.listeners.outcomes import renew_message, show_outcome
from bot.usecases.prompts import (
    put_off_prompts,
    read_prompts,
    say_whether_it_happened,
    skip_prompts,
)
from bot.views import prompts as views
from bot.views.answers import unpack
from bot.words import prompts as words
from storage.choices import PairState
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to the buttons of the message."""
    app.action(views.WHY)(on_prompts_opened)
    app.action(views.SKIP)(on_prompts_skipped)
    app.action(views.LATER)(on_prompts_put_off)
    app.action(views.HAPPENED)(on_last_answered)
    app.action(views.FELL_OUT)(on_last_answered)


async def on_prompts_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """What to talk about, and why."""
    pair_id, on = views.read_occasion(action)
    await show_modal(slack, body, views.prompts_page(await read_prompts(deps, actor, pair_id, on)))
    await ack()


async def on_prompts_skipped(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Not this time."""
    shown = await skip_prompts(deps, actor, str(unpack(action.get("value")).get("delivery") or ""))
    following = shown.next_at if shown.pair.state is PairState.ACTIVE else None
    await show_outcome(
        slack, body, words.skipped(shown.other.name, following, here_of(actor.zone, deps.today()))
    )
    await ack()


async def on_prompts_put_off(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Later, once."""
    shown, until = await put_off_prompts(deps, actor, str(unpack(action.get("value")).get("delivery") or ""))
    await show_outcome(slack, body, words.put_off(shown.other.name, until, here_of(actor.zone, deps.today())))
    await ack()


async def on_last_answered(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Whether the 1:1 before happened: the question gives way, the prompts stay."""
    delivery, on = views.read_last(action)
    happened = action["action_id"] == views.HAPPENED
    seen, may_wait = await say_whether_it_happened(deps, actor, delivery, on, happened=happened)
    await renew_message(slack, body, views.prompts_message(seen, delivery, may_wait=may_wait))
    await ack()
