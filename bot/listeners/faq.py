"""Answers to doubts: from Slack's doors to the page."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.faq import answer_named, look_up
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal
from bot.views import faq as views


def register(app: AsyncApp) -> None:
    """Listen to the buttons of the page."""
    app.action(views.READ)(on_answer_opened)
    app.action(views.LIST)(on_answer_opened)


async def on_faq_word(call: Call) -> None:
    """`/growth faq [topic]`."""
    await call.show(views.faq_page(look_up(call.deps.answers, call.deps.guides, call.text)))


async def on_answer_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], deps: Deps, slack: Slack
) -> None:
    """Another answer, or all of them, in place."""
    seen = answer_named(deps.answers, deps.guides, views.read_named(action))
    await renew_modal(slack, body["view"], views.faq_page(seen))
    await ack()
