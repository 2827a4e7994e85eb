"""What evidence may be marked with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marking import (
    LONGEST_VALUE,
    MOST_OFFERED,
    MOST_SIGNS,
    Sheet,
    marks_of,
    signs_offered,
    skills_offered,
)
from bot.errors import Invalid
from frameworks.model import Framework
from storage.records import Mark
from tests.bot.domain.growth import CLARITY, DELIVERY, one_sheet, some_framework, some_skill

SHEET = Sheet(framework=some_framework(), level="e1")
NAMES = st.text("abcdefghij-", min_size=1, max_size=60)


def values(*sheets: Sheet, skills: tuple[str, ...] = (DELIVERY,)) -> dict[str, str]:
    """The values of what is offered, by behaviour or milestone."""
    signs = signs_offered(sheets, skills)
    return {sign.mark.behaviour or sign.mark.milestone or "": sign.value for sign in signs}


def test_behaviours_beyond_the_level_come_first() -> None:
    """What the level expects already stands after what it does not, and the next milestones last."""
    signs = signs_offered([SHEET], [DELIVERY])

    assert [sign.mark.behaviour or sign.mark.milestone for sign in signs] == [
        "tells",
        "plans",
        "guides",
        "ships",
        "led",
    ]


def test_nothing_is_offered_of_a_skill_that_was_not_chosen() -> None:
    """Without a skill there are the milestones alone."""
    assert list(values(SHEET, skills=())) == ["led"]


def test_a_framework_without_levels_has_no_milestones() -> None:
    """A sheet offers its behaviours and nothing else."""
    assert list(values(Sheet(framework=one_sheet()), skills=(CLARITY,))) == ["writes", "listens"]


def test_a_skill_of_two_sheets_is_offered_once() -> None:
    """The first sheet that has a skill marks it."""
    offered = skills_offered([Sheet(framework=one_sheet()), SHEET])

    assert offered[CLARITY][0].framework.id == "starter"
    assert list(offered) == [CLARITY, DELIVERY]


def test_a_narrowed_sheet_offers_its_skills_alone() -> None:
    """Of another cluster there are only the skills that were named."""
    sheet = Sheet(framework=some_framework(), only=frozenset({CLARITY}))

    assert list(skills_offered([sheet])) == [CLARITY]


def test_a_skill_is_marked_as_a_whole_where_nothing_of_it_was_named() -> None:
    """A named behaviour stands for its skill; a skill without one is marked itself."""
    showed = values(SHEET)

    marks = marks_of([SHEET], [DELIVERY, CLARITY], [showed["tells"], showed["led"]])

    assert marks == (
        Mark(framework="engineering", competency=CLARITY),
        Mark(framework="engineering", competency=DELIVERY, behaviour="tells"),
        Mark(framework="engineering", competency=None, milestone="led"),
    )


@pytest.mark.parametrize(
    ("skills", "showed", "key", "field"),
    [
        (["engineering/alchemy"], [], "unknown_skill", "skills"),
        (["a/1", "a/2", "a/3", "a/4"], [], "too_many_skills", "skills"),
        ([DELIVERY], ["behaviour shared/clarity writes"], "unknown_sign", "showed"),
        ([DELIVERY], ["milestone engineering taught"], "unknown_sign", "showed"),
        ([DELIVERY], [str(n) for n in range(MOST_SIGNS + 1)], "too_many_signs", "showed"),
    ],
)
def test_what_is_not_offered_is_refused_at_its_field(
    skills: list[str], showed: list[str], key: str, field: str
) -> None:
    """Unknown skills, signs of other skills or levels, and too many of either are refused."""
    with pytest.raises(Invalid) as refusal:
        marks_of([SHEET], skills, showed)

    assert (refusal.value.key, refusal.value.field) == (key, field)


@given(
    names=st.lists(NAMES, min_size=1, max_size=160, unique=True), origin=NAMES, ids=st.sets(NAMES, max_size=5)
)
def test_what_is_offered_fits_slack_and_comes_back(names: list[str], origin: str, ids: set[str]) -> None:
    """However long ids are and however many there be: at most 100 values of 150 characters, each its own."""
    keys = [f"{origin}/{one}" for one in sorted(ids)]
    skills = tuple(some_skill(key, names) for key in keys)
    sheet = Sheet(framework=Framework(id=origin, version="1", title="Wide", competencies=skills))

    signs = signs_offered([sheet], keys)

    assert len(signs) <= MOST_OFFERED
    assert len({sign.value for sign in signs}) == len(signs)
    assert all(len(sign.value) <= LONGEST_VALUE for sign in signs)
    for sign in signs[:1]:
        assert sign.mark in marks_of([sheet], keys[:3], [sign.value])
