"""Menus whose options the app gives as one types: block_suggestion."""

from __future__ import annotations

from typing import Any

from playground.acts.surfaces import Surface, described
from playground.carriers import Answer
from playground.elements import Field
from playground.errors import NotPossible
from playground.layout import check_view
from playground.model import Json
from playground.team import Team
from playground.values import offered

MIN_QUERY = 3  # characters before Slack asks, when the element does not say


async def options_for(team: Team, user: str, there: Surface, field: Field, query: str) -> list[Json]:
    """What the app offers for typed letters; nothing before the element's min_query_length."""
    if len(query) < field.element.get("min_query_length", MIN_QUERY):
        return []
    payload = {
        "type": "block_suggestion",
        **team.signed(team.actor(user)),
        **described(team, there),
        "action_id": field.action_id,
        "block_id": field.block_id,
        "value": query,
    }
    return _read(await team.interact(payload))


def _read(answer: Answer) -> list[Json]:
    if not answer.acked:
        raise NotPossible(f"the menu could not be filled: {answer.problem}")
    body: Any = answer.body
    if not isinstance(body, dict) or not ({"options", "option_groups"} & body.keys()):
        raise NotPossible("the menu could not be filled: the app answered without options")
    problems = [] if _is_empty(body) else _problems(body)
    if problems:
        raise NotPossible(f"the menu could not be filled: {'; '.join(problems)}")
    return offered(body)


def _is_empty(body: Json) -> bool:
    return not (body.get("options") or body.get("option_groups"))


def _problems(body: Json) -> list[str]:
    """Hold the options to what a static menu may carry."""
    menu = {key: body[key] for key in ("options", "option_groups") if body.get(key)}
    element = {"type": "static_select", "action_id": "menu", **menu}
    blocks = [{"type": "actions", "block_id": "menu", "elements": [element]}]
    return check_view({"type": "home", "blocks": blocks})
