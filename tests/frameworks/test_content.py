from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.content import content, digest, framework_from_content
from frameworks.model import Behaviour, Competency, Framework, Level, Milestone, Needs, Stage
from tests.frameworks.builders import a_file, framework_of, ref
from tests.frameworks.malformed import GOOD, written

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
NUMBERS = st.integers(0, 9)
NAMES = st.sampled_from(["a", "b", "c.1"])
REFS = st.builds(ref, NAMES, NAMES)


def several(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=2).map(tuple)


BEHAVIOURS = st.builds(
    Behaviour, id=NAMES, text=WORDS, example=st.none() | WORDS, required=st.booleans(), links=several(WORDS)
)
STAGES = st.builds(
    Stage, number=NUMBERS, title=st.none() | WORDS, level=st.none() | NAMES, behaviours=several(BEHAVIOURS)
)
SKILLS = st.builds(
    Competency, key=NAMES, id=NAMES, title=WORDS, aliases=several(WORDS), stages=several(STAGES)
)
NEEDS = st.builds(Needs, required=several(REFS), any=st.none() | NUMBERS, months=st.none() | NUMBERS)
LEVELS = st.builds(
    Level,
    id=NAMES,
    lane=NAMES,
    title=WORDS,
    rank=NUMBERS,
    par=st.none() | NAMES,
    expects=st.dictionaries(NAMES, NUMBERS),
    needs=st.none() | NEEDS,
    min_points=st.none() | NUMBERS,
)
MILESTONES = st.builds(
    Milestone, id=NAMES, level=NAMES, trigger=NAMES, text=WORDS, competencies=several(NAMES)
)
FRAMEWORKS = st.builds(
    Framework,
    id=NAMES,
    version=WORDS,
    title=WORDS,
    owners=several(WORDS),
    dimensions=st.dictionaries(NAMES, WORDS),
    levels=several(LEVELS),
    competencies=several(SKILLS),
    milestones=several(MILESTONES),
    stage_points=several(NUMBERS),
)


@settings(max_examples=200, deadline=None)
@given(FRAMEWORKS)
def test_content_loses_nothing(framework: Framework) -> None:
    """The framework made from a content is the one the content was made from."""
    assert framework_from_content(content(framework)) == framework


def test_content_of_all_that_a_file_can_say_loses_nothing() -> None:
    """A file that uses every key comes back from its content as it was."""
    framework = framework_of(written(GOOD))

    assert framework_from_content(content(framework)) == framework


def test_content_and_digest_follow_the_meaning_not_the_writing() -> None:
    """The order of keys, comments and quotes change nothing; a word does."""
    plain = framework_of(a_file())
    same = framework_of(a_file(head='\n# a comment\ntitle: "Sample"\nversion: "1"\nframework: sample\n'))
    other = framework_of(a_file(head='\nframework: sample\nversion: "1"\ntitle: Other\n'))

    assert content(same) == content(plain)
    assert digest(same) == digest(plain)
    assert digest(other) != digest(plain)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 9}', json.dumps({"format": 1, "framework": {"id": "a"}})]
)
def test_what_is_no_content_is_refused(text: str) -> None:
    """Any other text raises ValueError."""
    with pytest.raises(ValueError, match=r"content|format|Expecting"):
        framework_from_content(text)
