"""What is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.lint.examined import Examined, Hit, short
from frameworks.lint.words.fair import EMPTY, PLACEHOLDERS
from frameworks.model import TRIGGERS, Competency, Stage
from frameworks.reading.page import address

FEWEST_BEHAVIOURS = 6
_PLACEHOLDER = re.compile(PLACEHOLDERS, re.IGNORECASE)


def placeholder(file: Examined) -> Iterator[Hit]:
    """A text that stands for one to be written."""
    for one in file.texts:
        found = _PLACEHOLDER.search(one.text)
        if found or one.text.strip().casefold().rstrip(".") in EMPTY or not any(map(str.isalnum, one.text)):
            what = f"{short(one.text)} is still to be written"
            yield Hit(one.at, what, f"Write the {one.kind}, or take it out until somebody can")


def empty_stage(file: Examined) -> Iterator[Hit]:
    """A stage that has nothing to show."""
    for skill in file.own_skills:
        for stage in skill.stages:
            if not any(not one.is_illustration for one in stage.behaviours):
                place = address("stage", skill.key, str(stage.number), stage.level or "")
                if place in file.marks:
                    yield Hit(place, f"{_called(skill, stage)} asks for nothing that can be shown", _FILL)


def few_behaviours(file: Examined) -> Iterator[Hit]:
    """A skill with fewer than six behaviours; a sheet without levels may be short."""
    if file.framework.is_one_sheet:
        return
    for skill in file.own_skills:
        count = sum(not one.is_illustration for one in skill.behaviours)
        if count < FEWEST_BEHAVIOURS:
            what = f"Competency {skill.id} has {count} behaviour{'' if count == 1 else 's'}"
            how = f"Add what people were seen to do, until there are {FEWEST_BEHAVIOURS} or more"
            yield Hit(address("competency", skill.key), what, how)


def milestone_without_skill(file: Examined) -> Iterator[Hit]:
    """A milestone that names no skill, so that notes on it count for none."""
    for one in file.framework.milestones:
        if not one.competencies:
            what = f"Milestone {one.id} names no skill"
            yield Hit(address("milestone", one.id), what, "Add `competencies:` with what it shows")


def unused_trigger(file: Examined) -> Iterator[Hit]:
    """A trigger of the framework's own that no milestone has."""
    used = {one.trigger for one in file.framework.milestones}
    for name in file.framework.triggers.keys() - TRIGGERS.keys() - used:
        place = address("triggers", name)
        if place in file.marks:
            how = f"Give a milestone `trigger: {name}`, or take the trigger out"
            yield Hit(place, f"No milestone has the trigger {name}", how)


_FILL = "Add what a person does at it, or take it out"


def _called(skill: Competency, stage: Stage) -> str:
    return f"{skill.id} at {stage.level}" if stage.level else f"Stage {stage.number} of {skill.id}"
