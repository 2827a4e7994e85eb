"""Pairs: asked for by one side, agreed to by the other, changed or ended by either (DESIGN 2)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from bot.deps import Deps
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.pairs import (
    OFFERED_KINDS,
    PairDesk,
    PairDraft,
    PairShown,
    Rhythm,
    awaited,
    check_decider,
    check_ender,
    check_rhythm,
    offered_zones,
    other_side,
    rule_for,
)
from bot.domain.timetable import day_of, next_meeting, pause_of, rule_of, time_of, timetable_of
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.ending import end_pair
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.prompting import recompute_pair
from bot.usecases.steps import go_on
from bot.usecases.viewers import manager_of
from storage.acts import claim_act
from storage.choices import PairKind, PairState
from storage.errors import Conflict
from storage.meetings import forget_changes, meetings_of
from storage.pairs import (
    add_pair,
    change_pair,
    ended_pairs_of,
    find_pair,
    find_pair_between,
    find_pair_of,
    hold_two,
    pairs_of,
)
from storage.people import get_person, people_among
from storage.records import Meeting, Pair, Person
from storage.session import Workspace

MOST_ENDED = 5


class Saved(StrEnum):
    """What a submission of the form did."""

    ASKED = "asked"
    AGREED = "agreed"
    CHANGED = "changed"
    SAME = "same"


class PairMoved(Exception):  # a turn of events, which the form answers itself
    """The pair is not as the form showed it."""


async def open_pair(deps: Deps, actor: Person, other_id: str | None) -> PairDesk:
    """All that the form shows of a person, or of none yet."""
    other = await introduce(deps, other_id) if other_id else None
    async with deps.read() as workspace:
        pair = await find_pair_between(workspace, actor.id, other.id) if other else None
        return PairDesk(
            other=other,
            shown=await seen_pair(workspace, deps, pair, other) if pair and other else None,
            may_be_manager=other is not None and await _manages(workspace, actor.id, other.id),
            zones=offered_zones(actor.zone, pair),
            now=deps.today(),
        )


async def set_up_pair(deps: Deps, actor: Person, draft: PairDraft) -> tuple[Saved, PairShown] | None:
    """Ask for a pair, change one that is there, or agree to what the other side asked.

    A pair that both agreed to changes at once, and the other side is told: it grants nothing and binds
    nobody, and either may change or end it again. One that waits is asked anew, with the new rhythm. None
    for the second submission of one form. Raises Invalid at the field that is wrong, and PairMoved where
    the pair is not what the form showed.
    """
    other = check_other(actor, await introduce(deps, draft.other_id or ""), "other")
    async with deps.write() as workspace:
        await hold_two(workspace, actor.id, other.id)
        if not await claim_act(workspace, f"pair:{actor.id}:{draft.draft}", deps.today()):
            return None
        before = await find_pair_between(workspace, actor.id, other.id)
        rhythm = check_rhythm(draft, offered_zones(actor.zone, before))
        kind = await _kind(workspace, actor.id, other.id, draft)
        if (draft.pair_id, draft.version) != ((before.id, before.version) if before else (None, None)):
            raise PairMoved
        wanted = _wanted(deps, actor, other, before, rhythm, kind)
        saved, pair = await _save(workspace, deps, actor, before, wanted)
        await go_on(workspace, deps, actor.id)
        shown = await _shown(workspace, deps, pair, actor.id)
    deps.wake()
    return saved, shown


async def decide_pair(
    deps: Deps, actor: Person, pair_id: str, version: int | None, *, agrees: bool
) -> PairShown:
    """The other side's word on the rhythm of one version.

    Raises NotFoundForYou for who was not asked, NotAllowed where it is decided, or was changed since.
    """
    async with deps.write() as workspace:
        pair = check_decider(await find_pair(workspace, pair_id), actor.id, version)
        pair = await _answer(workspace, deps, pair, agrees=agrees)
        await go_on(workspace, deps, actor.id)
        shown = await _shown(workspace, deps, pair, actor.id)
    deps.wake()
    return shown


async def leave_pair(deps: Deps, actor: Person, pair_id: str) -> PairShown:
    """Either side ends a pair, or takes its question back; no prompt comes after that.

    Raises NotFoundForYou for who is not in it, NotAllowed where it is over.
    """
    async with deps.write() as workspace:
        pair = check_ender(await find_pair(workspace, pair_id), actor.id)
        try:
            await end_pair(workspace, deps, pair)
        except Conflict:
            raise NotAllowed("already_done") from None
        await owe_home(workspace, deps, pair.first_id, pair.second_id)
        shown = await _shown(workspace, deps, pair, actor.id)
    deps.wake()
    return shown


async def see_pairs(deps: Deps, person_id: str) -> tuple[PairShown, ...]:
    """As pairs_shown, in a transaction of its own."""
    async with deps.read() as workspace:
        return await pairs_shown(workspace, deps, person_id)


async def see_ended_pairs(deps: Deps, person_id: str) -> tuple[PairShown, ...]:
    """A person's pairs that are over, the last to end first: what was written in them is still theirs."""
    async with deps.read() as workspace:
        ended = await ended_pairs_of(workspace, person_id, MOST_ENDED)
        others = await people_among(workspace, {other_side(pair, person_id) for pair in ended})
        return tuple(_seen(deps, pair, others[other_side(pair, person_id)], ()) for pair in ended)


async def pairs_shown(workspace: Workspace, deps: Deps, person_id: str) -> tuple[PairShown, ...]:
    """A person's pairs that are asked for or active, the next 1:1 first."""
    mine = await pairs_of(workspace, person_id)
    others = await people_among(workspace, {other_side(pair, person_id) for pair in mine})
    known = await meetings_of(workspace, [pair.id for pair in mine])
    shown = [_seen(deps, pair, others[other_side(pair, person_id)], known.get(pair.id, ())) for pair in mine]
    return tuple(sorted(shown, key=lambda one: (one.next_at, one.pair.id)))


async def pair_for(workspace: Workspace, deps: Deps, person_id: str, pair_id: str) -> PairShown:
    """One pair for one of its two, whatever its state; raises NotFoundForYou."""
    found = await find_pair_of(workspace, pair_id, person_id)
    if found is None:
        raise NotFoundForYou("not_yours")
    return await seen_pair(workspace, deps, *found)


async def pair_at(deps: Deps, person_id: str, pair_id: str) -> PairShown:
    """As pair_for, in a transaction of its own."""
    async with deps.read() as workspace:
        return await pair_for(workspace, deps, person_id, pair_id)


def version_key(pair: Pair) -> str:
    """The occurrence of a message that says how a pair stands: a later version is another thing to say."""
    return f"v{pair.version}"


async def _save(
    workspace: Workspace, deps: Deps, actor: Person, before: Pair | None, wanted: Pair
) -> tuple[Saved, Pair]:
    if before is None:
        await add_pair(workspace, wanted)
        return Saved.ASKED, await _ask(workspace, deps, actor, wanted)
    if wanted == before and awaited(before) == actor.id:
        return Saved.AGREED, await _answer(workspace, deps, before, agrees=True)
    if wanted == before:
        return Saved.SAME, before
    if before.state is PairState.ASKED:
        anew = await _changed(workspace, replace(wanted, asked_by=actor.id))
        return Saved.ASKED, await _ask(workspace, deps, actor, anew)
    changed = await _changed(workspace, wanted)
    if rule_of(wanted) != rule_of(before):
        await forget_changes(workspace, changed.id, deps.today().date())
    await recompute_pair(workspace, deps, changed)
    told = owed(
        deps, Kind.PAIR_CHANGED, other_side(changed, actor.id), changed.id, occurrence=version_key(changed)
    )
    await owe(workspace, deps, told)
    await owe_home(workspace, deps, changed.first_id, changed.second_id)
    return Saved.CHANGED, changed


async def _ask(workspace: Workspace, deps: Deps, actor: Person, pair: Pair) -> Pair:
    question = owed(deps, Kind.PAIR_ASKED, other_side(pair, actor.id), pair.id, occurrence=version_key(pair))
    await owe(workspace, deps, question)
    await owe_home(workspace, deps, pair.first_id, pair.second_id)
    return pair


async def _answer(workspace: Workspace, deps: Deps, pair: Pair, *, agrees: bool) -> Pair:
    state = PairState.ACTIVE if agrees else PairState.DECLINED
    decided = replace(pair, state=state, ended_at=None if agrees else deps.today())
    try:
        await change_pair(workspace, decided)
    except Conflict:
        raise NotAllowed("already_done") from None
    if agrees:
        await recompute_pair(workspace, deps, decided)
    await owe(workspace, deps, owed(deps, Kind.PAIR_ANSWERED, pair.asked_by, pair.id))
    await owe_home(workspace, deps, pair.first_id, pair.second_id)
    return decided


async def _changed(workspace: Workspace, pair: Pair) -> Pair:
    """The pair as it stands after its change."""
    try:
        await change_pair(workspace, pair)
    except Conflict:
        raise PairMoved from None
    return replace(pair, version=pair.version + 1)


def _wanted(
    deps: Deps, actor: Person, other: Person, before: Pair | None, rhythm: Rhythm, kind: PairKind
) -> Pair:
    """The pair as the form has it."""
    now = deps.today()
    rule = rule_for(rhythm, now, rule_of(before) if before else None)
    pair = before or Pair(
        id=deps.ids(),
        first_id=actor.id,
        second_id=other.id,
        kind=kind,
        state=PairState.ASKED,
        asked_by=actor.id,
        cadence=rule.cadence,
        anchor=rule.anchor,
        local_time=rule.at,
        zone=rule.zone,
        next_on=None,
        next_run_at=None,
        paused_until=None,
        version=1,
        created_at=now,
        ended_at=None,
    )
    return replace(
        pair, kind=kind, cadence=rule.cadence, anchor=rule.anchor, local_time=rule.at, zone=rule.zone
    )


async def _kind(workspace: Workspace, actor_id: str, other_id: str, draft: PairDraft) -> PairKind:
    kind = draft.kind or PairKind.PEER
    if kind not in OFFERED_KINDS and not await _manages(workspace, actor_id, other_id):
        raise Invalid("not_managing", "kind")
    return kind


async def _manages(workspace: Workspace, one: str, other: str) -> bool:
    return await manager_of(workspace, one) == other or await manager_of(workspace, other) == one


async def _shown(workspace: Workspace, deps: Deps, pair: Pair, person_id: str) -> PairShown:
    return await seen_pair(workspace, deps, pair, await get_person(workspace, other_side(pair, person_id)))


async def seen_pair(workspace: Workspace, deps: Deps, pair: Pair, other: Person) -> PairShown:
    """A pair as the one of its two sees it who is not `other`."""
    known = await meetings_of(workspace, [pair.id])
    return _seen(deps, pair, other, known.get(pair.id, ()))


def _seen(deps: Deps, pair: Pair, other: Person, known: Sequence[Meeting]) -> PairShown:
    now, table = deps.today(), timetable_of(pair, known)
    on = next_meeting(table, now)
    return PairShown(
        pair=pair,
        other=other,
        table=table,
        next_on=on,
        next_day=day_of(table, on),
        next_at=time_of(table, on),
        awaited=awaited(pair),
        paused_until=pause_of(table, now),
    )
