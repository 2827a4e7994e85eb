"""The settings of People leads: from Slack's doors to the use-cases and back."""

from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.deps import Deps
from bot.domain.admin import AdminDraft
from bot.domain.ports import Slack, SlackFailure, SlackRefused
from bot.errors import Invalid
from bot.listeners.calls import Call
from bot.usecases.admin import check_may_lead, open_admin, save_admin
from bot.usecases.placements import proposals_for
from bot.views import admin as views
from bot.views.placements import question_blocks
from storage.records import Person

MOST_PROPOSALS = 10
_NO_ENTRY = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
_log = structlog.get_logger()


def register(app: AsyncApp) -> None:
    """Listen to the form."""
    app.view(views.FORM)(on_admin_submitted)


async def on_admin_word(call: Call) -> None:
    """`/growth admin`."""
    desk = await open_admin(call.deps, call.actor)
    async with call.deps.read() as workspace:
        proposals = await proposals_for(workspace, call.deps, call.actor.id)
    blocks = [block for seen in proposals[:MOST_PROPOSALS] for block in question_blocks(seen)]
    await call.show(views.admin_form(call.deps.ids(), desk, blocks))


async def on_admin_submitted(
    ack: AsyncAck, view: Mapping[str, Any], actor: Person, deps: Deps, slack: Slack
) -> None:
    """Save."""
    draft = views.read_admin_form(view)
    await check_may_lead(deps, actor)
    await try_channel(slack, actor, draft)
    await save_admin(deps, actor, draft)
    await ack(response_action="update", view=views.saved().payload)


async def try_channel(slack: Slack, actor: Person, draft: AdminDraft) -> None:
    """Say a line there that the lead alone sees: no scope of ours tells otherwise whether we may write."""
    if draft.channel is None or draft.channel == draft.known_channel:
        return
    try:
        await slack.post_only_to(actor.id, draft.channel, views.channel_tried().payload)
    except SlackRefused as refused:
        if refused.code in _NO_ENTRY:
            raise Invalid("channel_closed", "channel") from None
        _log.info("channel_not_tried", code=refused.code)  # the lead is not in it, say: it may still work
    except SlackFailure as failure:
        _log.warning("channel_not_tried", code=failure.code)
