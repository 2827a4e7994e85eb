"""Readers whom members name, with only what matters to a test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.records import NamedReader
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
