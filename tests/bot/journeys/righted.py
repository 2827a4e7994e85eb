"""A member on the way to be erased."""

from bot.views import rights
from tests.world import ANA, World


async def asked_to_erase(here: World, person: str = ANA) -> None:
    """The form stands open, after both steps."""
    page = (await here.people.command(person, "/growth my-data")).view
    told = (await here.people.press(person, page, rights.ERASE)).view
    await here.people.press(person, told, rights.GO_ON)
