"""blocks.validate: what Slack would say of a layout, without a token."""

from __future__ import annotations

from playground.call import Call
from playground.errors import SlackError
from playground.layouts import need_message, need_view
from playground.model import Json
from playground.team import Team


def validate(_team: Team, call: Call) -> Json:
    """Check `blocks`, a `message` or a `view`; nothing is kept or shown."""
    view = call.json("view", "invalid_arguments")
    if view is not None:
        kind = view.get("type") if isinstance(view, dict) else None
        need_view(view, "home" if kind == "home" else "modal")
        return {}
    message = call.json("message", "invalid_arguments")
    blocks = call.json("blocks", "invalid_blocks_format")
    if message is None and blocks is None:
        raise SlackError("invalid_arguments", ["missing required field: blocks"])
    need_message(message or {"blocks": blocks})
    return {}
