"""A person presses a button, or picks from an overflow menu."""

from __future__ import annotations

from playground.acts.surfaces import Place, send_action, surface
from playground.carriers import Answer
from playground.elements import STATEFUL, Field, find_field
from playground.errors import NotPossible
from playground.model import Json
from playground.team import Team


async def press(
    team: Team, user: str, place: Place, name: str, *, block: str = "", value: str = ""
) -> Answer:
    """Press what is called so; `value` picks from a menu, or tells buttons of one name apart."""
    team.actor(user)
    there = surface(team, user, place)
    field = find_field(there.blocks, name, block=block, value=value)
    if field.element["type"] in STATEFUL:
        raise NotPossible(f"{name!r} is a {field.element['type']}: choose a value instead of pressing it")
    return await send_action(team, user, there, field, _pressed(field, value))


def _pressed(field: Field, value: str) -> Json:
    element = field.element
    match element["type"]:
        case "overflow":
            return {"selected_option": _picked(element["options"], value)}
        case "feedback_buttons":
            return _feedback(element, value)
        case _:
            return {key: element[key] for key in ("text", "value", "style", "url") if key in element}


def _picked(options: list[Json], value: str) -> Json:
    for option in options:
        if value in {option.get("value"), option["text"]["text"]}:
            return option
    there = ", ".join(repr(option["text"]["text"]) for option in options)
    raise NotPossible(f"the menu has no {value!r}; there are: {there}")


def _feedback(element: Json, value: str) -> Json:
    for button in (element["positive_button"], element["negative_button"]):
        if value in {button.get("value"), button["text"]["text"]}:
            return {"text": button["text"], "value": button.get("value")}
    raise NotPossible(f"neither feedback button is called {value!r}")
