"""One Slack workspace with one app in it: all parts in one place, for the Web API and for the people."""

from __future__ import annotations

from dataclasses import dataclass

from playground.carriers import Answer, Kind, Parcel
from playground.clock import Clock
from playground.errors import NotPossible
from playground.faults import Faults
from playground.hooks import Hooks
from playground.ids import Ids
from playground.live import Live
from playground.manifest import Manifest
from playground.model import Json, Person, Try
from playground.moving import Moving
from playground.outbox import Outbox
from playground.pace import Pace
from playground.shapes import Identity, short_user
from playground.sockets import Sockets
from playground.state import State
from playground.traffic import Traffic
from playground.triggers import Triggers


@dataclass(slots=True, kw_only=True)
class Team:
    """The parts; `origin` is the playground's own address, without a slash at its end.

    `begun` tells this workspace from another that was founded anew in its place.
    """

    who: Identity
    manifest: Manifest
    clock: Clock
    moving: Moving
    ids: Ids
    state: State
    triggers: Triggers
    hooks: Hooks
    pace: Pace
    faults: Faults
    traffic: Traffic
    live: Live
    sockets: Sockets
    outbox: Outbox
    begun: str
    bot_token: str
    app_token: str
    origin: str
    tries: tuple[Try, ...]
    revoked: bool = False

    def now_ts(self) -> str:
        """A timestamp for what happens now."""
        return self.ids.ts(self.clock.civil())

    def actor(self, user: str) -> Person:
        """The person at a screen; bots and whoever is deactivated have none."""
        if user not in self.state.people:
            raise NotPossible(f"there is nobody called {user} here")
        person = self.state.people[user]
        if person.deleted:
            raise NotPossible(f"{person.name} is deactivated and cannot sign in")
        if person.is_bot:
            raise NotPossible(f"{person.name} is a bot and has no screen")
        return person

    def signed(self, person: Person) -> Json:
        """What every interaction payload says about who, where and for which app."""
        return {
            "user": short_user(self.who, person),
            "team": {"id": self.who.team_id, "domain": self.who.domain},
            "api_app_id": self.who.app_id,
            "token": self.who.verification_token,
            "enterprise": None,
            "is_enterprise_install": False,
        }

    async def interact(self, payload: Json, kind: Kind = "interactive") -> Answer:
        """Deliver an interaction, which is never tried again."""
        if kind == "interactive" and not self.manifest.interactivity:
            raise NotPossible("the app's manifest does not enable interactivity")
        return await self.outbox.send(Parcel(kind=kind, payload=payload))

    def response_url(self, user: str, channel: str, message_ts: str = "") -> str:
        return f"{self.origin}/response/{self.hooks.issue(user, channel, message_ts)}"
