"""Keeping kudos as a note: what its receiver sees, and what they chose."""

from dataclasses import dataclass
from datetime import date

from bot.domain.marking import Sheet
from bot.domain.readers import NamedSeen
from storage.records import Kudos, Person

PARTED = "\n\n"
"""What lies between the parts of a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosToKeep:
    """Kudos as one viewer may see them; only its receiver is offered to keep them.

    `given_on` is the viewer's day. `kept_as` is the piece of evidence that they were made, `is_added_later`
    says that their giver added something after that, `manager` is the receiver's, `named` whom they named to
    read what they share. These are for the receiver alone, and so are the sheets of skills.
    """

    kudos: Kudos
    giver: Person
    receiver: Person
    given_on: date
    skill_titles: tuple[str, ...]
    is_receiver: bool
    kept_as: str | None
    is_added_later: bool
    manager: Person | None
    sheets: tuple[Sheet, ...]
    named: tuple[NamedSeen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDraft:
    """What a receiver chose; `manager_id` is who the receipt named as their manager.

    `details` is the mark of what their giver had added by the time that the receiver read it.
    """

    kudos_id: str
    skills: tuple[str, ...]
    showed: tuple[str, ...]
    is_shared: bool
    manager_id: str | None
    details: str | None = None


def as_note(kudos: Kudos) -> str:
    """The text of a note: all that its giver wrote."""
    return PARTED.join(words for words in (kudos.situation, kudos.text, kudos.effect) if words)


def mark_of_details(kudos: Kudos) -> str | None:
    """What tells whether a giver has added anything since."""
    return kudos.detailed_at.isoformat() if kudos.detailed_at else None
