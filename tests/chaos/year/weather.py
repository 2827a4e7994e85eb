"""What Slack and the machine do to Trellis, hour by hour, and a Slack that does it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.ports import Payload, Posted, SlackAway, SlackBusy, SlackRefused, SlackUnclear
from tests.chaos.year.chance import Chance, drawn

HOUR = timedelta(hours=1)
DM = "D"


class Sky(StrEnum):
    """What holds for all at an hour: `DOWN` is Trellis itself, the rest is Slack."""

    CLEAR = "clear"
    DOWN = "down"
    BUSY = "busy"
    AWAY = "away"
    BROKEN = "broken"
    DEADLY = "deadly"


class Fate(StrEnum):
    """What becomes of one message that is posted: two of them arrive though nobody answers."""

    TAKEN = "taken"
    BUSY = "busy"
    AWAY = "away"
    REFUSED = "refused"
    ERROR = "error"
    UNANSWERED = "unanswered"
    KILLED = "killed"
    KILLED_AFTER = "killed after"


ARRIVES = {Fate.TAKEN, Fate.UNANSWERED, Fate.KILLED_AFTER}
_BROKEN = (Fate.ERROR, Fate.UNANSWERED, Fate.REFUSED)
_DEADLY = (Fate.KILLED, Fate.KILLED_AFTER)


class Killed(BaseException):
    """The worker dies with its message in hand."""


@dataclass(slots=True)
class Weather:
    """The skies of a time, drawn once: both Slack and the reckoning look at the same."""

    seed: str
    spells: list[tuple[datetime, datetime, Sky]] = field(default_factory=list)

    @classmethod
    def of(cls, seed: str, start: datetime, days: int) -> "Weather":
        """A spell about every five days, each an hour to a day and a half; Trellis is down for days."""
        chance = Chance(f"{seed} weather")
        spells: list[tuple[datetime, datetime, Sky]] = []
        day = 3
        while day < days:
            sky = chance.one_of([sky for sky in Sky if sky is not Sky.CLEAR])
            hours = 24 * (1 + chance.below(4)) if sky is Sky.DOWN else 1 + chance.below(36)
            begin = start + timedelta(days=day, hours=chance.below(24))
            spells.append((begin, begin + hours * HOUR, sky))
            day += hours // 24 + 2 + chance.below(6)
        return cls(seed, spells)

    def at(self, now: datetime) -> Sky:
        """The sky at a moment."""
        return next((sky for begin, end, sky in self.spells if begin <= now < end), Sky.CLEAR)

    def fate(self, now: datetime, reader: str) -> Fate:
        """What becomes of what is posted to a person at a moment."""
        sky, luck = self.at(now), drawn(self.seed, now, reader)
        match sky:
            case Sky.BUSY:
                return Fate.BUSY
            case Sky.AWAY:
                return Fate.AWAY
            case Sky.BROKEN if luck < 0.75:
                return _BROKEN[int(luck * 4)]
            case Sky.DEADLY if luck < 0.1:
                return _DEADLY[int(luck * 20)]
        return Fate.TAKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message that stands in somebody's DM; `pair` and `on` say whose 1:1 its prompts are for."""

    at: datetime
    reader: str
    ts: str
    pair: str | None
    on: str | None
    delivery: str | None
    may_hear: bool


@dataclass(slots=True)
class YearSlack:
    """Slack as far as messages to people go; the rest of the port is never asked."""

    weather: Weather
    clock: Callable[[], datetime]
    may_hear: Callable[[str, datetime], bool]
    arrived: list[Arrived] = field(default_factory=list)

    async def dm_channel(self, person_id: str) -> str:
        """Everybody's DM."""
        return DM + person_id

    async def post(self, channel: str, message: Payload) -> Posted:
        """As the weather has it."""
        now, reader = self.clock(), channel.removeprefix(DM)
        fate = self.weather.fate(now, reader)
        if fate in ARRIVES:
            self._keep(now, reader, message)
        match fate:
            case Fate.BUSY:
                raise SlackBusy("ratelimited", 1800)
            case Fate.AWAY:
                raise SlackAway("no_connection")
            case Fate.REFUSED:
                raise SlackRefused("channel_not_found")
            case Fate.ERROR | Fate.UNANSWERED:
                raise SlackUnclear("http_500" if fate is Fate.ERROR else "timeout")
            case Fate.KILLED | Fate.KILLED_AFTER:
                raise Killed
        return Posted(channel=channel, ts=str(len(self.arrived)))

    def _keep(self, now: datetime, reader: str, message: Payload) -> None:
        known = next(_values(message, "prompts_why"), {})
        self.arrived.append(
            Arrived(
                at=now,
                reader=reader,
                ts=str(len(self.arrived) + 1),
                pair=known.get("pair"),
                on=known.get("on"),
                delivery=known.get("delivery"),
                may_hear=self.may_hear(reader, now),
            )
        )


def _values(part: Any, action: str) -> Iterator[dict[str, str]]:
    """What the buttons of an action carry, wherever in a message they stand."""
    if isinstance(part, dict):
        if str(part.get("action_id", "")).startswith(action):
            yield json.loads(part["value"])
        for value in part.values():
            yield from _values(value, action)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _values(value, action)
