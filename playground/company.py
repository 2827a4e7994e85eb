"""Reads a company file: who works there, which channels they have, and what to try first as whom.

name: Fernhill
people:
  - {id: U0ANA, name: ana, real_name: Ana Petrova, tz: Europe/Sofia, is_owner: true}
channels:
  - {id: C0GENERAL, name: general, members: [U0ANA, app]}
tries:
  - {user: U0ANA, as: As a manager, text: Type /growth help.}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.acts.people import known_parts
from playground.errors import NotPossible
from playground.model import Channel, Json, Person, Try


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    name: str
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    tries: tuple[Try, ...]


def read_company(source: Mapping[str, Any]) -> Company:
    """The company of a file; raises NotPossible for parts that its entries do not have, or lack."""
    return Company(
        name=str(source.get("name", "Playground")),
        people=tuple(Person(**known_parts(Person, entry)) for entry in source.get("people", ())),
        channels=tuple(Channel(**known_parts(Channel, entry)) for entry in source.get("channels", ())),
        tries=tuple(_try(entry) for entry in source.get("tries", ())),
    )


def _try(entry: Json) -> Try:
    if entry.keys() != {"user", "as", "text"}:
        raise NotPossible("something to try has the parts user, as and text")
    return Try(user=entry["user"], role=entry["as"], text=entry["text"])
