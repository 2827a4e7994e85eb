"""Where members are: proposed by themselves, confirmed by their manager or a People lead."""

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.messages import Kind
from bot.domain.placing import (
    PlacementDraft,
    PlacementSeen,
    check_may_decide,
    check_placement,
    may_decide,
    without_level,
)
from bot.domain.visibility import facts_of_placement, may_read
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.skills import published
from bot.usecases.steps import go_on
from bot.usecases.viewers import as_they_take_part, manager_of, people_leads, viewer_of
from frameworks.model import Framework
from storage.acts import claim_act
from storage.choices import PersonKind, PlacementState
from storage.errors import Conflict, NotFound
from storage.frameworks import head_ids
from storage.people import get_person
from storage.placements import (
    add_placement,
    decide_placement,
    get_placement,
    open_proposals,
    withdraw_proposals,
)
from storage.records import Person, Placement
from storage.session import Workspace


async def propose_placement(deps: Deps, actor: Person, draft: PlacementDraft) -> None:
    """Say where one is; whoever confirms is asked. Raises Invalid at the field that is wrong."""
    async with deps.write() as workspace:
        frameworks = await published(workspace, deps)
        today = deps.today().astimezone(zone_or_utc(actor.zone)).date()
        draft = without_level(draft) if actor.kind is PersonKind.CONTRACTOR else draft
        framework = check_placement(draft, frameworks, today, has_level=actor.kind is PersonKind.MEMBER)
        if not await claim_act(workspace, f"placement:{actor.id}:{draft.draft}", deps.today()):
            return
        await withdraw_proposals(workspace, actor.id)
        versions = await head_ids(workspace)
        placement = _proposed(deps, actor, draft, framework, versions[framework.id])
        await add_placement(workspace, placement)
        deciders = await _deciders(workspace, actor.id)
        asks = [owed(deps, Kind.PLACEMENT_ASKED, decider, placement.id) for decider in deciders]
        await owe(workspace, deps, *asks)
        await owe_home(workspace, deps, actor.id, *deciders)
        await go_on(workspace, deps, actor.id)
    deps.wake()


async def decide_proposal(deps: Deps, actor: Person, placement_id: str, *, agrees: bool) -> PlacementSeen:
    """Confirm or decline; the member is told. Raises NotFoundForYou for who has no say."""
    async with deps.write() as workspace:
        placement = await _get(workspace, placement_id)
        manager_id, leads = await _who_decides(workspace, placement.person_id)
        if placement.state in {PlacementState.CONFIRMED, PlacementState.DECLINED}:
            raise NotAllowed("already_done")
        check_may_decide(placement, actor.id, manager_id, leads)
        state = PlacementState.CONFIRMED if agrees else PlacementState.DECLINED
        try:
            await decide_placement(workspace, placement, state, actor.id, deps.today())
        except Conflict:
            raise NotAllowed("already_done") from None
        await owe(workspace, deps, owed(deps, Kind.PLACEMENT_ANSWERED, placement.person_id, placement.id))
        await owe_home(workspace, deps, placement.person_id, actor.id)
        seen = await _seen(workspace, deps, placement)
    deps.wake()
    return seen


async def proposals_for(workspace: Workspace, deps: Deps, person_id: str) -> tuple[PlacementSeen, ...]:
    """The proposals that wait for this person's word, oldest first."""
    found = []
    for placement in await open_proposals(workspace):
        manager_id, leads = await _who_decides(workspace, placement.person_id)
        if may_decide(placement, person_id, manager_id, leads):
            found.append(await _seen_by(workspace, deps, person_id, placement))
    return tuple(found)


async def proposal_for(workspace: Workspace, deps: Deps, decider_id: str, placement_id: str) -> PlacementSeen:
    """One proposal for one who may decide on it; raises NotFoundForYou."""
    placement = await _get(workspace, placement_id)
    manager_id, leads = await _who_decides(workspace, placement.person_id)
    check_may_decide(placement, decider_id, manager_id, leads)
    return await _seen_by(workspace, deps, decider_id, placement)


async def placement_of(workspace: Workspace, deps: Deps, person_id: str, placement_id: str) -> PlacementSeen:
    """One's own placement; raises NotFoundForYou."""
    placement = await _get(workspace, placement_id)
    if placement.person_id != person_id:
        raise NotFoundForYou("not_yours")
    return await _seen_by(workspace, deps, person_id, placement)


async def seen_placement(
    workspace: Workspace, deps: Deps, viewer_id: str, placement: Placement | None
) -> PlacementSeen | None:
    """A placement with its member and framework, where there is one; raises NotFoundForYou."""
    return None if placement is None else await _seen_by(workspace, deps, viewer_id, placement)


async def _get(workspace: Workspace, placement_id: str) -> Placement:
    try:
        return await get_placement(workspace, placement_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None


async def _who_decides(workspace: Workspace, person_id: str) -> tuple[str | None, tuple[str, ...]]:
    return await manager_of(workspace, person_id), await people_leads(workspace)


async def _deciders(workspace: Workspace, person_id: str) -> tuple[str, ...]:
    manager_id, leads = await _who_decides(workspace, person_id)
    return (manager_id,) if manager_id else tuple(lead for lead in leads if lead != person_id)


async def _seen_by(workspace: Workspace, deps: Deps, viewer_id: str, placement: Placement) -> PlacementSeen:
    if not may_read(await viewer_of(workspace, viewer_id), facts_of_placement(placement)):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, deps, placement)


async def _seen(workspace: Workspace, deps: Deps, placement: Placement) -> PlacementSeen:
    second = (await published(workspace, deps)).get(placement.second_framework or "")
    person = await get_person(workspace, placement.person_id)
    return PlacementSeen(
        placement=as_they_take_part(placement, person),
        person=person,
        framework=await deps.shelf.version(workspace, placement.version_id),
        second_title=second.title if second else None,
    )


def _proposed(
    deps: Deps, actor: Person, draft: PlacementDraft, framework: Framework, version_id: str
) -> Placement:
    level = framework.level(draft.level) if draft.level else None
    return Placement(
        id=deps.ids(),
        person_id=actor.id,
        framework=framework.id,
        second_framework=draft.second_cluster,
        version_id=version_id,
        lane=level.lane if level else None,
        level=level.id if level else None,
        since=draft.since or deps.today().date(),
        state=PlacementState.PROPOSED,
        proposed_by=actor.id,
        proposed_at=deps.today(),
        decided_by=None,
        decided_at=None,
    )
