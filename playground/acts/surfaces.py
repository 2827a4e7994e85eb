"""Where an element stands: a modal, Home or a message, as one person sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from playground.carriers import Answer
from playground.elements import Field
from playground.errors import NotPossible
from playground.model import Json, Message, View
from playground.shapes import channel_name, message_object, view_object
from playground.team import Team
from playground.values import first_values, with_value

Surface: TypeAlias = View | Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A view's id, or a message's channel and ts; all empty for the modal on top."""

    view: str = ""
    channel: str = ""
    ts: str = ""


def surface(team: Team, user: str, place: Place) -> Surface:
    """The view or message at a place, if this person sees it."""
    if place.channel:
        message = team.state.messages.get(place.channel, {}).get(place.ts)
        if message is None or not team.state.may_see(user, message):
            raise NotPossible(f"{user} sees no message {place.ts} in {place.channel}")
        return message
    if not place.view:
        return team.state.top(user)
    view = team.state.views.get(place.view)
    if view is None or view.user != user:
        raise NotPossible(f"{user} has no view {place.view} open")
    return view


def values_on(team: Team, user: str, there: Surface) -> Json:
    """What this person's inputs hold there."""
    if isinstance(there, View):
        return there.values
    held = team.state.typed.get((user, there.channel, there.ts))
    return first_values(there.blocks) if held is None else held


def keep_value(team: Team, user: str, there: Surface, field: Field, chosen: Any) -> Surface:
    """Put a value into an input; the surface as it is then."""
    values = with_value(values_on(team, user, there), field, chosen)
    if isinstance(there, Message):
        team.state.typed[user, there.channel, there.ts] = values
        return there
    errors = {block: error for block, error in there.errors.items() if block != field.block_id}
    changed = replace(there, values=values, errors=errors)
    team.state.keep_view(changed)
    return changed


async def send_action(team: Team, user: str, there: Surface, field: Field, action: Json) -> Answer:
    """Tell the app of an action: block_actions, with the surface as it stands."""
    head = {"type": field.element["type"], "action_id": field.action_id, "block_id": field.block_id}
    payload = {
        "type": "block_actions",
        **team.signed(team.actor(user)),
        **described(team, there),
        "trigger_id": team.triggers.issue(user),
        "actions": [{**head, **action, "action_ts": team.now_ts()}],
    }
    if isinstance(there, Message):
        payload["response_url"] = team.response_url(user, there.channel, there.ts)
        payload["state"] = {"values": values_on(team, user, there)}
    return await team.interact(payload)


def described(team: Team, there: Surface) -> Json:
    """What a payload says of a surface: its container, and the view or the message in its channel."""
    if isinstance(there, View):
        container: Json = {"type": "view", "view_id": there.id}
        return {"container": container, "view": view_object(team.who, there)}
    channel = team.state.channels[there.channel]
    container = {
        "type": "message",
        "message_ts": there.ts,
        "channel_id": there.channel,
        "is_ephemeral": bool(there.ephemeral_to),
    }
    shown: Json = {"container": container, "channel": {"id": channel.id, "name": channel_name(channel)}}
    return shown if there.ephemeral_to else {**shown, "message": message_object(team.who, there)}
