"""First steps with Trellis: which concern a person, and which comes next.

People leads set up first; then everybody goes the same way. Each step may be skipped.
"""

from dataclasses import dataclass

from storage.choices import Step
from storage.records import Beginnings, Person

SETTING_UP = frozenset({Step.LOOK_AFTER, Step.FRAMEWORK, Step.TEAM})
"""Steps of whoever looks after Trellis; all others are everybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What decides on a person's steps; `offered` went out by message, `skipped` are not wanted."""

    may_look_after: bool
    is_lead: bool
    has_framework: bool
    has_team: bool
    has_manager: bool
    is_contractor: bool
    is_placed: bool
    begun: Beginnings
    offered: frozenset[Step] = frozenset()
    skipped: frozenset[Step] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSeen:
    """The step that comes next, and its place among those of its part, counted from one.

    `other` is whom a 1:1 would be with, `manager` the name of the reader's manager, as far as they are known.
    """

    step: Step
    number: int
    of: int
    other: Person | None = None
    manager: str | None = None


def next_step(facts: StepFacts) -> Step | None:
    """The first that is neither done nor skipped; None for a person who is under way."""
    return next(iter(steps_left(facts)), None)


def place_of(step: Step, facts: StepFacts) -> tuple[int, int]:
    """The number of a step among those of its part, and how many these are."""
    part = [one for one in _course(facts) if (one in SETTING_UP) == (step in SETTING_UP)]
    return part.index(step) + 1, len(part)


def steps_left(facts: StepFacts) -> tuple[Step, ...]:
    """All that are neither done nor skipped."""
    return tuple(one for one in _course(facts) if one not in facts.skipped and not _is_done(one, facts))


def steps_done(facts: StepFacts) -> tuple[Step, ...]:
    """All that are done, those that were skipped apart."""
    return tuple(one for one in _course(facts) if one not in facts.skipped and _is_done(one, facts))


def _course(facts: StepFacts) -> tuple[Step, ...]:
    """The steps that concern a person, in order; contractors have no level (DESIGN 5.8)."""
    concerns = {
        Step.LOOK_AFTER: facts.may_look_after,
        Step.FRAMEWORK: facts.is_lead,
        Step.TEAM: facts.is_lead,
        Step.PLACE: facts.has_framework and not facts.is_contractor,
    }
    return tuple(step for step in Step if concerns.get(step, True))


def _is_done(step: Step, facts: StepFacts) -> bool:
    done = {
        Step.FRAMEWORK: facts.has_framework,
        Step.TEAM: facts.has_team,
        Step.MANAGER: facts.has_manager,
        Step.PLACE: facts.is_placed,
        Step.MEETING: facts.begun.has_met,
        Step.KUDOS: facts.begun.has_thanked,
        Step.NOTE: facts.begun.has_noted,
        Step.SUMMARY: facts.begun.has_summed_up,
    }
    return done.get(step, False)
