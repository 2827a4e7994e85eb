"""The sheet as people fill it: names in place of ids, other headings, holes."""

from __future__ import annotations

import pytest

from tests.frameworks.importers.bringing import brought, refused, said

FILLED = """framework,lane,level,rank,par,skill,dimension,stage,kind,text,example,trigger
Sales,IC,Junior,1,,Discovery,influence,,,Asks three questions before a demo,Asked about the month-end,
Sales,IC,Senior,2,,Discovery,influence,,,Plans a discovery with the customer,,
Sales,Managers,Lead,1,Senior,Coaching,,,,Sits in on a call each week,,
Sales,IC,Senior,,,Discovery,,,milestone,Won a deal that another team had lost,,cross functional
"""


def test_names_are_enough() -> None:
    """Whoever fills a sheet needs no ids: names make levels, lanes and skills, each once."""
    found = brought(FILLED).one

    assert (found.id, found.title) == ("sales", "Sales")
    assert [(one.id, one.lane, one.rank, one.par) for one in found.levels] == [
        ("junior", "ic", 1, None),
        ("senior", "ic", 2, None),
        ("lead", "managers", 1, "senior"),
    ]
    assert {lane.id: lane.kind for lane in found.lanes} == {"ic": "ic", "managers": "manager"}
    assert found.competency("sales/discovery").dimension == "influence"
    assert found.competency("sales/discovery").behaviours[0].example == "Asked about the month-end"
    (milestone,) = found.milestones
    assert (milestone.trigger, milestone.level, milestone.competencies) == (
        "cross_functional",
        "senior",
        ("sales/discovery",),
    )


def test_other_names_for_columns_are_known_and_said() -> None:
    """Competency and grade are what they mean, a column of notes is left out, and both are said."""
    found = brought("Track;Grade;Competency;Behaviour;Notes\nIC;Junior;Discovery;Asks;x\n")

    assert said(found.one, "discovery") == {"junior": ["Asks"]}
    assert len(found.remarks("column_name")) == 4
    assert found.remarks("column_left_out")


def test_stages_may_have_numbers_or_names() -> None:
    """A stage is a number, or a name in the order of the rows; a level beside it expects it."""
    numbered = brought("skill,stage,level,text\nD,1,Junior,Ships\nD,3,Senior,Plans\n").one
    named = brought("skill,stage,text\nD,Beginner,Ships\nD,Expert,Plans\nD,Beginner,Asks\n").one

    assert said(numbered, "d") == {"1": ["Ships"], "2": [], "3": ["Plans"]}
    assert {level.id: dict(level.expects) for level in numbered.levels} == {
        "junior": {f"{numbered.id}/d": 1},
        "senior": {f"{numbered.id}/d": 3},
    }
    assert [(one.title, len(one.behaviours)) for one in named.competencies[0].stages] == [
        ("Beginner", 2),
        ("Expert", 1),
    ]


def test_without_levels_it_is_one_sheet() -> None:
    """Skills with sentences alone are one sheet for everybody, and that is said."""
    found = brought("skill,text\nDelivery,Ships\nDelivery,Plans\n")

    assert found.one.is_one_sheet
    assert said(found.one, "delivery") == {"1": ["Ships", "Plans"]}
    assert found.remarks("one_sheet")


def test_points_scope_and_status_have_kinds() -> None:
    """What is no sentence of a skill stands in rows of its own kind."""
    text = (
        "framework,level,skill,stage,kind,text\nA,L1,,,scope,Delivers tasks\nA,L1,,,points,5\n"
        "A,L2,,,status,draft\n"
        "A,,,2,points,3\nA,,,1,points,1\nA,,Delivery,1,,Ships\nA,,Delivery,,about,Turns needs into use\n"
    )

    found = brought(text).one

    assert [(one.scope, one.min_points, one.status) for one in found.levels] == [
        ("Delivers tasks", 5, None),
        ("", None, "draft"),
    ]
    assert found.stage_points == (1, 3)
    assert found.competencies[0].about == "Turns needs into use"


def test_several_frameworks_in_one_sheet() -> None:
    """Each name under framework is a file; an empty cell goes on with the one above."""
    found = brought("framework,skill,text\nA,Delivery,Ships\n,Delivery,Plans\nB,Care,Asks\n")

    assert list(found.frameworks) == ["a", "b"]
    assert said(found.frameworks["a"], "delivery") == {"1": ["Ships", "Plans"]}


def test_a_list_in_one_cell_is_several_sentences() -> None:
    """Lines with marks are sentences; lines without are one sentence that was broken."""
    found = brought('skill,text\nDelivery,"- Ships\n- Plans"\nCare,"Asks before\nit is late"\n').one

    assert said(found, "delivery") == {"1": ["Ships", "Plans"]}
    assert said(found, "care") == {"1": ["Asks before it is late"]}


HEAD = "framework,lane,level,rank,par,skill,dimension,stage,kind,text,example\n"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (HEAD + "A,,,,,,,,,Ships,\n", 2, "lacks"),
        (HEAD + "A,,L1,one,,D,,,,Ships,\n", 2, "number"),
        (HEAD + "A,,,,,D,,0,,Ships,\n", 2, "stage"),
        (HEAD + "A,,,,,D,charm,,,Ships,\n", 2, "choice"),
        (HEAD + "A,,,,,D,,,behavour,Ships,\n", 2, "kind"),
        (HEAD + "A,,L1,1,,D,,,,Ships,\nA,,L1,2,,D,,,,Plans,\n", 3, "differs"),
        (HEAD + "A,,L1,,,D,,,,Ships,\nA,,,,,D,,2,,Plans,\n", 3, "mixed_stage"),
        (HEAD + "A,,,,,D,,2,,Ships,\nA,,,,,D,,,,Plans,\n", 3, "mixed_whole"),
        (HEAD + "A,x,L1,,L9,D,,,,Ships,\n", 2, "level_unknown"),
        (HEAD + "A,,L1,,,E,,1,expects,,\nA,,,,,D,,1,,Ships,\n", 2, "skill_unknown"),
        (HEAD + "A,x,L1,,,D,,,,a,\nA,y,L1,,,D,,,,b,\nA,,L1,,,D,,,,c,\n", 4, "level_in_lanes"),
        (HEAD + "A,,,,,D,,,,Ships,an example,and more\n", 2, "cells"),
        (HEAD + "A,,,,,D,,,,,an example\n", 2, "lacks"),
        ("skill,text,exmaple\nD,Ships,a\n", 1, "column_misspelled"),
        ("framework,text\nA,Ships\n", 1, "columns_missing"),
        ("skill,text,text\nD,Ships,a\n", 1, "column_twice"),
    ],
)
def test_faults_stand_at_their_line(text: str, line: int, key: str) -> None:
    """What is wrong in a row is told at the line of the row."""
    assert refused(text) == (line, key)
