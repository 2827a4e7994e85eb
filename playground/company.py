"""Reads a company file: who works there and which channels they have.

name: Fernhill
people:
  - {id: U0ANA, name: ana, real_name: Ana Petrova, tz: Europe/Sofia, is_owner: true}
channels:
  - {id: C0GENERAL, name: general, members: [U0ANA, app]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.acts.people import known_parts
from playground.model import Channel, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    name: str
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]


def read_company(source: Mapping[str, Any]) -> Company:
    """The company of a file; raises NotPossible for parts that people or channels do not have."""
    return Company(
        name=str(source.get("name", "Playground")),
        people=tuple(Person(**known_parts(Person, entry)) for entry in source.get("people", ())),
        channels=tuple(Channel(**known_parts(Channel, entry)) for entry in source.get("channels", ())),
    )
