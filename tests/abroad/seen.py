"""Reading what Trellis sent to Slack: the texts that people see, messages, views and pictures."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_READ = frozenset({"text", "alt_text", "title", "name"})
_IDS = frozenset({"private_metadata", "value", "initial_value", "url", "block_id", "action_id"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A text, and the call or answer that it came with."""

    where: str
    text: str


def shown(sent: Iterable[Any]) -> Iterator[Shown]:
    """Every text that somebody sees."""
    for one in sent:
        for text in _texts(one["said"]):
            yield Shown(one["name"], text)


def messages(sent: Iterable[Any]) -> Iterator[Shown]:
    """The text of every message, sent, changed or given as an answer."""
    for one in sent:
        if "text" in one["said"]:
            yield Shown(one["name"], one["said"]["text"])


def views(sent: Iterable[Any]) -> set[str]:
    """The callback_id of every view that was shown."""
    return {part["callback_id"] for one in sent for part in _dicts(one["said"]) if "callback_id" in part}


def pictures(sent: Iterable[Any]) -> Iterator[Any]:
    """Every picture."""
    return (part for one in sent for part in _dicts(one["said"]) if part.get("type") == "image")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key == "errors":
                yield from part.values()
            elif key in _READ and isinstance(part, str):
                yield part
            elif key not in _IDS:
                yield from _texts(_opened(key, part))


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _dicts(part)
    elif isinstance(value, dict):
        yield value
        for key, part in value.items():
            yield from _dicts(_opened(key, part))


def _opened(key: str, part: Any) -> Any:
    """Views and blocks travel to Slack as JSON in a form's field."""
    return json.loads(part) if key in {"view", "blocks"} and isinstance(part, str) else part
