"""Messages about kudos."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.usecases.deliveries import Reader
from bot.usecases.kudos import kudos_for, public_kudos
from bot.views.kudos import posted_message, received_message
from bot.views.notices import explained
from storage.records import Delivery
from storage.session import Workspace


async def received(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To the receiver."""
    seen = await kudos_for(workspace, deps, delivery.recipient, delivery.cause)
    message = received_message(seen.kudos, seen.giver, seen.skill_titles, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def posted(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the kudos channel."""
    seen = await public_kudos(workspace, deps, delivery.cause)
    return Post(posted_message(seen.text, seen.giver, seen.receivers, seen.skill_titles).payload)
