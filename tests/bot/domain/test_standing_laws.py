"""The laws of standing that hold for any evidence (DESIGN 7)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.standing import RISING, NoOpportunity, State, Word, by_behaviour, in_order, standing_of
from storage.records import Evidence
from tests.bot.domain.growth import (
    AS_OF,
    GUIDES,
    SHIPS,
    TELLS,
    marks_of_no_chance,
    pieces,
    ref,
    some_evidence,
    spoken,
    stand,
    words,
)

seeded = settings(derandomize=True, deadline=None, max_examples=200)


@seeded
@given(some_evidence(), words, marks_of_no_chance, pieces("new", against=False))
def test_more_favourable_evidence_never_lowers_a_standing(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity], more: Evidence
) -> None:
    """Whatever is recorded already, one more favourable piece leaves no state lower, and no skill undone."""
    before, after = (stand(each, said, unmet) for each in (evidence, [*evidence, more]))

    assert all(RISING.index(after[one].state) >= RISING.index(before[one].state) for one in before)


@seeded
@given(some_evidence(), words, marks_of_no_chance, st.data())
def test_losing_a_witness_never_raises_a_standing(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity], data: st.DataObject
) -> None:
    """Whichever piece loses whichever of its witnesses, no state is higher for it."""
    witnessed = [n for n, piece in enumerate(evidence) if piece.witnesses]
    at = data.draw(st.sampled_from(witnessed)) if witnessed else None
    fewer = [
        replace(piece, witnesses=piece.witnesses[1:]) if n == at else piece
        for n, piece in enumerate(evidence)
    ]

    before, after = stand(evidence, said, unmet), stand(fewer, said, unmet)
    assert all(RISING.index(after[one].state) <= RISING.index(before[one].state) for one in before)


@seeded
@given(some_evidence(), words, marks_of_no_chance, st.data())
def test_order_does_not_matter(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity], data: st.DataObject
) -> None:
    """Any order of the same evidence, words and marks gives equal standings."""
    after = stand(
        data.draw(st.permutations(evidence)),
        data.draw(st.permutations(said)),
        data.draw(st.permutations(unmet)),
    )

    assert after == stand(evidence, said, unmet)


@seeded
@given(some_evidence(), words, marks_of_no_chance)
def test_not_yet_is_always_somebodys_word(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity]
) -> None:
    """No state is not yet without a named person's word among those given."""
    found = stand(evidence, said, unmet)

    named = spoken(evidence, said)
    assert all(one.word in named for one in found.values() if one.state == State.NOT_YET)


@seeded
@given(some_evidence(), words, marks_of_no_chance)
def test_a_standing_rests_on_what_was_put_in(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity]
) -> None:
    """Every id beside a state is of a piece of that kind, on or before the last day; none is made up."""
    known = [piece for piece in evidence if piece.happened_on <= AS_OF]
    favourable = {piece.id for piece in known if piece.is_favourable}
    contrary = {piece.id for piece in known if not piece.is_favourable} | {word.said_in for word in said}

    for one in stand(evidence, said, unmet).values():
        assert favourable.issuperset(one.favourable)
        assert contrary.issuperset(one.contrary)
        assert one.favourable or one.state not in {State.SHOWN, State.EMERGING}


@seeded
@given(some_evidence(), words, marks_of_no_chance, st.sampled_from([SHIPS, TELLS, GUIDES]))
def test_one_behaviour_by_itself_stands_as_within_its_skill(
    evidence: list[Evidence], said: list[Word], unmet: list[NoOpportunity], name: str
) -> None:
    """Where neither the level nor a higher stage gives it, a behaviour's table is all there is to it."""
    within = stand(evidence, said, unmet, level=None, target="e3")[ref(name)]
    recorded = by_behaviour(in_order(evidence), spoken(evidence, said), unmet)
    alone = recorded.get(ref(name))

    assert within.given_by or alone is None or standing_of(ref(name), alone, as_of=AS_OF) == within
