"""Messages about kudos."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post, Removal
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.kudos import kudos_for, public_kudos
from bot.views.kudos import posted_message, received_message
from bot.views.notices import explained
from storage.deliveries import find_delivery
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


async def taken_back(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """What was sent about kudos that their giver took back goes, as far as it is known where it stands."""
    sent = await find_delivery(workspace, delivery.cause)
    if sent is None or not sent.channel or not sent.ts:
        raise NotFoundForYou("not_yours")
    return Removal(channel=sent.channel, ts=sent.ts)
