"""Levels, what they ask, and how lanes of leading stand beside lanes of depth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from frameworks.lint.examined import Examined, Hit
from frameworks.model import DIMENSIONS, Framework, Level, expectations
from frameworks.reading.page import address

MOST_SKILLS = 12


def manager_without_par(file: Examined) -> Iterator[Hit]:
    """A manager level that names no level of equal standing."""
    how = "Add `par:` with the level of equal standing, so that neither lane is above the other"
    for level in (one for levels in _of_leading(file) for one in levels):
        if level.par is None and level.parent is None:
            yield Hit(address("level", level.id), f"Manager level {level.id} names no level at par", how)


def pars_do_not_rise(file: Examined) -> Iterator[Hit]:
    """A manager level whose par is not above the par of the level below it."""
    for levels in _of_leading(file):
        for lower, higher in pairwise(level for level in levels if level.par):
            ranks = [file.framework.level(one.par or "").rank for one in (lower, higher)]
            if higher.rank > lower.rank and ranks[1] <= ranks[0]:
                what = f"Level {higher.id} is at par with {higher.par}, {lower.id} below it with {lower.par}"
                yield Hit(address("level", higher.id), what, "Let pars rise with the levels")


def dimension_left_out(file: Examined) -> Iterator[Hit]:
    """A dimension that no skill grows, or skills that name none at all."""
    used = {skill.dimension for skill in file.framework.competencies}
    if used == {None}:
        how = f"Give each competency a `dimension`: {', '.join(DIMENSIONS)}"
        yield Hit(address("framework"), "No competency names a dimension", how)
        return
    for dimension in DIMENSIONS:
        if used and dimension not in used:
            how = "Give a competency this `dimension`, or add one that has it"
            yield Hit(address("framework"), f"No competency grows `{dimension}`", how)


def skill_nobody_needs(file: Examined) -> Iterator[Hit]:
    """A skill of the file that no level expects; where levels go by points, each counts."""
    framework = file.framework
    if framework.is_one_sheet or any(level.min_points for level in framework.levels):
        return
    asked = set().union(*(_skills_asked(framework, level) for level in framework.levels))
    for skill in file.own_skills:
        if skill.key not in asked:
            how = f"Add it to a level: `expects: {{{skill.id}: 1}}`, or take the skill out"
            yield Hit(address("competency", skill.key), f"No level expects skill {skill.id}", how)


def too_many_skills(file: Examined) -> Iterator[Hit]:
    """A level that asks for more skills than a person can hold in mind; on one sheet, all of them."""
    framework = file.framework
    counts = {level.id: len(_skills_asked(framework, level)) for level in framework.levels}
    most = max(counts, key=lambda name: counts[name], default=None)
    by_points = any(level.min_points for level in framework.levels)
    count = counts[most] if most and not by_points else len(framework.competencies)
    if count > MOST_SKILLS:
        who = f"Level {most} asks for" if most and not by_points else "The framework has"
        how = f"Join those that are seen together, until there are {MOST_SKILLS} or fewer"
        yield Hit(address("framework"), f"{who} {count} skills, more than a person can hold in mind", how)


def _of_leading(file: Examined) -> Iterator[tuple[Level, ...]]:
    """The lanes of leading people."""
    for levels in file.lanes:
        if file.framework.lane(levels[0].lane).kind == "manager":
            yield levels


def _skills_asked(framework: Framework, level: Level) -> set[str]:
    return {ref.competency for ref in expectations(framework, level.id)} | set(level.expects)
