"""Messages about what a manager saw."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.observations import observation_for
from bot.views.observations import answered_message, received_message
from storage.records import Delivery
from storage.session import Workspace


async def received(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To whom it is about."""
    seen = await observation_for(workspace, deps, delivery.recipient, delivery.cause)
    if not seen.is_own:
        raise NotFoundForYou("not_yours")
    return Post(received_message(seen, delivery.id).payload)


async def answered(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To its author, once there is an answer."""
    seen = await observation_for(workspace, deps, delivery.recipient, delivery.cause)
    if delivery.recipient != seen.author.id or seen.piece.reply is None:
        raise NotFoundForYou("not_yours")
    return Post(answered_message(seen, delivery.id).payload)
