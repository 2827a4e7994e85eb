"""The two ways in which something is refused: to the app by the Web API, to a person at their screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class SlackError(Exception):
    """An answer `ok: false` of the Web API, under the name that Slack gives it."""

    def __init__(self, error: str, messages: Sequence[str] = (), **extra: object) -> None:
        super().__init__(error)
        self.error = error
        self.messages = tuple(messages)
        self.extra: Mapping[str, object] = extra

    def body(self) -> dict[str, Any]:
        """The JSON of the answer; each message is marked as Slack marks it."""
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            body["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return body


class NotPossible(Exception):
    """What a person tried at their screen cannot be done there; the sentence says why."""
