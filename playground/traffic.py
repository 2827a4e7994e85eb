"""What passed between the workspace and the app, in order, with its times: for tests and for reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from playground.hiding import hidden
from playground.model import Json

KEPT = 20_000  # entries

Kind = Literal["api", "delivery", "response_url"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One exchange. `name` is the Web API method or the type delivered; `seconds` until its answer.

    `about` is the person or conversation that it concerns. `problem` is Slack's error, or what the person saw
    when a delivery went unacknowledged; `fault` the kind of fault that was armed for it.
    """

    number: int
    at: float  # wall
    kind: Kind
    name: str
    request: Json
    answer: Any
    status: int | None
    seconds: float
    about: str = ""
    problem: str = ""
    fault: str = ""
    attempt: int = 0


class Traffic:
    """A log that forgets its oldest entries and keeps no secret; `changed` hears each new one's number."""

    def __init__(self, changed: Callable[[int], None]) -> None:
        self._changed = changed
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self.newest = 0  # the number of the last entry

    def note(self, *, request: Json, answer: Any, **fields: Any) -> None:
        """Add an entry; the fields are those of Entry without its number."""
        self.newest += 1
        entry = Entry(number=self.newest, request=hidden(request), answer=hidden(answer), **fields)
        self._entries.append(entry)
        self._changed(entry.number)

    def newest_first(self) -> Iterator[Entry]:
        """All that is kept, the newest first."""
        return reversed(self._entries)

    def find(self, number: int) -> Entry | None:
        """One entry by its number, if it is still kept."""
        place = number - self.newest - 1 + len(self._entries)
        return self._entries[place] if 0 <= place < len(self._entries) else None

    def __len__(self) -> int:
        return len(self._entries)

    def since(self, number: int, name: str = "") -> Iterable[Json]:
        """Entries after a number, as JSON; of one method or type if named."""
        for entry in self._entries:
            if entry.number > number and name in {"", entry.name}:
                yield asdict(entry)
