from __future__ import annotations

from pathlib import Path

import pytest

from frameworks.lint import lint
from frameworks.load import load_folder
from frameworks.vague import vagueness
from tests.frameworks.builders import HEAD, LANES, LEVELS, a_file, line_marked, loaded

SIX = "behaviours: [Ships a, Ships b, Ships c, Ships d, Ships e, Ships f]"
WHOLE = f"""
competencies:
  - {{id: delivery, title: Delivery, dimension: capabilities, stages: [{{{SIX}}}, {{}}]}}
  - {{id: people, title: People, dimension: influence, {SIX}}}
  - {{id: trade, title: Trade, dimension: experience, {SIX}}}
"""


def warned(text: str) -> list[tuple[int, str]]:
    """Line and words of each warning."""
    found = loaded(text)
    assert found.framework is not None, found.findings
    warnings = lint(found)
    assert not any(one.is_error for one in warnings)
    return [(one.line, one.what) for one in warnings]


def test_a_sound_framework_has_no_warning() -> None:
    """A file with pars, scopes, all dimensions and enough behaviours passes without a word."""
    assert warned(a_file(skills=WHOLE)) == []


def test_a_file_with_errors_is_not_judged() -> None:
    """Lint says nothing of a file that is no framework."""
    assert lint(loaded("title: [")) == ()


def test_a_manager_level_without_a_par_is_told() -> None:
    """A manager level that names no level at par is warned of at its line."""
    text = a_file(skills=WHOLE, levels=LEVELS.replace("par: e2, ", "").rstrip() + "  # <-\n")

    assert warned(text) == [(line_marked(text), "Manager level m1 names no level at par")]


@pytest.mark.parametrize("par", ["e1", "e2"])
def test_pars_that_do_not_rise_are_told(par: str) -> None:
    """A manager level whose par is not above that of the level below it is warned of."""
    line = f"  - {{id: m2, lane: manager, title: Head, scope: Leads leads, par: {par}, points: 1}}  # <-\n"
    text = a_file(skills=WHOLE, levels=LEVELS + line)

    assert warned(text) == [(line_marked(text), f"Level m2 is at par with {par}, m1 below it with e2")]


@pytest.mark.parametrize("scope", ["Owns a system", "owns a  system", "Owns a system well"])
def test_levels_that_cannot_be_told_apart_are_told(scope: str) -> None:
    """Two levels of a lane that expect the same, with much the same scope, are warned of."""
    line = f"  - {{id: e3, lane: ic, title: Lead, scope: {scope}, expects: {{delivery: 2}}}} # <-\n"
    text = a_file(skills=WHOLE, levels=LEVELS + line)

    assert warned(text) == [
        (line_marked(text), "Levels e2 and e3 expect the same and their scopes say much the same")
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "lane: ic, scope: Owns a system, expects: {people: 1}",
        "lane: ic, scope: Sets direction for three teams, expects: {delivery: 2}",
        "lane: ic, scope: Owns a system, points: 9, expects: {delivery: 2}",
        "lane: other, scope: Owns a system, expects: {delivery: 2}",
    ],
)
def test_one_difference_is_enough_to_tell_levels_apart(keys: str) -> None:
    """Levels that differ in what they expect, in scope, in points or in lane are fine."""
    lanes = f"{LANES}  other: {{title: Other, kind: ic}}\n"

    assert (
        warned(a_file(lanes=lanes, skills=WHOLE, levels=f"{LEVELS}  - {{id: e3, title: Lead, {keys}}}\n"))
        == []
    )


def test_a_dimension_left_out_is_told() -> None:
    """A dimension that no competency grows is warned of at the head of the file."""
    text = a_file(skills=WHOLE.replace("experience", "influence"))

    assert warned(text) == [(2, "No competency grows `experience`")]


def test_a_skill_with_few_behaviours_is_told_in_a_framework_of_levels() -> None:
    """Fewer than six behaviours on a skill are warned of, illustrations not counted."""
    five = SIX.replace("Ships f", "{text: Shipped f, kind: example}")
    text = a_file(skills=f"{WHOLE}  - {{id: care, title: Care, {five}}}  # <-\n")

    assert warned(text) == [(line_marked(text), "Competency care has 5 behaviours")]


def test_a_sheet_without_levels_may_be_short() -> None:
    """A framework without levels may have few behaviours on a skill."""
    assert warned(a_file(levels="", lanes="", skills=WHOLE.replace(", Ships f", ""))) == []


def test_a_vague_behaviour_is_told_where_it_stands() -> None:
    """A sentence that nobody could observe is warned of at its line."""
    vague = "{behaviours: [\n      Is a great engineer,  # <-\n      Plans a quarter]}"
    text = a_file(skills=WHOLE.replace("{}", vague))

    assert warned(text) == [
        (
            line_marked(text),
            "“Is a great engineer” is hard to observe: `is` names a state, which nobody can see",
        )
    ]


def test_what_another_file_says_is_judged_there(tmp_path: Path) -> None:
    """Sentences and skills taken through `extends` raise no warning in the file that takes them."""
    vague = "  - {id: care, title: Care, behaviours: [Is kind]}\n  - {id: code, title: Code}\n"
    head = 'framework: sample\nversion: "1"\ntitle: Sample\nextends: common\n'
    added = f"competencies: [{{id: care, {SIX}}}]\n"
    levels = LEVELS.replace("{delivery: 1}", "{care: 1}").replace("{delivery: 2}", "{}")
    files = {
        "common": HEAD.replace("sample", "common") + WHOLE + vague,
        "sample": head + LANES + levels + added,
    }
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    common, sample = load_folder(tmp_path)

    assert ["Is kind" in one.what for one in lint(common)] == [True]
    assert lint(sample) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ships a change and tells those it affects",
        "When a release fails, leads the rollback",
        "Regularly reviews the work of others",
        "You run research from planning to delivery",
        "Without being asked, writes down what was decided",
    ],
)
def test_a_deed_is_not_vague(text: str) -> None:
    """A sentence that begins with what somebody does is fine, whatever leads up to it."""
    assert vagueness(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Is a team player", "`team player`"),
        ("Passionate about quality", "`passionate`"),
        ("Understands the architecture", "`understands`"),
        ("Can explain a design", "`can`"),
        ("Strong communication skills", "does not begin"),
        ("Ownership", "does not begin"),
        ("2026", "does not begin"),
    ],
)
def test_a_trait_or_state_or_noun_is_vague(text: str, why: str) -> None:
    """Words of character, states of mind and sentences without a deed are vague."""
    assert why in str(vagueness(text))
