"""Messages about where somebody is."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.usecases.deliveries import Reader
from bot.usecases.placements import placement_of, proposal_for
from bot.views.notices import explained
from bot.views.placements import answered_message, asked_message
from storage.choices import PlacementState
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To who may confirm, while it waits."""
    seen = await proposal_for(workspace, deps, delivery.recipient, delivery.cause)
    message = asked_message(seen, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def answered(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the member."""
    seen = await placement_of(workspace, deps, delivery.recipient, delivery.cause)
    agreed = seen.placement.state is not PlacementState.DECLINED
    return Post(answered_message(seen, agreed=agreed).payload)
