"""Messages about who saw what somebody noted."""

from bot.deps import Deps
from bot.domain.letters import Letter, Post
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.witnesses import ask_for, confirmed_for
from bot.views.notes import evidence_button
from bot.views.notices import explained
from bot.views.witnesses import asked_message, confirmed_message
from bot.words import witnesses as words
from storage.choices import WitnessAsk
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To somebody asked, about the text as it stands, while their answer is missing."""
    seen = await ask_for(workspace, delivery.recipient, delivery.cause)
    is_missing = seen.asked.state is WitnessAsk.ASKED
    if not is_missing or delivery.occurrence != str(seen.piece.text_version):
        raise NotFoundForYou("not_yours")
    message = asked_message(seen, delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def confirmed(workspace: Workspace, _: Deps, delivery: Delivery, __: Reader) -> Letter:
    """To the owner, as long as it is confirmed."""
    by = delivery.occurrence.partition(":")[0]
    witness = await confirmed_for(workspace, delivery.recipient, delivery.cause, by)
    look = evidence_button(delivery.cause, words.READ, delivery.id)
    return Post(confirmed_message(witness.name, look).payload)
