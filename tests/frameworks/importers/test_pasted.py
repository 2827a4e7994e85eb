"""Headings and lists, as Markdown or as somebody pasted them."""

from __future__ import annotations

import pytest

from tests.frameworks.importers.bringing import brought, said, skill

MARKED = """
# Support

## Associate
Answers what is described.

### Solving problems
- Answers a question within a day
  - Example: the printer of the second floor
- Asks when a case is new

### Writing
- Writes the answer down

## Specialist

### Solving problems
1. Traces a fault through two systems

### Writing
TBD
"""
PASTED = """Support

Associate
Solving problems
• Answers a question within a day
• Asks when a case is new
Writing
• Writes the answer down

Specialist
Solving problems
Traces a fault through two systems.
Writing
TBD
"""
NESTED = """
- Solving problems:
  - Associate
    - Answers a question within a day
    - Asks when a case is new
  - Specialist
    - Traces a fault through two systems
- Writing:
  - Associate
    - Writes the answer down
  - Specialist
    - TBD
"""


@pytest.mark.parametrize(
    ("text", "name"), [(MARKED, "Support.md"), (PASTED, "a.txt"), (NESTED, "Support.md")]
)
def test_headings_and_lists_are_levels_and_skills(text: str, name: str) -> None:
    """Levels and skills over lists, marked, pasted plain or as lists in lists: the same framework."""
    found = brought(text, name).one

    assert (found.id, [level.title for level in found.levels]) == ("support", ["Associate", "Specialist"])
    assert said(found, "solving-problems")["associate"] == [
        "Answers a question within a day",
        "Asks when a case is new",
    ]
    assert said(found, "solving-problems")["specialist"][0].startswith("Traces a fault through two systems")
    assert said(found, "writing") == {"associate": ["Writes the answer down"], "specialist": []}


def test_paragraphs_and_examples_find_their_place() -> None:
    """A paragraph under a level is its scope, and an entry below a sentence its example."""
    found = brought(MARKED, "a.md").one

    assert found.levels[0].scope == "Answers what is described."
    assert skill(found, "solving-problems").behaviours[0].example == "the printer of the second floor"


def test_skills_alone_are_one_sheet() -> None:
    """Headings of skills with lists, and no levels, are one sheet."""
    found = brought("# Values\n## Care\n- Asks first\n## Craft\n- Tests it\n", "a.md").one

    assert (found.title, found.is_one_sheet) == ("Values", True)
    assert [one.title for one in found.competencies] == ["Care", "Craft"]


def test_headings_may_say_what_they_are() -> None:
    """A heading that begins with its role is that, in whatever script its name is."""
    levels = ("初級", "上級")
    text = "# 計画\n" + "".join(f"## Level: {one}\n### Skill: 伝える\n- 説明する\n" for one in levels)

    found = brought(text, "a.md").one

    assert [level.title for level in found.levels] == ["初級", "上級"]
    assert [one.title for one in found.competencies] == ["伝える"]


def test_clusters_over_skills() -> None:
    """Several first headings are clusters, each a file."""
    text = "# Sales\n## Care\n- Asks\n## Craft\n- Sells\n# Support\n## Care\n- Listens\n"

    found = brought(text, "a.md")

    assert list(found.frameworks) == ["sales", "support"]
    assert found.remarks("clusters")


def test_a_skill_with_nothing_below_it_is_kept() -> None:
    """A heading without a list is a skill without examples, and that is said."""
    found = brought("# Values\n## Care\n- Asks first\n## Craft\n", "a.md")

    assert [(one.title, len(one.behaviours)) for one in found.one.competencies] == [("Care", 1), ("Craft", 0)]
    assert found.remarks("empty_skill")
