"""What a file asks lint to leave alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


class AllowedRule(NamedTuple):
    """A rule by name and the line that names it."""

    name: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """Rules that are silent in a whole file, words that its readers know, and rules silent on a line.

    None of it is part of the framework: its content and digest stay the same.
    """

    rules: tuple[AllowedRule, ...] = ()
    words: frozenset[str] = frozenset()
    on_lines: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def holds(self, rule: str, line: int) -> bool:
        """Whether a rule is silent on a line."""
        return any(one.name == rule for one in self.rules) or rule in self.on_lines.get(line, ())


NOTHING_ALLOWED = Allowed()
