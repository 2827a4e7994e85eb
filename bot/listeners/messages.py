"""The message that a message shortcut was started upon."""

from collections.abc import Mapping
from typing import Any

from bot.domain.notes import TakenMessage


def taken_message(body: Mapping[str, Any]) -> TakenMessage:
    """What the payload says of it; a bot is nobody's author."""
    message = body.get("message") or {}
    is_bot = "bot_id" in message or message.get("subtype") == "bot_message"
    return TakenMessage(
        author_id=None if is_bot else message.get("user"),
        text=str(message.get("text") or ""),
        channel=str((body.get("channel") or {}).get("id") or ""),
        ts=str(message.get("ts") or body.get("message_ts") or ""),
        domain=str((body.get("team") or {}).get("domain") or ""),
    )
