"""Puts a workspace together from what it is to hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playground.clock import Clock
from playground.faults import Faults
from playground.hooks import Hooks
from playground.ids import Ids
from playground.live import Live
from playground.manifest import Manifest, read_manifest
from playground.model import Channel, Person, Try
from playground.moving import Moving
from playground.outbox import Outbox
from playground.pace import Pace
from playground.shapes import Identity
from playground.sockets import Sockets
from playground.state import Change, State
from playground.team import Team
from playground.traffic import Traffic
from playground.triggers import Triggers


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What a workspace begins with; without channels there is a general one with everybody but the app."""

    manifest: Mapping[str, Any]
    people: Sequence[Person]
    channels: Sequence[Channel]
    tries: Sequence[Try]
    team_name: str
    clock: Clock
    pace: float | None
    retry_scale: float
    new_secret: Callable[[], str]


def found(founding: Founding) -> Team:
    """The workspace, its people and channels in place, the app installed and in none of them."""
    manifest, ids, live = read_manifest(founding.manifest), Ids(founding.new_secret()), Live()
    who = _identity(manifest, founding)
    state = State(ids, who.bot_user, live.tell)
    clock, traffic = founding.clock, Traffic(lambda number: live.tell(Change(what="traffic", id=str(number))))

    def app_changed() -> None:
        live.tell(Change(what="app", id=who.app_id))

    def clock_changed() -> None:
        live.tell(Change(what="clock", id=str(clock.civil())))

    sockets = Sockets(ids, clock, who.app_id, app_changed)
    _settle(state, who, founding)
    return Team(
        who=who,
        manifest=manifest,
        clock=clock,
        moving=Moving(clock, clock_changed),
        ids=ids,
        state=state,
        triggers=Triggers(ids, clock),
        hooks=Hooks(ids, clock),
        pace=Pace(clock, founding.pace),
        faults=Faults(app_changed),
        traffic=traffic,
        live=live,
        sockets=sockets,
        outbox=Outbox(sockets, clock, traffic, founding.retry_scale),
        begun=founding.new_secret(),
        bot_token=f"xoxb-{founding.new_secret()}",
        app_token=f"xapp-{founding.new_secret()}",
        origin="",
        tries=tuple(founding.tries),
    )


def _identity(manifest: Manifest, founding: Founding) -> Identity:
    return Identity(
        team_id="T0PLAYGROUND",
        team_name=founding.team_name,
        domain=handle(founding.team_name),
        app_id="A0PLAYGROUND",
        app_name=manifest.app_name,
        bot_id="B0APP",
        bot_user="U0APP",
        bot_name=handle(manifest.bot_name),
        verification_token=founding.new_secret(),
    )


def handle(name: str) -> str:
    """A name as one types it after the @."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())


def _settle(state: State, who: Identity, founding: Founding) -> None:
    app = Person(id=who.bot_user, name=who.bot_name, real_name=who.app_name, is_bot=True)
    slackbot = Person(id="USLACKBOT", name="slackbot", real_name="Slackbot", is_bot=True)
    for person in (*founding.people, app, slackbot):
        state.keep_person(person)
    everyone = frozenset(person.id for person in founding.people if not person.is_stranger)
    general = Channel(id="C0GENERAL", name="general", members=everyone)
    for channel in founding.channels or (general,):
        state.keep_channel(_with_app(channel, who.bot_user))


def _with_app(channel: Channel, bot_user: str) -> Channel:
    """Let `app` stand for the app among a channel's members."""
    named = frozenset(bot_user if member == "app" else member for member in channel.members)
    return replace(channel, members=named)
