"""Where a request came from, and how a sentence reaches the person there."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from slack_bolt.response import BoltResponse

from bot.views.notices import notice


class Surface(StrEnum):
    """Where a person is when they act."""

    EVENT = "event"
    COMMAND = "command"
    FORM = "form"
    MODAL_ACTION = "modal_action"
    ACTION = "action"
    SHORTCUT = "shortcut"


def surface_of(body: Mapping[str, Any]) -> Surface:
    """The surface of a request's body."""
    kind = body.get("type")
    if kind == "view_submission":
        return Surface.FORM
    if kind == "block_actions":
        is_modal = (body.get("view") or {}).get("type") == "modal"
        return Surface.MODAL_ACTION if is_modal else Surface.ACTION
    if kind in {"shortcut", "message_action"}:
        return Surface.SHORTCUT
    return Surface.COMMAND if "command" in body else Surface.EVENT


def notice_trigger(surface: Surface, body: Mapping[str, Any]) -> str | None:
    """The trigger to open a notice with, where the acknowledgement cannot carry a sentence."""
    if surface in {Surface.ACTION, Surface.MODAL_ACTION, Surface.SHORTCUT}:
        return body.get("trigger_id")
    return None


def answer(
    surface: Surface, body: Mapping[str, Any], sentence: str, field: str | None = None
) -> BoltResponse:
    """An acknowledgement with a sentence: at its field in a form, for one pair of eyes after a command."""
    if surface is Surface.COMMAND:
        return as_json({"response_type": "ephemeral", "text": sentence})
    if surface is Surface.FORM:
        return _form_answer(body.get("view") or {}, sentence, field)
    return BoltResponse(status=200, body="")


def field_of(block_id: str) -> str:
    """The field that a block stands for: a preset input has a round after its name, `skills~2`."""
    return block_id.partition("~")[0]


def as_json(body: Mapping[str, Any]) -> BoltResponse:
    """A JSON answer to Slack."""
    return BoltResponse(status=200, body=json.dumps(body), headers={"content-type": "application/json"})


def _form_answer(view: Mapping[str, Any], sentence: str, field: str | None) -> BoltResponse:
    inputs = _inputs(view.get("blocks"))
    if not inputs:
        return as_json({"response_action": "update", "view": notice(sentence).payload})
    place = next((block_id for block_id in inputs if field_of(block_id) == field), inputs[0])
    return as_json({"response_action": "errors", "errors": {place: sentence}})


def _inputs(blocks: object) -> list[str]:
    """The block ids of a view's inputs, as far as it has any: it comes back from elsewhere."""
    found = [block for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []
    ids = [block.get("block_id") for block in found if block.get("type") == "input"]
    return [block_id for block_id in ids if isinstance(block_id, str)]
