"""What a target level asks of a person, and what a higher stage says of the lower ones (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from frameworks.model import (
    BehaviourRef,
    Competency,
    Framework,
    Level,
    Needs,
    Stage,
    expectations,
    next_levels,
    observable,
)


def next_target(framework: Framework, level: str) -> Level | None:
    """The level above, in the own lane first; None at the top, as a level at par is no step up.

    Raises KeyError for an unknown level.
    """
    current = framework.level(level)
    ways = next_levels(framework, level)
    return next((one for one in ways if not one.is_at_par_with(current)), None)


def aimed_at(framework: Framework, target: str | None) -> frozenset[BehaviourRef]:
    """What a target level asks; the whole sheet where there is none, or where it goes by points alone.

    Raises KeyError for an unknown level.
    """
    if target is None:
        return observable(framework)
    asked = expectations(framework, target)
    is_by_points = framework.level(target).min_points is not None
    return observable(framework) if is_by_points and not asked else asked


def required_of(
    competency: Competency, refs: Iterable[BehaviourRef], needs: Needs | None
) -> frozenset[BehaviourRef]:
    """Which of a skill's behaviours are required: those on the level's list, or else by their own flag."""
    if needs and needs.required:
        return frozenset(refs) & frozenset(needs.required)
    flagged = {one.id for one in competency.behaviours if one.required}
    return frozenset(ref for ref in refs if ref.behaviour in flagged)


def higher_stage_shown(
    framework: Framework, competency: Competency, ref: BehaviourRef, shown: Collection[BehaviourRef]
) -> Stage | None:
    """The lowest stage above a behaviour's own that is shown, or None.

    A stage is shown where all that it requires, or all of it where it requires nothing, is among `shown`.
    """
    above = [stage for stage in competency.stages if _is_stage_shown(competency, stage, shown)]
    if not above:
        return None
    homes = [one for one in competency.stages if any(it.id == ref.behaviour for it in one.behaviours)]
    higher = [stage for stage in above if any(_is_above(framework, stage, home) for home in homes)]
    return min(higher, key=lambda stage: stage.number, default=None)


def _is_stage_shown(competency: Competency, stage: Stage, shown: Collection[BehaviourRef]) -> bool:
    observed = [one for one in stage.behaviours if not one.is_illustration]
    required = [one for one in observed if one.required] or observed
    return bool(required) and all(
        BehaviourRef(competency=competency.key, behaviour=one.id) in shown for one in required
    )


def _is_above(framework: Framework, stage: Stage, home: Stage) -> bool:
    """Whether a stage is higher than another; ranks of two lanes compare only along one way up."""
    if stage.number <= home.number:
        return False
    if stage.level is None or home.level is None:
        return True
    lanes = {framework.level(stage.level).lane, framework.level(home.level).lane}
    return len(lanes) == 1 or any(framework.lane(lane).kind == "shared" for lane in lanes)
