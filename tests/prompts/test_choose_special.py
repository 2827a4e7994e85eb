"""What is asked before a 1:1 where something special holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from prompts.choose import InSight, Reason, ReasonKind, choose_prompts
from prompts.load import load_prompts
from prompts.model import SPECIAL, About, Dimension, Occasion, Side, Trigger
from tests.prompts.builders import CADENCES, Situation, ids, situations, some_of_each_kind, some_prompt

LIBRARY = load_prompts(None).prompts
QUARTER = {Occasion.WEEKLY: 39, Occasion.FORTNIGHTLY: 21, Occasion.MONTHLY: 9}
QUIET = tuple(some_prompt(f"quiet-{about}", occasion=Occasion.QUIET, about=about) for about in About)


@given(situations())
def test_what_is_special_leads(situation: Situation) -> None:
    """A set begins with an occasion that holds, and of several with the one that comes first."""
    due = [SPECIAL.index(one.occasion) for one in situation.due]

    leading = [choice.prompt.occasion for choice in situation.chosen()[:1]]

    assert not due or SPECIAL.index(leading[0]) <= min(due)


@given(situations())
def test_most_of_a_set_is_regular_talk(situation: Situation) -> None:
    """At most two of a set are special, each on an occasion of its own."""
    special = [choice.prompt.occasion for choice in situation.chosen() if choice.prompt.is_special]

    assert len(special) == len(set(special)) <= 2


@given(situations())
def test_an_occasion_rests(situation: Situation) -> None:
    """An occasion that was asked about among the last six prompts is left alone, however long it holds."""
    occasions = {one.id: one.occasion for one in situation.library}
    lately = {occasions.get(name) for name in situation.recent[:6]}

    asked = {choice.prompt.occasion for choice in situation.chosen() if choice.prompt.is_special}

    assert not asked & lately


@given(situations(with_first=False))
def test_special_prompts_do_not_return_within_a_quarter(situation: Situation) -> None:
    """A special prompt that was asked this quarter is not asked again, even where none other is left."""
    lately = set(situation.recent[: QUARTER[situation.talk]])

    asked = {choice.prompt.id for choice in situation.chosen() if choice.prompt.is_special}

    assert not asked & lately


@given(situations())
def test_reasons_name_what_holds(situation: Situation) -> None:
    """A prompt that was chosen for an occasion or for a sign ahead names one that is its own and holds."""
    for choice in situation.chosen():
        if choice.reason.kind is ReasonKind.OCCASION:
            assert choice.reason.subject == choice.prompt.occasion
            assert choice.reason.subject in situation.special
        if choice.reason.kind is ReasonKind.SIGN_AHEAD:
            assert choice.reason.subject == choice.prompt.trigger
            assert choice.reason.subject in situation.ahead


def test_an_occasion_that_goes_on_is_no_refrain() -> None:
    """Over eight weeks of a quiet while it is asked about every third time, never twice the same."""
    library = (*some_of_each_kind(10), *QUIET)

    sets = Situation(library=library, special=[Occasion.QUIET]).next_sets(8)

    turns = [[one.prompt.id for one in chosen if one.prompt.is_special] for chosen in sets]
    assert [len(turn) for turn in turns] == [1, 0, 0, 1, 0, 0, 1, 0]
    assert len({name for turn in turns for name in turn}) == 3


def test_a_first_talk_with_a_new_manager() -> None:
    """What is special leads a first 1:1 too; the rest is made of what was written for it."""
    first = tuple(some_prompt(f"first-{about}", occasion=Occasion.FIRST, about=about) for about in About)
    change = some_prompt("change", occasion=Occasion.CHANGE_OF_MANAGER, about=About.GROWTH)
    library = (*some_of_each_kind(4), *first, change)

    chosen = Situation(
        library=library, talk=Occasion.FIRST, special=[Occasion.CHANGE_OF_MANAGER], thin=["influence"]
    ).chosen()

    assert [choice.reason.kind for choice in chosen] == [
        ReasonKind.OCCASION,
        ReasonKind.FIRST_TALK,
        ReasonKind.FIRST_TALK,
    ]


def test_of_two_occasions_the_more_pressing_leads() -> None:
    """Where several hold they lead in the order in which the model lists them, one prompt each."""
    held = [Occasion.QUIET, Occasion.CHANGE_OF_LANE, Occasion.QUARTERLY]
    special = [some_prompt(one, occasion=one, about=about) for one, about in zip(held, About, strict=False)]

    chosen = Situation(library=(*some_of_each_kind(4), *special), special=held).chosen()

    assert ids(chosen)[:2] == [Occasion.CHANGE_OF_LANE, Occasion.QUARTERLY]
    assert not chosen[2].prompt.is_special


def test_without_the_occasion_nothing_special_is_asked() -> None:
    """A special prompt waits until its occasion holds, even where nothing else is left."""
    assert Situation(library=QUIET).chosen() == ()


def test_signs_of_the_next_level_go_before_what_is_equal() -> None:
    """Of prompts that nobody was asked yet, one on a sign of the next level comes first, and says so."""
    library = (*some_of_each_kind(3), some_prompt("sign", trigger=Trigger.TRAINING))

    (first, *_) = Situation(library=library, ahead=[Trigger.TRAINING]).chosen()

    assert first.prompt.id == "sign"
    assert first.reason == Reason(kind=ReasonKind.SIGN_AHEAD, subject="training")


def test_signs_ahead_are_not_asked_for_again_and_again() -> None:
    """A sign of the next level gives way to what was not asked yet, and to what little is recorded on."""
    library = (
        some_prompt("sign", trigger=Trigger.TRAINING),
        some_prompt("thin", dimension=Dimension.INFLUENCE),
        *(some_prompt(f"other-{number}") for number in range(3)),
    )
    situation = Situation(library=library, ahead=[Trigger.TRAINING], thin=["influence"])
    asked = replace(situation, recent=["x", "x", "x", "sign"])

    assert ids(situation.chosen())[:2] == ["thin", "sign"]
    assert "sign" not in ids(asked.chosen())


@pytest.mark.parametrize("occasions", [set(), {Occasion.QUIET}, {Occasion.FIRST, Occasion.WEEKLY}])
def test_a_talk_is_one_of_its_kind(occasions: set[Occasion]) -> None:
    """Choosing for no talk or for two at once is a mistake of the caller."""
    with pytest.raises(ValueError, match="a talk is one of"):
        choose_prompts((), side=Side.BOTH, occasions=occasions, recent=(), in_sight=InSight(), seed="")


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("occasion", SPECIAL)
def test_bundled_library_has_a_word_for_each(side: Side, occasion: Occasion) -> None:
    """Whatever holds, each side's set begins with it, and six such sets in a row repeat nothing."""
    situation = Situation(library=LIBRARY, side=side, talk=Occasion.MONTHLY, special=[occasion])

    sets = situation.next_sets(6)

    assert sets[0][0].reason == Reason(kind=ReasonKind.OCCASION, subject=occasion)
    assert not any({*ids(before)} & {*ids(after)} for before, after in pairwise(sets))


@pytest.mark.parametrize("side", [Side.MANAGER, Side.REPORT])
@pytest.mark.parametrize("talk", CADENCES)
def test_a_year_with_everything_special(side: Side, talk: Occasion) -> None:
    """Even where all occasions hold all year, every set has its regular prompt and all kinds come up."""
    sets = Situation(library=LIBRARY, side=side, talk=talk, special=SPECIAL).next_sets(52)

    assert all(any(not choice.prompt.is_special for choice in chosen) for chosen in sets)
    assert {choice.prompt.about for chosen in sets[:6] for choice in chosen} == set(About)
