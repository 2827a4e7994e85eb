from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.compare import Change, compare
from frameworks.model import Framework, Milestone
from tests.frameworks.builders import a_file, a_framework, a_level, a_skill, framework_of, ref
from tests.frameworks.malformed import GOOD, written

DEEDS = ["Ships a change", "Plans a quarter", "Leads a programme", "Asks before building", "Writes tests"]


def ways(old: Framework, new: Framework) -> list[tuple[str, str, str]]:
    return [(one.subject, one.way, one.id) for one in compare(old, new).changes]


def test_nothing_changed_is_nothing_to_say() -> None:
    """A framework compared with itself has no change, no orphan, and maps each behaviour to itself."""
    framework = framework_of(written(GOOD))

    same = compare(framework, framework)

    assert (same.changes, same.orphaned) == ((), ())
    assert all(match.old == match.new and match.likeness == 1 for match in same.matches)


def test_a_new_wording_under_the_same_id_is_reworded() -> None:
    """A behaviour that keeps its id keeps its evidence, and the change of words is told."""
    old = a_framework(a_skill("delivery", "Ships a change"))
    new = a_framework(a_skill("delivery", "Ships whatever is asked"))

    found = compare(old, new)

    assert found.changes == (
        Change(
            subject="behaviour",
            way="reworded",
            id="ships",
            competency="sample/delivery",
            before="Ships a change",
            after="Ships whatever is asked",
        ),
    )
    assert found.mapping == {ref("delivery", "ships"): ref("delivery", "ships")}
    assert found.matches[0].is_same_id


def test_a_behaviour_named_by_its_words_is_found_again_by_likeness() -> None:
    """A behaviour without an id of its own is matched with the sentence most like it."""
    skills = a_file().partition("competencies")[0] + (
        "competencies:\n  - {id: delivery, title: Delivery, stages: [{behaviours: [%s]}, {}]}\n"
    )
    old = framework_of(skills % "Reviews an incident and publishes what changed, Ships a change")
    new = framework_of(skills % "Ships a change, Runs the review of an incident and publishes what changed")

    found = compare(old, new)

    assert found.orphaned == ()
    assert [match.is_same_id for match in found.matches] == [True, False]
    assert [change.way for change in found.changes] == ["reworded"]


def test_what_has_no_like_is_orphaned() -> None:
    """A behaviour whose like is not in the new version is removed, and its evidence orphaned."""
    old = a_framework(a_skill("delivery", ("Ships a change", "Plans a quarter")))
    new = a_framework(a_skill("delivery", ("Ships a change", "Draws a map")))

    assert ways(old, new) == [("behaviour", "added", "draws"), ("behaviour", "removed", "plans")]
    assert compare(old, new).orphaned == (ref("delivery", "plans"),)


def test_another_stage_is_a_move() -> None:
    """A behaviour that stands at another stage has moved, and says from where to where."""
    old = a_framework(a_skill("delivery", ("Ships a change", "Plans a quarter")))
    new = a_framework(a_skill("delivery", "Ships a change", "Plans a quarter"))

    (change,) = compare(old, new).changes

    assert (change.way, change.id) == ("moved", "plans")
    assert (change.before, change.after) == ("sample/delivery, stage 1", "sample/delivery, stage 2")


def test_a_behaviour_may_move_to_another_skill() -> None:
    """A sentence that comes again under another competency is the same behaviour, moved."""
    old = a_framework(
        a_skill("delivery", ("Ships a change", "Writes tests")), a_skill("quality", "Names faults")
    )
    new = a_framework(
        a_skill("delivery", "Ships a change"), a_skill("quality", ("Names faults", "Writes tests"))
    )

    assert compare(old, new).mapping[ref("delivery", "writes")] == ref("quality", "writes")
    assert ways(old, new) == [("behaviour", "moved", "writes")]


def test_a_new_example_is_no_new_wording() -> None:
    """A changed example is told apart from changed words."""
    text = a_file()
    new = text.replace("text: Ships a change", "text: Ships a change, example: Moved a job")

    assert ways(framework_of(text), framework_of(new)) == [("behaviour", "example", "ships")]


def test_a_skill_taken_into_a_shared_file_keeps_its_evidence() -> None:
    """A competency whose key changed is found again by id or name, and so are its behaviours."""
    old = a_framework(a_skill("delivery", "Ships a change"))
    shared = replace(a_skill("delivering", "Ships a change", title="Delivery"), key="shared/delivering")

    found = compare(old, a_framework(shared))

    assert found.orphaned == ()
    assert [(one.subject, one.way) for one in found.changes] == [
        ("competency", "moved"),
        ("behaviour", "moved"),
    ]


def test_levels_say_what_they_now_expect() -> None:
    """A level's title, place and expectations are told apart; only what differs is named."""
    skills = [a_skill("delivery", "Ships", "Plans"), a_skill("writing", "Notes", "Edits")]
    old = a_framework(*skills, a_level("e1", expects={"delivery": 1, "writing": 1}), a_level("e2", 2))
    raised = a_level("e1", 2, expects={"delivery": 2, "writing": 1}, par="m1")
    new = a_framework(*skills, replace(raised, title="Engineer"), a_level("e3", 3))

    changes = compare(old, new).changes

    assert [(one.way, one.id, one.before, one.after) for one in changes] == [
        ("reworded", "e1", "e1: ", "Engineer: "),
        ("moved", "e1", "ic 1", "ic 2, at par with m1"),
        ("expects", "e1", "delivery 1", "delivery 2"),
        ("added", "e3", "", "e3: "),
        ("removed", "e2", "e2: ", ""),
    ]


def test_milestones_are_compared_by_id() -> None:
    """Milestones come, go, change words and move to other levels."""
    one = Milestone(id="led", level="e1", trigger="scope", text="Led a change")
    old = replace(a_framework(), milestones=(one, replace(one, id="gone")))
    new = replace(
        a_framework(), milestones=(replace(one, level="e2", text="Led two"), replace(one, id="new"))
    )

    assert ways(old, new) == [
        ("milestone", "reworded", "led"),
        ("milestone", "moved", "led"),
        ("milestone", "added", "new"),
        ("milestone", "removed", "gone"),
    ]


STAGES = st.lists(st.lists(st.sampled_from(DEEDS), unique=True), max_size=3)
VERSIONS = st.dictionaries(st.sampled_from(["delivery", "quality"]), STAGES).map(
    lambda skills: a_framework(
        *(a_skill(name, *map(tuple, stages)) for name, stages in skills.items()),
    )
)


@settings(max_examples=200, deadline=None)
@given(VERSIONS, VERSIONS)
def test_each_behaviour_is_matched_once_or_orphaned(old: Framework, new: Framework) -> None:
    """Every old behaviour is in one match or orphaned, and no new one is in two matches."""
    found = compare(old, new)

    accounted = [match.old for match in found.matches] + list(found.orphaned)
    before = {ref(skill.id, one.id) for skill in old.competencies for one in skill.behaviours}
    assert sorted(accounted) == sorted(before)
    assert len({match.new for match in found.matches}) == len(found.matches)
