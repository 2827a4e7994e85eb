"""Where the civil clock may be moved."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.model import Person
from playground.moments import civil_time, moves

ZONES = ("Europe/Lisbon", "Pacific/Auckland", "America/St_Johns", "UTC")


@pytest.mark.parametrize(
    ("now", "name", "then"),
    [
        ("2026-06-18T15:20", "hour", "2026-06-18T16:20"),
        ("2026-06-18T15:20", "tomorrow", "2026-06-19T09:00"),
        ("2026-06-18T15:20", "monday", "2026-06-22T09:00"),
        ("2026-06-22T08:00", "monday", "2026-06-29T09:00"),
        ("2026-06-18T15:20", "quarter", "2026-07-06T12:00"),
        ("2026-12-31T23:59", "quarter", "2027-01-04T12:00"),
        ("2026-05-02T09:00", "quarter", "2026-07-06T12:00"),
    ],
)
def test_moves(now: str, name: str, then: str) -> None:
    """Each goes where its button says, in the zone of who moves the clock."""
    zone = ZoneInfo("Pacific/Auckland")

    found = {move.name: move.at for move in moves(datetime.fromisoformat(now).replace(tzinfo=zone))}

    assert found[name] == datetime.fromisoformat(then).replace(tzinfo=zone)


@given(
    seconds=st.integers(0, 4_000_000_000),
    zone=st.sampled_from(ZONES),
)
def test_moves_go_forward(seconds: int, zone: str) -> None:
    """Whatever the moment and the zone, each move goes forward, none further than two quarters."""
    now = civil_time(seconds, Person(id="U0ANA", name="ana", tz=zone))

    for move in moves(now):
        assert now < move.at <= now + timedelta(days=192)


def test_civil_time() -> None:
    """The same moment, by the watch of somebody far away."""
    auckland = Person(id="U0ANA", name="ana", tz="Pacific/Auckland")
    noon = datetime(2026, 6, 18, 12, 0, tzinfo=UTC)

    assert civil_time(noon.timestamp(), auckland).isoformat() == "2026-06-19T00:00:00+12:00"
