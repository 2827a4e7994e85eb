"""Sending what is owed: one message at a time, settled with the taking of the next."""

from collections.abc import Callable

from bot.deps import Deps
from bot.domain.letters import Change, Files, HomeView, Letter, Post, Removal, Whisper
from bot.domain.messages import FILES, MANNERS, Kind
from bot.domain.ports import Posted, SlackAway, SlackFailure, SlackRefused, SlackShut, SlackUnclear
from bot.jobs.registry import render
from bot.usecases.deliveries import Sent, Taken, settle_failure, settle_sent, take_delivery


async def deliver_due(
    deps: Deps, is_ending: Callable[[], bool] = lambda: False, unsettled: list[Sent] | None = None
) -> int:
    """Send all that may go now, until the end; returns how many messages were looked at.

    What Slack took while the store was away stays in `unsettled`, and a later call settles it.
    """
    left = [] if unsettled is None else unsettled
    count, sent = 0, left.pop() if left else None
    try:
        while not is_ending():
            taken = await take_delivery(deps, render, sent)
            sent = None
            if taken is None:
                return count
            count += 1
            sent = await _deliver(deps, taken)
        if sent is not None:
            await settle_sent(deps, sent)
            sent = None
        return count
    finally:
        if sent is not None:
            left.append(sent)


async def _deliver(deps: Deps, taken: Taken) -> Sent | None:
    """Send one message; None where there is nothing more to settle."""
    if taken.letter is None:
        return None
    try:
        return Sent(taken=taken, posted=await _send(deps, taken, taken.letter))
    except SlackFailure as failure:
        await settle_failure(deps, taken.delivery, failure)
        return None


async def _send(deps: Deps, taken: Taken, letter: Letter) -> Posted:
    recipient = taken.delivery.recipient
    match letter:
        case HomeView(view):
            await deps.slack.publish_home(recipient, view)
            return Posted(channel="home", ts="")
        case Whisper(channel, message):
            await deps.slack.post_only_to(recipient, channel, message)
            return Posted(channel=channel, ts="")
        case Change(channel, ts, message):
            await deps.slack.replace(channel, ts, message)
            return Posted(channel=channel, ts=ts)
        case Removal(channel, ts):
            await (deps.slack.remove_file(ts) if channel == FILES else deps.slack.remove(channel, ts))
            return Posted(channel=channel, ts="")
        case Files():
            return await _share(deps, taken, letter)
        case Post(message):
            return await deps.slack.post(await _channel(deps, taken), message)


async def _share(deps: Deps, taken: Taken, letter: Files) -> Posted:
    """Slack names no message for files: what is kept is their ids, to take them away by."""
    channel = await _channel(deps, taken)
    try:
        ids = await deps.slack.share(channel, letter.files, letter.comment)
    except SlackShut:
        raise
    except SlackRefused:
        return await deps.slack.post(channel, letter.otherwise)
    return Posted(channel=FILES, ts=" ".join(ids))


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
