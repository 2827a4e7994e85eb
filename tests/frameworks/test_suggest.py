"""Suggested skills: laws of the order, and how often it is right on words of our own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.load import load_library
from frameworks.model import Behaviour, Competency, Framework, Stage
from frameworks.suggest import BUCKETS, FEWEST_WORDS, MOST, Learned, buckets, has_enough, ranked, suggested

COFFEE = Competency(key="x/coffee", id="coffee", title="Coffee", about="Roasts and brews beans.")
BREAD = Competency(key="x/bread", id="bread", title="Bread", about="Kneads and bakes dough at dawn.")
TWO = (COFFEE, BREAD)
LOAVES = "You kneaded forty loaves before the market opened today"
K = TypeVar("K")
WORDS = st.lists(
    st.sampled_from(
        ["bake", "brew", "mentor", "plan", "customer", "ship", "hire", "explain", "zebra", "our"]
    ),
    max_size=20,
)


@cache
def library() -> tuple[Framework, ...]:
    """The frameworks that come with Trellis."""
    return tuple(one.framework for one in load_library() if one.framework is not None)


def examples() -> Iterator[tuple[tuple[Competency, ...], str, str]]:
    """Every example of our library, its skill, and the skills without any example."""
    for framework in library():
        bare = tuple(_without_examples(one) for one in framework.competencies)
        for skill in framework.competencies:
            for behaviour in skill.behaviours:
                for example in (behaviour.example or "").splitlines():
                    yield bare, skill.key, example


def _without_examples(skill: Competency) -> Competency:
    def bare(one: Behaviour) -> Behaviour:
        return replace(one, example=None)

    stages = tuple(replace(stage, behaviours=tuple(map(bare, stage.behaviours))) for stage in skill.stages)
    return replace(skill, stages=stages)


def learned_of(pieces: list[tuple[str, str]]) -> Learned:
    """What a list of confirmed texts leaves as counts."""
    seen: dict[str, Counter[int]] = {}
    for key, text in pieces:
        seen.setdefault(key, Counter()).update(buckets(text))
    return Learned(pieces=Counter(key for key, _ in pieces), seen=seen)


def test_the_likeliest_comes_first() -> None:
    """A text about one skill brings that one first."""
    assert suggested(TWO, LOAVES)[0] == "x/bread"


def test_examples_of_our_own_find_their_skill() -> None:
    """Half of the examples that it has not seen find their skill among the three: by chance one in three."""
    found = [key in ranked(skills, text)[:MOST] for skills, key, text in examples()]

    assert sum(found) / len(found) >= 0.5


def test_a_short_text_brings_none() -> None:
    """Under a few words that say something nothing is suggested; mentions, emoji and links say nothing."""
    assert suggested(TWO, "Thank you so much for all of it!") == ()
    assert not has_enough("<@U0123> @ben :tada: https://example.org/one/two/three/four/five six")
    assert FEWEST_WORDS > MOST


def test_a_text_that_shares_nothing_brings_none() -> None:
    """Where nothing is alike, there is no order to show."""
    assert ranked(TWO, "ζψω ξθ") == ()


def test_no_skills_bring_none() -> None:
    """Nothing to choose from, nothing suggested; one skill is suggested where it fits at all."""
    assert ranked((), LOAVES) == ()
    assert suggested((BREAD,), LOAVES) in {(), ("x/bread",)}


@given(WORDS, st.permutations(range(8)))
def test_only_what_is_offered_and_never_more_than_three(words: list[str], order: list[int]) -> None:
    """At most three, each once and each of those offered; the same each time, however they are offered."""
    skills = library()[0].competencies[:8]
    text = " ".join(words)

    found = suggested(skills, text)

    assert len(found) == len(set(found)) <= MOST
    assert set(found) <= {skill.key for skill in skills}
    assert found == suggested(skills, text)
    shuffled = suggested(tuple(skills[place] for place in order if place < len(skills)), text)
    assert len(shuffled) == len(found)
    assert set(shuffled) <= set(ranked(skills, text))


@given(WORDS, st.lists(st.tuples(st.sampled_from(["x/coffee", "x/bread", "x/gone"]), st.text()), max_size=8))
def test_counts_that_are_taken_back_leave_no_trace(words: list[str], pieces: list[tuple[str, str]]) -> None:
    """Learning is counting: take the counts of some pieces away and the order is what it was."""
    text = " ".join(words)
    learned = learned_of(pieces)
    undone = Learned(
        pieces=_less(learned.pieces, learned.pieces),
        seen={key: _less(seen, seen) for key, seen in learned.seen.items()},
    )

    assert ranked(TWO, text, undone) == ranked(TWO, text)


def _less(one: Mapping[K, int], other: Mapping[K, int]) -> dict[K, int]:
    return {key: count - other.get(key, 0) for key, count in one.items()}


def test_what_people_choose_moves_the_order() -> None:
    """A text that fits neither goes to where such texts were put, and back when that is undone."""
    text = "Calibrated the spectrometer lamp before every measurement run"
    taught = learned_of([("x/coffee", text)] * 12 + [("x/bread", "Wrote the rota for the summer weeks")] * 4)

    assert ranked(TWO, text, taught)[0] == "x/coffee"


@given(st.text())
def test_what_is_counted_are_buckets(text: str) -> None:
    """Of a text only numbers are counted, so few that many words share each."""
    assert all(0 <= one < BUCKETS for one in buckets(text))


@settings(max_examples=20)
@given(st.text(max_size=3000))
def test_any_text_has_an_order(text: str) -> None:
    """Whatever is typed, each skill stands in the order once, or there is none."""
    stages = (Stage(number=1, behaviours=(Behaviour(id="a", text="…"),)),)
    odd = Competency(key="x/odd", id="odd", title="Ωμέγα", stages=stages)

    assert len(ranked((*TWO, odd), text)) in {0, 3}
