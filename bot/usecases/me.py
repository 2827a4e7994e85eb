"""One's own page."""

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.me import MySide
from bot.domain.periods import period_of
from bot.usecases.chances import chances_for
from bot.usecases.placements import seen_placement
from bot.usecases.plans import plan_for
from bot.usecases.summaries import own_statements
from bot.usecases.viewers import manager_of
from storage.people import find_person
from storage.placements import placement_and_proposal
from storage.records import Person


async def look_at_myself(deps: Deps, actor: Person) -> MySide:
    """Everything on one's own page; private notes included, as nobody else sees it."""
    today = deps.today().astimezone(zone_or_utc(actor.zone)).date()
    async with deps.read() as workspace:
        manager_id = await manager_of(workspace, actor.id)
        manager = await find_person(workspace, manager_id) if manager_id else None
        placement, proposal = await placement_and_proposal(workspace, actor.id)
        return MySide(
            placement=await seen_placement(workspace, deps, actor.id, placement),
            proposal=await seen_placement(workspace, deps, actor.id, proposal),
            manager=manager.name if manager else None,
            plan=await plan_for(workspace, deps, actor, actor.id),
            chances=await chances_for(workspace, deps, actor, actor.id),
            statements=tuple(await own_statements(workspace, deps, actor.id, period_of("", today))),
        )
