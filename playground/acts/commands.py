"""Slash commands as a person types them."""

from __future__ import annotations

import re

from playground.acts.replies import show_reply
from playground.carriers import Answer
from playground.errors import NotPossible
from playground.manifest import Command
from playground.model import Channel, Person
from playground.shapes import channel_name
from playground.team import Team

_MARKED = re.compile(
    r"(?P<link>https?://[^\s<>]*[^\s<>.,;:!?)])|(?<![\w@])(?<!&lt;)@(?P<name>[\w.\-]*\w)|(?<![\w#&])#(?P<channel>[\w\-]+)"
)
_BROADCASTS = {"channel", "here", "everyone"}


async def run_command(team: Team, user: str, line: str, channel: str = "", thread_ts: str = "") -> Answer:
    """Send a line such as `/growth kudos @sam`, typed where `place_of` says; none in a thread: SLACK.md 1."""
    person = team.actor(user)
    name, _, text = line.strip().partition(" ")
    command = _command(team, name)
    if thread_ts:
        raise NotPossible(f"{command.name} does not work in a thread: type it below the conversation itself")
    place = place_of(team, user, channel)
    payload = {
        "token": team.who.verification_token,
        "team_id": person.team_id or team.who.team_id,
        "team_domain": team.who.domain,
        "channel_id": place.id,
        "channel_name": channel_name(place),
        "user_id": person.id,
        "user_name": person.name,
        "command": command.name,
        "text": typed_text(team, text, escaped=command.should_escape),
        "api_app_id": team.who.app_id,
        "is_enterprise_install": "false",
        "response_url": team.response_url(user, place.id),
        "trigger_id": team.triggers.issue(user),
    }
    answer = await team.interact(payload, "slash_commands")
    return show_reply(team, answer, user, place.id)


def place_of(team: Team, user: str, channel: str) -> Channel:
    """Where a person types: by id or name, or with whom by their id, which is the app or oneself.

    Unless a channel is given it is the app's direct message, or their own where the app's is read-only.
    """
    channel = channel or (user if _is_read_only(team) else team.who.bot_user)
    alone = {user: team.state.own_dm, team.who.bot_user: team.state.dm}
    place = alone[channel](user) if channel in alone else _called(team, user, channel)
    if place == team.state.find_dm(user) and _is_read_only(team):
        raise NotPossible("nothing can be typed in the app's messages: the manifest makes them read-only")
    return place


def _called(team: Team, user: str, channel: str) -> Channel:
    known = team.state.channels.values()
    place = next((one for one in known if channel.lstrip("#") in {one.id, one.name} and not one.is_im), None)
    place = place or team.state.channels.get(channel)
    if place is None or user not in place.members:
        raise NotPossible(f"{user} is in no channel called {channel}")
    return place


def _is_read_only(team: Team) -> bool:
    return team.manifest.messages_read_only or not team.manifest.messages_tab


def typed_text(team: Team, text: str, *, escaped: bool) -> str:
    """What Slack makes of typed text: markup is disarmed; with should_escape names and links are marked."""
    text = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKED.sub(lambda match: _marked(team, match), text) if escaped else text


def _command(team: Team, name: str) -> Command:
    for command in team.manifest.commands:
        if command.name == name and "commands" in team.manifest.scopes:
            return command
    raise NotPossible(f"{name} is not a valid command. Here are: {_names(team)}")


def _names(team: Team) -> str:
    return ", ".join(command.name for command in team.manifest.commands) or "none"


def _marked(team: Team, match: re.Match[str]) -> str:
    if match["link"]:
        return f"<{match['link']}>"
    return _mention(team, match["name"]) if match["name"] else _channel(team, match["channel"])


def _mention(team: Team, handle: str) -> str:
    if handle in _BROADCASTS:
        return f"<!{handle}>"
    person = _named(team, handle)
    return f"<@{person.id}|{person.name}>" if person else f"@{handle}"


def person_called(team: Team, handle: str) -> Person | None:
    """Whoever has this handle or id."""
    return team.state.people.get(handle) or _named(team, handle)


def _named(team: Team, handle: str) -> Person | None:
    named = (one for one in team.state.people.values() if one.name.casefold() == handle.casefold())
    return next(named, None)


def _channel(team: Team, name: str) -> str:
    named = (one for one in team.state.channels.values() if one.name == name and not one.is_im)
    channel = next(named, None)
    return f"<#{channel.id}|{channel.name}>" if channel else f"#{name}"
