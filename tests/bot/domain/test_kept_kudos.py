"""Kudos that become one note, and what each of their givers reads of it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kept_kudos import TOGETHER_WITHIN, as_note, check_together, may_go_together
from bot.domain.texts import LONGEST
from bot.domain.visibility import Viewer, facts_of_evidence, is_whole_for, may_read, part_of
from bot.errors import Invalid
from storage.choices import EvidenceSource
from storage.records import Kudos, Line, Witness
from tests.storage.builders import NOON, U1, U2, U3, U4, some_evidence, some_kudos

skills = st.sets(st.sampled_from(["a/one", "a/two"])).map(lambda found: tuple(sorted(found)))
hours = st.integers(min_value=-200, max_value=200).map(lambda many: timedelta(hours=many))
kudos = st.builds(
    lambda name, after, on: some_kudos(id=name, given_at=NOON + after, competencies=on),
    st.sampled_from(["k1", "k2", "k3"]),
    hours,
    skills,
)


@given(kudos, kudos)
def test_what_goes_together_is_near_and_alike(one: Kudos, other: Kudos) -> None:
    """Offered are other kudos of a few days that name one of the same skills, or where either names none."""
    is_near = abs(one.given_at - other.given_at) <= TOGETHER_WITHIN
    are_alike = (
        not one.competencies or not other.competencies or set(one.competencies) & set(other.competencies)
    )

    assert may_go_together(one, other) == bool(one.id != other.id and is_near and are_alike)
    assert may_go_together(one, other) == may_go_together(other, one)


def test_kudos_of_somebody_else_never_go_together() -> None:
    """A note is of its owner's kudos alone."""
    assert not may_go_together(some_kudos(id="k1"), some_kudos(id="k2", receiver=U4))


def test_what_is_not_offered_is_refused() -> None:
    """An id from nowhere, or of kudos that are a note by now, makes no note."""
    with pytest.raises(Invalid) as refused:
        check_together(some_kudos(), [some_kudos(id="k2")], ["k3"])

    assert refused.value.field == "together"


@given(lengths=st.lists(st.integers(min_value=1, max_value=1500), min_size=1, max_size=4))
def test_all_of_it_fits_into_one_note(lengths: list[int]) -> None:
    """The words of all are told oldest first, and refused where a note does not hold them."""
    first, *others = [
        some_kudos(id=f"k{place}", text="x" * length, given_at=NOON - timedelta(hours=place))
        for place, length in enumerate(lengths)
    ]
    whole = "\n\n".join("x" * length for length in lengths)
    chosen = [one.id for one in others]

    if len(whole) <= LONGEST:
        told = check_together(first, others, chosen)
        assert [one.id for one in told] == [f"k{place}" for place in reversed(range(len(lengths)))]
        assert sum(len(as_note(one)) for one in told) == sum(lengths)
    else:
        with pytest.raises(Invalid, match="kudos_too_long"):
            check_together(first, others, chosen)


@given(writers=st.lists(st.sampled_from([U1, U3, U4]), min_size=2, max_size=5))
def test_each_giver_reads_their_own_words_alone(writers: list[str]) -> None:
    """Of a note of several people's words each reads what they wrote, and not that there are others."""
    lines = tuple(
        Line(person_id=who, kudos_id=f"k{place}", text=f"words {place} of {who}")
        for place, who in enumerate(writers)
    )
    seen = tuple(Witness(person_id=who, text_version=1, at=NOON) for who in dict.fromkeys(writers))
    piece = some_evidence(owner=U2, source=EvidenceSource.KUDOS, lines=lines, witnesses=seen)
    facts = facts_of_evidence(piece)

    for who in set(writers):
        part = part_of(piece, who)
        assert may_read(Viewer(id=who), facts)
        assert not is_whole_for(Viewer(id=who), facts)
        assert part.text.split("\n\n") == [line.text for line in lines if line.person_id == who]
        assert {one.person_id for one in part.witnesses} == {who}
        assert part.lines == ()
    assert is_whole_for(Viewer(id=U2), facts)
