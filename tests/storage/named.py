"""Readers whom members name, and what they show to People leads, with only what matters to a test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.choices import ConcernKind
from storage.records import Concern, NamedReader
from tests.storage.builders import DAY, NOON, U1, U3

_NAMING = NamedReader(
    id="y1",
    owner_id=U1,
    reader_id=U3,
    notes=False,
    plan=False,
    summaries=False,
    level=False,
    named_at=NOON - DAY,
    ends_at=NOON + 30 * DAY,
)


def some_naming(*, of: str = U1, to: str = U3, **changes: Any) -> NamedReader:
    """One member names another."""
    return replace(_NAMING, owner_id=of, reader_id=to, **changes)


_CONCERN = Concern(
    id="z1", owner_id=U1, lead_id=U3, kind=ConcernKind.FEEDBACK, thing_id="b1", shown_at=NOON - DAY
)


def some_concern(*, of: str = U1, to: str = U3, **changes: Any) -> Concern:
    """One member shows something to another, who is a People lead."""
    return replace(_CONCERN, owner_id=of, lead_id=to, **changes)
