"""Messages about feedback, and about questions that ask for it."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.asks import asked_of, declined_for
from bot.usecases.deliveries import Reader
from bot.usecases.feedback import feedback_for, own_feedback
from bot.views.asks import asked_message, declined_message, reminder_message
from bot.views.feedback import received_message, replied_message, shared_message
from bot.views.notices import explained
from storage.records import Delivery
from storage.session import Workspace


async def received(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To whom it is for."""
    message = received_message(
        await own_feedback(workspace, deps, delivery.recipient, delivery.cause), delivery.id
    )
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def answered(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To whoever asked for it."""
    seen = await own_feedback(workspace, deps, delivery.recipient, delivery.cause)
    return Post(received_message(seen, delivery.id).payload)


async def replied(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To its author, once there is an answer."""
    seen = await feedback_for(workspace, deps, delivery.recipient, delivery.cause)
    if delivery.recipient != seen.author.id or seen.feedback.reply is None:
        raise NotFoundForYou("not_yours")
    return Post(replied_message(seen, delivery.id).payload)


async def shared(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To a manager who may read it."""
    seen = await feedback_for(workspace, deps, delivery.recipient, delivery.cause)
    if delivery.recipient not in {one.id for one in seen.readers}:
        raise NotFoundForYou("not_yours")
    return Post(shared_message(seen, delivery.id).payload)


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody who is asked, while they may answer."""
    seen = await asked_of(workspace, deps, delivery.recipient, delivery.cause)
    if not seen.is_open:
        raise NotFoundForYou("not_yours")
    message = asked_message(seen, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def reminder(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the same person some days later, while they may answer."""
    seen = await asked_of(workspace, deps, delivery.recipient, delivery.cause)
    if not seen.is_open:
        raise NotFoundForYou("not_yours")
    return Post(reminder_message(seen, delivery.id).payload)


async def declined(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To whoever asked."""
    seen = await declined_for(workspace, deps, delivery.recipient, delivery.cause, delivery.occurrence)
    return Post(declined_message(seen, delivery.id).payload)
