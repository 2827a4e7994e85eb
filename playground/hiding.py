"""Hides what would let somebody in from what is kept to be read: tokens, and addresses that are secrets."""

from __future__ import annotations

import re
from typing import Any

from playground.model import Json

HIDDEN = "(hidden)"

_SECRET_KEYS = frozenset({"client_secret", "hook", "response_url", "token"})
_SECRETS = re.compile(r"\bx(?:app|ox[a-z])-[\w.-]+|(?<=/response/)[\w-]+|(?<=[?&]ticket=)[\w-]+")


def hidden(value: Any) -> Any:
    """A copy of some JSON in which each secret is replaced by a word."""
    if isinstance(value, str):  # most hold neither mark of a secret, and every call is kept
        return _SECRETS.sub(HIDDEN, value) if "-" in value or "/" in value else value
    if isinstance(value, dict):
        return {key: _part(key, part) for key, part in value.items()}
    return [hidden(part) for part in value] if isinstance(value, list) else value


def _part(key: str, part: Any) -> Any:
    return HIDDEN if key in _SECRET_KEYS and isinstance(part, str) else hidden(part)


def refilled(payload: Json, secrets: Json) -> Json:
    """A payload that was kept, ready to be delivered again: what was hidden in it is put back anew."""
    return {key: secrets.get(key, part) if part == HIDDEN else part for key, part in payload.items()}
