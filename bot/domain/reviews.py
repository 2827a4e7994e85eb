"""The quarterly look at a framework: who is asked, and what they may answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cadence import Quarter, quarterly_nudge_at
from bot.domain.texts import check_text
from bot.errors import Invalid
from frameworks.model import Framework
from storage.choices import Verdict
from storage.records import FrameworkReview, FrameworkVersion, Person, ReviewAnswer

PAGE_SKILLS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    """What an owner says of one skill, as filled in; `verdict` is None where they said nothing."""

    competency: str
    verdict: str | None
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSeen:
    """A review with the framework that it looks at, and what was answered so far.

    `two_ways` holds in how many checks of the quarter before a skill was read two ways, where there were
    four or more (DESIGN 5.12).
    """

    review: FrameworkReview
    framework: Framework
    owner: Person
    answers: tuple[ReviewAnswer, ...]
    two_ways: Mapping[str, int]

    @property
    def pages(self) -> int:
        """How many forms its skills take."""
        return max(1, -(-len(self.framework.competencies) // PAGE_SKILLS))


def owners_of(framework: Framework, leads: Sequence[str]) -> tuple[str, ...]:
    """Who looks after a framework: its owners, or else the People leads."""
    return framework.owners or tuple(leads)


def is_due(version: FrameworkVersion, quarter: Quarter, zone: str, now: datetime) -> bool:
    """Whether a look is due: from the quarter's first Monday 10:00, at what was in force by then."""
    at = quarterly_nudge_at(quarter, zone)
    return version.published_at < at <= now


def check_answer(draft: AnswerDraft, field: str) -> tuple[Verdict, str | None] | None:
    """A verdict with its comment, or None where nothing was said; raises Invalid at the field."""
    comment = check_text(draft.comment, field) if draft.comment.strip() else None
    if draft.verdict is None:
        if comment:
            raise Invalid("verdict_missing", field)
        return None
    if draft.verdict not in set(Verdict):
        raise Invalid("choose_one", field)
    return Verdict(draft.verdict), comment
