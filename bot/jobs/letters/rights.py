"""What is taken away from Slack after a person was erased."""

from bot.deps import Deps
from bot.domain.letters import HomeView, Letter, Removal
from bot.domain.rights import HOME
from bot.usecases.deliveries import Reader
from bot.views.rights import erased_home
from storage.records import Delivery
from storage.session import Workspace


async def erased(_: Workspace, deps: Deps, delivery: Delivery, __: Reader) -> Letter:
    """One message goes, or the Home page is emptied."""
    if delivery.cause == HOME:
        return HomeView(erased_home(deps.command).payload)
    return Removal(channel=delivery.recipient, ts=delivery.cause)
