"""Messages about who manages whom."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.handover import left_behind
from bot.usecases.management import tell_of_import, tie_for
from bot.views.handover import new_manager_message
from bot.views.management import answered_message, asked_message, told_message
from bot.views.notices import explained
from storage.choices import Consent
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """The question, while it waits."""
    seen = await tie_for(workspace, delivery.recipient, delivery.cause)
    if seen.tie.state is not Consent.ASKED:
        raise NotFoundForYou("not_yours")
    message = asked_message(seen, delivery.recipient, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def told(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the report of an imported tie, which is in force from now on."""
    seen = await tie_for(workspace, delivery.recipient, delivery.cause)
    if seen.tie.state is not Consent.CONFIRMED:
        raise NotFoundForYou("not_yours")
    await tell_of_import(workspace, deps, seen.tie.id)
    return Post(told_message(seen, delivery.id).payload)


async def new(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To the report of a tie that holds, while something is left behind to choose from."""
    seen = await tie_for(workspace, delivery.recipient, delivery.cause)
    is_left = seen.report.id == delivery.recipient and await left_behind(workspace, deps, seen.report)
    if seen.tie.state is not Consent.CONFIRMED or not is_left:
        raise NotFoundForYou("not_yours")
    return Post(new_manager_message(seen.manager.name, delivery.id).payload)


async def answered(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """To who asked."""
    seen = await tie_for(workspace, delivery.recipient, delivery.cause)
    agreed = seen.tie.state is Consent.CONFIRMED
    return Post(answered_message(seen, delivery.recipient, agreed=agreed).payload)
