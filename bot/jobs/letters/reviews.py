"""The quarterly nudge to a framework's owners."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.usecases.deliveries import Reader
from bot.usecases.reviews import review_for
from bot.views.reviews import nudge_message
from storage.records import Delivery
from storage.session import Workspace


async def nudge(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To an owner whose review is still open."""
    seen = await review_for(workspace, deps, delivery.recipient, delivery.cause)
    return Post(nudge_message(seen, delivery.id).payload)
