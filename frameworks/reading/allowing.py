"""Reads what lint is asked to leave alone: under `lint:` for the whole file, in a comment for one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from frameworks.allowed import Allowed, AllowedRule
from frameworks.reading.fields import Fields

_KEYS = frozenset({"allow", "words"})
_COMMENT = re.compile(r"(?:^|\s)#\s*lint: allow\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)")


def read_allowed(raw: bytes, top: Fields) -> Allowed:
    """What the file allows; a key or value of another shape is an error on its page."""
    own = top.fields("lint", what="lint", known=_KEYS)
    return Allowed(
        rules=tuple(AllowedRule(word.text, word.line) for word in own.words("allow")) if own else (),
        words=frozenset(word.text.casefold() for word in own.words("words")) if own else frozenset(),
        on_lines=_comments(raw),
    )


def _comments(raw: bytes) -> Mapping[int, frozenset[str]]:
    """Per line the rules that a comment allows; one that stands alone speaks of the next line."""
    if b"lint: allow" not in raw:
        return MappingProxyType({})
    found: dict[int, frozenset[str]] = {}
    for number, line in enumerate(raw.decode("utf-8", "replace").split("\n"), 1):
        if comment := _COMMENT.search(line):
            place = number + 1 if line.lstrip().startswith("#") else number
            rules = frozenset(re.split(r"\s*,\s*", comment[1]))
            found[place] = found.get(place, frozenset()) | rules
    return MappingProxyType(found)
