"""The message that notes from past reviews wait."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.past_notes import past_notes_waiting
from bot.views.past_notes import waiting_message
from storage.records import Delivery
from storage.session import Workspace


async def waiting(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """To their member, as long as some wait."""
    many, _since = await past_notes_waiting(workspace, delivery.recipient)
    if not many:
        raise NotFoundForYou("not_yours")
    return Post(waiting_message(many, delivery.id).payload)
