"""“No opportunity yet”: marked by a member or their manager, and a task for the manager until answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.chances import (
    LONGEST_WORD,
    ChanceDesk,
    ChanceDraft,
    ChanceSeen,
    ChancesSeen,
    check_chosen,
    check_may_end,
    is_settled,
    marks_of,
    signs_of,
    waiting_places,
)
from bot.domain.checks import asked_of, target_of
from bot.domain.here import here_of
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.standing import NoOpportunity
from bot.domain.texts import check_text
from bot.domain.visibility import Viewer, facts_of_chance, may_read, sight
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.receipts import frozen_manager
from bot.usecases.skills import published
from bot.usecases.viewers import find_effective, manager_of, viewer_of
from frameworks.model import BehaviourRef, Framework
from storage.acts import claim_act
from storage.chances import add_chances, chances_of, end_chance, find_chance, open_chances
from storage.choices import ChanceEnd, PairState
from storage.evidence import evidence_of
from storage.pairs import find_pair_between, hold_two
from storage.people import find_person, get_person, people_among
from storage.records import Chance, Mark, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ChancesWait:
    """Chances that a manager is to find for one report, the oldest first."""

    subject: Person
    several: tuple[Chance, ...]


async def open_chance_form(deps: Deps, actor: Person, subject_id: str) -> ChanceDesk:
    """All that the form shows. Raises NotFoundForYou for who is neither the member nor their manager.

    Raises NotAllowed where there is nothing to choose from.
    """
    async with deps.read() as workspace:
        return await _desk(workspace, deps, actor, subject_id)


async def mark_chances(deps: Deps, actor: Person, draft: ChanceDraft) -> ChancesSeen:
    """Keep that there was no opportunity for some examples; a form sent twice acts once.

    Raises Invalid at `examples`, ManagerChanged where the receipt no longer holds, and as `open_chance_form`.
    """
    async with deps.write() as workspace:
        await hold_two(workspace, draft.subject_id, draft.manager_id or draft.subject_id)
        if await claim_act(workspace, f"chance:{actor.id}:{draft.draft}", deps.today()):
            desk = await _desk(workspace, deps, actor, draft.subject_id)
            await frozen_manager(workspace, draft.subject_id, draft.manager_id)
            await _keep(workspace, deps, actor.id, desk, check_chosen(draft, desk.signs))
        seen = await chances_for(workspace, deps, actor, draft.subject_id)
    deps.wake()
    return seen


async def see_chances(deps: Deps, actor: Person, subject_id: str) -> ChancesSeen:
    """All of a member's, for them or for their manager. Raises NotFoundForYou."""
    async with deps.read() as workspace:
        return await chances_for(workspace, deps, actor, subject_id)


async def say_not_now(deps: Deps, actor: Person, chance_id: str, typed: str) -> ChancesSeen:
    """A manager says why a chance cannot be found now; the same sent again changes nothing.

    Raises Invalid at `word`, and as `settle`.
    """
    word = check_text(typed, "word", LONGEST_WORD)
    async with deps.write() as workspace:
        chance = await _readable(workspace, actor, chance_id)
        if (chance.end, chance.word) != (ChanceEnd.NOT_NOW, word):
            await settle(workspace, deps, actor, chance_id, ChanceEnd.NOT_NOW, word)
        seen = await chances_for(workspace, deps, actor, chance.subject_id)
    deps.wake()
    return seen


async def take_back(deps: Deps, actor: Person, chance_id: str) -> ChancesSeen:
    """It was marked by mistake, or no longer holds. Raises as `settle` does."""
    async with deps.write() as workspace:
        chance = await settle(workspace, deps, actor, chance_id, ChanceEnd.TAKEN_BACK)
        seen = await chances_for(workspace, deps, actor, chance.subject_id)
    deps.wake()
    return seen


async def open_chance(deps: Deps, actor: Person, chance_id: str) -> ChanceSeen:
    """One that its manager is about to answer. Raises NotFoundForYou, NotAllowed."""
    async with deps.read() as workspace:
        chance = await _readable(workspace, actor, chance_id)
        check_may_end(chance, actor.id, ChanceEnd.NOT_NOW)
        (seen,) = await _seen(workspace, deps, await viewer_of(workspace, actor.id), [chance])
        return seen


async def settle(
    workspace: Workspace, deps: Deps, actor: Person, chance_id: str, end: ChanceEnd, word: str | None = None
) -> Chance:
    """Say what became of one, within a transaction; the member is told of an answer.

    Raises NotFoundForYou for what is not theirs to say, NotAllowed where it was said already.
    """
    chance = await _readable(workspace, actor, chance_id)
    check_may_end(chance, actor.id, end)
    if not await end_chance(workspace, chance.id, end, word, deps.today()):
        raise NotAllowed("already_done")
    if actor.id != chance.subject_id:
        told = owed(deps, Kind.CHANCE_TOLD, chance.subject_id, chance.id, occurrence=end)
        await owe(workspace, deps, told)
    await owe_home(workspace, deps, *(one for one in (chance.subject_id, chance.manager_id) if one))
    return chance


async def chances_for(workspace: Workspace, deps: Deps, viewer: Person, subject_id: str) -> ChancesSeen:
    """As `see_chances`, within a transaction."""
    subject, manager = await _two(workspace, viewer, subject_id)
    who = await viewer_of(workspace, viewer.id)
    found = [one for one in await chances_of(workspace, subject_id) if may_read(who, facts_of_chance(one))]
    return ChancesSeen(
        subject=subject,
        manager=manager,
        viewer_id=viewer.id,
        here=here_of(viewer.zone, deps.today()),
        chances=await _seen(workspace, deps, who, found),
        pair_id=await _pair(workspace, subject, manager),
    )


async def chances_in_talk(
    workspace: Workspace, deps: Deps, viewer: Person, other: Person
) -> ChancesSeen | None:
    """Those of whichever of the two is managed by the other; None for two who are not each other's."""
    if await manager_of(workspace, other.id) == viewer.id:
        return await chances_for(workspace, deps, viewer, other.id)
    if await manager_of(workspace, viewer.id) == other.id:
        return await chances_for(workspace, deps, viewer, viewer.id)
    return None


async def chances_waiting(workspace: Workspace, deps: Deps, manager_id: str) -> tuple[ChancesWait, ...]:
    """Chances that somebody is to find for reports of theirs, report by report."""
    viewer = await viewer_of(workspace, manager_id)
    several = await open_chances(workspace, manager_id)
    found = await _seen(
        workspace, deps, viewer, [one for one in several if may_read(viewer, facts_of_chance(one))]
    )
    by_subject: dict[str, list[Chance]] = {}
    for one in found:
        if one.is_open:
            by_subject.setdefault(one.chance.subject_id, []).append(one.chance)
    people = await people_among(workspace, sorted(by_subject))
    return tuple(
        ChancesWait(subject=people[subject], several=tuple(each)) for subject, each in by_subject.items()
    )


async def no_opportunity_of(
    workspace: Workspace, viewer: Viewer, subject_id: str
) -> tuple[NoOpportunity, ...]:
    """What was marked of a member and not taken back, as far as a viewer may read it."""
    found = await chances_of(workspace, subject_id)
    return marks_of(one for one in found if may_read(viewer, facts_of_chance(one)))


async def keep_from_check(
    workspace: Workspace, deps: Deps, subject: Person, manager_id: str, marks: Iterable[tuple[str, Mark]]
) -> None:
    """What one of the two marked in a check that both handed in becomes a task; `marks` with their author."""
    waits = set(waiting_places(await chances_of(workspace, subject.id), manager_id))
    new = []
    for author_id, mark in marks:
        place = mark.competency or "", mark.behaviour or ""
        if place not in waits:
            waits.add(place)
            new.append(_chance(deps, subject, manager_id, author_id, mark))
    await add_chances(workspace, new)


async def _keep(
    workspace: Workspace, deps: Deps, author_id: str, desk: ChanceDesk, marks: Iterable[Mark]
) -> None:
    manager_id = desk.manager.id if desk.manager else None
    new = [_chance(deps, desk.subject, manager_id, author_id, mark) for mark in marks]
    await add_chances(workspace, new)
    if author_id != desk.subject.id:
        await owe(workspace, deps, owed(deps, Kind.CHANCE_TOLD, desk.subject.id, new[0].id))
    await owe_home(workspace, deps, *(one for one in (desk.subject.id, manager_id) if one))


def _chance(deps: Deps, subject: Person, manager_id: str | None, author_id: str, mark: Mark) -> Chance:
    return Chance(
        id=deps.ids(),
        subject_id=subject.id,
        manager_id=manager_id,
        author_id=author_id,
        framework=mark.framework,
        competency=mark.competency or "",
        behaviour=mark.behaviour or "",
        marked_on=local_day(deps.today(), subject.zone),
        marked_at=deps.today(),
    )


async def _desk(workspace: Workspace, deps: Deps, actor: Person, subject_id: str) -> ChanceDesk:
    subject, manager = await _two(workspace, actor, subject_id)
    placement = await find_effective(workspace, subject_id)
    if placement is None:
        raise NotAllowed("check_without_level", name=subject.name)
    framework = await deps.shelf.version(workspace, placement.version_id)
    asked = asked_of(framework, placement.level, target_of(framework, placement.level))
    if not asked:
        raise NotAllowed("no_level_ahead", name=subject.name)
    known = waiting_places(await chances_of(workspace, subject_id), manager.id if manager else None)
    signs = signs_of(framework, asked, known)
    if not signs:
        raise NotAllowed("chances_all_marked")
    return ChanceDesk(subject=subject, manager=manager, is_own=actor.id == subject_id, signs=signs)


async def _two(workspace: Workspace, actor: Person, subject_id: str) -> tuple[Person, Person | None]:
    """The member and their manager, one of whom is the actor; raises NotFoundForYou."""
    subject = actor if subject_id == actor.id else await find_person(workspace, subject_id)
    manager_id = await manager_of(workspace, subject_id) if subject else None
    if subject is None or actor.id not in {subject.id, manager_id}:
        raise NotFoundForYou("not_yours")
    return subject, await get_person(workspace, manager_id) if manager_id else None


async def _readable(workspace: Workspace, actor: Person, chance_id: str) -> Chance:
    chance = await find_chance(workspace, chance_id)
    if chance is None or not may_read(await viewer_of(workspace, actor.id), facts_of_chance(chance)):
        raise NotFoundForYou("not_yours")
    return chance


async def _pair(workspace: Workspace, subject: Person, manager: Person | None) -> str | None:
    pair = await find_pair_between(workspace, subject.id, manager.id) if manager else None
    return pair.id if pair is not None and pair.state is PairState.ACTIVE else None


async def _seen(
    workspace: Workspace, deps: Deps, viewer: Viewer, several: Sequence[Chance]
) -> tuple[ChanceSeen, ...]:
    """Each with what it is about; whether it is settled is told by what the viewer may read alone."""
    if not several:
        return ()
    frameworks = await published(workspace, deps)
    people = await people_among(workspace, sorted({name for one in several for name in _named(one)}))
    until, since = deps.today().date(), min(one.marked_on for one in several)
    pieces = {
        subject: await evidence_of(workspace, sight(viewer, subject), since=since, until=until)
        for subject in sorted({one.subject_id for one in several})
    }
    return tuple(
        ChanceSeen(
            chance=one,
            skill=_skill(frameworks.get(one.framework), one),
            example=_example(frameworks.get(one.framework), one),
            author=people[one.author_id].name,
            subject=people[one.subject_id].name,
            manager=people[one.manager_id].name if one.manager_id else None,
            is_settled=is_settled(one, pieces[one.subject_id]),
        )
        for one in several
    )


def _named(chance: Chance) -> tuple[str, ...]:
    three = (chance.author_id, chance.subject_id, chance.manager_id)
    return tuple(one for one in three if one)


def _skill(framework: Framework | None, chance: Chance) -> str | None:
    """What the skill is called in the framework in force."""
    skill = framework.find_competency(chance.competency) if framework else None
    return skill.title if skill else None


def _example(framework: Framework | None, chance: Chance) -> str | None:
    """The example in the framework in force."""
    ref = BehaviourRef(competency=chance.competency, behaviour=chance.behaviour)
    example = framework.find_behaviour(ref) if framework else None
    return example.text if example else None
