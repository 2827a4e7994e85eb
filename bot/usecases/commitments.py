"""Promises made in 1:1s: written down by either, answered by who made them, and back each time until then."""

from dataclasses import dataclass, replace

from bot.deps import Deps
from bot.domain.commitments import (
    CommitmentDraft,
    CommitmentSeen,
    check_answer,
    check_commitment,
    check_room,
    room_left,
)
from bot.domain.marking import Sheet
from bot.domain.pairs import PairShown
from bot.domain.talks import day_to_write
from bot.domain.visibility import facts_of_talk, may_read
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.chances import settle
from bot.usecases.marking import sheets_for
from bot.usecases.owing import owe_home
from bot.usecases.pairs import pair_for
from bot.usecases.skills import published
from bot.usecases.viewers import may_know, viewer_of
from storage.acts import claim_act
from storage.choices import ChanceEnd, CommitmentEnd, PairState
from storage.commitments import (
    add_commitment,
    change_commitment,
    find_commitment,
    open_commitments,
    own_open_commitments,
)
from storage.errors import Conflict
from storage.pairs import find_pair
from storage.people import is_in_rollout
from storage.records import Commitment, Mark, Pair, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentDesk:
    """What the form of a promise needs to know; `commitment` is the one that is changed."""

    shown: PairShown
    sheets: tuple[Sheet, ...]
    commitment: Commitment | None


async def open_commitment(
    deps: Deps, actor: Person, pair_id: str, commitment_id: str | None = None
) -> CommitmentDesk:
    """All that the form shows. Raises as `write_commitment` does."""
    async with deps.read() as workspace:
        shown = await _going_on(workspace, deps, actor, pair_id)
        before = await find_commitment(workspace, commitment_id) if commitment_id else None
        return CommitmentDesk(
            shown=shown,
            sheets=await _sheets(workspace, deps, actor, shown.other),
            commitment=check_answer(before, actor.id, None) if commitment_id else None,
        )


async def write_commitment(deps: Deps, actor: Person, draft: CommitmentDraft) -> str:
    """Keep a new promise of either, or one's own as changed; a form sent twice acts once. Returns the pair.

    Raises Invalid at the field that is wrong, NotFoundForYou for what is not one's own, NotAllowed where the
    pair is over, or the promise was answered or changed since.
    """
    async with deps.write() as workspace:
        shown = await _going_on(workspace, deps, actor, draft.pair_id)
        text, mark = check_commitment(draft, await _sheets(workspace, deps, actor, shown.other))
        if not await claim_act(workspace, f"promise:{actor.id}:{draft.draft}", deps.today()):
            return shown.pair.id
        if draft.commitment_id is None:
            check_room(await open_commitments(workspace, shown.pair.id))
            await add_commitment(workspace, _new(deps, actor, shown, draft, text, mark))
            await _arrange(workspace, deps, actor, shown.other.id, draft.chance_id)
        else:
            before = check_answer(await find_commitment(workspace, draft.commitment_id), actor.id, None)
            await _change(
                workspace, _marked(replace(before, text=text, written_at=deps.today()), mark), draft
            )
        await owe_home(workspace, deps, shown.pair.first_id, shown.pair.second_id)
    deps.wake()
    return shown.pair.id


async def answer_commitment(deps: Deps, actor: Person, commitment_id: str, end: CommitmentEnd) -> None:
    """A promise was kept or is dropped, by who made it; or taken back by who wrote it down.

    Raises NotFoundForYou for what is not theirs to answer, NotAllowed where it is answered already.
    """
    async with deps.write() as workspace:
        promise = check_answer(await find_commitment(workspace, commitment_id), actor.id, end)
        pair = await _readable(workspace, actor, promise.pair_id)
        ended = replace(promise, end=end, ended_at=deps.today())
        try:
            await change_commitment(workspace, ended)
        except Conflict:
            raise NotAllowed("already_done") from None
        await owe_home(workspace, deps, pair.first_id, pair.second_id)
    deps.wake()


async def take_along(deps: Deps, actor: Person, pair_id: str) -> None:
    """Promises of somebody's pairs that ended go on in this one, as they choose (DESIGN 5.8).

    As many as there is room for, the oldest first. Raises NotFoundForYou, and NotAllowed where the pair is
    over.
    """
    async with deps.write() as workspace:
        shown = await _going_on(workspace, deps, actor, pair_id)
        room = room_left(await open_commitments(workspace, pair_id))
        for old in (await left_behind(workspace, actor.id, shown.pair))[:room]:
            await change_commitment(
                workspace, replace(old, end=CommitmentEnd.TAKEN_OVER, ended_at=deps.today())
            )
            goes_on = replace(old, id=deps.ids(), pair_id=pair_id, author_id=actor.id, version=1)
            await add_commitment(workspace, goes_on)
        await owe_home(workspace, deps, shown.pair.first_id, shown.pair.second_id)
    deps.wake()


async def commitments_seen(
    workspace: Workspace, deps: Deps, viewer: Person, pair_id: str
) -> tuple[CommitmentSeen, ...]:
    """What the two of a pair still promised each other, as one of them sees it; within a transaction."""
    found = await open_commitments(workspace, pair_id)
    frameworks = await published(workspace, deps) if found else {}
    seen = []
    for one in found:
        framework = frameworks.get(one.framework or "")
        skill = framework.find_competency(one.competency or "") if framework else None
        seen.append(
            CommitmentSeen(
                commitment=one,
                skill=skill.title if skill else None,
                is_own=one.owner_id == viewer.id,
                may_withdraw=one.owner_id != viewer.id and one.author_id == viewer.id,
            )
        )
    return tuple(seen)


async def left_behind(workspace: Workspace, owner_id: str, pair: Pair) -> tuple[Commitment, ...]:
    """Promises of somebody to others that wait in pairs which ended."""
    if pair.state is not PairState.ACTIVE:
        return ()
    own = [one for one in await own_open_commitments(workspace, owner_id) if one.pair_id != pair.id]
    ended = set()
    for pair_id in dict.fromkeys(one.pair_id for one in own):
        other = await find_pair(workspace, pair_id)
        if other is not None and other.state is not PairState.ACTIVE:
            ended.add(pair_id)
    return tuple(one for one in own if one.pair_id in ended)


async def _going_on(workspace: Workspace, deps: Deps, actor: Person, pair_id: str) -> PairShown:
    """A pair of the actor's that both agreed to and nobody ended."""
    shown = await pair_for(workspace, deps, actor.id, pair_id)
    await _readable(workspace, actor, pair_id)
    if shown.pair.state is not PairState.ACTIVE:
        raise NotAllowed("pair_over")
    return shown


async def _readable(workspace: Workspace, actor: Person, pair_id: str) -> Pair:
    pair = await find_pair(workspace, pair_id)
    if pair is None or not may_read(await viewer_of(workspace, actor.id), facts_of_talk(pair)):
        raise NotFoundForYou("not_yours")
    return pair


async def _sheets(workspace: Workspace, deps: Deps, actor: Person, other: Person) -> tuple[Sheet, ...]:
    """One's own skills, and the other's where one may know their kind of work."""
    sheets = await sheets_for(workspace, deps, actor.id)
    if may_know(actor, other.id, is_in_rollout=await is_in_rollout(workspace, actor.id)):
        sheets += await sheets_for(workspace, deps, other.id)
    return sheets


def _new(
    deps: Deps, actor: Person, shown: PairShown, draft: CommitmentDraft, text: str, mark: Mark | None
) -> Commitment:
    pair = shown.pair
    if draft.owner_id not in {pair.first_id, pair.second_id}:
        raise Invalid("choose_one", "owner")
    return _marked(
        Commitment(
            id=deps.ids(),
            pair_id=pair.id,
            owner_id=draft.owner_id,
            author_id=actor.id,
            text=text,
            framework=None,
            competency=None,
            made_on=day_to_write(shown.table, deps.today()),
            version=1,
            written_at=deps.today(),
        ),
        mark,
    )


def _marked(promise: Commitment, mark: Mark | None) -> Commitment:
    return replace(
        promise,
        framework=mark.framework if mark else None,
        competency=mark.competency if mark else None,
    )


async def _arrange(
    workspace: Workspace, deps: Deps, actor: Person, other_id: str, chance_id: str | None
) -> None:
    """Where the promise is what a manager arranged for the other, that is said to the chance."""
    if chance_id is None:
        return
    chance = await settle(workspace, deps, actor, chance_id, ChanceEnd.ARRANGED)
    if chance.subject_id != other_id:
        raise NotFoundForYou("not_yours")


async def _change(workspace: Workspace, promise: Commitment, draft: CommitmentDraft) -> None:
    if promise.version != draft.version:
        raise Invalid("commitment_moved", "text")
    try:
        await change_commitment(workspace, promise)
    except Conflict:
        raise Invalid("commitment_moved", "text") from None
