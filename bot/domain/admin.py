"""What People leads may do, and the rules of it (DESIGN 1, 5.1)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.members import refusal_of
from bot.errors import Invalid, NotAllowed
from storage.records import Person
from storage.types import Days


class Act(StrEnum):
    """An act that is logged, and seen by People leads and by the person it is about."""

    LEAD_GRANTED = "lead_granted"
    LEAD_REVOKED = "lead_revoked"
    ROLLOUT_ADDED = "rollout_added"
    ROLLOUT_REMOVED = "rollout_removed"
    CHANNEL_CHOSEN = "channel_chosen"
    CHANNEL_CLEARED = "channel_cleared"
    HOLIDAYS_CHOSEN = "holidays_chosen"
    FRAMEWORK_PUBLISHED = "framework_published"
    PLACEMENT_IMPORTED = "placement_imported"
    MANAGER_IMPORTED = "manager_imported"
    KIND_IMPORTED = "kind_imported"
    NOTES_BROUGHT = "notes_brought"
    DATA_EXPORTED = "data_exported"
    CONCERN_OPENED = "concern_opened"
    PERSON_ERASED = "person_erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminDraft:
    """The settings as filled in; `known_channel` is the kudos channel that the form showed.

    `holidays` are the days off for all as they were written, or None where they were not asked for.
    """

    draft: str
    add: tuple[str, ...]
    remove: tuple[str, ...]
    lead: str | None
    unlead: str | None
    channel: str | None
    known_channel: str | None
    holidays: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkDraft:
    """The choice of a framework to begin with, as filled in."""

    draft: str
    framework: str | None
    owner_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A framework in force, with the names of its owners."""

    title: str
    version: str
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSeen:
    """A logged act with names; `by` is None for the operator, `about` is empty for what concerns nobody.

    `at` is on the reader's clock.
    """

    act: str
    by: str | None
    about: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminDesk:
    """What the settings show. `is_new_lead`: opening them made this person the first People lead."""

    is_new_lead: bool
    leads: tuple[Person, ...]
    members: tuple[Person, ...]
    people: int
    placed: int
    channel: str | None
    holidays: tuple[Days, ...]
    frameworks: tuple[Published, ...]
    acts: tuple[ActSeen, ...]


def together(acts: Iterable[ActSeen]) -> tuple[ActSeen, ...]:
    """The same acts in the same order; those of one person at one moment become one, about several."""
    found: list[ActSeen] = []
    for act in acts:
        last = found[-1] if found else None
        if last and act.about and (last.act, last.by, last.at) == (act.act, act.by, act.at):
            found[-1] = replace(last, about=(*act.about, *last.about))
        else:
            found.append(act)
    return tuple(found)


def may_take_lead(person: Person, leads: Collection[object]) -> bool:
    """Whether this person becomes the first People lead by opening the settings."""
    return not leads and person.is_admin and person.may_take_part


def check_lead(person_id: str, leads: Sequence[Person], admins: Sequence[Person], command: str) -> None:
    """Raises NotAllowed, naming whom to ask, for who is no People lead."""
    if any(lead.id == person_id for lead in leads):
        return
    if leads:
        raise NotAllowed("not_a_lead", names=_names(leads))
    raise NotAllowed("no_lead_yet", names=_names(admins), command=command)


def check_added(person: Person | None, field: str) -> Person:
    """Somebody who can take part; raises Invalid at the field."""
    if person is None:
        raise Invalid("person_unknown", field)
    refusal = refusal_of(person)
    if refusal is not None:
        raise Invalid(refusal, field, name=person.name)
    return person


def check_unlead(
    draft: AdminDraft, leads: Sequence[Person], named: Collection[str], person: Person | None
) -> None:
    """A lead to take the role from: never the last, never one whom the operator's settings name."""
    if draft.unlead is None:
        return
    if draft.unlead not in {lead.id for lead in leads}:
        raise Invalid("no_lead", "unlead", name=person.name if person else "")
    if draft.unlead in named:
        raise Invalid("lead_is_named", "unlead", name=person.name if person else "")
    if draft.unlead == draft.lead:
        raise Invalid("added_and_removed", "unlead", name=person.name if person else "")
    if len(leads) == 1 and draft.lead is None:
        raise Invalid("last_lead", "unlead")


def check_removed(draft: AdminDraft, members: Collection[str], people: dict[str, Person]) -> None:
    """Who is taken out is in, and is not put in at once."""
    for person_id in draft.remove:
        name = people[person_id].name if person_id in people else ""
        if person_id in draft.add:
            raise Invalid("added_and_removed", "remove", name=name)
        if person_id not in members:
            raise Invalid("not_switched_on", "remove", name=name)


def _names(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.name for person in people[:5])
