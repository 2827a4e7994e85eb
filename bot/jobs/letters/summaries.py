"""Messages about summaries."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post, Whisper
from bot.usecases.deliveries import Reader
from bot.usecases.summaries import summary_for
from bot.views.summaries import mention_message, ready_message, shared_message
from storage.records import Delivery
from storage.session import Workspace


async def shared(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the other side of a joint summary."""
    seen = await summary_for(workspace, deps, delivery.recipient, delivery.cause)
    return Post(shared_message(seen, delivery.id).payload)


async def ready(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To who asked in a channel."""
    seen = await summary_for(workspace, deps, delivery.recipient, delivery.cause)
    return Post(ready_message(seen, delivery.id).payload)


async def mention(_: Workspace, deps: Deps, delivery: Delivery, __: Reader) -> Letter:
    """In the channel, for the asker's eyes only: the cause is the channel, the occurrence says what."""
    what = delivery.occurrence.rpartition(":")[2]
    return Whisper(delivery.cause, mention_message(what, deps.command).payload)
