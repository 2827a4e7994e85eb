"""What a person sees after a press: the question gives way to its outcome."""

from collections.abc import Mapping
from typing import Any

import structlog

from bot.domain.ports import Slack, SlackFailure
from bot.views.kit import Message
from bot.views.notices import notice, outcome

_log = structlog.get_logger()


async def show_outcome(slack: Slack, body: Mapping[str, Any], sentence: str) -> None:
    """Put a sentence where the press was: the message is replaced, a modal turns into it.

    A Home follows as a delivery. The act is kept already, so a failure of Slack's is only logged.
    """
    container = body.get("container") or {}
    view = body.get("view") or {}
    try:
        if container.get("type") == "message" and container.get("message_ts"):
            await slack.replace(container["channel_id"], container["message_ts"], outcome(sentence).payload)
        elif view.get("type") == "modal":
            await slack.update_view(view["id"], notice(sentence).payload, None)
    except SlackFailure as failure:
        _log.warning("outcome_not_shown", code=failure.code)


async def renew_message(slack: Slack, body: Mapping[str, Any], message: Message) -> None:
    """Write a message afresh where the press was in it. The act is kept already: a failure is only logged."""
    container = body.get("container") or {}
    if container.get("type") != "message" or not container.get("message_ts"):
        return
    try:
        await slack.replace(container["channel_id"], container["message_ts"], message.payload)
    except SlackFailure as failure:
        _log.warning("outcome_not_shown", code=failure.code)
