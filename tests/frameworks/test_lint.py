"""Lint as a whole: what it judges, what a file may silence, and that it never fails or wavers."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given

from frameworks.content import digest
from frameworks.lint import RULES, lint
from frameworks.lint.words.measures import INTENSIFIERS, QUANTIFIERS
from frameworks.lint.words.traits import TRAITS
from frameworks.load import Loaded, load_folder, load_library
from frameworks.model import Framework
from tests.frameworks.any_framework import frameworks, places
from tests.frameworks.builders import line_marked, loaded
from tests.frameworks.sound import PLACE, SOUND, rules, saying

VAGUE = "Often ships a change"
JARGON = "Leverages a tool"


def with_vague(comment: str = "", head: str = "") -> str:
    """The sound file with a vague sentence, a comment beside it and keys at the top."""
    return head + SOUND.replace(f"text: {PLACE}}}", f"text: {VAGUE}}}{comment}")


def test_a_sound_framework_has_no_warning() -> None:
    """A file whose parts all hold passes without a word."""
    assert lint(loaded(SOUND)) == ()


def test_a_file_with_errors_is_not_judged() -> None:
    """Lint says nothing of a file that is no framework."""
    assert lint(loaded("title: [")) == ()


def test_a_finding_says_where_what_and_how() -> None:
    """A finding names the line of the text, quotes it, says what to write, and carries its rule."""
    text = SOUND.replace(
        f"- {{id: b1, text: {PLACE}}}", f"- id: b1\n            example: Yes\n            text: {VAGUE} # <-"
    ).replace("Yes", "Took it live")

    (finding,) = lint(loaded(text))

    assert (finding.line, finding.rule, finding.is_error) == (line_marked(text), "quantifier", False)
    assert finding.what == "“Often ships a change”: `often` leaves open how much or when"
    assert "every two weeks" in finding.how


def test_a_rule_can_be_silenced_for_a_file() -> None:
    """`lint: {allow: […]}` silences the named rules in the file, and no other."""
    assert rules(loaded(with_vague(head="lint: {allow: [quantifier]}"))) == []
    assert rules(loaded(with_vague(head="lint: {allow: [jargon]}"))) == ["quantifier"]


def test_words_can_be_known() -> None:
    """`lint: {words: […]}` makes words known to the file's readers, in any case."""
    known = loaded("lint: {words: [OKR, Leverages]}" + SOUND.replace(PLACE, f"{JARGON} for OKRs"))

    assert sorted(rules(loaded(SOUND.replace(PLACE, f"{JARGON} for OKRs")))) == ["abbreviation", "jargon"]
    assert rules(known) == []


@pytest.mark.parametrize("comment", ["  # lint: allow quantifier", "  #lint: allow trait, quantifier"])
def test_a_comment_silences_its_line(comment: str) -> None:
    """A comment on the line of a finding silences the rules that it names."""
    assert rules(loaded(with_vague(comment))) == []


def test_a_comment_of_its_own_silences_the_next_line() -> None:
    """A comment that stands alone speaks of the line below it, and of no other."""
    above = SOUND.replace("          - {id: b1", "          # lint: allow quantifier\n          - {id: b1")

    assert rules(loaded(above.replace(PLACE, VAGUE))) == []
    assert rules(loaded(above.replace("Closes an old part", "Often closes an old part"))) == ["quantifier"]


def test_what_is_silenced_is_no_part_of_the_framework() -> None:
    """Allowances change neither the content nor the digest of a framework."""
    plain, silenced = (
        loaded(with_vague()),
        loaded(with_vague("  # lint: allow trait", "lint: {words: [OKR]}")),
    )

    assert plain.framework is not None
    assert silenced.framework == plain.framework
    assert digest(silenced.framework) == digest(plain.framework)


@pytest.mark.parametrize(
    ("comment", "head"), [("  # lint: allow quantifer", ""), ("", "lint: {allow: [quantifer]}")]
)
def test_an_allowance_for_no_rule_is_told(comment: str, head: str) -> None:
    """An allowance that names no rule is told at its line, with the rule it may have meant."""
    found = {one.rule: one for one in lint(loaded(with_vague(comment, head)))}

    assert found.keys() == {"quantifier", "unknown-rule"}
    assert found["unknown-rule"].how == "Did you mean `quantifier`"


def test_a_wrong_allowance_is_an_error() -> None:
    """A key of another name, or no list, is an error of the file."""
    assert [one.line for one in loaded("lint: {alow: [trait]}" + SOUND).findings] == [1]
    assert [one.line for one in loaded("lint: {allow: trait}" + SOUND).findings] == [1]


def test_what_another_file_says_is_judged_there(tmp_path: Path) -> None:
    """Sentences and skills taken through `extends` raise no warning in the file that takes them."""
    skills, _, milestones = SOUND[SOUND.index("competencies") :].partition("milestones:")
    head = 'framework: {}\nversion: "1"\ntitle: {}\n'
    ladder = SOUND[SOUND.index("lanes") : SOUND.index("competencies")]
    files = {
        "common": head.format("common", "Common") + skills.replace(PLACE, VAGUE),
        "sample": head.format("sample", "Sample") + f"extends: common\n{ladder}milestones:{milestones}",
    }
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    common, sample = load_folder(tmp_path)

    assert rules(common) == ["quantifier"]
    assert rules(sample) == []


@pytest.mark.parametrize("advice", [TRAITS, QUANTIFIERS, INTENSIFIERS])
def test_each_advice_is_a_sentence_to_write(advice: dict[str, str]) -> None:
    """No word is called vague without something to write instead."""
    assert all(len(instead.split()) >= 3 for instead in advice.values())


def test_the_library_is_linted_within_a_second() -> None:
    """Linting all bundled frameworks takes less than a second."""
    files = load_library()
    begun = perf_counter()
    for one in files:
        lint(one)

    assert perf_counter() - begun < 1


@given(frameworks())
def test_lint_never_fails_and_never_wavers(framework: Framework) -> None:
    """Any framework gives a report, the same each time, by line, every finding of a rule and with a mend."""
    marks = {place: number // 3 + 1 for number, place in enumerate(places(framework))}
    found = Loaded(path="sample.yaml", framework=framework, findings=(), marks=marks)

    findings = lint(found)

    assert lint(found) == findings
    assert [one.line for one in findings] == sorted(one.line for one in findings)
    assert all(one.rule in RULES and one.what and one.how and not one.is_error for one in findings)


def test_a_sentence_is_told_once_for_a_kind_of_word() -> None:
    """Two words of one kind in a sentence are one finding; of two kinds, two."""
    assert rules(saying("Often and regularly ships")) == ["quantifier"]
    assert rules(saying("Often uses appropriate tools")) == ["quantifier", "quantifier"]
