"""Who somebody is now, read from the database for every act (DESIGN 5.13)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.domain.readers import in_force
from bot.domain.visibility import Facts, Thing, Viewer, may_read
from storage.choices import Consent, Origin, PersonKind, Role
from storage.management import managers_of, reports_of, ties_with_pairs
from storage.people import find_person, find_reader, holders_of
from storage.placements import placement_and_proposal
from storage.readers import namings_of
from storage.records import Management, Person, Placement
from storage.session import Workspace


def is_in_force(tie: Management) -> bool:
    """Whether a tie lets a manager read: the report agreed, or was told of the import (DESIGN 5.4)."""
    return tie.state is Consent.CONFIRMED and (tie.origin is Origin.PERSON or tie.told_at is not None)


async def manager_of(workspace: Workspace, person_id: str) -> str | None:
    """A person's manager in force, or None."""
    ties = await managers_of(workspace, person_id, Consent.CONFIRMED)
    return next((tie.manager_id for tie in ties if is_in_force(tie)), None)


async def reports_met(workspace: Workspace, ids: Collection[str]) -> dict[str, frozenset[str]]:
    """The active 1:1s with their reports, by manager, of some people."""
    found = await ties_with_pairs(workspace, ids) if ids else ()
    met = [(tie.manager_id, pair_id) for tie, pair_id in found if is_in_force(tie)]
    managers = {manager for manager, _ in met}
    return {one: frozenset(pair_id for manager, pair_id in met if manager == one) for one in managers}


async def find_effective(workspace: Workspace, person_id: str) -> Placement | None:
    """The confirmed placement; without a manager, one's own word until a People lead confirms it."""
    confirmed, proposed = await placement_and_proposal(workspace, person_id)
    if confirmed is None and proposed is not None and await manager_of(workspace, person_id) is None:
        confirmed = proposed
    return confirmed and as_they_take_part(confirmed, await find_person(workspace, person_id))


def as_they_take_part(placement: Placement, person: Person | None) -> Placement:
    """A placement as it counts: a contractor's kind of work alone, whatever level it names (DESIGN 5.8)."""
    is_contractor = person is not None and person.kind is PersonKind.CONTRACTOR
    return replace(placement, lane=None, level=None) if is_contractor else placement


def may_know(member: Person | None, person_id: str, *, is_in_rollout: bool) -> bool:
    """Whether a member may know that somebody is in Trellis, and their kind of work."""
    if member is None:
        return False
    viewer = Viewer(id=member.id, may_take_part=member.may_take_part, is_in_rollout=is_in_rollout)
    return may_read(viewer, Facts(thing=Thing.MEMBERSHIP, subject_id=person_id))


async def people_leads(workspace: Workspace) -> tuple[str, ...]:
    """Ids of the People leads who are still here, first granted first."""
    held = await holders_of(workspace, Role.PEOPLE_LEAD)
    return tuple(one.id for one in held if one.may_take_part)


async def viewer_of(
    workspace: Workspace,
    person_id: str,
    owned_frameworks: frozenset[str] = frozenset(),
    *,
    now: datetime | None = None,
) -> Viewer:
    """A person as the table of visibility sees them; with `now`, as a reader whom others named too."""
    known = await find_reader(workspace, person_id)
    ties = await reports_of(workspace, person_id, Consent.CONFIRMED)
    return Viewer(
        id=person_id,
        may_take_part=known is not None and known.person.may_take_part,
        is_in_rollout=known is not None and known.is_in_rollout,
        is_people_lead=person_id in await people_leads(workspace),
        reports=frozenset(tie.report_id for tie in ties if is_in_force(tie)),
        owned_frameworks=owned_frameworks,
        namings=in_force(await namings_of(workspace, person_id), now) if now else (),
    )
