"""What is asked before a 1:1."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.choose import Reason, ReasonKind
from prompts.load import load_prompts
from prompts.model import About, Dimension, Occasion, Side
from tests.prompts.builders import CADENCES, Situation, ids, situations, some_of_each_kind, some_prompt


@given(situations(), st.data())
def test_order_of_the_library(situation: Situation, data: st.DataObject) -> None:
    """The order in which the library stands changes nothing."""
    shuffled = data.draw(st.permutations(situation.library))

    assert replace(situation, library=shuffled).chosen() == situation.chosen()


def test_choice_is_the_same_everywhere() -> None:
    """A seed leads to the same prompts in every process and on every machine."""
    situation = Situation(library=some_of_each_kind(3), seed="pair-7:2026-03-02")

    assert ids(situation.chosen()) == ["growth-0", "feedback-2", "work-2"]


def test_seed_orders_what_is_equal() -> None:
    """Pairs in the same situation are not all asked the same."""
    situation = Situation(library=some_of_each_kind(5))

    seen = {tuple(ids(replace(situation, seed=f"pair-{number}").chosen())) for number in range(20)}

    assert len(seen) > 10


@given(situations())
def test_two_or_three(situation: Situation) -> None:
    """Two or three are asked, never more than wanted, wherever two fit that were not asked the last time."""
    regular = [one for one in situation.left if not one.is_special]

    chosen = situation.chosen()

    assert min(2, len(regular)) <= len(chosen) <= situation.count


@pytest.mark.parametrize("count", [0, 1, 4])
def test_count_is_two_or_three(count: int) -> None:
    """Asking for another number is a mistake of the caller."""
    situation = Situation(library=some_of_each_kind(3), count=count)

    with pytest.raises(ValueError, match="2 or 3"):
        situation.chosen()


@given(situations())
def test_side_and_occasion_fit(situation: Situation) -> None:
    """Only what is meant for this side and this occasion is asked."""
    chosen = situation.chosen()

    assert all(choice.prompt.side in {situation.side, Side.BOTH} for choice in chosen)
    assert all(choice.prompt.occasion in {*situation.occasions, Occasion.ANY} for choice in chosen)


@given(situations())
def test_never_twice_running(situation: Situation) -> None:
    """What was asked the last time is not asked again, whatever else speaks for it."""
    sets = [set(ids(chosen)) for chosen in situation.next_sets(6)]

    assert not any(before & after for before, after in pairwise(sets))


@given(situations())
def test_once_in_a_set(situation: Situation) -> None:
    """No prompt stands twice in one set."""
    chosen = ids(situation.chosen())

    assert len(set(chosen)) == len(chosen)


@given(situations(with_all_kinds=True, with_first=False))
def test_all_kinds_return(situation: Situation) -> None:
    """Within twelve 1:1s all four kinds come up, whatever is thin and whatever was asked before."""
    abouts = {choice.prompt.about for chosen in situation.next_sets(12) for choice in chosen}

    assert abouts == set(About)


def test_kinds_take_turns() -> None:
    """Four sets of three ask about each of the four kinds three times."""
    sets = Situation(library=some_of_each_kind(5)).next_sets(4)

    asked = Counter(choice.prompt.about for chosen in sets for choice in chosen)
    assert asked == dict.fromkeys(About, 3)


def test_rare_kind_returns() -> None:
    """A kind with a single prompt returns within twelve 1:1s, though others have many fresh ones."""
    common = tuple(one for one in some_of_each_kind(20) if one.about is not About.WELLBEING)
    rare = some_prompt("rare", about=About.WELLBEING)
    situation = Situation(library=(*common, rare), recent=["x", "x", "x", "rare"])

    assert any("rare" in ids(chosen) for chosen in situation.next_sets(12))


@given(situations(with_first=False))
def test_kinds_differ_in_a_set(situation: Situation) -> None:
    """A set repeats a kind only where no other kind is left to ask about."""
    kinds = {one.about for one in situation.left if not one.is_special}

    chosen = situation.chosen()

    assert len({choice.prompt.about for choice in chosen}) >= min(len(kinds), len(chosen))


@given(situations(with_first=False))
def test_thin_comes_first(situation: Situation) -> None:
    """Where little is recorded on something, a set begins with a prompt on it that is not worn yet.

    Only what is special goes before.
    """
    thin = set(situation.thin) - {"none"}
    fresh = [
        one
        for one in situation.left
        if not one.is_special
        and one.id not in situation.recent
        and {one.dimension.value, one.competency} & thin
    ]

    first = [choice.reason.kind for choice in situation.chosen()[:1]]

    assert not fresh or first in ([ReasonKind.LITTLE_RECORDED], [ReasonKind.OCCASION])


@given(situations(with_first=False))
def test_what_is_in_focus_has_its_place(situation: Situation) -> None:
    """A set holds a prompt on a skill in focus, unless the last one did, or none of another kind is fresh."""
    skills = {key.rpartition("/")[2] for key in situation.focus}
    library = {one.id: one for one in situation.library}
    rests = any(library[name].competency in skills for name in situation.recent[:3] if name in library)
    chosen = [one.prompt for one in situation.chosen()]
    regular = [one for one in chosen if not one.is_special]
    kinds = {one.about for one in chosen}
    fresh = [
        one
        for one in situation.left
        if one.competency in skills and not one.is_special and one.id not in situation.recent
    ]

    missed = [one for one in fresh if one.about not in kinds] if len(regular) >= 2 and not rests else []

    assert not missed or {one.competency for one in regular} & skills


@given(situations())
def test_reason_on_what_is_in_focus_is_true(situation: Situation) -> None:
    """Whoever is told of a goal on a skill was asked about that very skill."""
    told = [one for one in situation.chosen() if one.reason.kind is ReasonKind.IN_FOCUS]

    assert all(one.reason.subject in situation.focus for one in told)
    assert all(one.reason.subject.rpartition("/")[2] == one.prompt.competency for one in told)


def test_what_is_in_focus_rests_for_a_set() -> None:
    """A goal on a skill is no refrain: every other set has no prompt that it led to."""
    on_it = [
        some_prompt(f"on-{about}-{n}", about=about, competency="coaching") for about in About for n in (1, 2)
    ]
    library = (*some_of_each_kind(6), *on_it)

    sets = Situation(library=library, focus=["shared/coaching"]).next_sets(4)

    led = [any(one.reason.kind is ReasonKind.IN_FOCUS for one in chosen) for chosen in sets]
    assert led[0]
    assert not any(both == (True, True) for both in pairwise(led))


def test_worn_prompts_do_not_lead() -> None:
    """What is thin gives way to fresh prompts where its own were asked within the quarter."""
    worn = some_prompt("worn", about=About.FEEDBACK, dimension=Dimension.INFLUENCE)
    recent = ["x", "x", "x", "worn", "feedback-0"]
    situation = Situation(library=(worn, *some_of_each_kind(5)), thin=["influence"], recent=recent)

    assert "worn" not in ids(situation.chosen())


@given(situations())
def test_reason_on_what_is_thin_is_true(situation: Situation) -> None:
    """Whoever is told that little is recorded on something was asked about that very thing."""
    told = [one for one in situation.chosen() if one.reason.kind is ReasonKind.LITTLE_RECORDED]

    assert all(one.reason.subject in {one.prompt.dimension.value, one.prompt.competency} for one in told)
    assert all(one.reason.subject in situation.thin for one in told)


@pytest.mark.parametrize("key", ["coaching", "shared/coaching"])
def test_skill_is_known_by_id_or_key(key: str) -> None:
    """A prompt hints at a skill by its id, whatever file the skill comes from."""
    (choice,) = Situation(library=[some_prompt(competency="coaching")], thin=[key]).chosen()

    assert choice.reason == Reason(kind=ReasonKind.LITTLE_RECORDED, subject=key)


def test_thinnest_is_named() -> None:
    """A prompt that serves two thin subjects names the thinner."""
    prompt = some_prompt(dimension=Dimension.INFLUENCE, competency="coaching")
    situation = Situation(library=(prompt,), thin=["coaching", "influence"])

    (choice,) = situation.chosen()

    assert choice.reason == Reason(kind=ReasonKind.LITTLE_RECORDED, subject="coaching")


def test_second_thin_subject_has_its_turn() -> None:
    """One set serves several thin subjects before it serves one of them twice."""
    library = (
        some_prompt("asked", about=About.GROWTH),
        some_prompt("work", about=About.WORK, dimension=Dimension.INFLUENCE),
        *(some_prompt(f"more-{n}", about=About.GROWTH, dimension=Dimension.INFLUENCE) for n in range(9)),
        some_prompt("other", about=About.GROWTH, dimension=Dimension.EXPERIENCE),
    )
    situation = Situation(library=library, thin=["influence", "experience"], recent=["asked"])

    assert ids(situation.chosen())[:2] == ["work", "other"]


def test_first_talk() -> None:
    """The first 1:1 of a pair is made of the prompts written for it, and says so."""
    library = (*some_of_each_kind(4), *(some_prompt(f"first-{n}", occasion=Occasion.FIRST) for n in range(3)))

    chosen = Situation(library=library, talk=Occasion.FIRST, thin=["influence"]).chosen()

    assert [choice.reason for choice in chosen] == [Reason(kind=ReasonKind.FIRST_TALK)] * 3


def test_kind_left_out_last_time() -> None:
    """A kind that nobody was asked about the last time comes first, and says so."""
    recent = ["work-0", "growth-0", "feedback-0", "wellbeing-0"]

    first = Situation(library=some_of_each_kind(4), recent=recent).chosen()[0]

    assert first.reason == Reason(kind=ReasonKind.NOT_LAST_TIME, subject="wellbeing")


def test_regular_turn() -> None:
    """Where nothing was asked yet and nothing is thin, no more is claimed than that it is its turn."""
    chosen = Situation(library=some_of_each_kind(4)).chosen()

    assert [choice.reason for choice in chosen] == [Reason(kind=ReasonKind.REGULAR)] * 3


def test_worn_third_is_left_out() -> None:
    """A third prompt is not asked where it was already asked within the quarter; two still are."""
    library = some_of_each_kind(1)
    recent = [*(["x"] * 3), *(one.id for one in library)]

    assert len(Situation(library=library, recent=recent, talk=Occasion.WEEKLY).chosen()) == 2


def test_quarter_follows_the_cadence() -> None:
    """Twenty prompts back is within the quarter for a weekly pair, and long past for a monthly one."""
    library = some_of_each_kind(1)
    recent = [*(["x"] * 20), *(one.id for one in library)]

    assert len(Situation(library=library, recent=recent, talk=Occasion.MONTHLY).chosen()) == 3


def test_oldest_returns_first() -> None:
    """Where all of a kind were asked before, the one asked longest ago returns."""
    library = tuple(some_prompt(name) for name in "abcd")

    chosen = Situation(library=library, recent=["x", "x", "x", *"cadb"]).chosen()

    assert ids(chosen) == ["b", "d"]


@pytest.mark.parametrize("side", [Side.MANAGER, Side.REPORT])
@pytest.mark.parametrize("talk", CADENCES)
def test_bundled_library_lasts(side: Side, talk: Occasion) -> None:
    """Over a year the bundled library seldom asks one side the same within eight 1:1s, and stays even."""
    library = load_prompts(None).prompts

    sets = Situation(library=library, side=side, talk=talk).next_sets(52)

    asked = Counter(choice.prompt.about for chosen in sets for choice in chosen)
    repeats = sum(
        len({*ids(chosen)} & {name for before in sets[max(0, turn - 7) : turn] for name in ids(before)})
        for turn, chosen in enumerate(sets)
    )
    assert repeats <= 3
    assert min(asked.values()) > 0.7 * max(asked.values())
