"""Reading what a person gave in a form: every value is an untrusted hint (DESIGN 5.13)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.errors import Invalid

_LONGEST_ID = 150
"""Characters of the longest value of ours: Slack's longest option (SLACK.md 3)."""
_SLACK_ID = re.compile(r"[A-Z0-9]{1,32}")


def preset(field: str, round_: int) -> str:
    """The block id of an input whose value we set: a new id, so that Slack does not keep the old answer."""
    return f"{field}~{round_}" if round_ else field


@dataclass(frozen=True, slots=True)
class Answers:
    """The state of a view, by field: the part of a block's id before `~`."""

    by_field: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, view: Mapping[str, Any]) -> "Answers":
        """The answers in a view as Slack sends it."""
        found: dict[str, Mapping[str, Any]] = {}
        for block_id, actions in _mapping(_mapping(view.get("state")).get("values")).items():
            for answer in _mapping(actions).values():
                found[block_id.partition("~")[0]] = _mapping(answer)
        return cls(found)

    def text(self, field: str) -> str:
        """What was typed."""
        return _text(self._of(field).get("value")) or ""

    def person(self, field: str) -> str | None:
        """The person chosen."""
        return _slack_id(self._of(field).get("selected_user"))

    def people(self, field: str) -> tuple[str, ...]:
        """The people chosen."""
        found = (_slack_id(one) for one in _list(self._of(field).get("selected_users")))
        return tuple(one for one in found if one is not None)

    def channel(self, field: str) -> str | None:
        """The channel chosen."""
        return _slack_id(self._of(field).get("selected_channel"))

    def chosen(self, field: str) -> str | None:
        """The value of the one option chosen."""
        return _text(_mapping(self._of(field).get("selected_option")).get("value"))

    def ticked(self, field: str) -> tuple[str, ...]:
        """The values of the options chosen, in the form's order."""
        options = _list(self._of(field).get("selected_options"))
        return tuple(str(_mapping(option).get("value")) for option in options)

    def day(self, field: str) -> date | None:
        """The date chosen; raises Invalid for what is none."""
        chosen = self._of(field).get("selected_date")
        try:
            return date.fromisoformat(chosen) if chosen else None
        except (TypeError, ValueError):
            raise Invalid("date_unknown", field) from None

    def hour(self, field: str) -> time | None:
        """The time chosen; raises Invalid for what is none."""
        chosen = self._of(field).get("selected_time")
        try:
            return time.fromisoformat(chosen) if chosen else None
        except (TypeError, ValueError):
            raise Invalid("choose_time", field) from None

    def _of(self, field: str) -> Mapping[str, Any]:
        return self.by_field.get(field, {})


def pack(**ids: str | int | bool | None) -> str:
    """Ids for private_metadata or a button's value: never what people wrote."""
    return json.dumps(
        {name: value for name, value in ids.items() if value is not None}, separators=(",", ":")
    )


def unpack(packed: object) -> dict[str, Any]:
    """What was packed, as far as it can be ids and numbers; anything else is as if nothing were there."""
    try:
        found = json.loads(packed) if isinstance(packed, str) else None
    except (ValueError, RecursionError):
        return {}
    return {name: value for name, value in _mapping(found).items() if _is_packed(value)}


def number(known: Mapping[str, Any], name: str, default: int = 0) -> int:
    """A number that was packed, such as a page or a round: never below zero."""
    value = known.get(name)
    return value if isinstance(value, int) and value >= 0 else default


def _is_packed(value: object) -> bool:
    return isinstance(value, int) or (
        isinstance(value, str) and len(value) <= _LONGEST_ID and value.isprintable()
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _slack_id(value: object) -> str | None:
    return value if isinstance(value, str) and _SLACK_ID.fullmatch(value) else None
