"""Rules of the quarterly check, for any marks of two people."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.checks import (
    FEWEST_COUNTED,
    CheckSeen,
    Marked,
    agreed,
    asked_of,
    counted,
    differences,
    read_two_ways,
    target_of,
    without_opportunity,
    words_marked,
)
from frameworks.load import load_library
from storage.choices import CheckMarked
from tests.storage.builders import U1, U2, some_person
from tests.storage.checked import some_check_mark

ENGINEERING = next(
    loaded.framework
    for loaded in load_library()
    if loaded.framework is not None and loaded.framework.id == "engineering"
)
ASKED = asked_of(ENGINEERING, "e2", target_of(ENGINEERING, "e2"))
PLACES = [(one.skill.key, example.id) for one in ASKED for example in one.examples]
sides = st.lists(st.sampled_from(CheckMarked), min_size=len(PLACES), max_size=len(PLACES)).map(
    lambda marks: dict(zip(PLACES, marks, strict=True))
)


def seen(mine: dict[Any, CheckMarked], theirs: dict[Any, CheckMarked]) -> CheckSeen:
    """A check of which one side was marked, and the other is in sight as far as it is given."""
    return CheckSeen(
        subject=some_person(id=U1),
        manager=some_person(id=U2),
        viewer_id=U1,
        framework=ENGINEERING,
        target_title=None,
        asked=ASKED,
        check=None,
        is_mine_in=True,
        is_theirs_in=bool(theirs),
        mine=mine,
        my_words={},
        theirs=theirs,
        their_words={},
    )


@given(sides, sides)
def test_a_difference_is_seen_against_not_yet(
    mine: dict[Any, CheckMarked], theirs: dict[Any, CheckMarked]
) -> None:
    """Exactly where the one saw it and the other did not yet, whoever looks; no opportunity is none."""
    apart = {place for place in PLACES if {mine[place], theirs[place]} == {"seen", "not_yet"}}

    found = differences(seen(mine, theirs))

    assert {(one.skill.key, one.example.id) for one in found} == apart
    assert len(differences(seen(theirs, mine))) == len(found)


@given(sides, sides)
def test_every_example_is_agreed_upon_or_apart_or_a_task(
    mine: dict[Any, CheckMarked], theirs: dict[Any, CheckMarked]
) -> None:
    """Nothing that was marked is left out of what the two are shown."""
    both = seen(mine, theirs)

    same = agreed(both, CheckMarked.SEEN) + agreed(both, CheckMarked.NOT_YET)

    assert same + len(differences(both)) + len(without_opportunity(both)) == len(PLACES)


@given(sides)
def test_nothing_differs_before_both_are_in(mine: dict[Any, CheckMarked]) -> None:
    """With the other side out of sight there is no difference to be told."""
    assert differences(seen(mine, {})) == ()


@given(sides, sides)
def test_wording_is_doubted_from_two_differences_on(
    mine: dict[Any, CheckMarked], theirs: dict[Any, CheckMarked]
) -> None:
    """A skill with one difference wants a talk, one with two or more a look at its words."""
    found = differences(seen(mine, theirs))

    doubted = read_two_ways(found)

    for one in ASKED:
        count = sum(difference.skill.key == one.skill.key for difference in found)
        assert (one.skill.key in doubted) == (count >= 2)


@given(st.lists(st.frozensets(st.sampled_from(["a", "b", "c"])), max_size=9))
def test_owners_learn_of_four_or_more(checks: list[frozenset[str]]) -> None:
    """Below four checks nothing is told, and no skill is named that fewer than four people read two ways."""
    told = counted(checks, len(checks))

    if len(checks) < FEWEST_COUNTED:
        assert told is None
    else:
        assert told == {
            key: count
            for key in ("a", "b", "c")
            if (count := sum(key in one for one in checks)) >= FEWEST_COUNTED
        }


marked = st.lists(
    st.builds(
        lambda author, place, mark, days: Marked(
            mark=some_check_mark(
                check_id=f"c{days}", author_id=author, competency=place[0], behaviour=place[1], mark=mark
            ),
            on=date(2026, 1, 1) + timedelta(days=days),
        ),
        st.sampled_from([U1, U2]),
        st.sampled_from(PLACES[:3]),
        st.sampled_from(CheckMarked),
        st.integers(0, 400),
    ),
    max_size=12,
    unique_by=lambda one: (one.mark.author_id, one.mark.competency, one.mark.behaviour, one.on),
)


@given(marked)
def test_the_newest_mark_of_each_is_their_word(several: list[Marked]) -> None:
    """Who marked an example otherwise since is not quoted with what they marked before; nobody twice."""
    newest: dict[Any, Marked] = {}
    for one in sorted(several, key=lambda each: each.on):
        newest[one.mark.author_id, one.mark.competency, one.mark.behaviour] = one
    against = {place: one.on for place, one in newest.items() if one.mark.mark is CheckMarked.NOT_YET}

    words = list(words_marked(several))

    assert {(one.person_id, one.competency, one.behaviour): one.on for one in words} == against
    assert len(words) == len(against)
    assert all(one.is_mark for one in words)
