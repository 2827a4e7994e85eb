"""People come, change and go; the app is told, and may be uninstalled."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from playground.acts.events import emit
from playground.carriers import Answer
from playground.errors import NotPossible
from playground.model import Json, Person
from playground.shapes import user_object
from playground.team import Team


async def join(team: Team, entry: Json) -> Answer | None:
    """A new person in the workspace, and in its general channel if there is one."""
    person = Person(**known_parts(Person, entry))
    if person.id in team.state.people:
        raise NotPossible(f"{person.id} is there already")
    team.state.keep_person(person)
    for channel in list(team.state.channels.values()):
        if channel.name == "general":
            team.state.keep_channel(replace(channel, members=channel.members | {person.id}))
    return await emit(team, _user_event(team, "team_join", person))


async def change(team: Team, user: str, changes: Json) -> Answer | None:
    """Other particulars; `deleted` true is a deactivation, which closes what they had open."""
    if user not in team.state.people:
        raise NotPossible(f"there is nobody called {user} here")
    person = replace(team.state.people[user], **known_parts(Person, changes))
    team.state.keep_person(person)
    if person.deleted:
        team.state.close(user, list(team.state.stacks.get(user, ())))
    return await emit(team, _user_event(team, "user_change", person))


async def uninstall(team: Team) -> list[Answer | None]:
    """Remove the app: its token dies at once, then it hears of both events."""
    team.revoked = True
    tokens = {"oauth": [], "bot": [team.who.bot_user]}
    return [
        await emit(team, {"type": "tokens_revoked", "tokens": tokens}),
        await emit(team, {"type": "app_uninstalled"}),
    ]


def known_parts(kind: type[Any], entry: Json) -> Json:
    """The entry, if it holds only what such a value has."""
    names = {field.name for field in fields(kind)}
    unknown = entry.keys() - names
    if unknown:
        raise NotPossible(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(sorted(names))}")
    return {key: frozenset(value) if key == "members" else value for key, value in entry.items()}


def _user_event(team: Team, kind: str, person: Person) -> Json:
    user = user_object(team.who, person, team.clock.civil())
    return {"type": kind, "user": user, "cache_ts": int(team.clock.civil())}
