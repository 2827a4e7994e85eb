"""Who opened somebody's things, who holds which role, and what was done about them (DESIGN 5.5)."""

from datetime import timedelta

from bot.deps import Deps
from bot.domain.notes import local_day
from bot.domain.privacy import GrantSeen, OpeningSeen, PrivacySeen, gathered
from bot.domain.visibility import Facts, Thing, Viewer, may_read
from bot.usecases.admin import acts_seen
from bot.usecases.concerns import own_concerns
from bot.usecases.handover import left_behind
from bot.usecases.readers import who_named
from bot.usecases.receipts import named_readers
from bot.usecases.viewers import manager_of, viewer_of
from storage.choices import Role
from storage.evidence import openings_of
from storage.people import get_person, grants_held, people_among
from storage.records import Person, RoleGrant
from storage.session import Workspace

BACK = timedelta(days=366)
LATEST = 20


async def see_privacy(deps: Deps, actor: Person) -> PrivacySeen:
    """Everything that the page shows to one person, of the last twelve months."""
    async with deps.read() as workspace:
        viewer = await viewer_of(workspace, actor.id)
        grants = await _grants(workspace, viewer, actor.zone)
        return PrivacySeen(
            openings=await _openings(workspace, deps, viewer),
            grants=grants,
            acts=await acts_seen(workspace, viewer, actor.zone, actor.id, LATEST),
            kept=deps.retention,
            named=await named_readers(workspace, deps, actor.id),
            naming=await who_named(workspace, deps, actor.id),
            concerns=await own_concerns(workspace, actor.id),
            new_manager=await _new_manager(workspace, deps, actor),
        )


async def _new_manager(workspace: Workspace, deps: Deps, actor: Person) -> str | None:
    manager_id = await manager_of(workspace, actor.id)
    if manager_id is None or not await left_behind(workspace, deps, actor):
        return None
    return (await get_person(workspace, manager_id)).name


async def _openings(workspace: Workspace, deps: Deps, viewer: Viewer) -> tuple[OpeningSeen, ...]:
    if not may_read(viewer, Facts(thing=Thing.READER_LOG, subject_id=viewer.id)):
        return ()
    found = await openings_of(workspace, viewer.id, since=(deps.today() - BACK).date())
    known = await people_among(workspace, sorted({one.reader_id for one in found}))
    return gathered(found, {person.id: person.name for person in known.values()})


async def _grants(workspace: Workspace, viewer: Viewer, zone: str) -> tuple[GrantSeen, ...]:
    held = [
        grant for grant in await grants_held(workspace, Role.PEOPLE_LEAD) if may_read(viewer, _facts(grant))
    ]
    ids = {person for grant in held for person in (grant.person_id, grant.granted_by) if person}
    known = await people_among(workspace, sorted(ids))
    names = {person.id: person.name for person in known.values()}
    return tuple(
        GrantSeen(
            who=names.get(grant.person_id, grant.person_id),
            by=names.get(grant.granted_by or ""),
            on=local_day(grant.granted_at, zone),
        )
        for grant in held
    )


def _facts(grant: RoleGrant) -> Facts:
    return Facts(thing=Thing.ROLES, subject_id=grant.person_id)
