"""How much evidence a period holds, and what to keep in mind when reading it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.coverage import by_month
from bot.domain.periods import Period
from bot.domain.statements import Section
from storage.records import Evidence
from tests.bot.domain.growth import (
    AS_OF,
    CLARITY,
    DAY,
    DELIVERY,
    OTHER,
    OWNER,
    PEER,
    PLANS,
    TELLS,
    WRITES,
    marked,
    one_sheet,
    some_piece,
)
from tests.bot.domain.telling import K, noted, only, placed, said, the


def monthly(count: int, *people: str, by: str = OWNER) -> list[Evidence]:
    """One piece a month on delivery, from January on."""
    return [some_piece(f"n{n}", date(2026, 1 + n, 10), marked(), seen_by=people, by=by) for n in range(count)]


def test_coverage_counts_each_skill_by_month() -> None:
    """Each skill says how many pieces each month of the period holds and when the last was."""
    evidence = [
        noted("n0", date(2025, 12, 31)),
        noted("n1", date(2026, 1, 31)),
        noted("n2", date(2026, 1, 1), PLANS, against=True),
        noted("n3", date(2026, 3, 5), None),
    ]
    one = the(said(*evidence), K.COVERAGE)

    assert (one.competency, one.evidence) == (DELIVERY, ("n2", "n1", "n3"))
    assert by_month(one) == {"2026-01": 2, "2026-03": 1}
    assert (one.count("contrary"), one.text("last_seen")) == (1, "2026-03-05")


def test_coverage_follows_the_frameworks_then_other_clusters() -> None:
    """Skills come as the framework has them, then those of the second hat, then any other; then no skill."""
    second = replace(one_sheet(), id="product", competencies=())
    places = ["sales/opening", CLARITY, DELIVERY, None, "sales/closing"]
    evidence = [some_piece(f"n{n}", AS_OF, marked(None, key)) for n, key in enumerate(places)]
    statements = said(*evidence, at=placed(second=second))

    others = ["sales/closing", "sales/opening"]
    assert the(statements, K.SECOND_CLUSTER).text("framework") == "product"
    assert [one.competency for one in only(statements, K.COVERAGE)] == [DELIVERY, CLARITY, *others]
    assert the(statements, K.UNSORTED).evidence == ("n3",)


@pytest.mark.parametrize(
    ("recent", "warns"), [(2, False), (3, True)], ids=["as many as not", "more than half"]
)
def test_it_warns_where_most_is_recent(recent: int, warns: bool) -> None:
    """More than half of the evidence from the last six weeks is a warning, half is not."""
    old = [noted(f"o{n}", date(2026, 2, 1 + n)) for n in range(2)]
    new = [noted(f"n{n}", AS_OF - (41 - n) * DAY) for n in range(recent)]

    assert bool(only(said(*old, *new), K.MOSTLY_RECENT)) is warns


def test_six_weeks_are_six_weeks() -> None:
    """A piece of six weeks before the last day is not of the last six weeks, the next day is."""
    six_weeks = AS_OF - 42 * DAY
    evidence = [noted("n0", six_weeks), *(noted(f"n{n}", six_weeks + DAY) for n in (1, 2))]

    assert the(said(*evidence), K.MOSTLY_RECENT).evidence == ("n1", "n2")


def test_a_short_period_is_always_recent() -> None:
    """In a period hardly longer than six weeks nothing is said of how recent it is."""
    short = Period(first=date(2026, 5, 1), last=AS_OF)

    recent = [noted(f"n{n}", AS_OF - n * DAY) for n in range(3)]

    assert not only(said(*recent, period=short), K.MOSTLY_RECENT)


def test_it_warns_where_most_is_one_voice() -> None:
    """Most evidence that rests on one other person alone is a warning that names them."""
    one = the(said(*monthly(3, PEER), noted("n9", AS_OF, TELLS, PEER, OTHER)), K.ONE_VOICE)

    assert (one.text("person"), one.count("pieces"), one.count("of")) == (PEER, 3, 4)


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(monthly(2, PEER), id="two pieces are no pattern"),
        pytest.param(monthly(3), id="the owner alone"),
        pytest.param(monthly(3, PEER, OTHER), id="two voices on each"),
        pytest.param(monthly(3, PEER, by=OTHER), id="author and witness"),
    ],
)
def test_it_does_not_warn_of_one_voice_where_there_are_more(evidence: Sequence[Evidence]) -> None:
    """Two voices, too few pieces or nobody but the owner are no warning of one voice."""
    assert not only(said(*evidence), K.ONE_VOICE)


def test_an_author_is_a_voice() -> None:
    """The author of a piece is a voice behind it, so a manager's kudos and confirmations count as one."""
    mixed = [*monthly(2, by=PEER), noted("n8", AS_OF, TELLS, PEER)]

    assert the(said(*mixed), K.ONE_VOICE).evidence == ("n0", "n1", "n8")


@pytest.mark.parametrize(("witnessed", "warns"), [(0, True), (1, True), (2, False)])
def test_it_warns_where_most_is_unwitnessed(witnessed: int, warns: bool) -> None:
    """More than half without a witness is a warning, of any number of pieces."""
    seen = [noted(f"s{n}", AS_OF - n * DAY, TELLS, PEER) for n in range(witnessed)]
    alone = [noted("a1", AS_OF), noted("a2", AS_OF)]

    assert bool(only(said(*seen, *alone), K.UNWITNESSED)) is warns


def test_what_speaks_against_is_not_counted_in_warnings() -> None:
    """Warnings are about favourable evidence: contrary pieces make it no more recent and no less seen."""
    seen = noted("n1", AS_OF, TELLS, PEER)
    against = [noted(f"c{n}", AS_OF - n * DAY, TELLS, against=True) for n in range(3)]

    warned = [one.kind for one in said(seen, *against) if one.kind.section is Section.WARNINGS]
    assert warned == [K.SKILL_UNRECORDED]


def test_a_skill_that_the_level_expects_and_nobody_noted_is_named() -> None:
    """Each expected skill without a piece in the period is an absence of its own."""
    none = the(
        said(noted("n1", AS_OF), some_piece("n2", date(2025, 1, 1), marked(WRITES, CLARITY))),
        K.SKILL_UNRECORDED,
    )

    assert none.competency == CLARITY


def test_an_empty_period_says_so_once_and_asks() -> None:
    """Nothing in the period is one absence without warnings, and the first question is what to keep."""
    empty = said(noted("n1", date(2025, 12, 31), TELLS, PEER))

    assert len(only(empty, K.EMPTY_PERIOD)) == 1
    assert not [one for one in empty if one.kind.section in {Section.WARNINGS, Section.MILESTONES}]
    asked = [one.kind for one in empty if one.kind.section is Section.QUESTIONS]
    assert asked[0] is K.ASK_PROUD
    assert len(only(empty, K.EMERGING)) == 1
