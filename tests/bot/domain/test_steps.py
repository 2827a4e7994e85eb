"""The first steps: which comes next, for whom."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.steps import SETTING_UP, StepFacts, next_step, place_of, steps_left
from storage.choices import Step
from storage.records import Beginnings

UNDER_WAY = Beginnings(has_met=True, has_thanked=True, has_noted=True, has_summed_up=True)
MISSING: dict[Step, dict[str, Any]] = {
    Step.LOOK_AFTER: {"may_look_after": True},
    Step.FRAMEWORK: {"is_lead": True, "has_framework": False},
    Step.TEAM: {"is_lead": True, "has_team": False},
    Step.MANAGER: {"has_manager": False},
    Step.PLACE: {"is_placed": False},
    Step.MEETING: {"has_met": False},
    Step.KUDOS: {"has_thanked": False},
    Step.NOTE: {"has_noted": False},
    Step.SUMMARY: {"has_summed_up": False},
}
facts = st.builds(
    StepFacts,
    may_look_after=st.booleans(),
    is_lead=st.booleans(),
    has_framework=st.booleans(),
    has_team=st.booleans(),
    has_manager=st.booleans(),
    is_contractor=st.booleans(),
    is_placed=st.booleans(),
    begun=st.builds(Beginnings),
    skipped=st.frozensets(st.sampled_from(Step)),
)


def known(**parts: Any) -> StepFacts:
    """Somebody who is under way, but for what is named."""
    begun = {name: parts.pop(name) for name in list(parts) if name in Beginnings.__slots__}
    whole: dict[str, Any] = {
        "may_look_after": False,
        "is_lead": False,
        "has_framework": True,
        "has_team": True,
        "has_manager": True,
        "is_contractor": False,
        "is_placed": True,
        "begun": replace(UNDER_WAY, **begun),
    }
    return StepFacts(**{**whole, **parts})


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


def test_a_contractor_is_asked_for_no_level() -> None:
    """Contractors take part without a level."""
    assert next_step(known(is_contractor=True, is_placed=False)) is None


def test_who_is_no_lead_sets_nothing_up() -> None:
    """A framework and a team are the People leads' to choose."""
    assert next_step(known(has_framework=False, has_team=False)) is None


def test_the_first_missing_step_leads() -> None:
    """Of several missing things the first in order is asked for, and only that."""
    for first, second in product(set(Step) - {Step.FRAMEWORK}, repeat=2):
        step = next_step(known(**(MISSING[first] | MISSING[second])))

        assert step is min(first, second, key=list(Step).index)


@given(facts)
def test_a_skipped_step_does_not_come_back(known: StepFacts) -> None:
    """What was skipped is not offered, and to skip what comes next leads to the one after it."""
    left = steps_left(known)

    assert not known.skipped & set(left)
    for step in left[:1]:
        assert steps_left(replace(known, skipped=known.skipped | {step})) == left[1:]


@given(facts)
def test_steps_are_counted_within_their_part(known: StepFacts) -> None:
    """Setting up is counted by itself, so that a member reads of no step that is not theirs."""
    for step in steps_left(known):
        number, of = place_of(step, known)

        assert 1 <= number <= of <= (len(SETTING_UP) if step in SETTING_UP else len(set(Step) - SETTING_UP))
