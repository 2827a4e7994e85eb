"""What stands in the inputs of a view or message: Slack's `state.values`.

An input keeps what was typed when the app updates the view and gives it the same block_id, action_id
and type; only a new id takes a new initial value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playground.elements import STATEFUL, Field, fields
from playground.model import Json


def first_values(blocks: Sequence[Json]) -> Json:
    """The state of freshly shown blocks: their `initial_*`, null or an empty list."""
    values: Json = {}
    for field in fields(blocks):
        if field.element["type"] in STATEFUL:
            values.setdefault(field.block_id, {})[field.action_id] = _first_value(field.element)
    return values


def carried_values(blocks: Sequence[Json], before: Json) -> Json:
    """The state after an update: what stood in an input stays while its ids and type do."""
    values = first_values(blocks)
    for field in fields(blocks):
        old = before.get(field.block_id, {}).get(field.action_id)
        if old and old["type"] == field.element["type"] and _is_still_offered(field.element, old):
            values[field.block_id][field.action_id] = old
    return values


def with_value(values: Json, field: Field, chosen: Any) -> Json:
    """The state with one input changed."""
    kind = field.element["type"]
    block = {**values.get(field.block_id, {}), field.action_id: {"type": kind, STATEFUL[kind]: chosen}}
    return {**values, field.block_id: block}


def value_of(values: Json, field: Field) -> Any:
    """What stands in one input: null, a string, an option, a list."""
    held = values.get(field.block_id, {}).get(field.action_id, {})
    return held.get(STATEFUL[field.element["type"]])


def offered(element: Json) -> list[Json]:
    """The options that an element itself carries, groups laid flat."""
    groups = element.get("option_groups") or [{"options": element.get("options", [])}]
    return [option for group in groups for option in group["options"]]


def _is_still_offered(element: Json, old: Json) -> bool:
    if "options" not in element and "option_groups" not in element:
        return True
    held = old[STATEFUL[element["type"]]] or []
    there = {option.get("value") for option in offered(element)}
    return all(option.get("value") in there for option in (held if isinstance(held, list) else [held]))


def _first_value(element: Json) -> Json:
    key = STATEFUL[element["type"]]
    initial = "initial_value" if key in {"value", "rich_text_value"} else key.replace("selected_", "initial_")
    empty: list[Any] | None = [] if key.endswith("s") else None
    return {"type": element["type"], key: element.get(initial) or empty}
