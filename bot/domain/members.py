"""Who may take part: the one place that says why somebody may not (DESIGN 5.13)."""

from bot.errors import Invalid
from storage.records import Person


def refusal_of(person: Person) -> str | None:
    """Why a person cannot take part, as the key of its sentence."""
    if person.is_bot:
        return "person_is_bot"
    if person.is_stranger:
        return "person_is_stranger"
    if person.is_guest:
        return "person_is_guest"
    return "person_left" if person.is_deactivated else None


def check_other(actor: Person, other: Person | None, field: str, to_self: str = "not_yourself") -> Person:
    """A member other than oneself; raises Invalid at the field, with the key `to_self` for oneself."""
    if other is None:
        raise Invalid("person_unknown", field)
    refusal = refusal_of(other)
    if refusal is not None:
        raise Invalid(refusal, field, name=other.name)
    if other.id == actor.id:
        raise Invalid(to_self, field)
    return other
