"""Turns what a person means (a label, a name, a date) into the value that an element holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from playground.acts.commands import person_called
from playground.acts.options import options_for
from playground.acts.surfaces import Surface
from playground.elements import STATEFUL, Field
from playground.errors import NotPossible
from playground.model import Json
from playground.team import Team
from playground.values import offered


async def chosen_value(team: Team, user: str, there: Surface, field: Field, value: Any) -> Any:
    """The state value for one input; None or an empty list empties it.

    Raises NotPossible for what is not offered.
    """
    key = STATEFUL[field.element["type"]]
    many = key.endswith("s")
    if value is None or value in ("", []):
        return [] if many else None
    wanted = list(value) if many and not isinstance(value, str) else [value]
    if many:
        _check_count(field.element, wanted)
    chosen = [await _one(team, user, there, field, one) for one in wanted]
    return chosen if many else chosen[0]


def _check_count(element: Json, wanted: list[Any]) -> None:
    most = element.get("max_selected_items")
    if most and len(wanted) > most:
        raise NotPossible(f"at most {most} can be chosen here")


async def _one(team: Team, user: str, there: Surface, field: Field, value: Any) -> Any:
    kind = STATEFUL[field.element["type"]].removesuffix("s")
    match kind:
        case "selected_option":
            return await _option(team, user, there, field, value)
        case "selected_user":
            return _person(team, str(value))
        case "selected_conversation" | "selected_channel":
            return _channel(team, user, str(value))
        case _:
            return _typed(kind, value)


def _typed(kind: str, value: Any) -> Any:
    if kind == "selected_date":
        return date.fromisoformat(str(value)).isoformat()
    if kind == "rich_text_value" and not isinstance(value, dict):
        return _rich_text(str(value))
    if kind == "selected_date_time":
        return int(value)
    return value if isinstance(value, dict) else str(value)


async def _option(team: Team, user: str, there: Surface, field: Field, value: Any) -> Json:
    element, wanted = field.element, str(value)
    options = offered(element)
    if element["type"].endswith("external_select"):
        options = await options_for(team, user, there, field, wanted)
    found = [option for option in options if wanted in {option.get("value"), option["text"]["text"]}]
    if not found:
        raise NotPossible(f"{field.names[-1]!r} does not offer {wanted!r}; there are: {_labels(options)}")
    return found[0]


def _labels(options: Iterable[Json]) -> str:
    return ", ".join(repr(option["text"]["text"]) for option in options) or "none"


def _person(team: Team, value: str) -> str:
    person = person_called(team, value.removeprefix("@"))
    if person is None or person.deleted:
        raise NotPossible(f"there is nobody called {value!r} to choose")
    return person.id


def _channel(team: Team, user: str, value: str) -> str:
    for channel in team.state.channels.values():
        hidden = channel.is_private and user not in channel.members
        if value.lstrip("#") in {channel.id, channel.name} and not hidden:
            return channel.id
    raise NotPossible(f"{user} sees no channel called {value!r}")


def _rich_text(text: str) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}
