"""What changed since the last summary of the same scope, and what to ask next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.periods import Period
from bot.domain.statements import Section, Sought, Statement
from tests.bot.domain.growth import (
    AS_OF,
    CLARITY,
    DAY,
    LISTENS,
    LOOK_BACK,
    PEER,
    PLANS,
    TELLS,
    marked,
    no_chance,
    one_sheet,
    some_piece,
    some_skill,
    some_word,
)
from tests.bot.domain.telling import K, noted, only, placed, said, the

QUARTER = Period(first=date(2026, 1, 1), last=date(2026, 3, 31))
NEXT = Period(first=date(2026, 4, 1), last=AS_OF)
FIRST = noted("n1", date(2026, 2, 1))
SECOND = noted("n2", date(2026, 5, 1), TELLS, PEER)


def changed(statements: tuple[Statement, ...]) -> list[Statement]:
    return [one for one in statements if one.kind.section is Section.CHANGES]


def test_a_first_summary_has_nothing_to_compare() -> None:
    """Without a summary before it, nothing is said of change."""
    assert changed(said(FIRST)) == []


def test_what_rose_is_said_with_its_evidence() -> None:
    """A behaviour whose state is higher than last time says from what to what, and why."""
    before = said(FIRST, period=QUARTER)
    risen = the(said(FIRST, SECOND, period=NEXT, previous=before), K.RISEN)

    assert (risen.behaviour, risen.evidence) == (TELLS, ("n1", "n2"))
    assert dict(risen.numbers) == {"was": "emerging", "now": "shown"}


def test_what_is_lower_is_said_with_its_evidence() -> None:
    """A behaviour that somebody said not yet to since cites their word."""
    before = said(FIRST, period=QUARTER)
    lowered = the(said(FIRST, words=[some_word()], period=NEXT, previous=before), K.LOWERED)

    assert (lowered.evidence, lowered.text("now")) == (("n1", "w1"), "not_yet")


@pytest.mark.parametrize(("marks", "now"), [([], "nothing_recorded"), ([no_chance()], "no_opportunity")])
def test_what_lapsed_is_an_absence(marks: list[object], now: str) -> None:
    """A behaviour of which nothing is left within the look-back carries the filter that found none."""
    old = noted("n0", LOOK_BACK - DAY)
    before = said(old, period=QUARTER)
    unmet = [no_chance()] if marks else []
    lapsed = the(said(old, unmet=unmet, period=NEXT, previous=before), K.LAPSED)

    assert (lapsed.behaviour, lapsed.text("was"), lapsed.text("now")) == (TELLS, "emerging", now)


def test_what_is_no_longer_in_sight_is_not_cited() -> None:
    """A piece that readers may no longer read is named by no statement, not even to say what changed."""
    before = said(FIRST, SECOND, period=QUARTER)
    after = said(SECOND, period=NEXT, previous=before)

    assert "n1" not in {name for one in after for name in one.evidence}


def test_what_was_not_cited_before_is_new() -> None:
    """A piece of the period that the last summary did not cite is new, also one shared since."""
    whole = Period(first=QUARTER.first, last=NEXT.last)
    before = said(FIRST, period=QUARTER)
    late = noted("n3", date(2026, 2, 2))

    new = the(said(FIRST, SECOND, late, period=whole, previous=before), K.NEW_EVIDENCE)
    assert (new.evidence, new.count("pieces")) == (("n3", "n2"), 2)


def test_what_lies_before_the_last_summary_is_not_new() -> None:
    """Looking further back than last time makes no old piece new."""
    longer = Period(first=date(2025, 7, 1), last=AS_OF)
    before = said(FIRST, period=QUARTER)

    after = said(FIRST, noted("n0", date(2025, 8, 1), None), period=longer, previous=before)
    assert not only(after, K.NEW_EVIDENCE)


def test_the_same_twice_has_not_changed() -> None:
    """Where nothing differs, that is an absence from the last day of the one to that of the other."""
    before = said(FIRST, period=QUARTER)
    none = the(said(FIRST, period=QUARTER, previous=before), K.UNCHANGED).filter

    assert none is not None
    assert (none.sought, none.first, none.last) == (Sought.CHANGE, QUARTER.last, QUARTER.last)


def test_a_later_summary_is_no_past() -> None:
    """A summary of an earlier time than the last one compares with nothing."""
    later = said(FIRST, SECOND, period=NEXT)

    assert changed(said(FIRST, period=QUARTER, previous=later)) == []


def test_what_has_no_period_is_no_past() -> None:
    """Statements without a period were no summary, so nothing is compared."""
    assert changed(said(FIRST, previous=())) == []


def test_another_level_is_said() -> None:
    """A new level since the last summary is told, and behaviours that it gives are not called a rise."""
    before = said(FIRST, period=QUARTER)
    after = said(FIRST, at=placed("e2"), period=QUARTER, previous=before)

    assert [(one.kind, dict(one.numbers)) for one in changed(after)] == [
        (K.LEVEL_CHANGED, {"was": "e1", "now": "e2"})
    ]


def questions(*statements: Statement) -> list[tuple[str, str | None]]:
    return [(one.kind.value, one.behaviour) for one in statements if one.kind.section is Section.QUESTIONS]


def test_questions_begin_with_somebodys_word() -> None:
    """A word is asked about before a missing chance, and one skill is asked about once."""
    asked = said(noted("n1", AS_OF), words=[some_word(PLANS)], unmet=[no_chance(LISTENS, competency=CLARITY)])

    assert questions(*asked) == [("ask_what_would_show", PLANS), ("ask_chance", LISTENS)]
    assert the(asked, K.ASK_WHAT_WOULD_SHOW).text("person") == PEER


def test_an_unseen_piece_asks_who_saw_it() -> None:
    """What nobody confirmed asks for a witness; what was confirmed asks for the next occasion."""
    unseen, seen = noted("n1", AS_OF), some_piece("n2", AS_OF, marked(LISTENS, CLARITY), seen_by=[PEER])

    assert questions(*said(unseen, seen)) == [("ask_who_saw", TELLS), ("ask_again", LISTENS)]


def test_what_nobody_noted_asks_whether_it_was_unwritten() -> None:
    """Nothing recorded asks whether it happened, never why it did not."""
    asked = questions(*said(some_piece("n1", AS_OF, marked(None, None))))

    assert asked == [("ask_unwritten", TELLS), ("ask_proud", None)]


def test_there_are_never_more_than_three() -> None:
    """Four gaps of four kinds on four skills raise three questions."""
    keys = [f"starter/{n}" for n in range(4)]
    sheet = replace(one_sheet(), competencies=tuple(some_skill(key, [TELLS]) for key in keys))
    asked = said(
        some_piece("n1", AS_OF, marked(TELLS, keys[0])),
        at=placed(None, sheet),
        words=[some_word(TELLS, competency=keys[1])],
        unmet=[no_chance(TELLS, competency=keys[2])],
    )

    assert [kind for kind, _ in questions(*asked)] == ["ask_what_would_show", "ask_chance", "ask_who_saw"]


def test_recent_evidence_asks_for_what_came_before() -> None:
    """Where most is recent, a question goes to what came earlier."""
    recent = [noted(f"n{n}", AS_OF - n * DAY, TELLS, PEER) for n in range(3)]

    assert ("ask_earlier", None) in questions(*said(*recent))


def test_without_a_gap_the_questions_are_general() -> None:
    """Where nothing is missing there are two general questions."""
    shown = [
        some_piece(f"n{n}", date(2026, 2, 1 + n), marked(name, key), seen_by=[PEER])
        for n, (name, key) in enumerate(
            (name, key)
            for name, key in [
                (TELLS, "engineering/delivery"),
                (PLANS, "engineering/delivery"),
                (LISTENS, CLARITY),
            ]
            for _ in range(2)
        )
    ]

    assert questions(*said(*shown)) == [("ask_proud", None), ("ask_next", None)]
