"""Keeping kudos as a note: what its receiver sees, and what they chose."""

from dataclasses import dataclass
from datetime import date

from bot.domain.marking import Sheet
from bot.domain.readers import NamedSeen
from storage.records import Kudos, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosToKeep:
    """Kudos as one viewer may see them; only its receiver is offered to keep them.

    `given_on` is the viewer's day. `kept_as` is the piece of evidence that they were made, `manager` the
    receiver's, `named` whom they named to read what they share. All that is for the receiver alone, and so
    are the sheets of skills.
    """

    kudos: Kudos
    giver: Person
    receiver: Person
    given_on: date
    skill_titles: tuple[str, ...]
    is_receiver: bool
    kept_as: str | None
    manager: Person | None
    sheets: tuple[Sheet, ...]
    named: tuple[NamedSeen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDraft:
    """What a receiver chose; `manager_id` is who the receipt named as their manager."""

    kudos_id: str
    skills: tuple[str, ...]
    showed: tuple[str, ...]
    is_shared: bool
    manager_id: str | None
