"""All that one person sees at their screen, as JSON for a page and for tests."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from urllib.parse import quote

from playground.acts.surfaces import values_on
from playground.errors import NotPossible
from playground.model import Channel, File, Json, Message, Person, Try, View
from playground.moments import civil_time, moves
from playground.shapes import message_object, view_object
from playground.team import Team

SHOWN = 500  # messages a conversation


def snapshot(team: Team, user: str) -> Json:
    """The workspace through one person's eyes."""
    if user not in team.state.people:
        raise NotPossible(f"there is nobody called {user} here")
    home = team.state.home(user)
    channels = team.state.channels.values()
    return {
        "version": team.live.version,
        "me": person_seen(team.state.people[user]),
        "team": {
            "id": team.who.team_id,
            "name": team.who.team_name,
            "domain": team.who.domain,
            "begun": team.begun,
        },
        "app": _app(team),
        "clock": _clock(team, team.state.people[user]),
        "people": [person_seen(person) for person in team.state.people.values()],
        "tries": [try_seen(one) for one in team.tries],
        "channels": [_channel(team, user, one) for one in channels if _is_listed(user, one)],
        "home": view_seen(team, home) if home else None,
        "views": [view_seen(team, view) for view in team.state.stack(user)],
    }


def welcome(team: Team) -> Json:
    """What stands before anybody is chosen: the workspace, its app and clock, whom to be, and what to try."""
    return {
        "team": team.who.team_name,
        "app": {"name": team.manifest.bot_name, "description": team.manifest.description},
        "people": [person_seen(person) for person in team.state.people.values()],
        "tries": [try_seen(one) for one in team.tries],
        "now": team.clock.civil(),
    }


def person_seen(person: Person) -> Json:
    return asdict(person)


def try_seen(one: Try) -> Json:
    return {"user": one.user, "as": one.role, "text": one.text}


def view_seen(team: Team, view: View) -> Json:
    """A view as Slack writes it, with the sentences that stand at its fields."""
    return {**view_object(team.who, view), "errors": view.errors}


def message_seen(team: Team, user: str, message: Message) -> Json:
    """A message as Slack writes it, with where it is, for whom, and what this person put in its inputs."""
    return {
        **message_object(team.who, message),
        "channel": message.channel,
        "is_ephemeral": bool(message.ephemeral_to),
        "files": [file_seen(team.state.file(one)) for one in message.files],
        "state": {"values": values_on(team, user, message)},
    }


def file_seen(file: File) -> Json:
    """A file as its message shows it; `path` gives its bytes."""
    path = f"/control/files/{file.id}/{quote(file.name, safe='')}"
    return {"id": file.id, "name": file.name, "title": file.title, "size": file.size, "path": path}


def _app(team: Team) -> Json:
    manifest = team.manifest
    return {
        "id": team.who.app_id,
        "name": manifest.bot_name,
        "handle": team.who.bot_name,
        "bot_user": team.who.bot_user,
        "home_tab": manifest.home_tab,
        "messages_tab": manifest.messages_tab,
        "messages_read_only": manifest.messages_read_only,
        "connections": len(team.sockets.ready),
        "reached": team.outbox.carrier is not team.sockets or bool(team.sockets.ready),
        "faults": team.faults.count,
        "commands": [asdict(command) for command in manifest.commands],
        "shortcuts": [asdict(shortcut) for shortcut in manifest.shortcuts],
    }


def _clock(team: Team, person: Person) -> Json:
    """What this person's watch shows, and where it may be moved: nowhere unless a bot lives by it."""
    now, target = civil_time(team.clock.civil(), person), team.moving.target
    return {
        "now": now.isoformat(timespec="seconds"),
        "target": None if target is None else civil_time(target, person).isoformat(timespec="seconds"),
        "moves": [
            {"name": one.name, "text": one.text} for one in (moves(now) if team.moving.is_followed else ())
        ],
    }


def _is_listed(user: str, channel: Channel) -> bool:
    return user in channel.members or not (channel.is_private or channel.is_im)


def _channel(team: Team, user: str, channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "is_private": channel.is_private,
        "is_im": channel.is_im,
        "is_archived": channel.is_archived,
        "is_ext_shared": channel.is_ext_shared,
        "user": channel.user,
        "members": sorted(channel.members),
        "messages": [message_seen(team, user, one) for one in _messages(team, user, channel)],
    }


def _messages(team: Team, user: str, channel: Channel) -> list[Message]:
    """The newest that a person sees, oldest first, and the older ones that these answer."""
    known = team.state.messages[channel.id]
    newest = [one for one in islice(reversed(known.values()), SHOWN) if team.state.may_see(user, one)][::-1]
    shown = {one.ts for one in newest}
    roots = {one.thread_ts for one in newest} & known.keys() - shown
    return [*(known[ts] for ts in sorted(roots) if team.state.may_see(user, known[ts])), *newest]
