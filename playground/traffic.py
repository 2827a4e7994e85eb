"""What passed between the workspace and the app, in order, with its times: for tests and for reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any, Literal

from playground.model import Json

KEPT = 20_000  # entries

Kind = Literal["api", "delivery", "response_url", "socket"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One exchange. `name` is the Web API method or the type delivered; `seconds` until its answer.

    `problem` is Slack's error, or what the person saw when a delivery went unacknowledged.
    """

    number: int
    at: float  # wall
    kind: Kind
    name: str
    request: Json
    answer: Any
    status: int | None
    seconds: float
    problem: str = ""
    attempt: int = 0


class Traffic:
    """A log that forgets its oldest entries; `changed` hears the number of each new one."""

    def __init__(self, changed: Callable[[int], None]) -> None:
        self._changed = changed
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._numbers = count(1)

    def note(self, **fields: Any) -> None:
        """Add an entry; the fields are those of Entry without its number."""
        entry = Entry(number=next(self._numbers), **fields)
        self._entries.append(entry)
        self._changed(entry.number)

    def since(self, number: int, name: str = "") -> Iterable[Json]:
        """Entries after a number, as JSON; of one method or type if named."""
        for entry in self._entries:
            if entry.number > number and name in {"", entry.name}:
                yield asdict(entry)
