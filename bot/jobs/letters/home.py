"""A person's Home."""

from bot.deps import Deps
from bot.domain.letters import HomeView, Letter
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.home import home_for
from bot.views.home import home_tab
from storage.records import Delivery
from storage.session import Workspace


async def home(workspace: Workspace, deps: Deps, _: Delivery, reader: Reader) -> Letter:
    """As it is now, whenever it was owed."""
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    return HomeView(home_tab(await home_for(workspace, deps, reader.person)).payload)
