"""The one step that comes next."""

from itertools import product

import pytest

from bot.domain.home import Known, Step, next_step

MISSING = {
    Step.LOOK_AFTER: {"may_look_after": True},
    Step.PLACE: {"has_framework": True, "is_placed": False},
    Step.MANAGER: {"has_manager": False},
    Step.NOTE: {"has_notes": False},
}


def known(**parts: bool) -> Known:
    """Somebody who is under way, but for what is named."""
    whole = {
        "may_look_after": False,
        "has_framework": True,
        "is_placed": True,
        "has_manager": True,
        "has_notes": True,
    }
    return Known(**{**whole, **parts})


@pytest.mark.parametrize("step", Step)
def test_what_is_missing_comes_next(step: Step) -> None:
    """One missing thing is the next step."""
    assert next_step(known(**MISSING[step])) is step


def test_who_is_under_way_has_no_step() -> None:
    """Nobody is asked for anything once it is there."""
    assert next_step(known()) is None


def test_nobody_is_placed_before_there_is_a_framework() -> None:
    """Where no framework is published, a level is not asked for."""
    assert next_step(known(has_framework=False, is_placed=False)) is None


def test_the_first_missing_step_leads() -> None:
    """Of several missing things the first in order is asked for, and only that."""
    for first, second in product(Step, repeat=2):
        step = next_step(known(**(MISSING[first] | MISSING[second])))

        assert step is min(first, second, key=list(Step).index)
