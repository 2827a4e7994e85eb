"""The quarterly look at a framework: owners are nudged, answer skill by skill, and read each other's."""

from collections.abc import Sequence
from datetime import datetime

from bot.deps import Deps
from bot.domain.cadence import next_quarterly_nudge, quarter_before, quarter_of
from bot.domain.messages import Kind
from bot.domain.reviews import AnswerDraft, ReviewSeen, check_answer, is_due, owners_of
from bot.domain.visibility import Facts, Thing, may_read
from bot.errors import NotFoundForYou
from bot.usecases.checks import two_ways
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.skills import published
from bot.usecases.viewers import people_leads, viewer_of
from storage.errors import NotFound
from storage.frameworks import heads
from storage.people import find_person, get_person
from storage.records import FrameworkReview, FrameworkVersion, Person, ReviewAnswer
from storage.reviews import (
    add_review,
    answers_of,
    close_review,
    get_review,
    put_answer,
    reviews_of_framework,
    reviews_of_owner,
)
from storage.session import Workspace


async def nudge_owners(deps: Deps) -> int:
    """Open this quarter's reviews and owe their nudges, once each; returns how many were opened."""
    opened = 0
    async with deps.write() as workspace:
        leads = await people_leads(workspace)
        for version in await heads(workspace):
            framework = await deps.shelf.version(workspace, version.id)
            for owner_id in owners_of(framework, leads):
                opened += await _open(workspace, deps, version, owner_id)
    if opened:
        deps.wake()
    return opened


async def next_nudge_at(workspace: Workspace, deps: Deps) -> datetime | None:
    """When a framework's owner is next to be nudged, or None where nobody looks after any."""
    leads, now = await people_leads(workspace), deps.today()
    frameworks = (await published(workspace, deps)).values()
    owners = {owner_id for framework in frameworks for owner_id in owners_of(framework, leads)}
    zones = [owner.zone for owner_id in owners if (owner := await find_person(workspace, owner_id))]
    return min((next_quarterly_nudge(zone, now) for zone in zones), default=None)


async def read_review(deps: Deps, actor: Person, review_id: str) -> ReviewSeen:
    """One's own review, to be answered; raises NotFoundForYou."""
    async with deps.read() as workspace:
        return await _own(workspace, deps, actor, review_id)


async def answer_review(
    deps: Deps, actor: Person, review_id: str, page: int, drafts: Sequence[AnswerDraft]
) -> ReviewSeen:
    """Keep what was said on one page of skills; the last page ends the review.

    Raises Invalid at the field `skill:N` or `comment:N`, N counting from the page's first skill.
    """
    answered = [(draft, check_answer(draft, f"comment:{place}")) for place, draft in enumerate(drafts)]
    async with deps.write() as workspace:
        seen = await _own(workspace, deps, actor, review_id)
        known = {skill.key for skill in seen.framework.competencies}
        for draft, said in answered:
            if said is not None and draft.competency in known:
                answer = ReviewAnswer(
                    review_id=review_id,
                    competency=draft.competency,
                    verdict=said[0],
                    comment=said[1],
                    answered_at=deps.today(),
                )
                await put_answer(workspace, answer)
        if page + 1 >= seen.pages:
            await close_review(workspace, review_id, deps.today())
            await owe_home(workspace, deps, actor.id)
        seen = await _own(workspace, deps, actor, review_id)
    deps.wake()
    return seen


async def reviews_for(deps: Deps, actor: Person, framework: str) -> tuple[ReviewSeen, ...]:
    """All reviews of a framework with their answers, newest first, for its owners and People leads.

    Raises NotFoundForYou for everybody else.
    """
    async with deps.read() as workspace:
        viewer = await viewer_of(workspace, actor.id, await owned_frameworks(workspace, deps, actor.id))
        if not may_read(viewer, Facts(thing=Thing.REVIEW_ANSWER, framework=framework)):
            raise NotFoundForYou("not_yours")
        found = [
            await _seen(workspace, deps, one) for one in await reviews_of_framework(workspace, framework)
        ]
    return tuple(one for one in found if one.answers)


async def open_reviews(workspace: Workspace, deps: Deps, person_id: str) -> tuple[ReviewSeen, ...]:
    """The reviews that wait for a person."""
    return tuple([await _seen(workspace, deps, one) for one in await reviews_of_owner(workspace, person_id)])


async def review_for(workspace: Workspace, deps: Deps, owner_id: str, review_id: str) -> ReviewSeen:
    """A review for its owner, while they are one; raises NotFoundForYou."""
    owner = await get_person(workspace, owner_id)
    seen = await _own(workspace, deps, owner, review_id)
    if seen.review.closed_at is not None:
        raise NotFoundForYou("not_yours")
    return seen


async def owned_frameworks(workspace: Workspace, deps: Deps, person_id: str) -> frozenset[str]:
    """The clusters whose framework a person looks after."""
    leads = await people_leads(workspace)
    frameworks = await published(workspace, deps)
    return frozenset(name for name, one in frameworks.items() if person_id in owners_of(one, leads))


async def _open(workspace: Workspace, deps: Deps, version: FrameworkVersion, owner_id: str) -> bool:
    owner = await find_person(workspace, owner_id)
    quarter = quarter_of(deps.today().date())
    if owner is None or not owner.may_take_part or not is_due(version, quarter, owner.zone, deps.today()):
        return False
    review = FrameworkReview(
        id=deps.ids(),
        framework=version.framework,
        version_id=version.id,
        owner_id=owner_id,
        quarter=str(quarter),
        opened_at=deps.today(),
        closed_at=None,
    )
    if not await add_review(workspace, review):
        return False
    for earlier in await reviews_of_owner(workspace, owner_id):
        if earlier.framework == review.framework and earlier.id != review.id:
            await close_review(workspace, earlier.id, deps.today())
    nudge = owed(deps, Kind.FRAMEWORK_NUDGE, owner_id, review.id, occurrence=str(quarter))
    await owe(workspace, deps, nudge)
    await owe_home(workspace, deps, owner_id)
    return True


async def _own(workspace: Workspace, deps: Deps, actor: Person, review_id: str) -> ReviewSeen:
    try:
        review = await get_review(workspace, review_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if review.owner_id != actor.id or review.framework not in await owned_frameworks(
        workspace, deps, actor.id
    ):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, deps, review)


async def _seen(workspace: Workspace, deps: Deps, review: FrameworkReview) -> ReviewSeen:
    framework = await deps.shelf.version(workspace, review.version_id)
    before = quarter_before(review.opened_at.date())
    return ReviewSeen(
        review=review,
        framework=framework,
        two_ways=await two_ways(workspace, deps, framework, str(before)) or {},
        owner=await get_person(workspace, review.owner_id),
        answers=await answers_of(workspace, review.id),
    )
