"""Each Web API method's token, scope and rates, and each event's scope, read from methods.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So many calls in so many seconds, in all or for each channel."""

    calls: int
    seconds: float
    per_channel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What a call must bring; an empty scope is none."""

    token: Literal["bot", "app", "none"]
    scope: str
    rates: tuple[Rate, ...]


def read_methods(text: str) -> dict[str, Method]:
    """The methods of a file shaped as methods.json."""
    source = json.loads(text)
    rates = {name: tuple(map(_rate, entries)) for name, entries in source["rates"].items()}
    return {name: _method(entry, rates) for name, entry in source["methods"].items()}


def _rate(entry: Mapping[str, Any]) -> Rate:
    per_channel = bool(entry.get("per_channel", False))
    return Rate(calls=entry["calls"], seconds=entry["seconds"], per_channel=per_channel)


def _method(entry: Mapping[str, Any], rates: Mapping[str, tuple[Rate, ...]]) -> Method:
    return Method(token=entry.get("token", "bot"), scope=entry.get("scope", ""), rates=rates[entry["rate"]])


_TEXT = files("playground").joinpath("methods.json").read_text(encoding="utf-8")
METHODS = read_methods(_TEXT)
EVENT_SCOPES: Mapping[str, str] = json.loads(_TEXT)["events"]
