"""Messages about the quarterly check."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.checks import check_for
from bot.usecases.deliveries import Reader
from bot.views.checks import asked_message, ready_message
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """The other of the two is in, and this one is not yet."""
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    seen = await check_for(workspace, deps, reader.person, delivery.cause)
    if seen.is_mine_in:
        raise NotFoundForYou("not_yours")
    return Post(asked_message(seen, delivery.cause, delivery.id).payload)


async def ready(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """Both are in, to the one who was first."""
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    seen = await check_for(workspace, deps, reader.person, delivery.cause)
    if not seen.are_both_in:
        raise NotFoundForYou("not_yours")
    return Post(ready_message(seen, delivery.cause, delivery.id).payload)
