"""Shortcuts: from anywhere, or upon a message."""

from __future__ import annotations

from typing import Literal

from playground.acts.surfaces import Place, surface
from playground.carriers import Answer
from playground.errors import NotPossible
from playground.manifest import Shortcut
from playground.model import Message
from playground.shapes import channel_name, message_object
from playground.team import Team


async def run_shortcut(team: Team, user: str, name: str) -> Answer:
    """Start a global shortcut, called by its name or callback_id."""
    person = team.actor(user)
    shortcut = _shortcut(team, "global", name)
    payload = {
        "type": "shortcut",
        **team.signed(person),
        "callback_id": shortcut.callback_id,
        "trigger_id": team.triggers.issue(user),
        "action_ts": team.now_ts(),
    }
    return await team.interact(payload)


async def run_message_shortcut(team: Team, user: str, name: str, place: Place) -> Answer:
    """Start a shortcut upon a message that this person sees."""
    person = team.actor(user)
    shortcut = _shortcut(team, "message", name)
    message = surface(team, user, place)
    if not isinstance(message, Message) or message.ephemeral_to:
        raise NotPossible("a message shortcut needs a message that others see too")
    channel = team.state.channels[message.channel]
    payload = {
        "type": "message_action",
        **team.signed(person),
        "callback_id": shortcut.callback_id,
        "trigger_id": team.triggers.issue(user),
        "action_ts": team.now_ts(),
        "message_ts": message.ts,
        "message": message_object(team.who, message),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "response_url": team.response_url(user, channel.id, message.ts),
    }
    return await team.interact(payload)


def _shortcut(team: Team, kind: Literal["global", "message"], name: str) -> Shortcut:
    there = [shortcut for shortcut in team.manifest.shortcuts if shortcut.kind == kind]
    for shortcut in there:
        if name in {shortcut.name, shortcut.callback_id} and "commands" in team.manifest.scopes:
            return shortcut
    names = ", ".join(shortcut.name for shortcut in there) or "none"
    raise NotPossible(f"there is no {kind} shortcut called {name!r}; there are: {names}")
