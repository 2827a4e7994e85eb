"""What two people wrote for their 1:1s and promised in them, as a test needs it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.records import Commitment, PrivateNote, Talk
from tests.storage.builders import NOON, TODAY, U1, U2

_TALK = Talk(
    pair_id="a1",
    on=TODAY,
    agenda="The rota",
    notes="Ana asks around",
    version=0,
    written_by=U1,
    written_at=NOON,
)
_OWN = PrivateNote(pair_id="a1", on=TODAY, person_id=U1, text="Ask about Friday", version=0, written_at=NOON)
_COMMITMENT = Commitment(
    id="w1",
    pair_id="a1",
    owner_id=U1,
    author_id=U2,
    text="Introduce Ben to the data team",
    framework="engineering",
    competency="engineering/delivery",
    made_on=TODAY,
    version=1,
    written_at=NOON,
)


def some_talk(**changes: Any) -> Talk:
    """What two people share of one 1:1."""
    return replace(_TALK, **changes)


def some_private_note(**changes: Any) -> PrivateNote:
    """What one of the two wrote for themselves."""
    return replace(_OWN, **changes)


def some_commitment(**changes: Any) -> Commitment:
    """A promise of the one, written down by the other."""
    return replace(_COMMITMENT, **changes)
