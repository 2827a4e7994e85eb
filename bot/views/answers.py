"""Reading what a person gave in a form: every value is an untrusted hint (DESIGN 5.13)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot.errors import Invalid


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
        for block_id, actions in (view.get("state", {}).get("values") or {}).items():
            for answer in actions.values():
                found[block_id.partition("~")[0]] = answer
        return cls(found)

    def text(self, field: str) -> str:
        """What was typed."""
        return str(self._of(field).get("value") or "")

    def person(self, field: str) -> str | None:
        """The person chosen."""
        return self._of(field).get("selected_user")

    def people(self, field: str) -> tuple[str, ...]:
        """The people chosen."""
        return tuple(self._of(field).get("selected_users") or ())

    def channel(self, field: str) -> str | None:
        """The channel chosen."""
        return self._of(field).get("selected_channel")

    def chosen(self, field: str) -> str | None:
        """The value of the one option chosen."""
        option = self._of(field).get("selected_option") or {}
        return option.get("value")

    def ticked(self, field: str) -> tuple[str, ...]:
        """The values of the options chosen, in the form's order."""
        return tuple(option["value"] for option in self._of(field).get("selected_options") or ())

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


def unpack(packed: str | None) -> dict[str, Any]:
    """What was packed; anything else is as if nothing were there."""
    try:
        found = json.loads(packed or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
