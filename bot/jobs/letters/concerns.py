"""Messages to a People lead about one thing that somebody shows them."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.usecases.concerns import concern_for
from bot.usecases.deliveries import Reader
from bot.views.concerns import shown_message
from storage.records import Delivery
from storage.session import Workspace


async def shown(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """To the People lead who was chosen, until it is taken back."""
    seen = await concern_for(workspace, delivery.recipient, delivery.cause)
    return Post(shown_message(seen, delivery.id).payload)
