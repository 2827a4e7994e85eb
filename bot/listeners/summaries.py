"""Summaries: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.listeners.calls import Call
from bot.listeners.modals import renew_modal, show_done, show_modal
from bot.usecases.mentions import answer_mention
from bot.usecases.summaries import (
    make_summary,
    open_sources,
    open_summary,
    reply_to_summary,
    share_summary,
)
from bot.views import summaries as views
from bot.views.answers import number, unpack
from storage.records import Person


def register(app: AsyncApp) -> None:
    """Listen to mentions, and to every button of a summary."""
    app.event("app_mention")(on_mention)
    app.action(views.MINE)(on_own_summary)
    app.action(views.OPEN)(on_summary_opened)
    app.action(views.SOURCES)(on_sources_opened)
    app.action(views.PAGE)(on_page_turned)
    app.action(views.BACK)(on_page_turned)
    app.action(views.SHARE)(on_summary_shared)
    app.action(views.REPLY)(on_reply_opened)
    app.view(views.REPLY_FORM)(on_reply_submitted)


async def on_summary_word(call: Call) -> None:
    """`/growth summary [@person] [period]`."""
    seen = await make_summary(call.deps, call.actor, call.person_id, call.text, call.trigger_id)
    await call.show(views.summary_page(seen))


async def on_mention(ack: AsyncAck, event: Mapping[str, Any], body: Mapping[str, Any], deps: Deps) -> None:
    """`@Trellis summary @person` in a channel: answered to the asker's eyes alone."""
    await answer_mention(
        deps, str(event.get("user")), str(event["channel"]), str(event["text"]), str(body["event_id"])
    )
    await ack()


async def on_own_summary(
    ack: AsyncAck, body: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """A button that makes one's own."""
    seen = await make_summary(deps, actor, None, "", body["trigger_id"])
    await show_modal(slack, body, views.summary_page(seen))
    await ack()


async def on_summary_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Open one that was made."""
    seen = await open_summary(deps, actor, _id(action))
    await show_modal(slack, body, views.summary_page(seen))
    await ack()


async def on_sources_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The notes behind one line."""
    position = number(unpack(action.get("value")), "at", -1)
    sources = await open_sources(deps, actor, _id(action), position)
    await show_modal(slack, body, views.sources_page(sources, position))
    await ack()


async def on_page_turned(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Another page of a long one."""
    seen = await open_summary(deps, actor, _id(action))
    page = views.summary_page(seen, number(unpack(action.get("value")), "page"))
    await renew_modal(slack, body["view"], page)
    await ack()


async def on_summary_shared(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The member's own becomes the joint one."""
    view = body["view"]
    seen = await share_summary(deps, actor, _id(action))
    await show_done(slack, view, views.summary_page(seen))
    await ack()


async def on_reply_opened(
    ack: AsyncAck, body: Mapping[str, Any], action: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """The box for an answer."""
    seen = await open_summary(deps, actor, _id(action))
    form = views.reply_form(seen.summary.id, deps.ids(), seen.summary.reply)
    await show_modal(slack, body, form)
    await ack()


async def on_reply_submitted(ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps) -> None:
    """Send."""
    summary_id, reply, draft = views.read_reply_form(view)
    await reply_to_summary(deps, actor, summary_id, reply, draft)
    await ack(response_action="clear")


def _id(action: Mapping[str, Any]) -> str:
    return str(unpack(action.get("value")).get("summary"))
