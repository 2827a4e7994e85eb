"""The message of a week, with all 1:1s of a manager's reports."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.weeks import week_to_send
from bot.views.weeks import week_message
from storage.records import Delivery
from storage.session import Workspace


async def week(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """Who, and when; raises NotFoundForYou and TooLate."""
    if reader.known is None:
        raise NotFoundForYou("not_yours")
    seen = await week_to_send(workspace, deps, delivery, reader.known)
    return Post(week_message(seen, delivery.id).payload)
