"""Who was shown what: every call and acknowledgement of Trellis's, by the person whose screen it reaches."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playground.traffic import Entry

_BY_TRIGGER = frozenset({"views.open", "views.push"})
_IN_CHANNEL = frozenset({"chat.postMessage", "chat.update"})
_SHOWS = _BY_TRIGGER | _IN_CHANNEL | {"views.update", "views.publish", "chat.postEphemeral"}


@dataclass(slots=True)
class Watch:
    """What passed up to an entry's number, as text: by person, in messages to a person, and by channel."""

    shown: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    messages: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    channels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    number: int = 0
    answered: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    lost: list[str] = field(default_factory=list)
    _of_trigger: dict[str, str] = field(default_factory=dict)
    _of_hook: dict[str, str] = field(default_factory=dict)
    _of_view: dict[str, str] = field(default_factory=dict)
    _of_dm: dict[str, str] = field(default_factory=dict)

    def take(self, entries: Iterable[Entry]) -> None:
        """Read some more of the traffic; entries are noted when they end, so requests come first."""
        found = list(entries)
        self.number = max([self.number, *(entry.number for entry in found)])
        for entry in found:
            if entry.kind == "delivery":
                self._learn(entry.request, person_of(entry.request))
        for entry in found:
            self._note(entry)

    def sees(self, person: str, words: str) -> bool:
        """Whether some words reached a person's own screen."""
        return any(words in text for text in self.shown[person])

    def _learn(self, request: dict[str, Any], person: str) -> None:
        if "trigger_id" in request:
            self._of_trigger[request["trigger_id"]] = person
        if "response_url" in request:
            self._of_hook[str(request["response_url"]).rpartition("/")[2]] = person

    def _note(self, entry: Entry) -> None:
        if entry.kind == "delivery":
            self.answered[person_of(entry.request)] += 1
            self.shown[person_of(entry.request)].append(json.dumps(entry.answer))
            return
        said, asked = json.dumps(entry.request), entry.request
        if entry.name == "conversations.open":
            self._of_dm[entry.answer["channel"]["id"]] = asked["users"]
        elif entry.name in _IN_CHANNEL and asked["channel"] not in self._of_dm:
            self.channels[asked["channel"]].append(said)
        elif entry.name in _SHOWS or entry.kind == "response_url":
            self._show(self._reader(entry), entry, said)

    def _show(self, person: str | None, entry: Entry, said: str) -> None:
        if person is None:
            self.lost.append(f"{entry.name} {said[:200]}")
            return
        self.shown[person].append(said)
        if entry.name.startswith("chat.") or entry.kind == "response_url":
            self.messages[person].append(said)
        view = entry.answer.get("view") if isinstance(entry.answer, dict) else None
        if view:
            self._of_view[view["id"]] = person

    def _reader(self, entry: Entry) -> str | None:
        asked = entry.request
        if entry.kind == "response_url":
            return self._of_hook.get(asked["hook"])
        if entry.name in _BY_TRIGGER:
            return self._of_trigger.get(asked["trigger_id"])
        if entry.name == "views.update":
            return self._of_view.get(asked["view_id"])
        if entry.name in _IN_CHANNEL:
            return self._of_dm.get(asked["channel"])
        return asked.get("user_id") or asked.get("user")


def person_of(request: dict[str, Any]) -> str:
    """Whose act a request of Slack's is."""
    user = request.get("user") or request.get("user_id") or (request.get("event") or {}).get("user")
    return str(user["id"] if isinstance(user, dict) else user)
