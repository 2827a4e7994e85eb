"""What is asked of the storage of single 1:1s, and what stands in both workspaces of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage import deliveries, management, meetings, pairs, preferences
from storage.records import Meeting
from storage.session import Workspace
from tests.storage.asking import call
from tests.storage.builders import DAY, NOON, TODAY, U1, U2, U3

_MEETING = Meeting(
    pair_id="a1",
    on=TODAY,
    moved_on=TODAY + DAY,
    moved_at=NOON.time(),
    is_skipped=False,
    changed_by=U1,
    happened=None,
    answered_by=None,
    version=1,
)


def some_meeting(**what: Any) -> Meeting:
    return replace(_MEETING, **what)


MEETINGS = (
    call(meetings.find_meeting, "a1", TODAY),
    call(meetings.find_meeting, "a9", TODAY),
    call(meetings.meetings_of, ["a1", "a9"]),
    call(meetings.put_meeting, some_meeting(version=2, is_skipped=True)),
    call(meetings.forget_changes, "a1", TODAY),
    call(pairs.turn_of, "a1"),
    call(management.ties_with_pairs, [U1, U2, U3]),
    call(pairs.turn_of, "a9"),
    call(preferences.preferences_among, [U1, U2]),
    call(deliveries.open_about, "prompt", [U1, U2], ["a1", "a9"]),
    call(deliveries.retime, [("d1", NOON + DAY), ("d9", NOON + DAY)]),
)


async def settle_our_meetings(here: Workspace) -> None:
    """A 1:1 that was moved."""
    await meetings.put_meeting(here, some_meeting())


async def settle_their_meetings(there: Workspace) -> None:
    """The same 1:1, which happened, and others that are skipped."""
    await meetings.put_meeting(there, some_meeting(happened=True, answered_by=U2))
    await meetings.put_meeting(there, some_meeting(on=TODAY + DAY, is_skipped=True))
    await meetings.put_meeting(there, some_meeting(pair_id="a9", is_skipped=True))
