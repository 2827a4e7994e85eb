"""response_url: five posts within thirty minutes, bound to the person and place of the act (SLACK.md 1)."""

from __future__ import annotations

from dataclasses import dataclass

from playground.clock import Clock
from playground.errors import SlackError
from playground.ids import Ids

USES = 5
LIFE = 30 * 60.0  # seconds


@dataclass(slots=True, kw_only=True)
class Hook:
    """Where an answer goes; `message_ts` is the message acted on, if any."""

    user: str
    channel: str
    message_ts: str
    born: float  # ticks
    uses: int = 0


class Hooks:
    """The addresses given out."""

    def __init__(self, ids: Ids, clock: Clock) -> None:
        self._ids = ids
        self._clock = clock
        self._given: dict[str, Hook] = {}

    def issue(self, user: str, channel: str, message_ts: str = "") -> str:
        """The secret part of a new response_url."""
        token = self._ids.token()
        born = self._clock.ticks()
        self._given[token] = Hook(user=user, channel=channel, message_ts=message_ts, born=born)
        return token

    def find(self, token: str) -> Hook | None:
        """What an address is bound to, used up or not."""
        return self._given.get(token)

    def use(self, token: str) -> Hook:
        """Count one use; raises invalid_url, expired_url or used_url."""
        hook = self._given.get(token)
        if hook is None:
            raise SlackError("invalid_url")
        if self._clock.ticks() - hook.born > LIFE:
            raise SlackError("expired_url")
        if hook.uses >= USES:
            raise SlackError("used_url")
        hook.uses += 1
        return hook
