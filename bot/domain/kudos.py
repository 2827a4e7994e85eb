"""Rules of kudos."""

from dataclasses import dataclass

from bot.domain.texts import check_text
from bot.errors import Invalid

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


def check_draft(draft: KudosDraft) -> str:
    """The words of a draft, ready to keep; raises Invalid at the field that is wrong."""
    if draft.is_unsure and draft.competencies:
        raise Invalid("skill_and_unsure", "skills")
    if len(draft.competencies) > MOST_SKILLS:
        raise Invalid("too_many_skills", "skills")
    return check_text(draft.text, "text")
