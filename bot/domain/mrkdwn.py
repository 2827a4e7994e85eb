"""Slack's markup as a person reads it, for words that become plain text."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_MARKUP = re.compile(r"<([^<>]*)>")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)")
_NOBODY: Mapping[str, str] = MappingProxyType({})


def as_read(text: str, names: Mapping[str, str] = _NOBODY) -> str:
    """The text with mentions as names, links as addresses, and `&lt;`, `&gt;`, `&amp;` as they are read.

    `names` gives the name of each person whom the markup names by id alone.
    """
    shown = _MARKUP.sub(lambda found: _shown(found[1], names), text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def people_mentioned(text: str) -> frozenset[str]:
    """The ids of everybody whom a text mentions."""
    return frozenset(_MENTION.findall(text))


def _shown(inside: str, names: Mapping[str, str]) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return f"@{label or names.get(target[1:], target[1:])}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label or f"@{target[1:]}"
    return target if label in {"", target} else f"{label} ({target})"
