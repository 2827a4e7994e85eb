"""Each fault is told at its own line, with what is wrong and how to mend it."""

from __future__ import annotations

import pytest

from frameworks.load import load_bytes
from frameworks.model import behaviour_id
from tests.frameworks.builders import LANES, LEVELS, SKILLS, a_file, at_mark, loaded


def told(text: str) -> str:
    """What is said of the line marked `# <-`, which must be all that is said."""
    found = loaded(text)
    assert found.framework is None
    assert at_mark(text, found.findings) == list(found.findings), found.findings
    return " ".join(map(str, found.findings))


def level(keys: str) -> str:
    """A file with one more level of these keys, on the marked line."""
    return a_file(levels=f"{LEVELS}  - {{{keys}}}  # <-\n")


def stage(keys: str) -> str:
    """A file with one more stage of these keys, on the marked line."""
    return a_file(skills=f"{SKILLS}      - {{{keys}}}  # <-\n")


def skill(keys: str) -> str:
    """A file with one more competency of these keys, on the marked line."""
    return a_file(skills=f"{SKILLS}  - {{{keys}}}  # <-\n")


def more(line: str) -> str:
    """A file with this line at its end, marked."""
    return a_file(more=f"{line}  # <-\n")


def milestone(keys: str) -> str:
    """A file with one milestone of these keys, on the marked line."""
    return a_file(more=f"milestones:\n  - {{{keys}}}  # <-\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (more("mile_stones: []"), "Did you mean `milestones`"),
        (more("dimensions: {impact: Impact}"), "Use one of capabilities, experience, influence"),
        (a_file(lanes=f"{LANES}  lead: {{title: Lead, kind: ic, par: x}}  # <-\n"), "a key of lane lead"),
        (level("id: e3, lane: ic, title: Lead, skope: x"), "Did you mean `scope`"),
        (level("id: e3, lane: ic, title: Lead, needs: {month: 6}"), "Did you mean `months`"),
        (skill("id: code, title: Code, dimention: influence"), "Did you mean `dimension`"),
        (stage("behaviors: []"), "Did you mean `behaviours`"),
        (stage("behaviours: [{text: Leads a team, exemple: x}]"), "Did you mean `example`"),
        (stage("behaviours: [Ships this: quickly]"), "Put the whole sentence in quotes"),
        (milestone("id: led, level: e1, trigger: scope, text: Led, skill: x"), "a key of a milestone"),
    ],
)
def test_an_unknown_key_is_told_with_the_likely_one(text: str, said: str) -> None:
    """A key that the schema does not know is an error that names the key meant, or those there are."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_file(head='framework: sample # <-\nversion: "1"\n'), "lacks `title`"),
        (a_file(head='framework: sample\nversion: "1"\ntitle: ~  # <-\n'), "lacks `title`"),
        (level("id: e3, title: Lead"), "lacks `lane`"),
        (skill("title: Code"), "lacks `id`"),
        (skill("id: code"), "lacks `title`"),
        (stage("behaviours: [{id: hums}]"), "lacks `text`"),
        (milestone("id: led, level: e1, trigger: scope"), "lacks `text`"),
    ],
)
def test_a_missing_key_is_told_where_it_should_stand(text: str, said: str) -> None:
    """A part without a key that it needs is an error at the part."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (more("owners: U024BE7LH"), "must be a list, not `U024BE7LH`"),
        (more("aliases: {a: b}"), "must be a list, not a mapping"),
        (more("triggers: [a]"), "must be a mapping, not a list"),
        (more("points: [1, 2.5]"), "must be a whole number, not `2.5`"),
        (more("milestones: [led]"), "must be a milestone with keys"),
        (level("id: e3, lane: ic, title: [Lead]"), "must be a text, not a list"),
        (level("id: e3, lane: ic, title: Lead, rank: third"), "must be a whole number, not `third`"),
        (level("id: e3, lane: ic, title: Lead, rank: 010"), "plain digits"),
        (level("id: e3, lane: ic, title: Lead, rank: -1"), "plain digits"),
        (level("id: e3, lane: ic, title: Lead, status: retired"), "Use one of draft, legacy"),
        (level("id: e 3, lane: ic, title: Lead"), "`e 3` is not an id"),
        (stage("behaviours: [{text: Leads a team, required: maybe}]"), "must be true or false"),
        (stage("behaviours: [{text: Leads a team, kind: sign}]"), "Did you mean `signal`"),
        (stage("behaviours: [{text: Leads a team, links: [wiki]}]"), "`wiki` is not a link"),
        (stage('behaviours: [{text: "  "}]'), "is an empty text"),
        (stage("behaviours: [Leads a team, ~]"), "has an empty entry"),
        (skill("id: code, title: Code, dimension: impact"), "`dimension` of competency code is `impact`"),
        (more("owners: [sam]"), "Owner `sam` is not a Slack id"),
    ],
)
def test_a_wrong_value_is_told_with_what_was_meant(text: str, said: str) -> None:
    """A value of the wrong type, or none of the words allowed, is an error that says what belongs there."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        ("no", "a yes or no"),
        ("On", "a yes or no"),
        ("12:30", "a time in base sixty"),
        ("2026.1", "a number"),
        ("0x1f", "a number"),
        ("1_000", "a number"),
        ("2026-07-01", "a date"),
    ],
)
def test_what_yaml_would_change_must_be_quoted(value: str, reading: str) -> None:
    """A text that YAML 1.1 would read as something else is refused with the mend, and fine in quotes."""
    said = told(level(f"id: e3, lane: ic, title: {value}"))

    assert f"is read as {reading}" in said
    assert f'Put it in quotes: "{value}"' in said
    assert loaded(level(f'id: e3, lane: ic, title: "{value}"')).framework is not None


def test_a_key_that_yaml_would_change_must_be_quoted() -> None:
    """An id used as a key is text too: an unquoted number there is refused."""
    assert "Put it in quotes" in told(skill("id: code, title: Code, levels: {1.1: []}"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (level("id: e3, lane: icc, title: Lead"), "unknown lane `icc`. Did you mean `ic`"),
        (level("id: m2, lane: manager, title: Lead, par: e9"), "unknown par `e9`"),
        (level("id: m2, lane: manager, title: Lead, par: m1"), "at par with `m1` of its own lane"),
        (level("id: e2a, lane: ic, title: Lead, parent: m1"), "unknown parent `m1`"),
        (level("id: e3, lane: ic, title: Lead, expects: {delivry: 1}"), "Did you mean `delivery`"),
        (level("id: e3, lane: ic, title: Lead, needs: {required: [shipz]}"), "Did you mean `ships`"),
        (skill("id: code, title: Code, levels: {e9: [Writes a module]}"), "unknown level `e9`"),
        (milestone("id: led, level: e9, trigger: scope, text: Led"), "unknown level `e9`"),
        (milestone("id: led, level: e1, trigger: scop, text: Led"), "Did you mean `scope`"),
        (
            milestone("id: led, level: e1, trigger: scope, text: Led, competencies: [deliver]"),
            "unknown competency `deliver`",
        ),
    ],
)
def test_a_dangling_id_is_told_with_the_likely_one(text: str, said: str) -> None:
    """An id that names nothing in the file is an error that names the id meant, or those there are."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (level("id: e1, lane: ic, title: Again"), "Level `e1` is given twice"),
        (level("id: e3, lane: ic, title: Lead, aliases: [E1]"), "`E1` names both level e1 and level e3"),
        (skill("id: delivery, title: Again"), "Competency `delivery` is given twice"),
        (skill("id: code, title: Code, aliases: [Delivery]"), "names both delivery and code"),
        (stage("behaviours: [Leads a team, Leads a team.]"), "is given twice in this stage"),
        (stage("behaviours: [{id: ships, text: Leads a team}]"), "already says another sentence"),
        (
            skill("id: code, title: Code, behaviours: [{id: ships, text: Ships a change}]"),
            "is also in competency delivery",
        ),
        (
            a_file(
                more="milestones:\n  - {id: led, level: e1, trigger: scope, text: Led}\n"
                "  - {id: led, level: e1, trigger: scope, text: Again}  # <-\n"
            ),
            "Milestone `led` is given twice",
        ),
        (more("title: Again"), "`title` is given twice, first on line 4"),
        (level("id: e3, lane: ic, title: Lead, title: Again"), "`title` is given twice"),
    ],
)
def test_a_duplicate_is_told_at_the_second(text: str, said: str) -> None:
    """An id, alias or key that is taken is an error where it comes again."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (level("id: e3, lane: ic, title: Lead, expects: {delivery: 3}"), "which has 2"),
        (level("id: e3, lane: ic, title: Lead, expects: {delivery: 0}"), "stages count from 1"),
        (
            a_file(
                levels=f"{LEVELS}  - {{id: e3, lane: ic, title: Lead, expects: {{code: 1}}}}  # <-\n",
                skills=f"{SKILLS}  - {{id: code, title: Code, levels: {{e1: [Writes a module]}}}}\n",
            ),
            "which is described by level",
        ),
        (skill("id: code, title: Code, stages: [], levels: {e1: []}"), "gives both `stages` and `levels`"),
        (
            level(f"id: e3, lane: ic, title: Lead, needs: {{required: [{behaviour_id('Writes')}]}}")
            + "  - {id: code, title: Code, behaviours: [Writes]}\n"
            + "  - {id: care, title: Care, behaviours: [Writes]}\n",
            "is a behaviour of 2 competencies",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(text: str, said: str) -> None:
    """An expectation beyond the stages, two models at once and an ambiguous id are errors."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (more("aliases: [&one a]"), "The anchor `&one` is refused"),
        (more("aliases: [*one]"), "The alias `*one` is refused"),
        (more("aliases: !!set {a}"), "is refused"),
        (level("id: e3, lane: ic, title: !!str 12"), "The tag `tag:yaml.org,2002:str` is refused"),
        (more("[a, b]: c"), "A key is a list or a mapping"),
        (more("title: a: b"), "Put a text that holds a colon in quotes"),
        (more("\t- a"), "Indent with spaces, not tabs"),
        (more("--- # another"), "A second document begins here"),
        (more("aliases: " + "[" * 50 + "]" * 50), "nested too deeply"),
        (more('aliases: ["a\\0b"]'), "cannot stand in a text"),
    ],
)
def test_yaml_beyond_plain_values_is_refused(text: str, said: str) -> None:
    """Anchors, aliases, tags, odd keys, broken YAML, a second document and deep nesting are errors."""
    assert said in told(text)


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b"", 1, "The file is empty"),
        (b"# a comment\n", 1, "The file is empty"),
        (b"a list\n", 1, "The file holds no keys and values"),
        (b"title: a\nversion: \xff\n", 2, "The file is not UTF-8 text"),
        (b"title: a\n\ntitle: \x07\n", 3, "cannot stand in YAML"),
        ("title: a\n".encode("utf-16"), 1, "The file is not UTF-8 text"),
        (b"#" * 5_000_001, 1, "The file is larger than 5 MB"),
        (b"[" * 1_000_000, 1, "nested too deeply"),
        (b"- " * 1_000_000, 1, "nested too deeply"),
    ],
    ids=range(9),
)
def test_bytes_that_hold_no_framework_are_told_in_one_line(raw: bytes, line: int, said: str) -> None:
    """Emptiness, another encoding, control characters, size and nesting are errors at their line."""
    found = load_bytes(raw)

    assert [(one.line, said in str(one)) for one in found.findings] == [(line, True)]


def test_all_faults_are_told_at_once() -> None:
    """No fault hides another: each is told, in the order of lines."""
    text = level("id: no, lane: icc, titel: Lead").replace("dimension: capabilities", "dimension: skill")

    findings = loaded(text).findings

    assert [one.line for one in findings] == sorted(one.line for one in findings)
    assert len(findings) == 5


def test_a_finding_reads_as_file_line_what_and_how() -> None:
    """A finding's text is its file and line, what is wrong, and how to mend it."""
    found = load_bytes(b"", "teams/design.yaml").findings[0]

    assert str(found) == ("teams/design.yaml:1: The file is empty. Begin it with a key, a colon and a value.")
