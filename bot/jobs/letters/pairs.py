"""Messages about 1:1s: the question, its answer, a change, and the prompts."""

from datetime import date

from bot.deps import Deps
from bot.domain.here import Here, here_of
from bot.domain.letters import Letter, Post
from bot.domain.messages import Kind
from bot.errors import NotFoundForYou
from bot.usecases.deliveries import Reader
from bot.usecases.pairs import pair_for, version_key
from bot.usecases.prompts import prompts_to_send
from bot.views.notices import explained
from bot.views.pairs import answered_message, asked_message, changed_message
from bot.views.prompts import prompts_message
from storage.choices import PairState
from storage.records import Delivery
from storage.session import Workspace


async def asked(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """The question, while it waits for this reader as it stands."""
    shown = await pair_for(workspace, deps, delivery.recipient, delivery.cause)
    if shown.awaited != delivery.recipient or delivery.occurrence != version_key(shown.pair):
        raise NotFoundForYou("not_yours")
    message = asked_message(shown, _here(reader, deps), delivery.id)
    return Post(explained(message, deps.command).payload if reader.is_outside else message.payload)


async def answered(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To who asked, unless it was ended meanwhile."""
    shown = await pair_for(workspace, deps, delivery.recipient, delivery.cause)
    if shown.pair.state not in {PairState.ACTIVE, PairState.DECLINED}:
        raise NotFoundForYou("not_yours")
    return Post(answered_message(shown, _here(reader, deps)).payload)


async def changed(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """To the other side of the newest change."""
    shown = await pair_for(workspace, deps, delivery.recipient, delivery.cause)
    if shown.pair.state is not PairState.ACTIVE or delivery.occurrence != version_key(shown.pair):
        raise NotFoundForYou("not_yours")
    return Post(changed_message(shown, _here(reader, deps), delivery.id).payload)


async def prompts(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    """What to talk about; raises NotFoundForYou and TooLate."""
    on = date.fromisoformat(delivery.occurrence)
    if reader.person is None:
        raise NotFoundForYou("not_yours")
    seen = await prompts_to_send(workspace, deps, reader.person, delivery.cause, on)
    may_wait = delivery.kind == Kind.PROMPT
    return Post(prompts_message(seen, delivery.id, may_wait=may_wait).payload)


def _here(reader: Reader, deps: Deps) -> Here:
    return here_of(reader.person.zone if reader.person else None, deps.today())
