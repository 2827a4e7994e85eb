"""What changed since the last summary of the same scope: statements against statements.

Only what stands in the present ones is cited: what a reader may no longer read is not named again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.domain.periods import Period
from bot.domain.standing import RISING, State
from bot.domain.statements import Family, Filter, Sought, Statement, StatementKind
from storage.records import Evidence

_STATES: Mapping[StatementKind, State] = {
    StatementKind.GIVEN_BY_STAGE: State.GIVEN,
    StatementKind.SHOWN: State.SHOWN,
    StatementKind.NOT_YET: State.NOT_YET,
    StatementKind.EMERGING: State.EMERGING,
    StatementKind.SHOWN_BEFORE: State.EMERGING,
    StatementKind.NO_OPPORTUNITY: State.NO_OPPORTUNITY,
    StatementKind.NOTHING_RECORDED: State.NOTHING_RECORDED,
}


def changes(
    previous: Sequence[Statement], current: Sequence[Statement], evidence: Iterable[Evidence], period: Period
) -> Iterator[Statement]:
    """What is different now, and what came newly; nothing where the last summary was of a later time.

    `evidence` is what the present period holds. What is new is what the last summary cited nowhere although
    it happened on its first day or later: it was written, confirmed or shared since.
    """
    before = next((one for one in previous if one.kind is StatementKind.PERIOD), None)
    if before is None or date.fromisoformat(before.text("last")) > period.last:
        return
    found = [*_level_changed(previous, current), *_moved(previous, current)]
    found += _new(previous, evidence, date.fromisoformat(before.text("first")))
    if not found:
        last = date.fromisoformat(before.text("last"))
        none = Filter(sought=Sought.CHANGE, first=last, last=period.last)
        found = [Statement(kind=StatementKind.UNCHANGED, filter=none)]
    yield from found


def _level_changed(previous: Iterable[Statement], current: Iterable[Statement]) -> Iterator[Statement]:
    was, now = _level_of(previous), _level_of(current)
    if was and now and was != now:
        yield Statement(kind=StatementKind.LEVEL_CHANGED, numbers=(("was", was), ("now", now)))


def _level_of(statements: Iterable[Statement]) -> str:
    return next((one.text("level") for one in statements if one.kind is StatementKind.PLACED), "")


def _moved(previous: Iterable[Statement], current: Iterable[Statement]) -> Iterator[Statement]:
    """Each behaviour that both summaries look at and whose state differs, in the present order."""
    before = {(one.competency, one.behaviour): _STATES[one.kind] for one in previous if one.kind in _STATES}
    for one in current:
        was, now = before.get((one.competency, one.behaviour)), _STATES.get(one.kind)
        if was and now and was is not now:
            yield Statement(
                kind=_way(one, was, now),
                competency=one.competency,
                behaviour=one.behaviour,
                evidence=one.evidence,
                numbers=(("was", was.value), ("now", now.value)),
                filter=one.filter,
            )


def _way(one: Statement, was: State, now: State) -> StatementKind:
    if one.kind.family is Family.ABSENCE:
        return StatementKind.LAPSED
    return StatementKind.RISEN if RISING.index(now) > RISING.index(was) else StatementKind.LOWERED


def _new(previous: Iterable[Statement], evidence: Iterable[Evidence], since: date) -> Iterator[Statement]:
    cited = {name for one in previous for name in one.evidence}
    new = tuple(piece.id for piece in evidence if piece.id not in cited and piece.happened_on >= since)
    if new:
        yield Statement(kind=StatementKind.NEW_EVIDENCE, evidence=new, numbers=(("pieces", len(new)),))
