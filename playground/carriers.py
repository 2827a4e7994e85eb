"""What carries a payload to the app, and the answer that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from playground.model import Json

Kind = Literal["events_api", "interactive", "slash_commands"]

TIMED_OUT = "operation_timeout"
FAILED = "dispatch_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A payload on its way; `attempt` and `reason` only for events that are tried again."""

    kind: Kind
    payload: Json
    attempt: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the app said. `problem` is empty when it acknowledged in time, else what the person sees."""

    status: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    problem: str = ""

    @property
    def acked(self) -> bool:
        return not self.problem


class Carrier(Protocol):
    """Brings a parcel to the app; returns whatever it answers, however late."""

    async def carry(self, parcel: Parcel) -> Answer: ...
