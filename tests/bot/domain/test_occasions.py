"""Which occasions hold for a 1:1."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.occasions import LATELY, Ties, Times, is_new_tie, is_renewed, move_since, occasions_of
from prompts.model import Occasion
from storage.choices import Cadence, Consent, Origin, PlacementState
from storage.records import Management, Placement
from tests.storage.builders import U1, U2, U3, some_placement, some_tie

TODAY = date(2026, 8, 19)
BEFORE = TODAY - LATELY
LONG_AGO, RECENTLY = BEFORE - timedelta(days=100), TODAY - timedelta(days=10)
TIMES = Times(today=TODAY, on=TODAY, last_on=TODAY - timedelta(days=7), pair_since=RECENTLY)


def at_noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=UTC)


def begun(name: str, on: date, *, to: str = U2, ended: bool = False) -> Management:
    """A tie of U1's to a manager that the two agreed to on a day."""
    state = Consent.ENDED if ended else Consent.CONFIRMED
    return some_tie(id=name, report=U1, manager=to, state=state, decided_at=at_noon(on))


def placed(level: str, since: date, *, lane: str | None = "ic", framework: str = "engineering") -> Placement:
    """A placement that held since a day, or holds."""
    placement = some_placement(id=f"p-{level}", state=PlacementState.REPLACED, decided_at=at_noon(since))
    return replace(placement, level=level, lane=lane, framework=framework, since=since)


@pytest.mark.parametrize(
    ("cadence", "talk"),
    [
        (Cadence.WEEKLY, Occasion.WEEKLY),
        (Cadence.BIWEEKLY, Occasion.FORTNIGHTLY),
        (Cadence.MONTHLY, Occasion.MONTHLY),
    ],
)
def test_the_first_is_the_first(cadence: Cadence, talk: Occasion) -> None:
    """The first prompts of a side are for a first 1:1, later ones for the rhythm; nothing is special."""
    assert occasions_of(cadence, TIMES) == {talk}
    assert occasions_of(cadence, replace(TIMES, last_on=None)) == {Occasion.FIRST}


def test_a_quarter_begins_once() -> None:
    """The growth talk is the first 1:1 of a quarter, unless it is the first of all."""
    on = date(2026, 7, 8)
    first_of_quarter = replace(TIMES, today=on, on=on, last_on=date(2026, 6, 30))

    assert Occasion.QUARTERLY in occasions_of(Cadence.WEEKLY, first_of_quarter)
    assert Occasion.QUARTERLY not in occasions_of(Cadence.WEEKLY, replace(first_of_quarter, last_on=on))
    assert Occasion.QUARTERLY not in occasions_of(Cadence.WEEKLY, replace(first_of_quarter, last_on=None))


def test_a_year_begins_a_quarter() -> None:
    """The first 1:1 of a year is the first of a quarter."""
    times = replace(TIMES, on=date(2027, 1, 5), last_on=date(2026, 12, 29))

    assert Occasion.QUARTERLY in occasions_of(Cadence.WEEKLY, times)


@pytest.mark.parametrize(
    ("own", "is_new"),
    [
        pytest.param([begun("m1", LONG_AGO, to=U3, ended=True), begun("m2", RECENTLY)], True, id="changed"),
        pytest.param([begun("m1", LONG_AGO, to=U3, ended=True), begun("m2", BEFORE)], True, id="six weeks"),
        pytest.param([begun("m1", LONG_AGO, to=U3, ended=True), begun("m2", LONG_AGO)], False, id="long ago"),
        pytest.param([begun("m2", RECENTLY)], False, id="the only one"),
        pytest.param(
            [begun("m1", RECENTLY, to=U3, ended=True), begun("m2", RECENTLY)], False, id="beginning"
        ),
        pytest.param([begun("m1", LONG_AGO, ended=True), begun("m2", RECENTLY)], False, id="made again"),
        pytest.param([begun("m1", LONG_AGO, to=U3, ended=True)], False, id="none to this one"),
        pytest.param([], False, id="none"),
    ],
)
def test_a_change_of_manager(own: list[Management], is_new: bool) -> None:
    """A tie is a change for six weeks where there was another before; where a company begins, none is."""
    assert is_new_tie(Ties(report_id=U1, manager_id=U2, own=own), BEFORE) is is_new


def test_a_tie_begins_when_the_report_is_told() -> None:
    """An import counts from when the report was told, and what was never agreed to counts as no tie."""
    former = begun("m1", LONG_AGO, to=U3, ended=True)
    told = replace(begun("m2", LONG_AGO), origin=Origin.IMPORT, told_at=at_noon(RECENTLY))
    untold = replace(told, told_at=None)
    taken_back = replace(former, decided_at=None)
    declined = replace(former, state=Consent.DECLINED)

    assert is_new_tie(Ties(report_id=U1, manager_id=U2, own=[former, told]), BEFORE)
    assert not is_new_tie(Ties(report_id=U1, manager_id=U2, own=[former, untold]), BEFORE)
    assert not is_new_tie(Ties(report_id=U1, manager_id=U2, own=[taken_back, told]), BEFORE)
    assert not is_new_tie(Ties(report_id=U1, manager_id=U2, own=[declined, told]), BEFORE)


@pytest.mark.parametrize(
    ("placements", "move"),
    [
        pytest.param([], None, id="nowhere"),
        pytest.param([placed("e2", LONG_AGO)], None, id="never moved"),
        pytest.param([placed("e2", RECENTLY)], None, id="placed for the first time"),
        pytest.param([placed("e2", LONG_AGO), placed("e3", RECENTLY)], None, id="up"),
        pytest.param(
            [placed("e2", LONG_AGO), placed("m1", RECENTLY, lane="manager")],
            Occasion.CHANGE_OF_LANE,
            id="another lane",
        ),
        pytest.param([placed("e2", LONG_AGO), placed("m1", LONG_AGO, lane="manager")], None, id="long ago"),
        pytest.param([placed("e2", LONG_AGO), placed("x", RECENTLY, lane=None)], None, id="lane unknown"),
        pytest.param(
            [placed("e2", LONG_AGO), placed("p1", RECENTLY, framework="product")],
            Occasion.CHANGE_OF_CLUSTER,
            id="another kind of work",
        ),
        pytest.param(
            [placed("e2", RECENTLY), placed("p1", RECENTLY, framework="product")], None, id="put right"
        ),
        pytest.param(
            [
                placed("e2", LONG_AGO),
                placed("p1", RECENTLY, framework="product"),
                placed("e3", RECENTLY),
            ],
            None,
            id="there and back",
        ),
    ],
)
def test_a_move(placements: list[Placement], move: Occasion | None) -> None:
    """A move is another lane or kind of work than six weeks ago; a step up is none, nor is a correction."""
    assert move_since(placements, BEFORE) is move


def test_what_was_only_proposed_is_no_move() -> None:
    """A proposal that waits, was declined or withdrawn moves nobody."""
    there = placed("e2", LONG_AGO)
    elsewhere = placed("p1", RECENTLY, framework="product")

    for waiting in (
        replace(elsewhere, state=PlacementState.PROPOSED, decided_at=None),
        replace(elsewhere, state=PlacementState.DECLINED),
        replace(elsewhere, decided_at=None),
    ):
        assert move_since([there, waiting], BEFORE) is None


def test_a_framework_is_new_for_six_weeks() -> None:
    """A version is new where another came before it six weeks ago or earlier; the first changes nothing."""
    assert is_renewed([LONG_AGO, RECENTLY], BEFORE)
    assert is_renewed([LONG_AGO, BEFORE], BEFORE)
    assert not is_renewed([LONG_AGO, LONG_AGO], BEFORE)
    assert not is_renewed([RECENTLY, TODAY], BEFORE)
    assert not is_renewed([], BEFORE)


@pytest.mark.parametrize(
    ("pair_since", "newest", "is_quiet"),
    [
        (LONG_AGO, None, True),
        (LONG_AGO, LONG_AGO, True),
        (LONG_AGO, BEFORE, False),
        (LONG_AGO, TODAY, False),
        (RECENTLY, None, False),
        (RECENTLY, LONG_AGO, False),
    ],
)
def test_quiet_for_a_while(pair_since: date, newest: date | None, is_quiet: bool) -> None:
    """It is quiet where for six weeks nothing is in sight, and never in a pair that is younger than that."""
    times = replace(TIMES, pair_since=pair_since, newest_note=newest)

    assert (Occasion.QUIET in occasions_of(Cadence.WEEKLY, times)) is is_quiet


def test_several_hold_at_once() -> None:
    """All that is special holds together: the choice of prompts takes its pick."""
    times = replace(
        TIMES,
        last_on=date(2026, 6, 24),
        pair_since=LONG_AGO,
        ties=Ties(
            report_id=U1,
            manager_id=U2,
            own=[begun("m1", LONG_AGO, to=U3, ended=True), begun("m2", RECENTLY)],
        ),
        placements=[placed("e2", LONG_AGO), placed("m1", RECENTLY, lane="manager")],
        published=[LONG_AGO, RECENTLY],
    )

    assert occasions_of(Cadence.MONTHLY, times) == {
        Occasion.MONTHLY,
        Occasion.CHANGE_OF_MANAGER,
        Occasion.CHANGE_OF_LANE,
        Occasion.FRAMEWORK_CHANGED,
        Occasion.QUARTERLY,
        Occasion.QUIET,
    }


@pytest.mark.parametrize(("days", "holds"), [(-22, False), (-21, True), (0, True), (21, True), (22, False)])
def test_a_goal_is_an_occasion_around_its_day(days: int, holds: bool) -> None:
    """Three weeks before its day, and three weeks after where it is still open."""
    times = replace(TIMES, goals_due=[TODAY + timedelta(days=days), TODAY + timedelta(days=200)])

    assert (Occasion.GOAL_NEAR in occasions_of(Cadence.WEEKLY, times)) == holds


@pytest.mark.parametrize("promises", [0, 1, 7])
def test_open_promises_are_an_occasion(promises: int) -> None:
    """As long as the two owe each other an answer."""
    times = replace(TIMES, promises=promises)

    assert (Occasion.OPEN_COMMITMENTS in occasions_of(Cadence.WEEKLY, times)) == bool(promises)
