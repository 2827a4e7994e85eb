"""What people of the demo write for their 1:1s, promise in them, aim at and mark in a check."""

from datetime import timedelta

from bot.demo.acts import Act, person_of
from bot.deps import Deps
from bot.domain.checks import PageDraft
from bot.domain.commitments import CommitmentDraft
from bot.domain.notes import local_day
from bot.domain.plans import DirectionDraft, GoalDraft, Reach
from bot.domain.talks import TalkDraft, TalkSeen, Typed, mark_of
from bot.usecases.checks import open_check, save_page
from bot.usecases.commitments import answer_commitment, write_commitment
from bot.usecases.plans import write_direction, write_goal
from bot.usecases.talks import see_talk, write_talk
from bot.usecases.viewers import manager_of
from storage.choices import CheckMarked, CommitmentEnd
from storage.pairs import find_pair_between


def writes_for(author: str, other: str, *, agenda: str = "", notes: str = "") -> Act:
    """Lines for the agenda or the notes of the 1:1 that is under way or comes next, under what is there."""

    async def act(deps: Deps) -> None:
        seen = await _talk(deps, author, other)
        kept = seen.talk
        draft = TalkDraft(
            pair_id=seen.shown.pair.id,
            on=seen.on,
            agenda=_under(kept.agenda if kept else None, agenda),
            notes=_under(kept.notes if kept else None, notes),
        )
        await write_talk(deps, await person_of(deps, author), draft)

    return act


def promises(owner: str, other: str, text: str, skill: str | None = None) -> Act:
    """A promise to the other of a pair."""

    async def act(deps: Deps) -> None:
        draft = CommitmentDraft(
            draft=deps.ids(),
            pair_id=(await _talk(deps, owner, other)).shown.pair.id,
            owner_id=owner,
            text=text,
            skill=skill,
        )
        await write_commitment(deps, await person_of(deps, owner), draft)

    return act


def keeps_promise(owner: str, other: str) -> Act:
    """The oldest of somebody's promises to the other is kept."""

    async def act(deps: Deps) -> None:
        seen = await _talk(deps, owner, other)
        oldest = next(one.commitment for one in seen.commitments if one.is_own)
        await answer_commitment(deps, await person_of(deps, owner), oldest.id, CommitmentEnd.KEPT)

    return act


def wants(member: str, *, more: str, following: str, one_day: str, shares: bool = True) -> Act:
    """Where somebody wants to go, in three lines."""

    async def act(deps: Deps) -> None:
        draft = DirectionDraft(
            draft=deps.ids(),
            more=more,
            next=following,
            one_day=one_day,
            reach=await _reach(deps, member, is_shared=shares),
        )
        await write_direction(deps, await person_of(deps, member), draft)

    return act


def aims(member: str, text: str, sign: str, skill: str, *, days: int, shares: bool = True) -> Act:
    """A goal, to be reached in so many days."""

    async def act(deps: Deps) -> None:
        actor = await person_of(deps, member)
        draft = GoalDraft(
            draft=deps.ids(),
            goal_id=None,
            text=text,
            sign=sign,
            skill=skill,
            due_on=local_day(deps.today(), actor.zone) + timedelta(days=days),
            reach=await _reach(deps, member, is_shared=shares),
        )
        await write_goal(deps, actor, draft)

    return act


def marks_check(author: str, subject: str, not_yet: str, word: str) -> Act:
    """One side of the quarterly check: all is seen, but for the examples of one skill."""

    async def act(deps: Deps) -> None:
        actor = await person_of(deps, author)
        for page, asked in enumerate((await open_check(deps, actor, subject)).asked):
            is_missing = asked.skill.key == not_yet
            mark = CheckMarked.NOT_YET if is_missing else CheckMarked.SEEN
            marks = (mark,) * len(asked.examples)
            draft = PageDraft(subject_id=subject, page=page, marks=marks, word=word if is_missing else "")
            await save_page(deps, actor, draft)

    return act


async def _talk(deps: Deps, one: str, other: str) -> TalkSeen:
    async with deps.read() as workspace:
        pair = await find_pair_between(workspace, one, other)
    if pair is None:
        raise LookupError(f"{one} and {other} have no 1:1")
    return await see_talk(deps, await person_of(deps, one), pair.id)


async def _reach(deps: Deps, member: str, *, is_shared: bool) -> Reach:
    async with deps.read() as workspace:
        return Reach(is_shared=is_shared, manager_id=await manager_of(workspace, member))


def _under(kept: str | None, added: str) -> Typed:
    return Typed(text="\n".join(filter(None, (kept, added))), began=mark_of(kept))
