"""Faults on request: a method that is slow, cut off, broken or rate limited, for n calls or until cleared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from playground.errors import NotPossible

Kind = Literal["delay", "cut", "status", "ratelimited", "error"]
KINDS = ("delay", "cut", "status", "ratelimited", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong, where and how often.

    `method` is a Web API method, `response_url`, or `*`. `acts` says whether the call takes effect
    although it fails; `times` None means until cleared; `seconds` is the delay or the Retry-After.
    """

    method: str
    kind: Kind
    acts: bool
    times: int | None = 1
    seconds: float = 1.0
    status: int = 500
    error: str = "internal_error"


class Faults:
    """The faults in force; each call takes the oldest that fits it."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._armed: list[Fault] = []

    @property
    def count(self) -> int:
        """How many are in force."""
        return len(self._armed)

    def arm(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise NotPossible(f"a fault is one of {', '.join(KINDS)}, not {fault.kind!r}")
        self._armed.append(fault)
        self._changed()

    def clear(self) -> None:
        self._armed.clear()
        self._changed()

    def take(self, method: str) -> Fault | None:
        """The fault that befalls this call, counted down."""
        for place, fault in enumerate(self._armed):
            if fault.method in {method, "*"}:
                self._count_down(place, fault)
                self._changed()
                return fault
        return None

    def _count_down(self, place: int, fault: Fault) -> None:
        if fault.times is None:
            return
        if fault.times > 1:
            self._armed[place] = replace(fault, times=fault.times - 1)
        else:
            del self._armed[place]
