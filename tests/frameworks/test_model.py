import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.model import (
    Behaviour,
    Competency,
    Level,
    Stage,
    behaviour_id,
    behaviours_beyond,
    expectations,
    next_levels,
    observable,
    stage_of,
    stages_of,
)
from tests.frameworks.builders import a_file, a_framework, a_level, a_skill, framework_of, ref

DELIVERY = a_skill("delivery", "Ships a change", "Plans a quarter", "Leads a programme")


def ids(levels: tuple[Level, ...]) -> list[str]:
    return [level.id for level in levels]


def test_a_level_asks_all_stages_up_to_the_one_it_expects() -> None:
    """A level asks the behaviours at and below the stage that it expects of each competency."""
    framework = a_framework(DELIVERY, a_level("e2", expects={"delivery": 2}))

    assert expectations(framework, "e2") == {ref("delivery", "ships"), ref("delivery", "plans")}


def test_nothing_is_asked_of_a_skill_that_a_level_does_not_name() -> None:
    """A competency that a level does not expect asks nothing there."""
    framework = a_framework(DELIVERY, a_level("e1"))

    assert expectations(framework, "e1") == frozenset()


def test_illustrations_are_asked_of_nobody() -> None:
    """An example or a summary explains a stage; no level asks it and nobody is held to it."""
    shown = Behaviour(id="shown", text="Moved a button", kind="example")
    skill = Competency(
        key="sample/web", id="web", title="Web", stages=(Stage(number=1, behaviours=(shown,)),)
    )
    framework = a_framework(skill, a_level("e1", expects={"web": 1}))

    assert expectations(framework, "e1") == frozenset() == observable(framework)


def test_without_levels_nothing_is_asked_and_the_whole_sheet_is_ahead() -> None:
    """A framework without levels asks nothing yet; its target is everything it says."""
    sheet = a_framework(a_skill("delivery", ("Ships a change", "Plans a quarter")))

    assert expectations(sheet, None) == frozenset()
    assert behaviours_beyond(sheet, None, None) == {
        "sample/delivery": (ref("delivery", "ships"), ref("delivery", "plans"))
    }
    assert next_levels(sheet, None) == ()
    assert sheet.is_one_sheet


def test_what_lies_beyond_is_what_the_target_asks_and_the_current_level_does_not() -> None:
    """Beyond a level lie the target's behaviours that it does not ask itself, skill by skill."""
    framework = a_framework(
        DELIVERY,
        a_skill("writing", "Notes decisions"),
        a_level("e1", 1, expects={"delivery": 1, "writing": 1}),
        a_level("e3", 2, expects={"delivery": 3, "writing": 1}),
    )

    assert behaviours_beyond(framework, "e1", "e3") == {
        "sample/delivery": (ref("delivery", "plans"), ref("delivery", "leads"))
    }


def test_the_way_up_is_the_next_rank_of_the_lane_then_the_level_at_par() -> None:
    """From a level one may go to the next rank of its lane, and sideways to levels at par with it."""
    framework = a_framework(
        a_level("e1", 1), a_level("e2", 2), a_level("e3", 3), a_level("m1", 1, "manager", par="e2")
    )

    assert ids(next_levels(framework, "e2")) == ["e3", "m1"]
    assert ids(next_levels(framework, "m1")) == ["e2"]
    assert ids(next_levels(framework, "e3")) == []


def test_levels_that_name_the_same_par_are_at_par_with_each_other() -> None:
    """Where two lanes name the levels of a third, one may go sideways between any two of the three."""
    framework = a_framework(
        a_level("p3"), a_level("d3", lane="design", par="p3"), a_level("m1", lane="manager", par="p3")
    )

    ways = {level.id: ids(next_levels(framework, level.id)) for level in framework.levels}
    assert ways == {"p3": ["d3", "m1"], "d3": ["p3", "m1"], "m1": ["p3", "d3"]}


def test_a_shared_lane_leads_into_every_lane_above_it() -> None:
    """The last level of a shared lane is followed by the first of each lane that rises from it."""
    framework = a_framework(
        a_level("junior", 1, "shared"),
        a_level("engineer", 2, "shared"),
        a_level("senior", 3),
        a_level("lead", 3, "manager"),
    )

    assert ids(next_levels(framework, "junior")) == ["engineer"]
    assert ids(next_levels(framework, "engineer")) == ["senior", "lead"]


def test_drafts_and_legacy_levels_are_never_offered() -> None:
    """A level with a status is passed over on the way up."""
    framework = a_framework(a_level("e1", 1), a_level("e2", 2, status="draft"), a_level("e3", 3))

    assert ids(next_levels(framework, "e1")) == ["e3"]


BY_LEVEL = """
competencies:
  - id: people
    title: People
    levels:
      junior: [{id: asks, text: Asks for help}]
      senior: [{id: guides, text: Guides a newcomer}]
      lead: [{id: hires, text: Hires a person}]
  - id: code
    title: Code
    levels:
      junior: [{id: writes, text: Writes a module}]
      senior: [{id: designs, text: Designs a system}]
"""
TRUNK = """
lanes:
  trunk: {title: Everyone, kind: shared}
  ic: {title: Depth, kind: ic}
  manager: {title: Leading people, kind: manager}
"""
FORK = """
levels:
  - {id: junior, lane: trunk, title: Junior}
  - {id: senior, lane: ic, title: Senior}
  - {id: lead, lane: manager, title: Lead, par: senior}
"""


def test_a_skill_by_level_asks_what_it_says_for_the_lane_and_its_trunk() -> None:
    """A competency described by level asks what it says for lower levels of the lane and of shared lanes."""
    framework = framework_of(a_file(lanes=TRUNK, levels=FORK, skills=BY_LEVEL))

    people = {one.behaviour for one in expectations(framework, "lead") if one.competency == "sample/people"}
    assert people == {"asks", "hires"}


def test_a_skill_by_level_that_is_silent_on_a_lane_asks_as_at_par() -> None:
    """Where a competency described by level says nothing for a lane, the level at par speaks for it."""
    framework = framework_of(a_file(lanes=TRUNK, levels=FORK, skills=BY_LEVEL))

    code = {one.behaviour for one in expectations(framework, "lead") if one.competency == "sample/code"}
    assert code == {"writes", "designs"}


def test_a_behaviour_stands_at_the_first_of_its_stages() -> None:
    """A behaviour repeated at several stages is one behaviour, counted at the lowest of them."""
    framework = a_framework(a_skill("delivery", "Ships a change", ("Ships a change", "Plans a quarter")))

    assert stages_of(framework, ref("delivery", "ships")) == (1, 2)
    assert stage_of(framework, ref("delivery", "ships")) == 1
    with pytest.raises(KeyError):
        stage_of(framework, ref("delivery", "sings"))


def test_a_repeated_behaviour_is_listed_once_where_it_first_stands() -> None:
    """The behaviours of a competency are each listed once, in the order of their first stage."""
    skill = a_skill("delivery", ("Ships a change", "Plans a quarter"), ("Leads", "Ships a change"))

    assert [one.id for one in skill.behaviours] == ["ships", "plans", "leads"]


@given(
    st.lists(st.integers(0, 3), min_size=2, max_size=2), st.lists(st.integers(0, 3), min_size=2, max_size=2)
)
def test_what_is_asked_and_what_lies_beyond_make_up_the_target(current: list[int], target: list[int]) -> None:
    """What a target asks is what the current level asks of it already, and what lies beyond."""
    skills = (DELIVERY, a_skill("writing", "Notes", ("Edits", "Notes"), "Teaches"))
    levels = (
        a_level(name, rank, expects={"delivery": stages[0], "writing": stages[1]})
        for rank, (name, stages) in enumerate((("now", current), ("then", target)), 1)
    )
    framework = a_framework(*skills, *levels)

    beyond = {one for refs in behaviours_beyond(framework, "now", "then").values() for one in refs}

    assert beyond.isdisjoint(expectations(framework, "now"))
    assert beyond | (expectations(framework, "now") & expectations(framework, "then")) == expectations(
        framework, "then"
    )


def test_a_look_up_finds_or_raises_and_its_twin_finds_or_is_none() -> None:
    """Each look-up raises KeyError where its `find_` twin gives None."""
    framework = a_framework(DELIVERY, a_level("e1"))

    assert framework.level("e1").id == "e1"
    assert framework.behaviour(ref("delivery", "ships")).text == "Ships a change"
    assert framework.find_competency("sample/singing") is None
    assert framework.find_behaviour(ref("singing", "hums")) is None
    for look_up in (framework.level, framework.lane, framework.competency, framework.milestone):
        with pytest.raises(KeyError):
            look_up("nowhere")


@pytest.mark.parametrize("other", ["ships  a Change", "Ships a change.", " SHIPS A CHANGE"])
def test_an_id_made_from_words_outlives_spacing_case_and_the_closing_stop(other: str) -> None:
    """The id of a behaviour that gives none depends on its words alone."""
    assert behaviour_id(other) == behaviour_id("Ships a change")
    assert behaviour_id("Ships a change") != behaviour_id("Ships the change")
