"""The quarterly check: both mark alone, then see each other's, and talk where they differ (DESIGN 2, 5.1)."""

from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.cadence import quarter_of
from bot.domain.checks import (
    CheckSeen,
    PageDraft,
    asked_of,
    check_page,
    counted,
    differences,
    is_in,
    is_skipped,
    marks_by,
    opportunities,
    read_two_ways,
    target_of,
    words_by,
)
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.visibility import facts_of_check, may_read
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.chances import keep_from_check
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.viewers import find_effective, manager_of, viewer_of
from frameworks.model import Framework
from storage.checks import (
    add_check,
    check_by_id,
    checks_in,
    checks_of_framework,
    find_check,
    marks_in,
    put_marks,
    put_side,
    put_word,
    sides_of,
    words_in,
)
from storage.choices import PairState, PersonKind
from storage.pairs import find_pair_between
from storage.people import find_person, get_person
from storage.records import Check, CheckMark, CheckSide, CheckWord, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWaits:
    """A check that the other of the two handed in, and this person has neither marked nor left out."""

    check: Check
    other: Person


async def open_check(deps: Deps, actor: Person, subject_id: str) -> CheckSeen:
    """The check of this quarter, of oneself or of a report; nothing is kept by opening it.

    Raises NotAllowed where there is nobody to do it with or nothing to mark, NotFoundForYou for somebody
    who is no report of the actor's.
    """
    async with deps.read() as workspace:
        return await _seen(workspace, deps, actor, subject_id)


async def save_page(deps: Deps, actor: Person, draft: PageDraft) -> CheckSeen:
    """Keep the marks of one page; with the last, this side is handed in and the other is told.

    Raises Invalid at the field that is wrong, and as `open_check` does.
    """
    async with deps.write() as workspace:
        seen = await _seen(workspace, deps, actor, draft.subject_id)
        if seen.is_mine_in or not 0 <= draft.page < len(seen.asked):
            return seen
        asked = seen.asked[draft.page]
        marks, word = check_page(draft, asked)
        check = seen.check or await _opened(workspace, deps, seen)
        key, mine = asked.skill.key, {"check_id": check.id, "author_id": actor.id}
        await put_marks(
            workspace,
            [
                CheckMark(**mine, competency=key, behaviour=example, mark=mark)
                for example, mark in marks.items()
            ],
        )
        await put_word(workspace, CheckWord(**mine, competency=key, word=word))
        after = await _seen(workspace, deps, actor, draft.subject_id)
        if draft.page + 1 >= len(after.asked) and _is_whole(after):
            await _hand_in(workspace, deps, actor, after, check)
            after = await _seen(workspace, deps, actor, draft.subject_id)
    deps.wake()
    return after


async def skip_check(deps: Deps, actor: Person, check_id: str) -> None:
    """Leave this quarter's check out: it waits no more, and the other is not told."""
    async with deps.write() as workspace:
        check = await _own(workspace, actor, check_id)
        if not is_in(await sides_of(workspace, check.id), actor.id):
            await put_side(workspace, check.id, actor.id, handed_in=None, skipped=deps.today())
            await owe_home(workspace, deps, actor.id)
    deps.wake()


async def check_for(workspace: Workspace, deps: Deps, viewer: Person, check_id: str) -> CheckSeen:
    """A check by id for one of the two, while the one manages the other; raises NotFoundForYou."""
    check = await _own(workspace, viewer, check_id)
    return await _seen_of(workspace, deps, viewer, check)


async def checks_waiting(workspace: Workspace, deps: Deps, person: Person) -> tuple[CheckWaits, ...]:
    """Checks of this quarter that others handed in and this person has not answered."""
    found = []
    for check in await checks_in(workspace, person.id, _quarter(deps, person)):
        sides = await sides_of(workspace, check.id)
        other_id = check.manager_id if person.id == check.subject_id else check.subject_id
        is_open = not is_in(sides, person.id) and not is_skipped(sides, person.id)
        if is_open and is_in(sides, other_id) and await _is_theirs(workspace, check):
            found.append(CheckWaits(check=check, other=await get_person(workspace, other_id)))
    return tuple(found)


async def two_ways(
    workspace: Workspace, deps: Deps, framework: Framework, quarter: str
) -> dict[str, int] | None:
    """In how many checks of a quarter each skill was read two ways, for its owners; None for too few."""
    found = []
    for check in await checks_of_framework(workspace, framework.id, quarter):
        viewer = await get_person(workspace, check.subject_id)
        seen = await _seen_of(workspace, deps, viewer, check)
        if seen.are_both_in:
            found.append(read_two_ways(differences(seen)))
    return counted(found, len(found))


def _quarter(deps: Deps, person: Person) -> str:
    return str(quarter_of(local_day(deps.today(), person.zone)))


def _is_whole(seen: CheckSeen) -> bool:
    return all((one.skill.key, example.id) in seen.mine for one in seen.asked for example in one.examples)


async def _is_theirs(workspace: Workspace, check: Check) -> bool:
    return await manager_of(workspace, check.subject_id) == check.manager_id


async def _own(workspace: Workspace, actor: Person, check_id: str) -> Check:
    check = await check_by_id(workspace, check_id)
    if check is None or actor.id not in {check.subject_id, check.manager_id}:
        raise NotFoundForYou("not_yours")
    if not await _is_theirs(workspace, check):
        raise NotFoundForYou("not_yours")
    return check


async def _seen(workspace: Workspace, deps: Deps, actor: Person, subject_id: str) -> CheckSeen:
    subject = actor if subject_id == actor.id else await find_person(workspace, subject_id)
    manager_id = await manager_of(workspace, subject_id) if subject else None
    if subject is None or actor.id not in {subject.id, manager_id}:
        raise NotFoundForYou("not_yours")
    if manager_id is None:
        raise NotAllowed("check_without_manager", command=deps.command)
    check = await find_check(workspace, subject.id, manager_id, _quarter(deps, subject))
    if check is None:
        check = await _new(workspace, deps, subject, manager_id)
        return await _seen_of(workspace, deps, actor, check, is_new=True)
    return await _seen_of(workspace, deps, actor, check)


async def _new(workspace: Workspace, deps: Deps, subject: Person, manager_id: str) -> Check:
    """What a check would be that began now."""
    if subject.kind is PersonKind.CONTRACTOR:
        raise NotAllowed("check_of_contractor", name=subject.name)
    placement = await find_effective(workspace, subject.id)
    if placement is None:
        raise NotAllowed("check_without_level", name=subject.name)
    framework = await deps.shelf.version(workspace, placement.version_id)
    target = target_of(framework, placement.level)
    if not asked_of(framework, placement.level, target):
        raise NotAllowed("no_level_ahead", name=subject.name)
    return Check(
        id=deps.ids(),
        subject_id=subject.id,
        manager_id=manager_id,
        framework=framework.id,
        version_id=placement.version_id,
        level=placement.level,
        target=target,
        quarter=_quarter(deps, subject),
        opened_at=deps.today(),
    )


async def _opened(workspace: Workspace, deps: Deps, seen: CheckSeen) -> Check:
    check = await _new(workspace, deps, seen.subject, seen.manager.id)
    if await add_check(workspace, check):
        return check
    found = await find_check(workspace, seen.subject.id, seen.manager.id, check.quarter)
    if found is None:
        raise NotFoundForYou("not_yours")
    return found


async def _hand_in(workspace: Workspace, deps: Deps, actor: Person, seen: CheckSeen, check: Check) -> None:
    """The other is asked, or, where they were first, told that both are in."""
    await put_side(workspace, check.id, actor.id, handed_in=deps.today(), skipped=None)
    sides = await sides_of(workspace, check.id)
    if is_in(sides, seen.other.id):
        await owe(workspace, deps, owed(deps, Kind.CHECK_READY, seen.other.id, check.id))
        marks = opportunities(check, await marks_in(workspace, check.id))
        await keep_from_check(workspace, deps, seen.subject, seen.manager.id, marks)
    elif not is_skipped(sides, seen.other.id):
        await owe(workspace, deps, owed(deps, Kind.CHECK_ASKED, seen.other.id, check.id))
    await owe_home(workspace, deps, actor.id, seen.other.id)


async def _pair(workspace: Workspace, check: Check) -> str | None:
    pair = await find_pair_between(workspace, check.subject_id, check.manager_id)
    return pair.id if pair is not None and pair.state is PairState.ACTIVE else None


async def _seen_of(
    workspace: Workspace, deps: Deps, viewer: Person, check: Check, *, is_new: bool = False
) -> CheckSeen:
    framework = await deps.shelf.version(workspace, check.version_id)
    sides: tuple[CheckSide, ...] = () if is_new else await sides_of(workspace, check.id)
    marks = () if is_new else await marks_in(workspace, check.id)
    words = () if is_new else await words_in(workspace, check.id)
    other_id = check.manager_id if viewer.id == check.subject_id else check.subject_id
    is_mine_in, is_theirs_in = is_in(sides, viewer.id), is_in(sides, other_id)
    facts = facts_of_check(check, other_id, are_both_in=is_mine_in and is_theirs_in)
    both = may_read(await viewer_of(workspace, viewer.id), facts)
    target = framework.find_level(check.target) if check.target else None
    return CheckSeen(
        subject=await get_person(workspace, check.subject_id),
        manager=await get_person(workspace, check.manager_id),
        viewer_id=viewer.id,
        framework=framework,
        target_title=target.title if target else None,
        asked=asked_of(framework, check.level, check.target),
        check=None if is_new else check,
        is_mine_in=is_mine_in,
        is_theirs_in=both,
        mine=marks_by(marks, viewer.id),
        my_words=words_by(words, viewer.id),
        theirs=marks_by(marks, other_id) if both else {},
        their_words=words_by(words, other_id) if both else {},
        pair_id=await _pair(workspace, check) if both else None,
    )
