"""Messages about examples for which somebody had no opportunity yet."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.chances import chances_for
from bot.usecases.deliveries import Reader
from bot.views.chances import told_message
from storage.records import Delivery
from storage.session import Workspace


async def told(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To the member: that their manager marked something, or answered."""
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    seen = await chances_for(workspace, deps, reader.person, reader.person.id)
    one = next((one for one in seen.chances if one.chance.id == delivery.cause), None)
    if one is None:
        raise NotFoundForYou("not_yours")
    return Post(told_message(seen, one, delivery.id).payload)
