"""Trigger ids: made with each interaction, good once and for three seconds (SLACK.md 1)."""

from __future__ import annotations

from dataclasses import dataclass

from playground.clock import Clock
from playground.errors import SlackError
from playground.ids import Ids

LIFE = 3.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    user: str
    born: float  # ticks


class Triggers:
    """Remembers each id that was given out and whether it was exchanged."""

    def __init__(self, ids: Ids, clock: Clock) -> None:
        self._ids = ids
        self._clock = clock
        self._given: dict[str, Trigger] = {}
        self._exchanged: set[str] = set()

    def issue(self, user: str) -> str:
        """A trigger id for what a person did just now."""
        trigger_id = f"{self._ids.next('')}.{self._ids.next('')}.{self._ids.token()}"
        self._given[trigger_id] = Trigger(user=user, born=self._clock.ticks())
        return trigger_id

    def owner(self, trigger_id: str) -> str:
        """Whose act an id was made for, spent or not; empty for an unknown one."""
        trigger = self._given.get(trigger_id)
        return trigger.user if trigger else ""

    def check(self, trigger_id: str) -> str:
        """Whose act the id stands for; raises invalid_, exchanged_ or expired_trigger_id."""
        if trigger_id not in self._given:
            raise SlackError("invalid_trigger_id")
        if trigger_id in self._exchanged:
            raise SlackError("exchanged_trigger_id")
        trigger = self._given[trigger_id]
        if self._clock.ticks() - trigger.born > LIFE:
            raise SlackError("expired_trigger_id")
        return trigger.user

    def exchange(self, trigger_id: str) -> str:
        """The same as `check`, and the id is spent."""
        user = self.check(trigger_id)
        self._exchanged.add(trigger_id)
        return user
