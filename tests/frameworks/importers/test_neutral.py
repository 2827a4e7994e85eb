"""Published frameworks in the neutral JSON: nothing of them is lost on the way into our files."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from frameworks.importers.sizes import sizes_of
from frameworks.model import Behaviour, Framework
from tests.frameworks.importers.bringing import Brought, brought, refused, said

FOLDER = (
    Path(__file__).resolve().parents[3] / os.environ.get("TRELLIS_TEST_DATA", "../shared/data") / "frameworks"
)
real = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the real frameworks are not at {FOLDER}")
NAMES = ("snowflake", "engineeringladders", "monzo", "ft")
Plain = dict[str, Any]


def source(name: str) -> Plain:
    """A framework as it is published."""
    document: Plain = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return document


def imported_real(name: str) -> Brought:
    """The same, imported."""
    return brought((FOLDER / f"{name}.json").read_bytes(), f"{name}.json")


def sentences(cluster: Plain) -> list[Plain]:
    """All sentences of a cluster at the source."""
    return [one for skill in cluster["competencies"] for one in skill["behaviours"]]


@real
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_in_number(name: str) -> None:
    """Clusters, skills, levels, sentences and examples are as many as at the source, repeats apart."""
    found = imported_real(name)
    clusters = source(name)["clusters"]
    twice = len(found.remarks("repeated"))

    assert list(found.frameworks) == [cluster["id"] for cluster in clusters]
    sizes = [sizes_of(document) for document in found.found.documents]
    for size, cluster in zip(sizes, clusters, strict=True):
        assert size.skills == len(cluster["competencies"])
        assert size.levels == len(cluster["levels"])
    kinds = Counter(one["kind"] for cluster in clusters for one in sentences(cluster))
    assert sum(size.examples for size in sizes) == kinds["example"]
    assert sum(size.behaviours for size in sizes) + twice == kinds.total() - kinds["example"]
    assert twice == (2 if name == "monzo" else 0)


@real
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_stands_where_it_stood(name: str) -> None:
    """Each sentence is found again in its cluster, skill and level, as a sentence or as an example of one."""
    found = imported_real(name)

    for cluster in source(name)["clusters"]:
        framework = found.frameworks[cluster["id"]]
        for skill in cluster["competencies"]:
            for one in skill["behaviours"]:
                held = texts_at(framework, skill["id"], str(one["level"]))
                assert " ".join(one["text"].split()).casefold().rstrip(" .") in held


def texts_at(framework: Framework, skill: str, place: str) -> set[str]:
    """All that is said at one level or stage of a skill."""
    stages = framework.competency(f"{framework.id}/{skill}").stages
    here = [one for stage in stages if place in {stage.level, str(stage.number)} for one in stage.behaviours]
    return {text.casefold().rstrip(" .") for one in here for text in texts_of(one)}


def texts_of(one: Behaviour) -> list[str]:
    """A sentence and its examples."""
    return [one.text, *(one.example or "").splitlines()]


FOLLOWED = """
snowflake engineering mobile 1 Adds simple actions that call server endpoints
snowflake engineering servers 2 Determines data needs from product requirements
snowflake engineering foundations 5 Invented a novel ML technique that advanced the state of the art
snowflake engineering project-management 5 Manages major company pushes delivered by multiple teams
snowflake engineering wellbeing 2 Proposes solutions when teams get bogged down or lose momentum
engineeringladders developer technology D1 Adopts: actively learns and adopts the technology
engineeringladders developer technology D2 Adopts: actively learns and adopts the technology
engineeringladders developer technology D5 Masters: has very deep knowledge
engineeringladders developer technology D4 Evangelizes: researches, creates proofs of concept
monzo engineering-backend communication 1 Seeks guidance from other engineers, rather than answers
monzo engineering-backend communication 2 Accepts feedback graciously
monzo engineering-backend communication 3 Transparent about mistakes they've made, early
monzo engineering-backend impact 4 Solves ambiguous problems
monzo customer-operations knowledgeandimpact 1 Working towards probation targets (outlined below)
monzo customer-operations knowledgeandimpact 1 Criteria for sublevel C
ft engineering planning-organising engineer Accurately plans and estimates tasks
ft engineering planning-organising senior-2-pm Oversees the team's time management and coordination
ft operations technical engineer Perform the technical processes for operations
ft operations technical senior-1 Develop processes for others to follow
ft operations technical senior-2 Defines and updates wide-ranging processes
"""


@real
@pytest.mark.parametrize("followed", FOLLOWED.strip().splitlines())
def test_sentences_followed_by_hand(followed: str) -> None:
    """Twenty sentences, read at the source and looked up in the files that were written."""
    name, cluster, skill, place, text = followed.split(" ", 4)

    framework = imported_real(name).frameworks[cluster]

    stages = framework.competency(f"{cluster}/{skill}").stages
    (stage,) = (one for one in stages if place in {one.level, str(one.number)})
    assert any(said.startswith(text) for one in stage.behaviours for said in texts_of(one))


@real
def test_points_categories_and_dimensions() -> None:
    """What a stage is worth and what a level takes are kept, and a category says what a skill grows."""
    framework = imported_real("snowflake").one

    assert framework.stage_points == (1, 3, 6, 12, 20)
    assert framework.level("5.3").min_points == 135
    assert {one.category: one.dimension for one in framework.competencies} == {
        "Building": "capabilities",
        "Executing": "capabilities",
        "Supporting": "influence",
        "Strengthening": "influence",
    }


@real
def test_examples_stand_with_what_they_are_of() -> None:
    """By their parent where the source names it, else with the criterion that they follow."""
    backend = imported_real("monzo").frameworks["engineering-backend"]
    operations = imported_real("ft").frameworks["operations"]

    reviews = [
        one for one in backend.competency("engineering-backend/communication").behaviours if one.example
    ]
    support = operations.competency("operations/technical").stages[0].behaviours[0]
    assert reviews[0].text.startswith("Provides helpful and actionable feedback in code reviews")
    assert (support.example or "").startswith("Supports the FT's systems consistently")


@real
def test_lanes_fork_from_shared_levels() -> None:
    """Lanes keep their kinds, an old version its status, and a proficiency is the title of a stage."""
    found = imported_real("ft").frameworks

    assert {lane.id: lane.kind for lane in found["engineering"].lanes} == {
        "ic": "ic",
        "manager": "manager",
        "shared": "shared",
    }
    assert found["engineering-v1"].status == "legacy"
    assert found["engineering"].competencies[0].stages[0].title == "Awareness"


def a_cluster(**more: Any) -> str:
    """A small cluster as JSON."""
    skill = {
        "id": "d",
        "name": "Delivery",
        "behaviours": [{"level": "1", "text": "Ships", "kind": "behaviour"}],
    }
    cluster = {
        "id": "a",
        "name": "A",
        "lanes": [],
        "levels": [{"id": "1", "name": "One"}],
        "competencies": [skill],
    }
    return json.dumps({"clusters": [{**cluster, **more}]}, indent=1)


def test_two_skills_with_one_id_stay_two() -> None:
    """The second one gets an id of its own, and that is said."""
    skills = [
        {"id": "d", "name": name, "behaviours": [{"level": "1", "text": name}]} for name in ("Do", "Dare")
    ]

    found = brought(a_cluster(competencies=skills), "a.json")

    assert [(one.id, one.title) for one in found.one.competencies] == [("d", "Do"), ("d-2", "Dare")]
    assert len(found.remarks("same_name")) == 1


def test_what_has_no_place_is_named() -> None:
    """A key that a framework file cannot hold is said, and the rest is taken over."""
    found = brought(a_cluster(colour="green"), "a.json")

    assert found.remarks("left_out")[0].values == {"names": ("clusters.colour",)}
    assert said(found.one, "d") == {"1": ["Ships"]}


def test_ids_and_levels_that_do_not_fit() -> None:
    """A shared id is kept for one sentence, a level that is not listed is added, and both are said."""
    said_twice = [{"level": "1", "text": text, "uid": "x"} for text in ("Ships", "Plans")]
    behaviours = [*said_twice, {"level": "9", "text": "Leads"}, {"level": "1", "text": "TBD", "uid": "y"}]

    found = brought(a_cluster(competencies=[{"id": "d", "name": "D", "behaviours": behaviours}]), "a.json")

    assert said(found.one, "d") == {"1": ["Ships", "Plans"], "9": ["Leads"]}
    assert [one.key for one in found.found.remarks if one.weight == "look"] == [
        "level_added",
        "id_taken",
        "placeholder",
    ]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('{"clusters": [\n {"id": "a",}\n]}', 2, "not_json"),
        ("[1, 2]", 1, "json_clusters"),
        ('{"clusters": []}', 1, "json_clusters"),
        ('{"clusters": {"id": "a"}}', 1, "json_clusters"),
        ('{"clusters": [\n{"id": "a", "competencies": 7}]}', 2, "json_shape"),
        ('{"clusters": ["a"]}', 1, "json_shape"),
        ('{"clusters": [{"id": ["a"]}]}', 1, "json_shape"),
        ("[" * 100_000, 1, "json_deep"),
    ],
)
def test_broken_json_is_refused_at_its_line(text: str, line: int, key: str) -> None:
    """What is no JSON, or is another one, is an error with its line."""
    assert refused(text, "a.json") == (line, key)
