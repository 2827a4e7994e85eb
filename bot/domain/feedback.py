"""Rules of feedback: what is written, how its receiver keeps it, and what it counts as (DESIGN 7)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.marking import Sheet
from bot.domain.readers import NamedSeen
from bot.domain.texts import check_line
from bot.domain.wording import Hint, hint_on
from bot.errors import Invalid
from storage.records import Feedback, FeedbackAsk, Person

LONGEST_PART = 900
"""Characters of one box: three of them and what lies between fit into one note."""


class Part(StrEnum):
    """What of feedback becomes a note: each by itself, as one speaks for its receiver and one against."""

    CARRY_ON = "carry_on"
    TRY_NEXT = "try_next"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDraft:
    """Feedback as typed. `draft` is one per opened form, `ask_id` the question that it answers.

    `manager_id` is who the receipt named as the receiver's manager.
    """

    draft: str
    receiver_id: str | None
    ask_id: str | None
    situation: str
    carry_on: str
    try_next: str
    effect: str
    skill: str | None
    is_open_to_manager: bool
    manager_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackTold:
    """What a draft tells, ready to keep."""

    situation: str | None
    carry_on: str | None
    try_next: str | None
    effect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackSeen:
    """Feedback as one viewer may see it.

    `given_on` is the viewer's day, `question` what it answers. `manager` is its receiver's and `sheets` are
    their skills, for the receiver alone; `readers` are the managers who can read it now. `shown` are those to
    whom it is shown as its receiver named them, `named`, for the receiver alone, those to whom it would be as
    they share it.
    """

    feedback: Feedback
    author: Person
    receiver: Person
    viewer: Person
    given_on: date
    replied_on: date | None
    skill: str | None
    question: FeedbackAsk | None
    manager: Person | None
    readers: tuple[Person, ...]
    sheets: tuple[Sheet, ...]
    shown: tuple[NamedSeen, ...] = ()
    named: tuple[NamedSeen, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the viewer received it."""
        return self.viewer.id == self.receiver.id

    @property
    def to_share_with(self) -> Person | None:
        """The manager with whom its receiver, being the viewer, may share it now."""
        return self.manager if self.manager and self.manager not in self.readers else None

    @property
    def to_keep(self) -> tuple[Part, ...]:
        """What its receiver, being the viewer, may make a note of now."""
        return tuple(part for part in parts_of(self.feedback) if self.is_own and not note_of(self, part))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepFeedback:
    """What a receiver chose to keep; `manager_id` is who the receipt named as their manager."""

    feedback_id: str
    part: Part | None
    skills: tuple[str, ...]
    showed: tuple[str, ...]
    is_shared: bool
    manager_id: str | None


def check_feedback(draft: FeedbackDraft) -> FeedbackTold:
    """The words of a draft; raises Invalid at the field that is wrong.

    One of *continue* and *try* is enough. A question says what it is about, so its answer need not.
    """
    told = FeedbackTold(
        situation=check_line(draft.situation, "situation", LONGEST_PART),
        carry_on=check_line(draft.carry_on, "carry_on", LONGEST_PART),
        try_next=check_line(draft.try_next, "try_next", LONGEST_PART),
        effect=check_line(draft.effect, "effect", LONGEST_PART),
    )
    if told.situation is None and draft.ask_id is None:
        raise Invalid("nothing_typed", "situation")
    if told.carry_on is None and told.try_next is None:
        raise Invalid("carry_on_or_try", "carry_on")
    return told


def hint_on_feedback(draft: FeedbackDraft) -> Hint | None:
    """The hint that its words call for; where the box of the effect is filled, that is said."""
    told = (draft.situation, draft.carry_on, draft.try_next)
    hint = hint_on(" ".join(words for words in told if words))
    return None if hint is Hint.NO_EFFECT and draft.effect.strip() else hint


def parts_of(feedback: Feedback) -> tuple[Part, ...]:
    """What it holds."""
    return tuple(part for part in Part if words_of(feedback, part))


def words_of(feedback: Feedback, part: Part) -> str | None:
    """What its author wrote of one part."""
    return feedback.carry_on if part is Part.CARRY_ON else feedback.try_next


def note_of(seen: FeedbackSeen, part: Part) -> str | None:
    """The note that its receiver made of one part."""
    return seen.feedback.carry_on_note if part is Part.CARRY_ON else seen.feedback.try_next_note


def as_note(feedback: Feedback, part: Part) -> str:
    """The text of a note: its author's own words on one part, with the situation and the effect."""
    told = (feedback.situation, words_of(feedback, part), feedback.effect)
    return "\n\n".join(words for words in told if words)


def said_in(seen: FeedbackSeen, part: Part | None) -> str:
    """What the part that is to be kept says, or all of it while none is chosen."""
    parts = (part,) if part in seen.to_keep else seen.to_keep
    return "\n\n".join(as_note(seen.feedback, one) for one in parts if one)


def check_part(chosen: Part | None, offered: tuple[Part, ...]) -> Part:
    """What is to be kept; raises Invalid at `part`.

    Only what is to be continued may go without saying: whoever keeps a *try* accepts that it counts against
    them, so it is chosen (DESIGN 7).
    """
    part = chosen or (Part.CARRY_ON if offered == (Part.CARRY_ON,) else None)
    if part is None or part not in offered:
        raise Invalid("choose_one", "part")
    return part
