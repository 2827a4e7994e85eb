"""Keeping kudos as a note: what its receiver sees, and what they chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.marking import Sheet
from bot.domain.readers import NamedSeen
from bot.domain.texts import LONGEST
from bot.errors import Invalid
from storage.records import Kudos, Person

MOST_TOGETHER = 4
"""Other kudos that are offered for one note."""
TOGETHER_WITHIN = timedelta(days=4)
PARTED = "\n\n"
"""What lies between the parts of a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosToKeep:
    """Kudos as one viewer may see them; only its receiver is offered to keep them.

    `given_on` is the viewer's day. `kept_as` is the piece of evidence that they were made, `is_added_later`
    says that their giver added something after that, `manager` is the receiver's, `named` whom they named to
    read what they share, `others` are kudos that may be about the same thing. These are for the receiver
    alone, and so are the sheets of skills.
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
    others: tuple["OtherKudos", ...] = ()
    named: tuple[NamedSeen, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherKudos:
    """Kudos that may be about the same thing: `given_on` is their receiver's day."""

    kudos: Kudos
    giver: Person
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDraft:
    """What a receiver chose; `manager_id` is who the receipt named as their manager.

    `details` is the mark of what was added by the time that the receiver read it. `together` are the ids of
    other kudos that become one note with these.
    """

    kudos_id: str
    skills: tuple[str, ...]
    showed: tuple[str, ...]
    is_shared: bool
    manager_id: str | None
    details: str | None = None
    together: tuple[str, ...] = ()


def as_note(kudos: Kudos) -> str:
    """The text of a note: all that its giver wrote."""
    return PARTED.join(words for words in (kudos.situation, kudos.text, kudos.effect) if words)


def mark_of_details(*kudos: Kudos) -> str | None:
    """What tells whether a giver has added anything since."""
    added = [one.detailed_at for one in kudos if one.detailed_at]
    return max(added).isoformat() if added else None


def may_go_together(kudos: Kudos, other: Kudos) -> bool:
    """Whether other kudos are offered for one note: of a few days, and on one of the same skills, or none."""
    if kudos.id == other.id or kudos.receiver_id != other.receiver_id:
        return False
    skills, others = set(kudos.competencies), set(other.competencies)
    is_near = abs(kudos.given_at - other.given_at) <= TOGETHER_WITHIN
    return is_near and (not skills or not others or bool(skills & others))


def check_together(kudos: Kudos, offered: Sequence[Kudos], chosen: Sequence[str]) -> tuple[Kudos, ...]:
    """The kudos that become one note, oldest first; raises Invalid at `together`."""
    known = {one.id: one for one in offered}
    if not set(chosen) <= set(known):
        raise Invalid("kudos_gone", "together")
    told = sorted([kudos, *(known[one] for one in set(chosen))], key=lambda one: (one.given_at, one.id))
    length = len(PARTED.join(as_note(one) for one in told))
    if length > LONGEST and len(told) > 1:
        raise Invalid("kudos_too_long", "together", length=length, most=LONGEST)
    return tuple(told)
