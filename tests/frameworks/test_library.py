"""The frameworks that ship with Trellis: sound, and worth using as they are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from frameworks.findings import Finding
from frameworks.lint import lint
from frameworks.load import LIBRARY, Loaded, load_library
from frameworks.model import (
    DIMENSIONS,
    TRIGGERS,
    Behaviour,
    Framework,
    Level,
    behaviours_beyond,
    observable,
)

BUNDLED: dict[str, Loaded] = {loaded.path.rpartition("/")[2]: loaded for loaded in load_library()}


def bundled(name: str) -> Framework:
    framework = BUNDLED[f"{name}.yaml"].framework
    assert framework is not None
    return framework


def levels_of(framework: Framework, lane: str) -> list[Level]:
    levels = [level for level in framework.levels if level.lane == lane]
    return sorted(levels, key=lambda level: level.rank)


def behaviours() -> list[Behaviour]:
    skills = [one for name in ("engineering", "starter") for one in bundled(name).competencies]
    return [behaviour for skill in skills for behaviour in skill.behaviours]


@pytest.mark.parametrize("name", ["engineering.yaml", "shared.yaml", "starter.yaml"])
def test_nothing_to_find(name: str) -> None:
    """A bundled file has neither an error nor a warning."""
    findings: tuple[Finding, ...] = (*BUNDLED[name].findings, *lint(BUNDLED[name]))

    assert [str(finding) for finding in findings] == []


@pytest.mark.parametrize(("lane", "number"), [("ic", 5), ("manager", 3)])
def test_levels_of_engineering(lane: str, number: int) -> None:
    """Engineering has five levels of depth and three of leading people, each with its scope in one line."""
    levels = levels_of(bundled("engineering"), lane)

    assert len(levels) == number
    assert len({level.scope for level in levels}) == number
    assert all(0 < len(level.scope) <= 80 for level in levels)


def test_lanes_stand_side_by_side() -> None:
    """Each manager level is at par with a higher level of depth than the one before."""
    framework = bundled("engineering")
    ranks = {level.id: level.rank for level in levels_of(framework, "ic")}

    pars = [ranks[level.par or ""] for level in levels_of(framework, "manager")]

    assert pars == sorted(set(pars))


@pytest.mark.parametrize("lane", ["ic", "manager"])
def test_each_level_asks_for_more(lane: str) -> None:
    """Every step of a lane asks something new, and never less of any skill."""
    framework = bundled("engineering")

    for lower, higher in pairwise(levels_of(framework, lane)):
        assert behaviours_beyond(framework, lower.id, higher.id)
        assert all(higher.expects[key] >= stage for key, stage in lower.expects.items())


def test_levels_speak_of_every_skill() -> None:
    """Every level says which stage of each skill it expects, and every stage is expected by some level."""
    framework = bundled("engineering")
    keys = {skill.key for skill in framework.competencies}

    assert all(level.expects.keys() == keys for level in framework.levels)
    for skill in framework.competencies:
        assert max(level.expects[skill.key] for level in framework.levels) == len(skill.stages)


def test_eight_skills_over_all_dimensions() -> None:
    """Engineering has eight skills, at least two in each dimension, with the shared ones among them."""
    skills = bundled("engineering").competencies

    per_dimension = Counter(skill.dimension for skill in skills)
    assert len(skills) == 8
    assert {name: min(count, 2) for name, count in per_dimension.items()} == dict.fromkeys(DIMENSIONS, 2)
    assert {one.key for one in bundled("shared").competencies} < {one.key for one in skills}


def test_stages_of_engineering() -> None:
    """A skill has four or five stages, each with two behaviours or more, each with a real example."""
    for skill in bundled("engineering").competencies:
        assert len(skill.stages) in {4, 5}
        for stage in skill.stages:
            assert len(stage.behaviours) >= 2
            assert all(behaviour.example for behaviour in stage.behaviours)


def test_milestones_of_engineering() -> None:
    """Each level has two milestones, and between them they use every trigger there is."""
    framework = bundled("engineering")

    per_level = Counter(milestone.level for milestone in framework.milestones)
    assert per_level == dict.fromkeys((level.id for level in framework.levels), 2)
    assert {one.trigger for one in framework.milestones} == framework.triggers.keys()
    assert framework.triggers.keys() > TRIGGERS.keys()


def test_starter_is_one_sheet() -> None:
    """Starter has five skills of six behaviours, no stages, no levels, and fits on one printed page."""
    framework = bundled("starter")

    assert framework.is_one_sheet
    assert [len(skill.behaviours) for skill in framework.competencies] == [6] * 5
    assert [len(skill.stages) for skill in framework.competencies] == [1] * 5
    assert len((LIBRARY / "starter.yaml").read_text(encoding="utf-8").splitlines()) <= 54


def test_notes_move_from_starter_to_engineering() -> None:
    """All that was noted on the starter sheet stays noted, word for word, in engineering."""
    starter, engineering = bundled("starter"), bundled("engineering")

    assert observable(starter) < observable(engineering)
    assert all(starter.behaviour(ref).text == engineering.behaviour(ref).text for ref in observable(starter))


def test_behaviours_begin_with_a_deed() -> None:
    """A behaviour is one sentence of 100 characters at most that begins with a verb in the present."""
    texts = [behaviour.text for behaviour in behaviours()]

    assert [text for text in texts if not text.split()[0].endswith("s")] == []
    assert [text for text in texts if len(text) > 100 or text.count(".") != 1 or text[-1] != "."] == []


def test_no_sentence_twice() -> None:
    """No behaviour or example of engineering stands in two places."""
    skills = bundled("engineering").competencies
    lines = [text for skill in skills for one in skill.behaviours for text in (one.text, one.example)]

    assert len(set(lines)) == len(lines)
