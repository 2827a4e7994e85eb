"""The hint on wording, held against sentences that were labelled before there was a rule."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.wording import Hint, hint_on

LABELS = {"person": Hint.PERSON, "effect": Hint.NO_EFFECT, "fine": None}
LABELLED = tuple(
    (LABELS[label], sentence)
    for line in (Path(__file__).parent / "wording_labelled.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for label, sentence in [line.split("\t")]
)
TUNED, HELD_OUT = LABELLED[::2], LABELLED[1::2]


def figures(labelled: Sequence[tuple[Hint | None, str]]) -> tuple[float, float]:
    """Of the hints given how many were right, and how many of those wanted; a wrong kind is neither."""
    given_ = [(wanted, hint_on(sentence)) for wanted, sentence in labelled]
    right = sum(wanted is found is not None for wanted, found in given_)
    return right / sum(found is not None for _, found in given_), right / sum(
        wanted is not None for wanted, _ in given_
    )


def test_there_are_enough_sentences() -> None:
    """At least 200 sentences, each once, and as many of each label."""
    assert len({sentence for _, sentence in LABELLED}) == len(LABELLED) >= 200
    assert {sum(wanted is label for wanted, _ in LABELLED) for label in LABELS.values()} == {
        len(LABELLED) // 3
    }


@pytest.mark.parametrize("half", [TUNED, HELD_OUT, LABELLED], ids=["tuned", "held out", "all"])
def test_a_hint_is_rarely_wrong(half: Sequence[tuple[Hint | None, str]]) -> None:
    """Nine hints of ten are right, and half of those wanted are given: on what was held out too."""
    precision, recall = figures(half)

    assert precision >= 0.9
    assert recall >= 0.5


@pytest.mark.parametrize("text", ["", "Thanks", "👏👏👏", "lazy " * 61, "Danke für die schnelle Antwort"])
def test_what_cannot_be_judged_brings_none(text: str) -> None:
    """Nothing, a word, a long text and another language bring no hint."""
    assert hint_on(text) is None


@given(st.text(max_size=3000))
def test_any_text_is_judged_alike_twice(text: str) -> None:
    """Whatever stands in the box, the rule ends, and the same text brings the same hint."""
    assert hint_on(text) is hint_on(text)


@given(st.sampled_from(LABELLED))
def test_an_effect_silences_it(labelled: tuple[Hint | None, str]) -> None:
    """Whoever adds what came of it is left alone."""
    assert hint_on(f"{labelled[1]} Because of it we shipped a week early.") is None
