"""Ids sort by time and are never made twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ids import id_maker, id_text
from tests.ids import counted_ids

START = datetime(2027, 1, 5, 12, tzinfo=UTC)
HIGHEST = b"\xff" * 10


@settings(derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(-3, 5), st.binary(min_size=10, max_size=10)), min_size=2))
def test_each_id_is_greater_than_the_one_before(steps: list[tuple[int, bytes]]) -> None:
    """Whatever chance gives and wherever the clock goes, ids only rise."""
    moments = [START + timedelta(milliseconds=sum(step for step, _ in steps[:n])) for n in range(len(steps))]
    clock, chance = iter(moments), iter([drawn for _, drawn in steps])
    make = id_maker(lambda: next(clock), lambda _: next(chance))

    ids = [make() for _ in steps]
    assert all(before < after for before, after in pairwise(ids))


@settings(derandomize=True, deadline=None)
@given(st.timedeltas(timedelta(days=-9000), timedelta(days=90000)), st.binary(min_size=10, max_size=10))
def test_an_id_has_one_form(ago: timedelta, chance: bytes) -> None:
    """An id is 26 small letters and digits, without those that are misread (i, l, o, u)."""
    made = id_maker(lambda: START + ago, lambda _: chance)()

    assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{26}", made)


def test_ids_of_two_makers_sort_by_time() -> None:
    """What was made a millisecond later sorts later, whoever made it."""
    earlier = id_maker(lambda: START, lambda _: HIGHEST)()
    later = id_maker(lambda: START + timedelta(milliseconds=1), lambda _: bytes(10))()

    assert earlier < later


def test_chance_keeps_two_makers_apart() -> None:
    """In the same millisecond two makers differ by what chance gave them."""
    drawn = iter([b"\x01" * 10, b"\x02" * 10])
    ids = [id_maker(lambda: START, lambda _: next(drawn))() for _ in range(2)]

    assert ids[0] != ids[1]


def test_a_millisecond_never_runs_out() -> None:
    """When chance is used up within a millisecond, ids rise into the next."""
    make = id_maker(lambda: START, lambda _: HIGHEST)

    assert make() < make() < make()


def test_an_id_is_crockfords_number() -> None:
    """The text is the number in base 32, the same that other readers of ULIDs find."""
    assert id_text(0x01563E3AB5D3D6764C61EFB99302BD5B) == "01arz3ndektsv4rrffq69g5fav"


def test_counted_ids_count() -> None:
    """The ids of tests have the form of real ones and are known beforehand."""
    ids = counted_ids()

    assert [ids(), ids()] == ["0" * 25 + "1", "0" * 25 + "2"]
