"""The laws of a summary that hold for any evidence (DESIGN 7)."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.periods import Period
from bot.domain.standing import NoOpportunity, Word
from bot.domain.statements import (
    Family,
    Filter,
    Section,
    Sought,
    Statement,
    StatementKind,
    statements_as_json,
    statements_from_json,
)
from bot.domain.summary import Placed, gaps, strengths, summarise
from frameworks.model import Needs
from storage.records import Evidence
from tests.bot.domain.growth import (
    AS_OF,
    marks_of_no_chance,
    one_sheet,
    ref,
    some_evidence,
    some_framework,
    spoken,
    words,
)

seeded = settings(derandomize=True, deadline=None, max_examples=150)
PLACES = [
    None,
    *(
        Placed(framework=some_framework(), level=level, since=date(2025, 1, 1))
        for level in ("e1", "e2", "e3", None)
    ),
    Placed(framework=some_framework(Needs(required=(ref("tells"),), any=1)), level="e1", since=AS_OF),
    Placed(framework=one_sheet(), level=None, since=AS_OF, second=some_framework()),
]
places = st.sampled_from(PLACES)
periods = st.sampled_from(
    [
        Period(first=date(2026, 1, 1), last=AS_OF),
        Period(first=date(2026, 6, 1), last=AS_OF),
        Period(first=date(2025, 1, 1), last=date(2025, 12, 31)),
        Period(first=date(2023, 1, 1), last=date(2023, 12, 31)),
    ]
)


def matches(piece: Evidence, none: Filter) -> bool:
    """Whether a filter would have found a piece, told again by a plain reading of it."""
    if not none.first <= piece.happened_on <= none.last:
        return False
    if none.sought is Sought.FAVOURABLE and not piece.is_favourable:
        return False
    if none.competency is None:
        return True
    return any(
        mark.competency == none.competency and none.behaviour in {None, mark.behaviour}
        for mark in piece.marks
    )


@seeded
@given(places, some_evidence(), words, marks_of_no_chance, periods)
def test_every_claim_has_its_evidence_among_what_was_put_in(
    place: Placed | None,
    evidence: list[Evidence],
    said: list[Word],
    unmet: list[NoOpportunity],
    period: Period,
) -> None:
    """A summary claims nothing without evidence, and cites only pieces and words that it was given."""
    found = summarise(
        placed=place, evidence=evidence, words=spoken(evidence, said), no_opportunity=unmet, period=period
    )

    known = {piece.id for piece in evidence if piece.happened_on <= period.last}
    known |= {word.said_in for word in said if word.on <= period.last}
    for one in found:
        assert known.issuperset(one.evidence)
        assert bool(one.evidence) is (one.kind.family is Family.CLAIM)


@seeded
@given(places, some_evidence(), words, marks_of_no_chance, periods)
def test_every_absence_is_true(
    place: Placed | None,
    evidence: list[Evidence],
    said: list[Word],
    unmet: list[NoOpportunity],
    period: Period,
) -> None:
    """An absence carries a filter, and that filter finds nothing in what was put in."""
    found = summarise(
        placed=place, evidence=evidence, words=spoken(evidence, said), no_opportunity=unmet, period=period
    )

    for one in found:
        assert bool(one.filter) is (one.kind.family is Family.ABSENCE)
        if one.filter and one.filter.sought in {Sought.EVIDENCE, Sought.FAVOURABLE}:
            assert not [piece for piece in evidence if matches(piece, one.filter)]


@seeded
@given(places, some_evidence(), words, marks_of_no_chance, periods, st.data())
def test_the_same_inputs_give_the_same_bytes(
    place: Placed | None,
    evidence: list[Evidence],
    said: list[Word],
    unmet: list[NoOpportunity],
    period: Period,
    data: st.DataObject,
) -> None:
    """Whatever the order of evidence, words and marks, the text is the same to the byte, and reads back."""
    once = summarise(
        placed=place, evidence=evidence, words=spoken(evidence, said), no_opportunity=unmet, period=period
    )
    again = summarise(
        placed=place,
        evidence=data.draw(st.permutations(evidence)),
        words=data.draw(st.permutations(spoken(evidence, said))),
        no_opportunity=data.draw(st.permutations(unmet)),
        period=period,
    )

    assert statements_as_json(again).encode() == statements_as_json(once).encode()
    assert statements_from_json(statements_as_json(once)) == once


@seeded
@given(places, some_evidence(), words, periods)
def test_nothing_that_speaks_against_is_left_out(
    place: Placed | None, evidence: list[Evidence], said: list[Word], period: Period
) -> None:
    """Every contrary piece of the period stands in a statement of what speaks against."""
    found = summarise(placed=place, evidence=evidence, words=spoken(evidence, said), period=period)

    against = {name for one in found if one.kind is StatementKind.CONTRARY for name in one.evidence}
    recent = [piece for piece in evidence if not piece.is_favourable and piece.happened_on in period]
    assert against.issuperset(piece.id for piece in recent)


@seeded
@given(places, some_evidence(), words, periods)
def test_every_piece_of_the_period_is_covered(
    place: Placed | None, evidence: list[Evidence], said: list[Word], period: Period
) -> None:
    """Each piece of the period is counted on its skills, or as being on none."""
    found = summarise(placed=place, evidence=evidence, words=spoken(evidence, said), period=period)

    covered = {name for one in found if one.kind.section is Section.COVERAGE for name in one.evidence}
    assert covered == {piece.id for piece in evidence if piece.happened_on in period}


@seeded
@given(places, some_evidence(), words, marks_of_no_chance, periods)
def test_there_are_two_or_three_questions_at_the_end(
    place: Placed | None,
    evidence: list[Evidence],
    said: list[Word],
    unmet: list[NoOpportunity],
    period: Period,
) -> None:
    """Every summary closes with two or three questions, no two of a kind or of a skill."""
    found = summarise(
        placed=place, evidence=evidence, words=spoken(evidence, said), no_opportunity=unmet, period=period
    )

    asked = [one for one in found if one.kind.family is Family.QUESTION]
    skills = [one.competency for one in asked if one.competency]
    assert tuple(asked) == found[-len(asked) :]
    assert len(asked) in {2, 3}
    assert len({one.kind for one in asked}) == len(asked)
    assert len(set(skills)) == len(skills)


@seeded
@given(places, some_evidence(), words, periods)
def test_sections_follow_each_other(
    place: Placed | None, evidence: list[Evidence], said: list[Word], period: Period
) -> None:
    """Statements of one section stand together, and sections in their order."""
    before = summarise(placed=place, evidence=evidence[:4], period=period)
    found = summarise(
        placed=place, evidence=evidence, words=spoken(evidence, said), period=period, previous=before
    )

    in_order = list(Section)
    places_of = [in_order.index(one.kind.section) for one in found]
    assert places_of == sorted(places_of)


@seeded
@given(some_evidence(), words, periods, periods)
def test_a_summary_after_another_says_what_changed(
    evidence: list[Evidence], said: list[Word], first: Period, second: Period
) -> None:
    """With a last summary of no later time, something is said of change, citing only what was put in now."""
    before = summarise(placed=PLACES[1], evidence=evidence, period=first)
    after = summarise(
        placed=PLACES[1],
        evidence=evidence[2:],
        words=spoken(evidence[2:], said),
        period=second,
        previous=before,
    )

    known = {piece.id for piece in evidence[2:]} | {word.said_in for word in said}
    changes = [one for one in after if one.kind.section is Section.CHANGES]
    assert bool(changes) is (first.last <= second.last)
    assert all(known.issuperset(one.evidence) for one in changes)


@seeded
@given(places, some_evidence(), words, periods, st.integers(0, 4))
def test_a_short_answer_is_taken_from_the_whole(
    place: Placed | None, evidence: list[Evidence], said: list[Word], period: Period, most: int
) -> None:
    """Strengths are claims and gaps are none of them; no more than asked for, each once."""
    whole = summarise(placed=place, evidence=evidence, words=spoken(evidence, said), period=period)
    strong: tuple[Statement, ...] = strengths(whole, most)
    thin: tuple[Statement, ...] = gaps(whole, most)

    assert set(strong) | set(thin) <= set(whole)
    assert not set(strong) & set(thin)
    assert all(one.kind.family is Family.CLAIM for one in strong)
    assert all(len(set(each)) == len(each) <= most for each in (strong, thin))
