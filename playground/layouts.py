"""Refuses what the layout checks find wrong, under the error that Slack gives each."""

from __future__ import annotations

from typing import Any

from playground.errors import SlackError
from playground.layout import CODES, check_message, check_view
from playground.model import Json


def need_message(payload: Json, *, update: bool = False) -> None:
    """Raise invalid_blocks, or the error that names a whole message's fault."""
    _refuse(check_message(payload, update=update), "invalid_blocks")


def need_view(view: Any, kind: str) -> Json:
    """The view, if it is one of this kind and within limits; else invalid_arguments or view_too_large."""
    if not isinstance(view, dict):
        raise SlackError("invalid_arguments", ["missing required field: view"])
    _refuse(check_view(view), "invalid_arguments")
    if view["type"] != kind:
        raise SlackError("invalid_arguments", [f"must be {kind} [json-pointer:/view/type]"])
    return view


def _refuse(problems: list[str], error: str) -> None:
    if not problems:
        return
    code = next((problem for problem in problems if problem in CODES), None)
    if code:
        raise SlackError(code)
    raise SlackError(error, problems, **({"errors": problems} if error == "invalid_blocks" else {}))
