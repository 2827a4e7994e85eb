"""Home and settings as a test opens them."""

from playground.seen import View
from storage.choices import Role
from storage.people import add_grant
from storage.records import RoleGrant
from tests.world import World


async def home_of(here: World, person: str) -> View:
    """Home as it is shown after it was opened."""
    await here.people.open_home(person)
    await here.deliver()
    home = await here.people.home(person)
    assert home is not None
    return home


async def leading(here: World, *people: str) -> None:
    """Make people People leads, as the operator's settings would."""
    async with here.bot.deps.write() as workspace:
        for person in people:
            grant = RoleGrant(
                id=here.bot.deps.ids(),
                person_id=person,
                role=Role.PEOPLE_LEAD,
                granted_by=None,
                granted_at=here.clock(),
                revoked_at=None,
            )
            await add_grant(workspace, grant)
