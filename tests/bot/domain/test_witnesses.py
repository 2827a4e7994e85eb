"""Whom a changed text asks again, and who may be asked at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.witnesses import MOST_ASKED, asked_anew, check_answer, check_asked
from bot.errors import BotError, Invalid
from storage.choices import WitnessAsk
from storage.records import AskedWitness
from tests.storage.builders import NOON, U1, some_evidence, some_person
from tests.storage.checked import some_asked

people = st.sampled_from([f"U{number}" for number in range(2, 9)])
asks = st.lists(
    st.builds(
        some_asked,
        person_id=people,
        state=st.sampled_from(WitnessAsk),
        text_version=st.integers(1, 4),
    ),
    max_size=MOST_ASKED,
    unique_by=lambda one: one.person_id,
)


@given(asks)
def test_new_words_have_no_witness_and_ask_nobody_who_declined(before: list[AskedWitness]) -> None:
    """Whoever had confirmed or not answered is asked about exactly the new text; a no is a no."""
    again = asked_anew(before, 9, NOON)

    assert {one.person_id for one in again} == {
        one.person_id for one in before if one.state is not WitnessAsk.DECLINED
    }
    assert all((one.state, one.text_version) == (WitnessAsk.ASKED, 9) for one in again)


@given(asks, st.lists(people, min_size=1, max_size=6))
def test_nobody_is_asked_twice_and_no_more_than_five(before: list[AskedWitness], chosen: list[str]) -> None:
    """However often the owner asks, one note asks five people at most, each once."""
    known = {one.person_id for one in before}
    new = set(chosen) - known
    owner, wanted = some_person(id=U1), [some_person(id=one) for one in chosen]
    if len(known | new) > MOST_ASKED:
        with pytest.raises(Invalid, match="too_many_witnesses"):
            check_asked(owner, wanted, before)
    else:
        assert {one.id for one in check_asked(owner, wanted, before)} == new


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.sampled_from(WitnessAsk))
def test_an_answer_is_to_one_exact_text(answered: int, asked: int, now: int, state: WitnessAsk) -> None:
    """Only an answer to the text as it is, by somebody who was asked about that one, counts."""
    one = some_asked(text_version=asked, state=state)
    piece = some_evidence(text_version=now)
    if state is not WitnessAsk.DECLINED and answered == asked == now:
        assert check_answer(one, piece, answered) == one
    else:
        with pytest.raises(BotError):
            check_answer(one, piece, answered)
