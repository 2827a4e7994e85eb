"""The table of standing (DESIGN 7): each row, their order, and the laws that hold for any evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.standing import (
    NoOpportunity,
    State,
    Word,
    standings,
    witnesses_of,
)
from frameworks.model import Behaviour, Competency, Framework, Lane, Level, Needs, Stage
from storage.records import Evidence
from tests.bot.domain.growth import (
    AS_OF,
    CLARITY,
    DAY,
    DELIVERY,
    GUIDES,
    LISTENS,
    LOOK_BACK,
    OTHER,
    OWNER,
    PEER,
    PLANS,
    SHIPS,
    TEACHES,
    TELLS,
    WRITES,
    marked,
    no_chance,
    one_sheet,
    ref,
    some_framework,
    some_piece,
    some_skill,
    some_word,
    stand,
)


def state(
    evidence: Sequence[Evidence], said: Sequence[Word] = (), unmet: Sequence[NoOpportunity] = ()
) -> State:
    """The state of `tells`, which e2 asks beyond e1."""
    return stand(evidence, said, unmet)[ref(TELLS)].state


def seen(name: str, on: date, *people: str, behaviour: str = TELLS, against: bool = False) -> Evidence:
    return some_piece(name, on, marked(behaviour), seen_by=people, against=against)


def shown(*behaviours: str) -> list[Evidence]:
    return [
        seen(f"{name}{n}", AS_OF - n * DAY, PEER, behaviour=name) for name in behaviours for n in range(2)
    ]


TWO_DAYS = (seen("n1", AS_OF - DAY), seen("n2", AS_OF, PEER))


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param([], State.NOTHING_RECORDED, id="none"),
        pytest.param([seen("n1", AS_OF)], State.EMERGING, id="one"),
        pytest.param([seen("n1", AS_OF, PEER)], State.EMERGING, id="one, witnessed"),
        pytest.param([seen("n1", AS_OF, PEER), seen("n2", AS_OF, OTHER)], State.EMERGING, id="one day"),
        pytest.param([seen("n1", AS_OF - DAY), seen("n2", AS_OF)], State.EMERGING, id="unwitnessed"),
        pytest.param([seen("n1", AS_OF - DAY), seen("n2", AS_OF, OWNER)], State.EMERGING, id="by the owner"),
        pytest.param(TWO_DAYS, State.SHOWN, id="two days, one witness"),
        pytest.param([*TWO_DAYS, seen("n3", AS_OF, against=True)], State.SHOWN, id="one against"),
        pytest.param([seen("n1", AS_OF, PEER, against=True)], State.NOTHING_RECORDED, id="only against"),
        pytest.param([seen("n1", AS_OF), seen("n2", AS_OF + DAY, PEER)], State.EMERGING, id="after the day"),
    ],
)
def test_what_was_seen_decides(evidence: Sequence[Evidence], expected: State) -> None:
    """Shown takes two days and a witness other than the owner; less is emerging; none is nothing recorded."""
    assert state(evidence) == expected


def test_a_witness_confirms_one_text() -> None:
    """Whoever confirmed a former text of a piece is no witness of the present one."""
    edited = some_piece("n2", AS_OF, marked(TELLS), seen_by=[PEER], version=2, confirmed_version=1)

    assert witnesses_of(edited) == frozenset()
    assert state([seen("n1", AS_OF - DAY), edited]) == State.EMERGING


@pytest.mark.parametrize(("day", "expected"), [(LOOK_BACK, State.SHOWN), (LOOK_BACK - DAY, State.EMERGING)])
def test_standing_looks_back_eighteen_months(day: date, expected: State) -> None:
    """The day exactly 18 months before the last counts still, the day before it does not."""
    assert state([seen("n1", day, PEER), seen("n2", AS_OF, PEER)]) == expected


def test_what_was_shown_long_ago_is_emerging_with_when_it_was_last_seen() -> None:
    """Shown before the look-back and not since is emerging, and says when."""
    found = stand([seen("n1", date(2023, 1, 1)), seen("n2", date(2023, 2, 1), PEER)])[ref(TELLS)]

    assert (found.state, found.last_seen) == (State.EMERGING, date(2023, 2, 1))
    assert found.favourable == ("n1", "n2")


def test_what_was_never_shown_lapses() -> None:
    """Pieces before the look-back that never stood together in 18 months count no more."""
    apart = [seen("n1", date(2021, 1, 1), PEER), seen("n2", date(2023, 1, 1), PEER)]

    assert state(apart) == State.NOTHING_RECORDED
    assert state(apart[:1]) == State.NOTHING_RECORDED


def test_a_newer_word_against_it_is_quoted() -> None:
    """A named word that is newer than every witnessed piece makes it not yet, in front of emerging."""
    word = some_word(on=AS_OF - DAY)
    found = stand([seen("n1", AS_OF)], [some_word(on=AS_OF - 2 * DAY, name="w0"), word])[ref(TELLS)]

    assert (found.state, found.word) == (State.NOT_YET, word)
    assert found.contrary == ("w0", "w1")


@pytest.mark.parametrize(
    ("evidence", "word"),
    [
        pytest.param([seen("n1", AS_OF, PEER)], some_word(), id="as old as a witnessed piece"),
        pytest.param([seen("n1", AS_OF)], some_word(on=LOOK_BACK - DAY), id="before the look-back"),
        pytest.param([seen("n1", AS_OF)], some_word(on=AS_OF + DAY), id="after the day"),
        pytest.param([seen("n1", AS_OF)], some_word(PLANS), id="on another behaviour"),
    ],
)
def test_an_older_word_does_not_decide(evidence: Sequence[Evidence], word: Word) -> None:
    """A word decides only within the look-back and while no witnessed piece is as new."""
    assert state(evidence, [word]) == State.EMERGING


def test_a_word_does_not_undo_what_is_shown() -> None:
    """Shown stands above a newer word against it, which is shown beside it."""
    shown = (seen("n1", AS_OF - 3 * DAY), seen("n2", AS_OF - 2 * DAY, PEER))
    found = stand(shown, [some_word()])[ref(TELLS)]

    assert (found.state, found.word, found.contrary) == (State.SHOWN, some_word(), ("w1",))


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param([], State.NO_OPPORTUNITY, id="nothing"),
        pytest.param([seen("n1", AS_OF - 9 * DAY, against=True)], State.NO_OPPORTUNITY, id="against, before"),
        pytest.param([seen("n1", AS_OF, against=True)], State.NOTHING_RECORDED, id="against, since"),
        pytest.param([seen("n1", AS_OF - 9 * DAY)], State.EMERGING, id="for, before"),
        pytest.param([seen("n1", AS_OF)], State.EMERGING, id="for, since"),
    ],
)
def test_no_opportunity_holds_while_nothing_is_recorded_since(
    evidence: Sequence[Evidence], expected: State
) -> None:
    """The mark says so until anything is recorded; it stands below emerging."""
    assert state(evidence, unmet=[no_chance(on=AS_OF - 7 * DAY)]) == expected


def test_a_mark_of_no_opportunity_lapses() -> None:
    """A mark from before the look-back says nothing about now."""
    assert state([], unmet=[no_chance(on=LOOK_BACK - DAY)]) == State.NOTHING_RECORDED


def test_not_yet_stands_above_no_opportunity() -> None:
    """Where somebody said not yet and somebody marked no opportunity, the first in the table holds."""
    assert state([], [some_word()], [no_chance()]) == State.NOT_YET


def test_the_level_placed_at_gives_what_it_expects() -> None:
    """At or below the level placed at all is given, whatever was said; above it nothing is by itself."""
    found = stand([], [some_word(SHIPS)], [no_chance(SHIPS)])

    assert [found[ref(SHIPS)].state, found[ref(WRITES, CLARITY)].state] == [State.GIVEN] * 2
    assert found[ref(PLANS)].state == State.NOTHING_RECORDED
    assert not found[ref(SHIPS)].is_beyond


def test_a_higher_stage_gives_the_lower_ones() -> None:
    """Where all that a higher stage requires is shown, what lies below in that skill is given by it."""
    guided = [seen("n1", AS_OF - DAY, behaviour=GUIDES), seen("n2", AS_OF, PEER, behaviour=GUIDES)]
    found = stand(guided)

    assert {found[ref(name)].state for name in (TELLS, PLANS)} == {State.GIVEN}
    assert found[ref(TELLS)].favourable == ("n1", "n2")
    assert (found[ref(TELLS)].given_by, found[ref(TELLS)].is_beyond) == (3, True)
    assert found[ref(LISTENS, CLARITY)].state == State.NOTHING_RECORDED


def test_half_a_higher_stage_gives_nothing() -> None:
    """A stage of which one required behaviour is not shown does not give the lower ones."""
    half = [seen("n1", AS_OF - DAY), seen("n2", AS_OF, PEER)]

    assert stand(half, level=None)[ref(SHIPS)].state == State.NOTHING_RECORDED


def test_what_is_not_required_need_not_be_shown_for_a_stage() -> None:
    """A stage stands by what it requires: the optional rest of it is then given by nothing lower."""
    framework = some_framework(optional=[PLANS])
    found = stand([seen("n1", AS_OF - DAY), seen("n2", AS_OF, PEER)], framework=framework, level=None)

    assert found[ref(SHIPS)].given_by == 2
    assert found[ref(PLANS)].state == State.NOTHING_RECORDED


def by_level() -> Framework:
    """One skill told by level: two steps as an engineer, two as a manager, ranks alike."""
    skill = some_skill(DELIVERY, [SHIPS], [TELLS], [PLANS], [GUIDES])
    homes = zip(skill.stages, [("e1", 1), ("e2", 2), ("m1", 1), ("m2", 2)], strict=True)
    stages = tuple(replace(stage, level=level, number=rank) for stage, (level, rank) in homes)
    levels = [("e1", "ic", 1), ("e2", "ic", 2), ("m1", "manager", 1), ("m2", "manager", 2)]
    return Framework(
        id="engineering",
        version="1",
        title="Engineering",
        lanes=tuple(Lane(id=kind, title=kind, kind=kind) for kind in ("ic", "manager")),
        levels=tuple(Level(id=name, lane=lane, title=name, rank=rank) for name, lane, rank in levels),
        competencies=(replace(skill, stages=stages),),
    )


def test_ranks_of_two_lanes_do_not_give_each_other() -> None:
    """A higher rank gives what lies below in its own lane, and nothing in another."""
    guided = [seen("n1", AS_OF - DAY, behaviour=GUIDES), seen("n2", AS_OF, PEER, behaviour=GUIDES)]

    assert stand(guided, framework=by_level(), level=None, target="m2")[ref(PLANS)].state == State.GIVEN
    assert stand(guided, framework=by_level(), level=None, target="e2")[ref(SHIPS)].state != State.GIVEN


def on_stages(*stages: Stage) -> Framework:
    skill = Competency(key=DELIVERY, id="delivery", title="Delivery", stages=stages)
    return Framework(id="f", version="1", title="F", competencies=(skill,))


def test_a_stage_with_nothing_to_show_gives_nothing() -> None:
    """A stage that holds no behaviour to show is never shown, so it gives nothing."""
    first = Stage(number=1, behaviours=(Behaviour(id=SHIPS, text="Ships."),))
    picture = Behaviour(id=TELLS, text="As in the story of the export job.", kind="example")
    framework = on_stages(first, Stage(number=2, behaviours=(picture,)))
    elsewhere = [
        some_piece(f"n{n}", AS_OF - n * DAY, marked(WRITES, CLARITY), seen_by=[PEER]) for n in (0, 1)
    ]

    found = stand(elsewhere, framework=framework, level=None, target=None)
    assert found[ref(SHIPS)].state == State.NOTHING_RECORDED


def test_an_illustration_is_expected_of_nobody() -> None:
    """A stage is shown without its illustrations, and they have no standing."""
    first = Stage(number=1, behaviours=(Behaviour(id=SHIPS, text="Ships."),))
    picture = Behaviour(id=TELLS, text="As in the story of the export job.", kind="example")
    guides = Behaviour(id=GUIDES, text="Guides.")
    framework = on_stages(first, Stage(number=2, behaviours=(guides, picture)))

    found = stand(shown(GUIDES), framework=framework, level=None, target=None)
    assert {one.behaviour: found[one].state for one in found} == {SHIPS: State.GIVEN, GUIDES: State.SHOWN}


def test_evidence_on_a_skill_alone_counts_for_no_behaviour() -> None:
    """A piece that names a skill and no behaviour leaves every behaviour as it was."""
    on_skill = some_piece("n1", AS_OF, marked(), seen_by=[PEER])

    assert stand([on_skill]) == stand([])


def test_a_shared_skill_stacks_across_clusters() -> None:
    """A behaviour of a shared skill counts under whichever framework it was marked."""
    elsewhere = replace(marked(LISTENS, CLARITY), framework="product")
    two = [some_piece("n1", AS_OF - DAY, elsewhere), some_piece("n2", AS_OF, elsewhere, seen_by=[PEER])]

    assert stand(two)[ref(LISTENS, CLARITY)].state == State.SHOWN


@pytest.mark.parametrize(("people", "expected"), [([PEER], State.EMERGING), ([PEER, OTHER], State.SHOWN)])
def test_a_level_may_ask_for_more_witnesses(people: Sequence[str], expected: State) -> None:
    """Where the target level needs two witnesses, one twice is short of shown."""
    framework = some_framework(Needs(witnesses=2))
    evidence = [seen("n1", AS_OF - DAY, PEER), seen("n2", AS_OF, *people)]

    assert stand(evidence, framework=framework)[ref(TELLS)].state == expected


@pytest.mark.parametrize(
    ("needs", "optional", "evidence", "expected"),
    [
        pytest.param(None, [], shown(TELLS), False, id="one of two"),
        pytest.param(None, [], shown(TELLS, PLANS), True, id="both"),
        pytest.param(None, [PLANS], shown(TELLS), True, id="the other is optional"),
        pytest.param(Needs(required=(ref(TELLS),), any=1), [], shown(TELLS), True, id="on the level's list"),
        pytest.param(Needs(required=(ref(PLANS),)), [], shown(TELLS), False, id="another on the list"),
        pytest.param(Needs(required=(ref(LISTENS, CLARITY),)), [], shown(TELLS), False, id="list elsewhere"),
        pytest.param(None, [], shown(GUIDES), True, id="a higher stage"),
    ],
)
def test_a_skill_stands_when_all_that_it_needs_is_shown(
    needs: Needs | None, optional: Sequence[str], evidence: Sequence[Evidence], expected: bool
) -> None:
    """All required behaviours, or those of the framework's rule, shown or given, make a skill stand."""
    skills = standings(
        some_framework(needs, optional), level="e1", target="e2", evidence=evidence, as_of=AS_OF
    )

    delivery = next(skill for skill in skills if skill.competency == DELIVERY)
    assert delivery.stands is expected


def test_a_framework_without_levels_is_aimed_at_whole() -> None:
    """On one sheet nothing is given and everything has a standing."""
    found = stand([], framework=one_sheet(), level=None, target=None)

    assert {one.state for one in found.values()} == {State.NOTHING_RECORDED}
    assert set(found) == {ref(WRITES, CLARITY), ref(LISTENS, CLARITY)}


def test_a_level_by_points_is_aimed_at_whole() -> None:
    """A level by points alone asks for no stage in particular, so every behaviour has a standing."""
    skill = some_skill(DELIVERY, [SHIPS], [TELLS])
    framework = Framework(
        id="f",
        version="1",
        title="F",
        lanes=(Lane(id="ic", title="IC", kind="ic"),),
        levels=(Level(id="p1", lane="ic", title="P1", rank=1, min_points=1),),
        competencies=(skill,),
        stage_points=(1, 3),
    )

    assert set(stand([], framework=framework, level=None, target="p1")) == {ref(SHIPS), ref(TELLS)}


def test_what_was_shown_above_a_given_behaviour_stands_beside_it() -> None:
    """What is recorded on a behaviour that the level gives is kept beside its state."""
    evidence = [seen("n1", AS_OF, PEER, behaviour=SHIPS), seen("n2", AS_OF, behaviour=SHIPS, against=True)]
    found = stand(evidence)[ref(SHIPS)]

    assert (found.state, found.favourable, found.contrary) == (State.GIVEN, ("n1",), ("n2",))


def test_an_empty_skill_is_left_out() -> None:
    """A skill of which the target asks nothing has no standing."""
    framework = some_framework()
    quiet = Competency(key="engineering/quiet", id="quiet", title="Quiet", stages=(Stage(number=1),))
    more = replace(framework, competencies=(*framework.competencies, quiet))

    skills = standings(more, level="e1", target="e2", evidence=(), as_of=AS_OF)
    assert [skill.competency for skill in skills] == [DELIVERY, CLARITY]


def test_the_stage_above_the_target_gives_too() -> None:
    """What is shown beyond the target level counts toward it."""
    taught = [
        some_piece(f"t{n}", AS_OF - n * DAY, marked(TEACHES, CLARITY), seen_by=[PEER]) for n in range(2)
    ]

    assert stand(taught)[ref(LISTENS, CLARITY)].given_by == 3


def test_a_mark_in_a_check_is_a_word_and_no_piece() -> None:
    """It decides as any word does, and stands among what speaks against nothing."""
    word = some_word(is_mark=True)
    found = stand([seen("n1", AS_OF - DAY, PEER)], [word])[ref(TELLS)]

    assert (found.state, found.word, found.contrary) == (State.NOT_YET, word, ())
