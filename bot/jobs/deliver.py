"""Sending what is owed: one message at a time, settled before the next."""

from datetime import timedelta

from bot.deps import Deps
from bot.domain.letters import HomeView, Letter, Post, Whisper
from bot.domain.messages import MANNERS, Kind
from bot.domain.ports import Posted, SlackAway, SlackFailure, SlackUnclear
from bot.jobs.registry import render
from bot.usecases.deliveries import BULK_EVERY, Taken, settle_failure, settle_sent, take_delivery


async def deliver_due(deps: Deps, pace: timedelta = BULK_EVERY) -> int:
    """Send all that may go now; returns how many messages were looked at."""
    count = 0
    while await deliver_next(deps, pace):
        count += 1
    return count


async def deliver_next(deps: Deps, pace: timedelta = BULK_EVERY) -> bool:
    """Send the most urgent message; False where none may go now."""
    taken = await take_delivery(deps, render, pace)
    if taken is None:
        return False
    if taken.letter is not None:
        try:
            posted = await _send(deps, taken, taken.letter)
        except SlackFailure as failure:
            await settle_failure(deps, taken.delivery, failure)
        else:
            await settle_sent(deps, taken, posted)
    return True


async def _send(deps: Deps, taken: Taken, letter: Letter) -> Posted:
    recipient = taken.delivery.recipient
    match letter:
        case HomeView(view):
            await deps.slack.publish_home(recipient, view)
            return Posted(channel="home", ts="")
        case Whisper(channel, message):
            await deps.slack.post_only_to(recipient, channel, message)
            return Posted(channel=channel, ts="")
        case Post(message):
            return await deps.slack.post(await _channel(deps, taken), message)


async def _channel(deps: Deps, taken: Taken) -> str:
    recipient = taken.delivery.recipient
    if not MANNERS[Kind(taken.delivery.kind)].is_to_person:
        return recipient
    if taken.dm_channel:
        return taken.dm_channel
    try:
        return await deps.slack.dm_channel(recipient)
    except SlackUnclear as unclear:
        raise SlackAway(unclear.code) from None  # a DM that did not open: the message was surely not sent
