"""Messages of the first steps: each says the step that comes next when it is sent."""

from bot.deps import Deps
from bot.domain.letters import Change, Letter, Post
from bot.domain.messages import Kind
from bot.domain.steps import StepSeen
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.steps import offer_closed, step_to_send, who_made_lead, who_switched_on
from bot.views.steps import closed_message, step_message
from bot.words import steps as words
from storage.choices import Step
from storage.records import Delivery
from storage.session import Workspace


async def welcome(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody for whom Trellis was switched on."""
    seen = await _seen(workspace, deps, delivery, reader, None)
    return Post(step_message(seen, delivery.id, await _greeting(workspace, delivery)).payload)


async def lead_welcome(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To a People lead who was named by somebody else."""
    seen = await _seen(workspace, deps, delivery, reader, None)
    return Post(step_message(seen, delivery.id, await _greeting(workspace, delivery)).payload)


async def step(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody who did or skipped the step before; one that is done meanwhile is not sent."""
    seen = await _seen(workspace, deps, delivery, reader, Step(delivery.cause))
    return Post(step_message(seen, delivery.id).payload)


async def closed(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """In the place of the message that offered it: nothing is left to press."""
    step = Step(delivery.cause)
    offer = await offer_closed(workspace, delivery.recipient, step)
    greeting = await _greeting(workspace, offer.sent)
    message = closed_message(step, greeting, is_skipped=offer.is_skipped)
    return Change(offer.place.channel, offer.place.ts, message.payload)


async def _greeting(workspace: Workspace, delivery: Delivery) -> str | None:
    match delivery.kind:
        case Kind.WELCOME:
            return words.welcome(await who_switched_on(workspace, delivery.recipient))
        case Kind.LEAD_WELCOME:
            return words.lead_welcome(await who_made_lead(workspace, delivery.recipient))
    return None


async def _seen(
    workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader, only: Step | None
) -> StepSeen:
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    return await step_to_send(workspace, deps, reader.person, delivery, only)
