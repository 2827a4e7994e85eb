"""Who opened somebody's things, gathered for them to read."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.privacy import Opened, gathered
from storage.records import Opening

FIRST = date(2026, 1, 1)
NAMES = {"U1ANA": "ana", "U2BEN": "ben"}

openings = st.lists(
    st.builds(
        Opening,
        reader_id=st.sampled_from(sorted(NAMES)),
        subject_id=st.just("U3CLEO"),
        kind=st.sampled_from(Opened),
        thing_id=st.sampled_from("xyz"),
        on=st.integers(0, 30).map(lambda days: FIRST + timedelta(days=days)),
    )
)


@given(openings)
def test_every_opening_is_told(found: list[Opening]) -> None:
    """Each reader, kind and day that was logged is there, and none that was not."""
    told = {(seen.who, seen.kind, day) for seen in gathered(found, NAMES) for day in seen.days}

    assert told == {(NAMES[one.reader_id], one.kind, one.on) for one in found}


@given(openings)
def test_the_latest_comes_first(found: list[Opening]) -> None:
    """Lines go from the newest opening to the oldest, and so do the days of each."""
    seen = gathered(found, NAMES)

    assert [one.days[0] for one in seen] == sorted((one.days[0] for one in seen), reverse=True)
    assert all(list(one.days) == sorted(set(one.days), reverse=True) for one in seen)
