"""docs/lint.md: what it says of each rule is what lint does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from frameworks.lint import RULES
from frameworks.load import Loaded
from tests.frameworks.builders import loaded
from tests.frameworks.sound import rules, saying, with_parts

PAGE = (Path(__file__).parents[2] / "docs" / "lint.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### `([a-z-]+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLES = re.compile(r"^(Before|After):\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
SECTIONS = dict(SECTION.findall(PAGE))

of_each_rule = pytest.mark.parametrize("rule", sorted(RULES))


def example(rule: str, which: str) -> Loaded:
    """An example of the page: a behaviour, or keys of a file, put into a file that is sound."""
    given = yaml.safe_load(dict(EXAMPLES.findall(SECTIONS[rule]))[which])
    return saying(given[0]["text"]) if isinstance(given, list) else with_parts(given)


def test_the_page_has_every_rule_and_no_other() -> None:
    """Each rule has its section, in the order in which the program names them."""
    assert sorted(SECTIONS) == sorted(RULES)


@of_each_rule
def test_a_section_says_why(rule: str) -> None:
    """A section begins with a sentence or two on why the rule is there."""
    why = SECTIONS[rule].partition("Before:")[0]

    assert len(why.split()) >= 12


@of_each_rule
def test_the_example_before_is_found(rule: str) -> None:
    """The rule finds its example of what to mend."""
    assert rule in rules(example(rule, "Before"))


@of_each_rule
def test_the_example_after_is_not_found(rule: str) -> None:
    """Nothing at all is found in the example of how it reads once mended."""
    assert rules(example(rule, "After")) == []


def test_the_example_of_silencing_silences() -> None:
    """What the page shows of silencing a rule silences it, and without it the rules speak."""
    (block,) = re.findall(r"^```yaml\n(framework: .*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    silenced = {"two-deeds", "trait", "quantifier"}

    assert silenced.isdisjoint(rules(loaded(block)))
    assert silenced <= set(rules(loaded(block.replace("# lint: allow", "# agreed on:"))))
