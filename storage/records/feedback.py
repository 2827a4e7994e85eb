"""Feedback between people, and questions that ask for it."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.choices import AskState
from storage.records.evidence import FrozenReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What one person saw and tells another: what to carry on with, what to try, or both.

    `ask_id` is the question that it answers. `carry_on_note` and `try_next_note` are the notes that its
    receiver made of the two.
    """

    id: str
    author_id: str
    receiver_id: str
    ask_id: str | None
    situation: str | None
    carry_on: str | None
    try_next: str | None
    effect: str | None
    framework: str | None
    competency: str | None
    given_at: datetime
    read_at: datetime | None = None
    reply: str | None = None
    replied_at: datetime | None = None
    carry_on_note: str | None = None
    try_next_note: str | None = None
    readers: tuple[FrozenReader, ...] = ()

    @property
    def competencies(self) -> tuple[str, ...]:
        """The skill that its author chose, if any."""
        return (self.competency,) if self.competency else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One person who was asked; `word` is the line with which they declined, if they wrote one."""

    person_id: str
    state: AskState
    word: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackAsk:
    """A question for feedback, to one person or several; `wanted_by` is the day that its asker named."""

    id: str
    asker_id: str
    question: str
    framework: str | None
    competency: str | None
    wanted_by: date | None
    asked_at: datetime
    asked: tuple[Asked, ...] = ()
