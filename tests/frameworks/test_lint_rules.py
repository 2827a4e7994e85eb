"""The rules one by one, where an example on their page does not say enough."""

from __future__ import annotations

import pytest

from frameworks.lint import lint
from frameworks.lint.alike import core
from frameworks.lint.lengths import LONGEST_BEHAVIOUR, LONGEST_SENTENCE, reading_age
from frameworks.lint.measures import second_deed
from tests.frameworks.builders import loaded
from tests.frameworks.sound import SOUND, only, rules, saying, with_parts


@pytest.mark.parametrize(
    "text",
    [
        "Ships a change and tells those it affects",
        "When a release fails, leads the rollback",
        "Reviews the work of others within a day",
        "You run research from planning to delivery",
        "Without being asked, writes down what was decided",
        "Removes a step, and publishes the minutes saved",
        "Halves how often a question comes by changing a page",
        "Answers calls, outgoing and incoming, by the guide",
        "Restores data integrity after a failed import",
        "Runs a workshop and hands its notes to those who missed it",
        "Plans and runs the yearly fair",
        "Fixed a TODO that somebody else had left",
        "Handles successful and failed requests",
        "Recognises an overload and moves work away",
    ],
)
def test_a_deed_is_not_vague(text: str) -> None:
    """A sentence that says what somebody does is fine, whatever leads up to it."""
    assert rules(saying(text)) == []


@pytest.mark.parametrize(
    ("text", "rule", "word"),
    [
        ("Is a team player", "trait", "`team player`"),
        ("Passionate about quality", "trait", "`passionate`"),
        ("Takes full ownership of a system", "trait", "`takes full ownership`"),
        ("Understands the architecture", "state", "`understands`"),
        ("Can explain a design", "state", "`can`"),
        ("Able to lead a project", "state", "`able`"),
        ("Ownership of tasks", "no-deed", "does not begin"),
        ("2026", "no-deed", "does not begin"),
        ("Answers in a timely manner", "quantifier", "`timely`"),
        ("Asks others where appropriate", "quantifier", "`where appropriate`"),
        ("Writes tests, docs, etc.", "quantifier", "`etc`"),
        ("Builds strong relationships", "intensifier", "`strong relationships`"),
        ("Delivers high-quality work", "intensifier", "`high-quality`"),
        ("Gets buy-in for a plan", "jargon", "`buy-in`"),
        ("Creates stakeholder alignment", "jargon", "`stakeholder alignment`"),
        ("Staffs a shift with enough manpower", "unfair-word", "`manpower`"),
        ("Runs a sanity check before each release", "unfair-word", "`sanity check`"),
        ("Writes as a native speaker would", "unfair-word", "`native speaker`"),
        ("Saves the release by on-call heroics", "unfair-word", "`heroics`"),
        ("Adds an address to the blacklist", "unfair-word", "`blacklist`"),
        ("[insert behaviour here]", "placeholder", "still to be written"),
        ("As above", "placeholder", "still to be written"),
    ],
)
def test_a_word_is_told_with_its_rule(text: str, rule: str, word: str) -> None:
    """Each kind of word is found by its rule, and the finding names the word."""
    found = [one for one in lint(saying(text)) if one.rule == rule]

    assert [word in one.what for one in found] == [True]
    assert len(found[0].how.split()) >= 2


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Mentors juniors daily and contributes to hiring", "contributes"),
        ("Mentor two juniors and contribute to hiring", "contribute"),
        ("Writes the plan and contributes to it", None),
        ("Reviews designs and plans for the team", None),
        ("Reviews all designs and plans the quarter", "plans"),
        ("Explains a choice and what it costs", None),
        ("Finds a fault and tells its owner", None),
        ("Mentoring others and contributing to hiring", None),
    ],
)
def test_two_deeds_are_told_leniently(text: str, verb: str | None) -> None:
    """A second deed is one that could be shown alone: it has its own object and leans on nothing before."""
    assert second_deed(text) == verb


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Helps newcomers", "Regularly helps newcomers"),
        ("Helps newcomers", "consistently helping the newcomers."),
        ("Delivers good features", "Delivers excellent features very reliably"),
    ],
)
def test_how_often_and_how_well_tell_nothing_apart(one: str, other: str) -> None:
    """Texts that differ in adverbs of degree and in the form of words say the same."""
    assert core(one) == core(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Helps newcomers in the team", "Helps newcomers across teams"),
        ("Leads a project of two weeks", "Leads a project of two quarters"),
        ("Looks after 1 system", "Looks after 3 systems"),
        ("Delivers with help", "Delivers without help"),
        ("Delivers a task", "Delivers a task alone"),
    ],
)
def test_scope_tells_apart(one: str, other: str) -> None:
    """A difference in scope, number, time or help is a real one."""
    assert core(one) != core(other)


@pytest.mark.parametrize(
    "keys",
    [
        "lane: ic, scope: Owns a system, expects: {people: 1}",
        "lane: ic, scope: Sets direction for three teams, expects: {delivery: 2, people: 1, trade: 1}",
        "lane: ic, scope: Owns a system, points: 9, expects: {delivery: 2, people: 1, trade: 1}",
        "lane: manager, par: e2, scope: Owns a system, expects: {delivery: 2, people: 1, trade: 1}",
    ],
)
def test_one_difference_is_enough_to_tell_levels_apart(keys: str) -> None:
    """Levels that differ in what they expect, in scope, in points or in lane are fine."""
    text = SOUND.replace("  - id: m1\n", f"  - {{id: e3, title: Third, {keys}}}\n  - id: m1\n")

    assert "alike-levels" not in rules(loaded(text))


def test_an_abbreviation_is_told_once() -> None:
    """An abbreviation is told where it first stands, with the number of other places."""
    text = SOUND.replace("Ships a change", "Ships an RFP").replace("Closes an old part", "Closes two RFPs")

    assert "`RFP` is spelled out nowhere, here and in 1 more" in only(loaded(text)).what


@pytest.mark.parametrize(
    "about",
    ["Answers a call for offers (RFP).", "Works by request for proposal.", "RFP: what is asked."],
)
def test_an_abbreviation_that_is_explained_is_fine(about: str) -> None:
    """A text that spells it out, in brackets or in words that begin with its letters, explains it."""
    text = SOUND.replace("Ships a change", "Ships an RFP").replace(
        "about: Turns a problem into something that people use.", f'about: "{about}"'
    )

    assert rules(loaded(text)) == []


def test_lengths_are_counted_in_words() -> None:
    """At the limit a sentence and a behaviour pass; one word more is told."""
    sentence = "Ships " + " ".join(["part"] * (LONGEST_SENTENCE - 1))
    behaviour = f"{sentence}. Cuts " + " ".join(["part"] * (LONGEST_BEHAVIOUR - LONGEST_SENTENCE - 1))

    assert rules(saying(sentence)) == []
    assert rules(saying(f"{sentence} more")) == ["long-sentence"]
    assert rules(saying(behaviour)) == []
    assert rules(saying(f"{behaviour} more")) == ["long-behaviour"]


def test_the_reading_age_is_the_published_one() -> None:
    """Ten words of five letters a sentence score 4.71 * 5 + 0.5 * 10 - 21.43, 7.1: 8, read at twelve."""
    assert reading_age([" ".join(["words"] * 10)] * 6) == 12
    assert reading_age(["words"] * 59) is None


def test_the_lane_that_is_thin_is_told() -> None:
    """Unequal lanes are told at the lane that has less, and once for each thing it has less of."""
    lanes = {
        "levels": [
            *(
                {"id": f"e{n}", "lane": "ic", "title": f"E{n}", "scope": f"Owns {n} systems"}
                for n in range(1, 8)
            ),
            {"id": "m1", "lane": "manager", "title": "M", "scope": "Leads a team", "par": "e2"},
        ],
    }

    found = [one for one in lint(with_parts(lanes)) if one.rule == "unequal-lanes"]

    assert [one.what for one in found] == ["Lane manager has 1 levels, lane ic 7"]


def test_a_sentence_in_capitals_holds_no_abbreviations() -> None:
    """Where all of a text is in capitals, its words are words."""
    assert "abbreviation" not in rules(saying("SHIPS THE CHANGE"))


def test_a_stage_that_only_illustrates_is_empty() -> None:
    """A stage whose behaviours are all examples has nothing to show, and is told at its line."""
    text = SOUND.replace("text: Closes an old part}", "text: Closed one, kind: example}")
    for name in ("b4", "b5"):
        start = text.index(f"{{id: {name}")
        end = text.index("}", start)
        text = f"{text[:end]}, kind: example{text[end:]}"

    found = [one for one in lint(loaded(text)) if one.rule == "empty-stage"]

    assert [one.what for one in found] == ["Stage 2 of delivery asks for nothing that can be shown"]
