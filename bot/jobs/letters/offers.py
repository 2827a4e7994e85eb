"""Messages about notes that are offered as examples."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.offers import offer_for
from bot.views.notices import explained
from bot.views.offers import answered_message, asked_message, proposed_message
from storage.choices import OfferState
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody named, about the text as it stands, while their word is missing."""
    seen = await offer_for(workspace, deps, delivery.recipient, delivery.cause)
    is_missing = seen.offer.state is OfferState.ASKED and seen.is_asked and not seen.has_agreed
    if not is_missing or delivery.occurrence != str(seen.offer.text_version):
        raise NotFoundForYou("not_yours")
    message = asked_message(seen, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def proposed(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To who looks after the skills, while it waits."""
    seen = await offer_for(workspace, deps, delivery.recipient, delivery.cause)
    if not seen.may_decide:
        raise NotFoundForYou("not_yours")
    return Post(proposed_message(seen, delivery.id).payload)


async def answered(workspace: Workspace, deps: Deps, delivery: Delivery, _: Reader) -> Letter:
    """To its author, once it is over."""
    seen = await offer_for(workspace, deps, delivery.recipient, delivery.cause)
    if not seen.is_own or seen.offer.state in {OfferState.ASKED, OfferState.PROPOSED}:
        raise NotFoundForYou("not_yours")
    return Post(answered_message(seen).payload)
