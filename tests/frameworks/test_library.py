"""The frameworks that ship with Trellis: sound, and worth using as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

import pytest

from frameworks.compare import compare
from frameworks.findings import Finding
from frameworks.lint import lint
from frameworks.load import LIBRARY, Loaded, load_library
from frameworks.matching import behaviours_of
from frameworks.model import (
    DIMENSIONS,
    TRIGGERS,
    BehaviourRef,
    Framework,
    Level,
    behaviours_beyond,
    expectations,
    observable,
    stages_of,
)

BUNDLED: dict[str, Loaded] = {loaded.path.rpartition("/")[2]: loaded for loaded in load_library()}


def bundled(name: str) -> Framework:
    framework = BUNDLED[f"{name}.yaml"].framework
    assert framework is not None
    return framework


CLUSTERS = sorted(
    one.framework.id for one in BUNDLED.values() if one.framework and not one.framework.is_one_sheet
)
SHARED = tuple(skill.key for skill in bundled("shared").competencies)

in_every_cluster = pytest.mark.parametrize("cluster", CLUSTERS)
between_any_two = pytest.mark.parametrize(("one", "other"), list(combinations(CLUSTERS, 2)))


def lanes_of(framework: Framework, kind: str | None = None) -> list[list[Level]]:
    """The levels of each lane of this kind, or of all lanes, from the first up."""
    return [
        sorted((one for one in framework.levels if one.lane == lane.id), key=lambda one: one.rank)
        for lane in framework.lanes
        if kind in {None, lane.kind}
    ]


def sentences(framework: Framework) -> list[str]:
    """Every behaviour and every example."""
    found = behaviours_of(framework).values()
    return [text for one in found for text in (one.text, *filter(None, [one.example]))]


def in_both(one: Framework, other: Framework) -> dict[BehaviourRef, str]:
    """What can be shown in the shared skills of both, by its id, in the words of the first."""
    both = observable(one) & observable(other)
    return {ref: one.behaviour(ref).text for ref in sorted(both) if ref.competency in SHARED}


def at_each_stage(framework: Framework, refs: Mapping[BehaviourRef, str], skill: str) -> Counter[int]:
    """How many of these stand at each stage of a skill."""
    mine = (ref for ref in refs if ref.competency == skill)
    return Counter(number for ref in mine for number in stages_of(framework, ref))


def same_steps(one: Framework, other: Framework) -> Iterator[tuple[Level, Level]]:
    """Levels between which one moves sideways: the same rank in two lanes of one kind."""
    for kind in ("ic", "manager"):
        for lane in lanes_of(one, kind):
            for beside in lanes_of(other, kind):
                yield from zip(lane, beside, strict=False)


def test_the_library_has_its_clusters() -> None:
    """Who builds, who decides what is built and who looks after customers each find a framework."""
    assert {"engineering", "product", "customer-success"} <= set(CLUSTERS)


@pytest.mark.parametrize("name", sorted(BUNDLED))
def test_nothing_to_find(name: str) -> None:
    """A bundled file has neither an error nor a warning, and is called as its framework is."""
    findings: tuple[Finding, ...] = (*BUNDLED[name].findings, *lint(BUNDLED[name]))

    assert [str(finding) for finding in findings] == []
    assert bundled(name.removesuffix(".yaml")).id == name.removesuffix(".yaml")


@in_every_cluster
def test_levels_of_depth_and_of_leading(cluster: str) -> None:
    """A cluster has five levels or more in each lane of depth, and three or more of leading people."""
    framework = bundled(cluster)

    for kind, fewest in (("ic", 5), ("manager", 3)):
        lanes = lanes_of(framework, kind)
        assert lanes
        assert all(len(levels) >= fewest for levels in lanes)


@in_every_cluster
def test_scopes_tell_levels_apart(cluster: str) -> None:
    """Each level has its scope in one line of 80 characters at most, and no other has the same."""
    levels = bundled(cluster).levels

    assert len({level.scope for level in levels}) == len(levels)
    assert [level.id for level in levels if not 0 < len(level.scope) <= 80] == []


@in_every_cluster
def test_lanes_stand_side_by_side(cluster: str) -> None:
    """In a lane that names levels at par, each level does, with a higher one than the level before."""
    framework = bundled(cluster)

    for levels in lanes_of(framework):
        pars = [framework.level(level.par).rank for level in levels if level.par]
        assert len(pars) in {0, len(levels)}
        assert pars == sorted(set(pars))
    assert all(level.par for levels in lanes_of(framework, "manager") for level in levels)


@in_every_cluster
def test_each_level_asks_for_more(cluster: str) -> None:
    """Every step of a lane asks something new, and never less of any skill."""
    framework = bundled(cluster)

    for lower, higher in (step for levels in lanes_of(framework) for step in pairwise(levels)):
        assert behaviours_beyond(framework, lower.id, higher.id)
        assert all(higher.expects[key] >= stage for key, stage in lower.expects.items())


@in_every_cluster
def test_levels_speak_of_every_skill(cluster: str) -> None:
    """Every level says which stage of each skill it expects, and every stage is expected by some level."""
    framework = bundled(cluster)
    keys = {skill.key for skill in framework.competencies}

    assert all(level.expects.keys() == keys for level in framework.levels)
    for skill in framework.competencies:
        assert max(level.expects[skill.key] for level in framework.levels) == len(skill.stages)


@in_every_cluster
def test_skills_over_all_dimensions(cluster: str) -> None:
    """A cluster has six to ten skills, two or more in each dimension, with the shared ones among them."""
    skills = bundled(cluster).competencies

    per_dimension = Counter(skill.dimension for skill in skills)
    assert 6 <= len(skills) <= 10
    assert {name: min(count, 2) for name, count in per_dimension.items()} == dict.fromkeys(DIMENSIONS, 2)
    assert set(SHARED) < {one.key for one in skills}


@in_every_cluster
def test_stages(cluster: str) -> None:
    """A skill has four or five stages, each with two behaviours or more, each with a real example."""
    for skill in bundled(cluster).competencies:
        assert len(skill.stages) in {4, 5}
        for stage in skill.stages:
            assert len(stage.behaviours) >= 2
            assert all(behaviour.example for behaviour in stage.behaviours)


@in_every_cluster
def test_milestones(cluster: str) -> None:
    """Each level has two milestones or more, on named skills; every trigger is used, one of its own too."""
    framework = bundled(cluster)

    per_level = Counter(milestone.level for milestone in framework.milestones)
    assert [level.id for level in framework.levels if per_level[level.id] < 2] == []
    assert all(milestone.competencies for milestone in framework.milestones)
    assert {one.trigger for one in framework.milestones} == framework.triggers.keys()
    assert framework.triggers.keys() > TRIGGERS.keys()


@pytest.mark.parametrize("cluster", [*CLUSTERS, "starter"])
def test_behaviours_begin_with_a_deed(cluster: str) -> None:
    """A behaviour is one sentence of 100 characters at most that begins with a verb in the present."""
    texts = [behaviour.text for behaviour in behaviours_of(bundled(cluster)).values()]

    assert [text for text in texts if not text.split()[0].endswith("s")] == []
    assert [text for text in texts if len(text) > 100 or text.count(".") != 1 or text[-1] != "."] == []


@in_every_cluster
def test_no_sentence_twice(cluster: str) -> None:
    """No behaviour or example of a cluster stands in two places."""
    told = Counter(sentences(bundled(cluster)))

    assert [sentence for sentence, times in told.items() if times > 1] == []


@in_every_cluster
def test_notes_move_on_from_starter(cluster: str) -> None:
    """All that was noted on the starter sheet stays noted, word for word, in every cluster."""
    starter, framework = bundled("starter"), bundled(cluster)

    assert observable(starter) < observable(framework)
    assert all(starter.behaviour(ref).text == framework.behaviour(ref).text for ref in observable(starter))


@between_any_two
def test_the_same_example_means_the_same(one: str, other: str) -> None:
    """A behaviour that two clusters know by one id has one sentence, at one stage of a shared skill."""
    first, second = bundled(one), bundled(other)

    both = in_both(first, second)
    assert both == {ref: second.behaviour(ref).text for ref in both}
    assert all(stages_of(first, ref) == stages_of(second, ref) for ref in both)


@between_any_two
def test_comparing_two_clusters_finds_what_they_share(one: str, other: str) -> None:
    """What both share is found in its place when they are compared; no other skill is taken for another."""
    first, second = bundled(one), bundled(other)

    mapping = compare(first, second).mapping
    assert {ref: mapping[ref] for ref in in_both(first, second)} == {
        ref: ref for ref in in_both(first, second)
    }
    assert [
        (old, new)
        for old, new in mapping.items()
        if old.competency != new.competency or old.competency not in SHARED
    ] == []


@between_any_two
def test_every_stage_of_a_shared_skill_has_something_in_common(one: str, other: str) -> None:
    """At each stage that a shared skill has in both clusters, both ask for something that is the same."""
    first, second = bundled(one), bundled(other)
    both = in_both(first, second)

    for skill in SHARED:
        last = min(len(framework.competency(skill).stages) for framework in (first, second))
        common = at_each_stage(first, both, skill)
        assert [number for number in range(1, last + 1) if not common[number]] == [], skill


@between_any_two
def test_who_moves_sideways_brings_most_of_the_shared_skills(one: str, other: str) -> None:
    """Of what a level asks of shared skills, the level beside it in another cluster asks more than half."""
    first, second = bundled(one), bundled(other)

    for level, beside in same_steps(first, second):
        there = {ref for ref in expectations(second, beside.id) if ref.competency in SHARED}
        brought = expectations(first, level.id) & there
        assert len(brought) > len(there) / 2, (level.id, beside.id)
        assert {ref.competency for ref in brought} == set(SHARED)


@between_any_two
def test_an_example_comes_from_one_kind_of_work(one: str, other: str) -> None:
    """No two clusters tell the same example, and only what is one behaviour in both has the same sentence."""
    first, second = bundled(one), bundled(other)

    alike = set(sentences(first)) & set(sentences(second))
    assert alike == set(in_both(first, second).values())


@pytest.mark.parametrize(("kind", "number"), [("ic", 5), ("manager", 3)])
def test_levels_of_engineering(kind: str, number: int) -> None:
    """Engineering has one lane of five levels of depth, and one of three of leading people."""
    assert [len(levels) for levels in lanes_of(bundled("engineering"), kind)] == [number]


def test_engineering_is_light() -> None:
    """Engineering, from which others are written, has eight skills and two milestones a level."""
    framework = bundled("engineering")

    per_level = Counter(milestone.level for milestone in framework.milestones)
    assert len(framework.competencies) == 8
    assert per_level == dict.fromkeys((level.id for level in framework.levels), 2)


def test_product_has_a_lane_for_each_of_its_trades() -> None:
    """Who manages and who designs a product grow in lanes of equal standing, and either may lead people."""
    framework = bundled("product")
    managing, designing = lanes_of(framework, "ic")

    assert [level.par for level in designing] == [level.id for level in managing]
    for level in framework.levels:
        if level.lane == "manager":
            beside = {one.lane for one in framework.levels if one.is_at_par_with(level)}
            assert beside == {"product", "design"}


def test_starter_is_one_sheet() -> None:
    """Starter has five skills of six behaviours, no stages, no levels, and fits on one printed page."""
    framework = bundled("starter")

    assert framework.is_one_sheet
    assert [len(skill.behaviours) for skill in framework.competencies] == [6] * 5
    assert [len(skill.stages) for skill in framework.competencies] == [1] * 5
    assert len((LIBRARY / "starter.yaml").read_text(encoding="utf-8").splitlines()) <= 54
