"""Rules of kudos."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.domain.texts import check_text
from bot.errors import Invalid
from frameworks.model import Framework

MOST_SKILLS = 3
MOST_THANKED = 10
"""People who can be thanked in one form."""

MOST_A_DAY = 20
"""People whom one person can thank on one day of theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosDraft:
    """Kudos as typed. `draft` is one per opened form; `manager_id` is who the receipt named as manager.

    `unannounced` are those of the receivers whose kudos the receipt said to stay quiet.
    """

    draft: str
    receivers: tuple[str, ...]
    text: str
    framework: str | None
    competencies: tuple[str, ...]
    is_unsure: bool
    is_public: bool
    is_open_to_manager: bool
    manager_id: str | None
    unannounced: frozenset[str] = frozenset()


def check_draft(draft: KudosDraft) -> str:
    """The words of a draft, ready to keep; raises Invalid at the field that is wrong."""
    if not draft.receivers:
        raise Invalid("person_unknown", "receivers")
    if len(draft.receivers) > MOST_THANKED:
        raise Invalid("too_many_thanked", "receivers", most=MOST_THANKED)
    if draft.is_unsure and draft.competencies:
        raise Invalid("skill_and_unsure", "skills")
    if len(draft.competencies) > MOST_SKILLS:
        raise Invalid("too_many_skills", "skills")
    return check_text(draft.text, "text")


def check_day(thanked: int, more: int) -> None:
    """Raise Invalid where so many more people, after those thanked on the same day, are too many."""
    left = max(0, MOST_A_DAY - thanked)
    if more > left:
        raise Invalid("day_nearly_full" if left else "day_full", "receivers", most=MOST_A_DAY, left=left)


def in_common(frameworks: Sequence[Framework | None]) -> Framework | None:
    """The first framework with the skills alone that all of them have; None where there are none."""
    first, *others = frameworks or (None,)
    if first is None or None in others:
        return None
    shared = tuple(
        skill
        for skill in first.competencies
        if all(one is not None and one.find_competency(skill.key) is not None for one in others)
    )
    return replace(first, competencies=shared) if shared else None


def is_public_for(draft: KudosDraft, receiver_id: str, unannounced: Collection[str]) -> bool:
    """Whether one receiver's kudos are public: not where they, now or on the receipt, want no announcing."""
    return draft.is_public and receiver_id not in {*unannounced, *draft.unannounced}
