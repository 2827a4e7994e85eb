"""Rules of the one thing that its receiver shows to a People lead (DESIGN 5.6)."""

from dataclasses import dataclass
from datetime import date

from bot.errors import Invalid, NotFoundForYou
from storage.choices import ConcernKind
from storage.records import Concern, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What somebody wrote to somebody: `texts` are its words, and nothing beside them."""

    kind: ConcernKind
    id: str
    writer: Person
    receiver: Person
    on: date
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernDraft:
    """The form, as filled in."""

    draft: str
    kind: ConcernKind | None
    thing_id: str
    lead_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernSeen:
    """What was shown to a People lead: `item` for who opens it, None where only that it was is told."""

    concern: Concern
    owner: Person
    lead: Person
    on: date
    item: Item | None = None


def kind_of(packed: object) -> ConcernKind | None:
    """The kind that a button carries."""
    return ConcernKind(str(packed)) if str(packed) in set(ConcernKind) else None


def check_receiver(item: Item | None, actor_id: str) -> Item:
    """The thing, where it was written to this person; raises NotFoundForYou."""
    if item is None or item.receiver.id != actor_id or not item.texts:
        raise NotFoundForYou("not_yours")
    return item


def check_lead(lead_id: str | None, leads: tuple[Person, ...]) -> Person:
    """The People lead who was chosen; raises Invalid at `lead`."""
    found = next((one for one in leads if one.id == lead_id), None)
    if found is None:
        raise Invalid("choose_one", "lead")
    return found
