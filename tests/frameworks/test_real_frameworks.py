"""Real published frameworks, turned into our files: the schema must hold them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

from frameworks.content import content, framework_from_content
from frameworks.lint import RULES, lint
from frameworks.load import Loaded
from frameworks.model import Framework, expectations, next_levels
from tests.frameworks.builders import loaded

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / os.environ.get("TRELLIS_TEST_DATA", "../shared/data") / "frameworks"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the real frameworks are not at {FOLDER}")

KINDS = {"ic": "ic", "manager": "manager", "shared": "shared", "single": "ic"}
Plain = dict[str, Any]


def source(name: str) -> Plain:
    document: Plain = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return document


def taken(cluster: Plain, skills: list[Plain], **more: Any) -> Framework:
    """The cluster as a file of ours, loaded; nothing may be wrong with it."""
    lanes = sorted({KINDS[lane] for lane in cluster["lanes"]}, key=["shared", "ic", "manager"].index)
    document = {
        "framework": cluster["id"],
        "version": "1",
        "title": cluster["name"],
        "lanes": {lane: {"title": lane.capitalize(), "kind": lane} for lane in lanes},
        "levels": [a_level(level) for level in cluster["levels"]],
        "competencies": skills,
        **more,
    }
    found: Loaded = loaded(yaml.safe_dump(document, sort_keys=False, allow_unicode=True))
    assert found.findings == ()
    assert found.framework is not None
    warnings = lint(found)
    assert warnings == lint(found)
    assert all(one.rule in RULES and not one.is_error for one in warnings)
    assert framework_from_content(content(found.framework)) == found.framework
    return found.framework


def a_level(level: Plain) -> Plain:
    points = {"points": level["min_points"]} if "min_points" in level else {}
    return {"id": level["id"], "lane": KINDS[level.get("lane", "single")], "title": level["name"], **points}


def a_skill(skill: Plain, **stages: Any) -> Plain:
    given = {"about": skill["description"], "category": skill["category"], **stages}
    return {"id": skill["id"], "title": skill["name"], **{key: one for key, one in given.items() if one}}


def by_level(skill: Plain) -> dict[str, list[Plain]]:
    """The behaviours of a skill as the source groups them, each level once."""
    ordered = sorted(skill["behaviours"], key=lambda one: str(one["level"]))
    return {level: list(group) for level, group in groupby(ordered, key=lambda one: str(one["level"]))}


def without_repeats(behaviours: Iterator[Plain]) -> list[Plain]:
    """Each sentence once: a source that says one twice in a cell says nothing more by it."""
    once = {one.get("id") or " ".join(one["text"].casefold().split()).rstrip(" ."): one for one in behaviours}
    return list(once.values())


def test_stages_per_skill_and_levels_by_points_are_held() -> None:
    """Skills with five stages of signals and examples, and levels by a sum of points, lose nothing."""
    given = source("snowflake")
    (cluster,) = given["clusters"]
    skills = [
        a_skill(
            skill,
            stages=[
                {"behaviours": [{"text": one["text"], "kind": one["kind"]} for one in cell]}
                for cell in by_level(skill).values()
            ],
        )
        for skill in cluster["competencies"]
    ]

    framework = taken(cluster, skills, points=given["extra"]["milestone_points"][1:])

    assert [level.min_points for level in framework.levels] == [
        one["min_points"] for one in cluster["levels"]
    ]
    assert framework.stage_points == (1, 3, 6, 12, 20)
    kept = [
        (str(stage.number), one.text, one.kind)
        for skill in framework.competencies
        for stage in skill.stages
        for one in stage.behaviours
    ]
    assert sorted(kept) == sorted(
        (one["level"], " ".join(one["text"].split()), one["kind"])
        for skill in cluster["competencies"]
        for one in skill["behaviours"]
    )
    assert {skill.category for skill in framework.competencies} == {
        skill["category"] for skill in cluster["competencies"]
    }


@pytest.mark.parametrize("number", range(4))
def test_named_stages_and_levels_that_require_them_are_held(number: int) -> None:
    """Axes with named stages, of which each level requires one, keep the names and what levels require."""
    cluster = source("engineeringladders")["clusters"][number]
    skills, expects = [], {level["id"]: dict[str, int]() for level in cluster["levels"]}
    for skill in cluster["competencies"]:
        texts = list(dict.fromkeys(one["text"] for one in skill["behaviours"]))
        parts = [text.partition(": ") for text in texts]
        stages = [{"title": name, "behaviours": [{"text": said}]} for name, _, said in parts]
        skills.append(a_skill(skill, stages=stages))
        for one in skill["behaviours"]:
            expects[one["level"]][skill["id"]] = texts.index(one["text"]) + 1
    levels = [{**a_level(level), "expects": expects[level["id"]]} for level in cluster["levels"]]

    framework = taken(cluster, skills, levels=levels)

    for skill in cluster["competencies"]:
        for one in skill["behaviours"]:
            held = framework.competency(f"{cluster['id']}/{skill['id']}")
            stage = held.stages[framework.level(one["level"]).expects[held.key] - 1]
            assert f"{stage.title}: {' '.join(stage.behaviours[0].text.split())}" == " ".join(
                one["text"].split()
            )


@pytest.mark.parametrize("number", range(17))
def test_behaviours_by_level_with_gaps_are_held(number: int) -> None:
    """Criteria and examples by level, with levels that a skill says nothing for, lose no sentence."""
    cluster = source("monzo")["clusters"][number]
    skills = [
        a_skill(
            skill,
            levels={
                level: without_repeats({"text": one["text"], "kind": one["kind"]} for one in cell)
                for level, cell in by_level(skill).items()
            },
        )
        for skill in cluster["competencies"]
    ]

    framework = taken(cluster, skills)

    assert sentences(framework) == {
        (skill["id"], one["level"], " ".join(one["text"].casefold().split()).rstrip(" ."))
        for skill in cluster["competencies"]
        for one in skill["behaviours"]
    }


def sentences(framework: Framework) -> set[tuple[str, str | None, str]]:
    return {
        (skill.id, stage.level, one.text.casefold().rstrip(" ."))
        for skill in framework.competencies
        for stage in skill.stages
        for one in stage.behaviours
    }


def test_sub_levels_are_held() -> None:
    """Levels within a level stand in the same lane and name their parent."""
    cluster = source("monzo")["clusters"][0]
    levels = [
        one
        for level in cluster["levels"]
        for one in (
            a_level(level),
            *({**a_level(level), "id": f"{level['id']}{sub}", "parent": level["id"]} for sub in "ABC"),
        )
    ]

    framework = taken(cluster, [], levels=levels)

    assert [level.parent for level in framework.levels[:4]] == [None, "1", "1", "1"]


@pytest.mark.parametrize("number", range(3))
def test_behaviours_with_ids_proficiency_and_examples_are_held(number: int) -> None:
    """Behaviours with ids and examples of their own, and a proficiency a level, over shared lanes."""
    cluster = source("ft")["clusters"][number]
    skills = [
        a_skill(skill, levels={level: a_cell(skill, cell) for level, cell in by_level(skill).items()})
        for skill in cluster["competencies"]
    ]

    framework = taken(cluster, skills, status="legacy" if "Legacy" in cluster["name"] else None)

    given = [one for skill in cluster["competencies"] for one in skill["behaviours"]]
    held = {one.id: one for skill in framework.competencies for one in skill.behaviours}
    assert held.keys() == {one["uid"] for one in given if "uid" in one}
    assert sum((one.example or "").count("\n") + bool(one.example) for one in held.values()) == sum(
        "parent" in one for one in given
    )
    assert {stage.title for skill in framework.competencies for stage in skill.stages} == {
        one["proficiency"] for one in given if "proficiency" in one
    }


def a_cell(skill: Plain, cell: list[Plain]) -> Plain:
    own = [one for one in cell if one["kind"] == "behaviour"]
    examples = {
        one["uid"]: "\n".join(
            other["text"] for other in skill["behaviours"] if other.get("parent") == one["uid"]
        )
        for one in own
    }
    behaviours = [
        {"id": one["uid"], "text": one["text"], "example": examples[one["uid"]] or None} for one in own
    ]
    return {"title": own[0]["proficiency"], "behaviours": behaviours}


def test_lanes_that_fork_from_shared_levels_are_climbed() -> None:
    """From the last shared level the ways lead into each lane, and each asks only its own lane's words."""
    cluster = source("ft")["clusters"][0]
    skills = [
        a_skill(skill, levels={level: a_cell(skill, cell) for level, cell in by_level(skill).items()})
        for skill in cluster["competencies"]
    ]

    framework = taken(cluster, skills)

    assert [level.id for level in next_levels(framework, "senior-1")] == ["senior-2-ic", "senior-2-pm"]
    depth, people = expectations(framework, "principal-ic"), expectations(framework, "principal-pm")
    assert depth & people == expectations(framework, "senior-1")
    assert depth != people
