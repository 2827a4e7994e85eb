"""Stages and levels that nobody can tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from frameworks.lint.examined import Examined, Hit, short
from frameworks.lint.lexicon import words
from frameworks.lint.words.measures import MODIFIERS
from frameworks.model import Behaviour, Competency, Level, Stage, behaviour_id, expectations
from frameworks.reading.page import address


def core(text: str) -> tuple[str, ...]:
    """The words of a text that tell it from another: without how often and how well, and in one form."""
    kept = [word for word in words(text) if word not in MODIFIERS]
    return tuple(map(_stem, kept))


def alike_stages(file: Examined) -> Iterator[Hit]:
    """A behaviour that says what the stage before says, but for words such as “consistently”."""
    for skill in file.own_skills:
        for lower, higher in _neighbours(file, skill):
            cores = {core(one.text): one for one in lower.behaviours if not one.is_illustration}
            for one in higher.behaviours:
                before = cores.get(core(one.text))
                if before and not one.is_illustration and not _is_same(before, one):
                    yield _alike(skill, before, one)


def repeated(file: Examined) -> Iterator[Hit]:
    """A sentence that stands at several stages, or in two skills: one note would count twice."""
    places: dict[str, list[tuple[Competency, Stage, Behaviour]]] = defaultdict(list)
    for skill in file.framework.competencies:
        for stage in skill.stages:
            for one in stage.behaviours:
                if not one.is_illustration:
                    places[behaviour_id(one.text)].append((skill, stage, one))
    for found in places.values():
        mark = address("behaviour", found[-1][0].key, found[-1][2].id)
        if len(found) > 1 and mark in file.marks:
            where = " and ".join(dict.fromkeys(_place(skill, stage) for skill, stage, _ in found[:3]))
            what = f"{short(found[0][2].text)} stands in {len(found)} places: {where}"
            yield Hit(mark, what, "Keep it where it is first asked; say at the others what is new there")


def alike_levels(file: Examined) -> Iterator[Hit]:
    """Two levels of a lane that expect the same and whose scopes say the same."""
    asked = {one.id: expectations(file.framework, one.id) for one in file.framework.levels}
    for levels in file.lanes:
        for one, other in combinations(levels, 2):
            if asked[one.id] == asked[other.id] and _are_alike(one, other):
                what = f"Levels {one.id} and {other.id} expect the same and their scopes say much the same"
                how = "Say in `scope` or `expects` what sets them apart, or make them one"
                yield Hit(address("level", other.id), what, how)


def _is_same(one: Behaviour, other: Behaviour) -> bool:
    return behaviour_id(one.text) == behaviour_id(other.text)


def _alike(skill: Competency, before: Behaviour, one: Behaviour) -> Hit:
    what = f"{short(one.text)} cannot be told from {short(before.text)} a stage below"
    how = "Say what is new at this stage: for whom, how far or how hard (‘in the team’, ‘across three teams’)"
    return Hit(address("behaviour", skill.key, one.id), what, how)


def _neighbours(file: Examined, skill: Competency) -> Iterator[tuple[Stage, Stage]]:
    """Stages next to each other; described by level, those of one lane and of shared lanes."""
    lane_of = {one.id: one.lane for one in file.framework.levels}
    for place, higher in enumerate(skill.stages):
        below = [one for one in skill.stages[:place] if one.number < higher.number]
        same = [one for one in below if _lane(one, lane_of) == _lane(higher, lane_of)]
        if same or below:
            yield (same or below)[-1], higher


def _lane(stage: Stage, lane_of: Mapping[str, str]) -> str | None:
    return lane_of.get(stage.level) if stage.level else None


def _place(skill: Competency, stage: Stage) -> str:
    return f"{skill.id} at {stage.level}" if stage.level else f"stage {stage.number} of {skill.id}"


def _are_alike(one: Level, other: Level) -> bool:
    if (one.min_points, one.needs) != (other.min_points, other.needs) or other.parent == one.id:
        return False
    return core(one.scope) == core(other.scope)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word
