"""Feedback and questions for it that name only what matters to a test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.choices import AskState
from storage.records import Asked, Feedback, FeedbackAsk
from tests.storage.builders import NOON, U1, U2

_FEEDBACK = Feedback(
    id="b1",
    author_id=U1,
    receiver_id=U2,
    ask_id=None,
    situation="In the demo on Tuesday",
    carry_on="Taking questions as they come",
    try_next=None,
    effect=None,
    framework=None,
    competency=None,
    given_at=NOON,
)
_ASK = FeedbackAsk(
    id="q1",
    asker_id=U1,
    question="What made my handover easy to follow?",
    framework=None,
    competency=None,
    wanted_by=None,
    asked_at=NOON,
    asked=(Asked(person_id=U2, state=AskState.OPEN),),
)


def some_feedback(*, author: str = U1, receiver: str = U2, **changes: Any) -> Feedback:
    """What one person tells another."""
    return replace(_FEEDBACK, author_id=author, receiver_id=receiver, **changes)


def some_ask(*, by: str = U1, of: tuple[str, ...] = (U2,), **changes: Any) -> FeedbackAsk:
    """A question that is open on all who are asked."""
    asked = tuple(Asked(person_id=one, state=AskState.OPEN) for one in of)
    return replace(_ASK, asker_id=by, asked=changes.pop("asked", asked), **changes)
