"""Which occasions hold for one side's 1:1, each from what this side may read, no more (DESIGN 5.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.cadence import quarter_of
from prompts.model import Occasion
from storage.choices import Cadence, Consent, Origin, PlacementState
from storage.records import Management, Placement

GOAL_NEAR = timedelta(weeks=3)
"""How far ahead of its day a goal is an occasion; also where its day has just passed."""
LATELY = timedelta(weeks=6)
"""For how long a change is new, and how long nothing was written where it is quiet."""

_TALKS = {
    Cadence.WEEKLY: Occasion.WEEKLY,
    Cadence.BIWEEKLY: Occasion.FORTNIGHTLY,
    Cadence.MONTHLY: Occasion.MONTHLY,
}
_HELD = frozenset({PlacementState.CONFIRMED, PlacementState.REPLACED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """A manager and a report, with the ties of the one of the two who is asked, this one among them."""

    report_id: str
    manager_id: str
    own: Sequence[Management]


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What the side asked may read of the times behind a 1:1; `today` is its civil day.

    `on` is the 1:1 and `last_on` the one for which this side was asked before. `ties` are None where the two
    are not manager and report. `placements` are those of the subject that this side may read, oldest first;
    `published` the days on which the subject's framework was published. `newest_note` is the day of the
    subject's last note in sight, `goals_due` those of the subject's open goals in sight. `promises` counts
    what the two still promised each other.
    """

    today: date
    on: date
    last_on: date | None
    pair_since: date
    ties: Ties | None = None
    placements: Sequence[Placement] = ()
    published: Sequence[date] = ()
    newest_note: date | None = None
    goals_due: Sequence[date] = ()
    promises: int = 0


def occasions_of(cadence: Cadence, times: Times) -> frozenset[Occasion]:
    """The talk by its rhythm, or the first of a pair, with all that is special about it."""
    return frozenset({_TALKS[cadence] if times.last_on else Occasion.FIRST, *_special(times)})


def _special(times: Times) -> Iterator[Occasion]:
    before = times.today - LATELY
    if times.ties is not None and is_new_tie(times.ties, before):
        yield Occasion.CHANGE_OF_MANAGER
    if move := move_since(times.placements, before):
        yield move
    if is_renewed(times.published, before):
        yield Occasion.FRAMEWORK_CHANGED
    if times.last_on is not None and quarter_of(times.last_on) < quarter_of(times.on):
        yield Occasion.QUARTERLY
    if any(abs(due - times.on) <= GOAL_NEAR for due in times.goals_due):
        yield Occasion.GOAL_NEAR
    if times.promises:
        yield Occasion.OPEN_COMMITMENTS
    if max(times.pair_since, times.newest_note or times.pair_since) < before:
        yield Occasion.QUIET


def is_new_tie(ties: Ties, before: date) -> bool:
    """Whether a tie is a change: in force only since, while this side had another already before.

    That there was another is read from this side's own ties alone. Where a company begins with Trellis all
    ties are new, and none is a change.
    """
    begun = {tie.id: day for tie in ties.own if (day := _begun(tie)) is not None}
    two = (ties.report_id, ties.manager_id)
    these = [begun[tie.id] for tie in ties.own if tie.id in begun and (tie.report_id, tie.manager_id) == two]
    return bool(these) and min(begun.values()) < before <= min(these)


def move_since(placements: Sequence[Placement], before: date) -> Occasion | None:
    """How the placement now differs in kind from the one that day: another cluster, or another lane."""
    held = [one for one in placements if one.state in _HELD and one.decided_at is not None]
    then = next((one for one in reversed(held) if one.since <= before), None)
    if then is None or (now := held[-1]).framework != then.framework:
        return Occasion.CHANGE_OF_CLUSTER if then else None
    is_moved = None not in {then.lane, now.lane} and then.lane != now.lane
    return Occasion.CHANGE_OF_LANE if is_moved else None


def is_renewed(published: Sequence[date], before: date) -> bool:
    """Whether a version came into force since, where there was another before."""
    return bool(published) and min(published) < before <= max(published)


def _begun(tie: Management) -> date | None:
    """The day since which a manager could read, or None where it never came to that (DESIGN 5.4)."""
    if tie.state not in {Consent.CONFIRMED, Consent.ENDED}:
        return None
    begun = tie.told_at if tie.origin is Origin.IMPORT else tie.decided_at
    return begun.date() if begun else None
