"""Buttons that stand in many places: those that open what a word opens, and the switch for reminders."""

from collections.abc import Mapping
from typing import Any, Literal

from bot.views import kit
from bot.views.answers import pack

NUDGES_OFF, NUDGES_ON = "nudges_off", "nudges_on"
"""The switch for reminders, wherever it stands."""
_PREFIX = "open_"


def open_action(word: str) -> str:
    """The action of the button that opens a word."""
    return f"{_PREFIX}{word}"


def opener(
    word: str, label: str, *, style: Literal["primary"] | None = None, delivery: str | None = None
) -> kit.Element:
    """A button that opens a word; `delivery` is the message of unknown fate that it settles."""
    return kit.button(open_action(word), label, pack(delivery=delivery) if delivery else None, style=style)


def read_opened(action: Mapping[str, Any]) -> str:
    """The word that a button opens."""
    return str(action["action_id"]).removeprefix(_PREFIX)
