"""A framework as plain text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bot.words import frameworks as words
from frameworks.model import Competency, Framework, Level


def page(framework: Framework) -> Iterator[str]:
    """The lines of a framework: levels by lane, with what they expect and their milestones, then skills."""
    yield words.heading(framework.title, framework.version)
    yield from _levels(framework)
    yield ""
    yield words.SKILLS
    for competency in framework.competencies:
        yield from _skill(framework, competency)


def _levels(framework: Framework) -> Iterator[str]:
    if framework.is_one_sheet:
        yield words.SHEET
        return
    for lane in framework.lanes:
        yield ""
        yield lane.title
        for level in framework.levels:
            if level.lane == lane.id:
                yield from _level(framework, level)


def _level(framework: Framework, level: Level) -> Iterator[str]:
    par = framework.find_level(level.par) if level.par else None
    line = words.level_line(level.title, level.scope.rstrip("."), par.title if par else None)
    yield f"  {level.id}  {line}"
    expected = [f"{framework.competency(key).title} {stage}" for key, stage in level.expects.items()]
    if expected:
        yield f"      {words.expected(expected)}"
    for milestone in framework.milestones:
        if milestone.level == level.id:
            trigger = framework.triggers.get(milestone.trigger, milestone.trigger)
            yield f"      * {words.milestone(milestone.text, trigger)}"


def _skill(framework: Framework, competency: Competency) -> Iterator[str]:
    dimension = framework.dimensions.get(competency.dimension or "", "")
    yield ""
    yield f"  {competency.title}" + (f" ({dimension})" if dimension else "")
    if competency.about:
        yield f"    {competency.about}"
    for stage in competency.stages:
        if len(competency.stages) > 1:
            yield f"    {stage.level or words.stage(stage.number, stage.title)}"
        for behaviour in stage.behaviours:
            yield f"      - {behaviour.text}"
            if behaviour.example:
                yield f"          {words.example(behaviour.example)}"
