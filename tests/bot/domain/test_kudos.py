"""Rules of kudos."""

from contextlib import nullcontext
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kudos import (
    MOST_A_DAY,
    MOST_THANKED,
    KudosDraft,
    check_day,
    check_draft,
    in_common,
    is_public_for,
)
from bot.errors import Invalid
from frameworks.model import Framework
from tests.world import library

DRAFT = KudosDraft(
    draft="d1",
    receivers=("U1",),
    text="Untangled the rota",
    framework=None,
    competencies=(),
    is_unsure=False,
    is_public=True,
    is_open_to_manager=False,
    manager_id=None,
)
people = st.sets(st.sampled_from(["U1", "U2", "U3"]))


def _narrowed(framework: Framework, places: set[int]) -> Framework:
    kept = [skill for place, skill in enumerate(framework.competencies) if place in places]
    return replace(framework, competencies=tuple(kept))


frameworks = st.builds(
    _narrowed, st.sampled_from(library()), st.sets(st.integers(min_value=0, max_value=15), min_size=4)
)


@given(found=st.lists(st.one_of(frameworks, st.none()), max_size=4))
def test_what_is_in_common_stands_in_each(found: list[Framework | None]) -> None:
    """A skill is offered for several exactly where each of them has it."""
    common = in_common(found)

    keys = [{skill.key for skill in one.competencies} if one else set() for one in found]
    shared = set.intersection(*keys) if keys else set()
    assert {skill.key for skill in common.competencies} if common else set() == shared
    assert (common is None) == (not shared)


@given(now=people, receipt=people, is_public=st.booleans())
def test_nobody_is_announced_against_their_will(now: set[str], receipt: set[str], is_public: bool) -> None:
    """Kudos are public where their giver wants it and their receiver never said no, now or on the receipt."""
    draft = replace(DRAFT, is_public=is_public, unannounced=frozenset(receipt))

    assert is_public_for(draft, "U1", now) == (is_public and "U1" not in now | receipt)


@given(count=st.integers(min_value=0, max_value=30))
def test_one_to_ten_are_thanked_at_once(count: int) -> None:
    """A form is for one person or up to ten; any other count is refused where they are chosen."""
    draft = replace(DRAFT, receivers=tuple(f"U{place}" for place in range(count)))

    if 1 <= count <= MOST_THANKED:
        assert check_draft(draft) == DRAFT.text
    else:
        with pytest.raises(Invalid) as refused:
            check_draft(draft)
        assert refused.value.field == "receivers"


@given(forms=st.lists(st.integers(min_value=1, max_value=MOST_THANKED), max_size=12))
def test_a_day_has_room_for_twenty(forms: list[int]) -> None:
    """Whatever the order of forms, no more than twenty are thanked, and none is refused that has room."""
    thanked = 0
    for more in forms:
        has_room = thanked + more <= MOST_A_DAY
        with nullcontext() if has_room else pytest.raises(Invalid, match="day_"):
            check_day(thanked, more)
        thanked += more if has_room else 0

    assert thanked <= MOST_A_DAY
