"""A person puts a value into an input: types, picks, ticks."""

from __future__ import annotations

from typing import Any

from playground.acts.choices import chosen_value
from playground.acts.surfaces import Place, keep_value, send_action, surface
from playground.carriers import Answer
from playground.elements import STATEFUL, Field, find_field
from playground.errors import NotPossible
from playground.team import Team

_TYPED = frozenset(
    {"plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"}
)


async def enter(
    team: Team, user: str, place: Place, name: str, value: Any, *, block: str = "", return_key: bool = False
) -> Answer | None:
    """Put a value into the input called so; None when the app is not told of it.

    The app is told of inputs with dispatch_action, and of all others that stand outside input blocks.
    """
    team.actor(user)
    there = surface(team, user, place)
    field = find_field(there.blocks, name, block=block)
    if field.element["type"] not in STATEFUL:
        raise NotPossible(f"{name!r} is a {field.element['type']}, which takes no value")
    chosen = await chosen_value(team, user, there, field, value)
    there = keep_value(team, user, there, field, chosen)
    if not _tells(field, return_key=return_key):
        return None
    return await send_action(team, user, there, field, {STATEFUL[field.element["type"]]: chosen})


def _tells(field: Field, *, return_key: bool) -> bool:
    if not field.is_input:
        return True
    if not field.block.get("dispatch_action"):
        return False
    if field.element["type"] not in _TYPED:
        return True
    config = field.element.get("dispatch_action_config", {})
    on = config.get("trigger_actions_on", ["on_enter_pressed"])
    return "on_character_entered" in on or (return_key and "on_enter_pressed" in on)
