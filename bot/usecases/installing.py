"""The workspace at start: its own row, and the People leads whom the operator named."""

import structlog

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.ports import Identity
from bot.usecases.people import introduce
from bot.usecases.steps import begin_to_lead
from storage.choices import Role
from storage.leases import add_lanes
from storage.people import add_grant
from storage.records import RoleGrant
from storage.workspaces import add_installation, mark_uninstalled

_log = structlog.get_logger()


async def begin(deps: Deps, identity: Identity) -> None:
    """Note the workspace, and give the named People leads their role; both once."""
    async with deps.write() as workspace:
        await add_installation(workspace, identity.team_name, deps.today())
        await add_lanes(workspace, deps.ticker())
    for person_id in sorted(deps.named_leads):
        if await introduce(deps, person_id) is None:
            _log.warning("people_lead_unknown_to_slack", person=person_id)
        else:
            await _grant(deps, person_id)


async def end(deps: Deps) -> None:
    """The app was removed or its token taken back: nothing more is sent until Trellis starts anew."""
    async with deps.write() as workspace:
        await mark_uninstalled(workspace, deps.today())


async def _grant(deps: Deps, person_id: str) -> None:
    grant = RoleGrant(
        id=deps.ids(),
        person_id=person_id,
        role=Role.PEOPLE_LEAD,
        granted_by=None,
        granted_at=deps.today(),
        revoked_at=None,
    )
    async with deps.write() as workspace:
        if await add_grant(workspace, grant):
            await begin_to_lead(workspace, deps, person_id, Kind.LEAD_WELCOME)
