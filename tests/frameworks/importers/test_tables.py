"""Tables of levels and skills, in Markdown and as cells, tidy and not."""

from __future__ import annotations

import pytest

from frameworks.importers.source import imported
from tests.frameworks.importers.bringing import brought, loaded_again, refused, said

ACROSS = """
# Engineering

| Skill | Junior | Senior |
|---|---|---|
| Delivery | Ships a change | Leads a project |
| Writing | Writes notes | Writes a proposal |
"""
DOWN = """
# Engineering

| Level | Delivery | Writing |
|---|---|---|
| Junior | Ships a change | Writes notes |
| Senior | Leads a project | Writes a proposal |
"""


@pytest.mark.parametrize("text", [ACROSS, DOWN], ids=["across", "down"])
def test_a_table_is_read_either_way_round(text: str) -> None:
    """Levels across and skills down, or the other way round: the same framework."""
    found = brought(text, "levels.md").one

    assert (found.id, found.title) == ("engineering", "Engineering")
    assert [level.title for level in found.levels] == ["Junior", "Senior"]
    assert said(found, "delivery") == {"junior": ["Ships a change"], "senior": ["Leads a project"]}
    assert said(found, "writing") == {"junior": ["Writes notes"], "senior": ["Writes a proposal"]}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_same_table_as_cells(delimiter: str) -> None:
    """A table that a spreadsheet saved, or that was copied out of one, is read as one in Markdown."""
    cells = [["Skill", "Junior", "Senior"], ["Delivery", "Ships a change", '"Leads a project\nSplits it"']]
    text = "\n".join(delimiter.join(row) for row in cells)

    found = brought(text, "cells.csv" if delimiter != "\t" else "-").one

    assert said(found, "delivery") == {
        "junior": ["Ships a change"],
        "senior": ["Leads a project", "Splits it"],
    }


def test_marks_of_style_leave_the_words() -> None:
    """Breaks part sentences; entities, bold, code and escaped bars are what they mean; a link is kept."""
    cell = r"**Asks** why &amp; how<br>• Reads a \| b • Uses `git`<br/>[Writes](https://example.org/a) notes"

    found = brought(f"| Skill | L1 |\n|---|---|\n| R&amp;D | {cell} |\n", "a.md").one

    assert found.competencies[0].title == "R&D"
    assert said(found, "r-and-d") == {"l1": ["Asks why & how", "Reads a | b", "Uses git", "Writes notes"]}
    assert {link for one in found.competencies[0].behaviours for link in one.links} == {
        "https://example.org/a"
    }


def test_what_is_to_be_written_stays_empty() -> None:
    """TODO, TBD, dashes and empty cells become empty places, and a level of nothing else a draft."""
    head = "| Skill | L1 | L2 | L3 |\n|---|---|---|---|\n"
    text = f"{head}| Delivery | Ships | TODO: steps | TBD |\n| Care | Asks | | — |"

    found = brought(text, "a.md")

    assert said(found.one, "delivery") == {"l1": ["Ships"], "l2": [], "l3": []}
    assert [level.status for level in found.one.levels] == [None, "draft", "draft"]
    assert [one.values["text"] for one in found.remarks("placeholder")] == ["TODO: steps", "TBD"]
    assert len(found.remarks("empty_cells")) == 2


def test_tables_of_clusters_become_files() -> None:
    """Tables under headings are clusters, each a file of its own, and that is said as a guess."""
    found = brought(
        ACROSS.replace("# Engineering", "# Levels\n## Engineering")
        + "\n## Sales\n| Skill | Junior | Senior |\n|---|---|---|\n| Discovery | Asks | Plans |\n",
        "a.md",
    )

    assert list(found.frameworks) == ["engineering", "sales"]
    assert found.remarks("clusters")


def test_tables_of_lanes_are_one_framework() -> None:
    """Tables under headings that name lanes are lanes; levels of one name in two lanes stay two."""
    lanes = ("Individual contributors", "Managers", "Specialist track")
    tables = [
        f"## {lane}\n| Skill | Senior | Lead |\n|---|---|---|\n| Delivery | {lane} a | {lane} b |\n"
        for lane in lanes
    ]

    found = brought("# Design\n" + "\n".join(tables), "a.md").one

    assert [(lane.title, lane.kind) for lane in found.lanes] == list(
        zip(lanes, ("ic", "manager", "ic"), strict=True)
    )
    assert [level.title for level in found.levels] == ["Senior", "Lead"] * 3
    assert len({level.id for level in found.levels}) == 6
    assert said(found, "delivery")["managers-senior"] == ["Managers a"]


def test_somebody_may_say_what_headings_are() -> None:
    """What would be taken as clusters is one framework with categories where somebody says so."""
    head = "| Skill | L1 |\n|---|---|\n"
    text = f"# All\n## Thinking\n{head}| Logic | Proves |\n## Doing\n{head}| Craft | Builds |\n"

    (framework,) = loaded_again(imported(text.encode(), "a.md", "categories")).values()

    assert [one.category for one in framework.competencies] == ["Thinking", "Doing"]


def test_a_row_with_a_name_alone_is_a_category() -> None:
    """Rows that a sheet merged across are categories of the skills below them."""
    text = "Skill,L1\nTechnical,\nCode,Writes it\nPeople,\nCoaching,Coaches\n"

    found = brought(text)

    assert [(one.title, one.category) for one in found.one.competencies] == [
        ("Code", "Technical"),
        ("Coaching", "People"),
    ]
    assert len(found.remarks("category_row")) == 2


def test_a_row_without_a_name_goes_on() -> None:
    """A skill whose name was merged over several rows is one skill."""
    found = brought("Skill,L1\nCode,Writes it\n,Reads it\n")

    assert said(found.one, "code") == {"l1": ["Writes it", "Reads it"]}
    assert found.remarks("continued")


def test_lanes_in_a_line_of_merged_cells() -> None:
    """A first line whose cells were merged over the levels names their lanes."""
    head = "\t\tIndividual contributor\t\tManager\nArea\tSkill\tMid\tSenior\tSenior\n"
    text = f"{head}Craft\tDesign\tDraws\tLeads\tPlans\n"

    found = brought(text, "a.tsv")

    assert [(level.id, level.lane) for level in found.one.levels] == [
        ("mid", "individual-contributor"),
        ("senior", "individual-contributor"),
        ("manager-senior", "manager"),
    ]
    assert said(found.one, "design")["manager-senior"] == ["Plans"]
    assert found.remarks("no_par")


def test_a_page_with_settings_lists_and_headings() -> None:
    """Settings at the head of a page are no text; HTML lists and blank lines in cells part sentences."""
    page = "---\ntitle: Growth\n---\n# Design\n## Craft skills\n"
    cells = "<ul><li>Draws</li><li>Asks</li></ul> | Tests<br><br>Shows | Same as L2"

    found = brought(f"{page}| | L1 | L2 | L3 |\n|--|--|--|--|\n| *Making* | {cells} |\n", "a.md").one

    assert said(found, "making") == {"l1": ["Draws", "Asks"], "l2": ["Tests", "Shows"], "l3": []}


def test_two_skills_of_one_name() -> None:
    """In one category they are one skill, in two they are two; both is said."""
    head = "Category,Skill,L1\n"

    same = brought(head + "Team,Talk,Asks\nTeam,Talk,Tells\n")
    other = brought(head + "Team,Talk,Asks\nCustomers,Talk,Tells\n")

    assert said(same.one, "talk") == {"l1": ["Asks", "Tells"]}
    assert same.remarks("same_skill")
    assert [(one.id, one.title) for one in other.one.competencies] == [("talk", "Talk"), ("talk-2", "Talk")]
    assert other.remarks("same_skill_name")


def test_the_same_sentence_in_many_places() -> None:
    """A sentence at several levels and skills stands in each; twice in one cell it is kept once, and said."""
    found = brought('Skill,L1,L2\nA,Asks,Asks\nB,Asks,"Asks\nasks."\n')

    assert said(found.one, "a") == {"l1": ["Asks"], "l2": ["Asks"]}
    assert said(found.one, "b") == {"l1": ["Asks"], "l2": ["Asks"]}
    assert len(found.remarks("repeated")) == 1


def test_names_in_any_script() -> None:
    """Names that have no Latin letters keep them as titles and get ids that follow from the name."""
    head = "| スキル | 初級 | 上級 |\n|---|---|---|\n"
    text = f"{head}| 伝える | 要点を書く | 説明する |\n| Забота | Спрашивает | Учит |\n"

    first, second = brought(text, "a.md").one, brought(text.replace("要点", "要旨"), "a.md").one

    assert [level.title for level in first.levels] == ["初級", "上級"]
    assert [one.title for one in first.competencies] == ["伝える", "Забота"]
    assert [one.id for one in first.competencies] == [one.id for one in second.competencies]


@pytest.mark.parametrize(
    "name", ["L3 / Senior", "L3: Senior engineer", "Senior (L3)", "E.3", "3", "Ingénieur"]
)
def test_names_of_levels_stay_as_they_are(name: str) -> None:
    """Whatever a level is called is its title."""
    (level,) = brought(f"| Skill | {name} |\n|---|---|\n| Delivery | Ships |\n", "a.md").one.levels

    assert level.title == name


def test_a_level_s_scope_stands_in_its_head_or_in_a_row() -> None:
    """A long line below a level's name, or a row called scope, says what the level is about."""
    head = "| Skill | L1<br>Junior<br>Delivers described tasks with somebody near to ask |\n|---|---|\n"

    above = brought(head + "| Delivery | Ships |\n", "a.md").one.levels[0]
    row = brought("Skill,L1,L2\nScope,A task,A project\nDelivery,Ships,Leads\n").one

    assert (above.title, above.scope) == ("L1 / Junior", "Delivers described tasks with somebody near to ask")
    assert [level.scope for level in row.levels] == ["A task", "A project"]
    assert [one.id for one in row.competencies] == ["delivery"]


def test_descriptions_and_dimensions_have_columns() -> None:
    """Columns for what a skill is about and what it grows are no levels."""
    text = "Area,Skill,Description,Dimension,L1\nTechnical,Code,Turns needs into code,Capabilities,Writes\n"

    found = brought(text).one

    (one,) = found.competencies
    assert (one.category, one.about, one.dimension) == ("Technical", "Turns needs into code", "capabilities")
    assert [level.title for level in found.levels] == ["L1"]


def rows_of(lane: str) -> str:
    """Twenty-five skills at five levels of a lane."""
    cells = (" | ".join(f"Does {lane} {at} {level}" for level in range(5)) for at in range(25))
    return "".join(f"| Skill {at} | {row} |\n" for at, row in enumerate(cells))


def test_a_large_framework_is_whole() -> None:
    """Twenty-five skills, fifteen levels and three lanes lose no cell."""
    lanes = ("Individual contributors", "Managers", "Experts track")
    head = "| Skill | " + " | ".join(f"L{level}" for level in range(1, 6)) + " |\n|" + "---|" * 6 + "\n"
    text = "# Big\n" + "".join(f"## {lane}\n\n{head}{rows_of(lane)}\n" for lane in lanes)

    sizes = brought(text, "big.md").sizes

    assert sizes == (3, 15, 25, 375, 0)


@pytest.mark.parametrize(
    ("text", "name", "line", "key"),
    [
        ("| Skill | L1 |\n|---|---|\n| Delivery | Ships | a change |\n", "a.md", 3, "row_cells"),
        ("| Skill | | L1 |\n|---|---|---|\n| Delivery | Ships | Leads |\n", "a.md", 3, "no_heading"),
        ("Skill,L1\nDelivery,Ships,twice\n", "a.csv", 2, "no_heading"),
        ('Skill,L1\nDelivery,"Ships\n', "a.csv", 2, "not_csv"),
        ("| Skill |\n|---|\n", "a.md", 1, "nothing"),
        ("# Only a title\n", "a.md", 1, "nothing"),
        ("\n \n", "a.md", 1, "empty"),
        ("framework: a\n", "a.yaml", 1, "is_yaml"),
        ("<!DOCTYPE html><table></table>", "a.txt", 1, "is_html"),
        (b"PK\x03\x04rest", "a.xlsx", 1, "is_xlsx"),
        (b"%PDF-1.7", "a.pdf", 1, "is_pdf"),
        ("Skill,L1\nDelivery,Schön\n".encode("latin-1"), "a.csv", 2, "not_utf8"),
        (b"x" * 5_000_001, "a.csv", 1, "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_line(
    text: str | bytes, name: str, line: int, key: str
) -> None:
    """A fault has its line, and nothing is taken over."""
    assert refused(text, name) == (line, key)


def test_short_rows_are_filled_up() -> None:
    """A row with fewer cells than the head is empty in the last ones."""
    found = brought("| Skill | L1 | L2 |\n|---|---|---|\n| Delivery | Ships |\n", "a.md").one

    assert said(found, "delivery") == {"l1": ["Ships"], "l2": []}


def test_other_text_beside_tables_is_named() -> None:
    """What is no part of a table is left out, and said."""
    found = brought(f"{ACROSS}\nPlease read this first.\n", "a.md")

    assert [one.values["text"] for one in found.remarks("outside")] == ["Please read this first."]
