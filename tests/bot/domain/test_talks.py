"""What two write for a 1:1 at once, and which 1:1 a page is about."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.talks import LINGERS, Typed, day_to_write, mark_of, merge, neighbours
from bot.domain.texts import LONGEST
from bot.domain.timetable import next_meeting, time_of, timetable_of
from storage.choices import Cadence, PairState
from tests.storage.builders import some_pair

lines = st.lists(st.sampled_from(["rota", "launch", "feedback", "Lisbon", "the data team"]), max_size=5)
texts = lines.map("\n".join)
long_texts = st.sampled_from(["a" * 2000, "b" * 2000, "rota\n" + "c" * 1900])


def typed(text: str, began: str) -> Typed:
    """A text as it was typed over what the form began with."""
    return Typed(text=text, began=mark_of(began))


@given(texts | long_texts, texts | long_texts, texts | long_texts)
def test_no_line_is_lost_when_two_write_at_once(began: str, mine: str, theirs: str) -> None:
    """A line that somebody typed or saved stands in what is kept, or in the form that comes back."""
    found = merge(typed(mine, began), theirs)

    shown = set(found.text.split("\n")) | set((found.theirs or "").split("\n"))
    if mine != began:
        assert set(mine.split("\n")) <= shown or mark_of(theirs) == mark_of(mine)
    if theirs != began:
        assert set(theirs.split("\n")) - {""} <= shown
    assert len(found.text) <= LONGEST


@given(texts, texts)
def test_who_writes_alone_has_their_words_kept(began: str, text: str) -> None:
    """Nobody else saved: what was typed holds, an emptied box too. Nobody typed: what was saved holds."""
    assert merge(typed(text, began), began).text == text.strip()
    assert merge(typed(began, began), text).text == text
    assert not merge(typed(text, began), began).clash
    assert not merge(typed(began, began), text).clash


@given(texts, texts, texts)
def test_a_form_that_came_back_is_kept_when_it_is_sent_again(began: str, mine: str, theirs: str) -> None:
    """After a clash the form begins with what was saved: the same words sent again are kept."""
    found = merge(typed(mine, began), theirs)
    again = merge(typed(found.text, theirs), theirs)

    assert not again.clash
    assert again.text == found.text


days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
zones = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia"])


@given(days, days, st.sampled_from(Cadence), zones, st.integers(0, 23))
def test_a_page_is_about_the_one_under_way_or_the_next(
    anchor: date, today: date, cadence: Cadence, zone: str, hour: int
) -> None:
    """For a day after it began a 1:1 is still the one to write for; then it is the next."""
    now = datetime.combine(today, time(hour), UTC)
    pair = some_pair(anchor=anchor, cadence=cadence, zone=zone, local_time=time(10))
    table = timetable_of(pair)

    on = day_to_write(table, now)

    assert time_of(table, on) > now - LINGERS
    assert on <= next_meeting(table, now)
    assert next_meeting(table, time_of(table, on) - timedelta(seconds=1)) == on


@given(st.lists(days, max_size=4), days)
def test_one_turns_to_what_was_written_of(written: list[date], on: date) -> None:
    """Of a pair that is over only days with something to read are there, the nearest on each side."""
    table = timetable_of(some_pair(state=PairState.ENDED))
    before, after = neighbours(table, on, written, datetime(2027, 1, 1, tzinfo=UTC), is_active=False)

    assert before == max((day for day in written if day < on), default=None)
    assert after == min((day for day in written if day > on), default=None)
