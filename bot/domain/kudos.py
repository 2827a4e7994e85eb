"""Rules of kudos."""

from dataclasses import dataclass

from bot.domain.texts import check_text
from bot.errors import Invalid
from storage.records import Person

MOST_SKILLS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosDraft:
    """Kudos as typed. `draft` is one per opened form; `manager_id` is who the receipt named as manager."""

    draft: str
    receiver_id: str | None
    text: str
    framework: str | None
    competencies: tuple[str, ...]
    is_unsure: bool
    is_public: bool
    is_open_to_manager: bool
    manager_id: str | None


def check_receiver(giver: Person, receiver: Person | None) -> Person:
    """A member other than the giver; raises Invalid at `receiver`."""
    if receiver is None:
        raise Invalid("person_unknown", "receiver")
    refusal = refusal_of(receiver)
    if refusal is not None:
        raise Invalid(refusal, "receiver", name=receiver.name)
    if receiver.id == giver.id:
        raise Invalid("kudos_to_self", "receiver")
    return receiver


def refusal_of(person: Person) -> str | None:
    """Why a person cannot take part, as the key of its sentence (DESIGN 5.13)."""
    if person.is_bot:
        return "person_is_bot"
    if person.is_stranger:
        return "person_is_stranger"
    if person.is_guest:
        return "person_is_guest"
    return "person_left" if person.is_deactivated else None


def check_draft(draft: KudosDraft) -> str:
    """The words of a draft, ready to keep; raises Invalid at the field that is wrong."""
    if draft.is_unsure and draft.competencies:
        raise Invalid("skill_and_unsure", "skills")
    if len(draft.competencies) > MOST_SKILLS:
        raise Invalid("too_many_skills", "skills")
    return check_text(draft.text, "text")
