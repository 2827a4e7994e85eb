"""The life of an owed message: taken, sent once, settled (DESIGN 6.3 to 6.5)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.deps import Deps
from bot.domain.budget import Miss, MissReason, SendNow, Wait
from bot.domain.letters import Letter, Post, TooLate
from bot.domain.messages import MANNERS, Kind, Manners
from bot.domain.past_notes import KEPT as KEPT_UNSEEN
from bot.domain.ports import Posted, SlackBusy, SlackFailure, SlackRefused, SlackShut, SlackUnclear
from bot.logs import without_words
from bot.usecases.calm import COUNTED, OPERATOR, decision_on, join_others
from storage.acts import purge_acts
from storage.choices import DeliveryState
from storage.deliveries import (
    WAITS,
    deliveries_in,
    find_delivery,
    get_delivery,
    hold,
    mark_dropped,
    mark_missed,
    mark_sent,
    mark_unknown,
    postpone,
    reap_leases,
    sent_times,
    settle_by_press,
    supersede,
)
from storage.digests import lose_merged, mark_pressed, settle_merged
from storage.errors import Conflict
from storage.leases import ANSWER, lease_delivery, pause_lanes, take_turn
from storage.past_notes import purge_past_notes
from storage.people import find_reader, set_dm_channel
from storage.records import Delivery, Known, Person
from storage.retention import purge_old
from storage.session import Workspace

_log = structlog.get_logger()

BULK_BURST = timedelta(seconds=1)  # what a tick a second may send at once and still keep the pace
# Where Slack fails, each message that is tried becomes unknown: so few are, some two a minute. 120 paces are
# thirty seconds at the usual pace.
DOUBT_IN_PACES, LONGEST_DOUBT = 120, timedelta(minutes=1)
SHUT = timedelta(minutes=1)  # a token that is taken back may come anew
RETRY_AFTER = (5, 30, 120, 600, 1800)
UNWRITTEN_AFTER = timedelta(minutes=10)  # a key that was left out, or a fault of ours: somebody may mend it
KEPT = timedelta(days=90)
_DOUBTFUL = frozenset({DeliveryState.UNKNOWN, DeliveryState.SENDING})
_HARMLESS = [kind for kind, manners in MANNERS.items() if manners.is_harmless_twice]
_OPEN_TO_OPERATOR = (DeliveryState.PENDING, DeliveryState.UNKNOWN, DeliveryState.MISSED)
_ASKS = [kind for kind, manners in MANNERS.items() if manners.is_ask]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A leased message with what it says now; `letter` is None where nothing is to be sent."""

    delivery: Delivery
    letter: Letter | None
    dm_channel: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that Slack took, still to be settled."""

    taken: Taken
    posted: Posted


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who a message is for, as it is written: `is_outside` asks for the explained form."""

    known: Known | None

    @property
    def person(self) -> Person | None:
        """The person, where it is one."""
        return self.known.person if self.known else None

    @property
    def is_outside(self) -> bool:
        """Whether Trellis is off for them."""
        return self.known is None or not self.known.is_in_rollout


class _Unwritten(Exception):
    """A leased message could not be decided on or rendered."""

    def __init__(self, delivery: Delivery, error: Exception) -> None:
        super().__init__(delivery.id)
        self.delivery = delivery
        self.error = error


Render = Callable[[Workspace, Deps, Delivery, Reader], Awaitable[Letter | None]]


async def take_delivery(deps: Deps, render: Render, before: Sent | None = None) -> Taken | None:
    """Lease the most urgent message, decide on it and render it; None where nothing is due now.

    What was sent `before` is settled with it, in the same transaction: a worker in full swing commits once
    a message. A message that must wait, is too old, cannot be written or is no longer allowed comes back
    settled, without a letter.
    """
    try:
        return await deps.act(lambda workspace: _take(workspace, deps, render, before))
    except _Unwritten as unwritten:  # it must not hold up the rest
        await _settle_unwritten(deps, unwritten.delivery, unwritten.error, before)
        return Taken(delivery=unwritten.delivery, letter=None, dm_channel=None)


async def _take(workspace: Workspace, deps: Deps, render: Render, before: Sent | None) -> Taken | None:
    await _settle_sent(workspace, deps, before)
    ticks = deps.ticker()
    delivery = await lease_delivery(workspace, deps.today(), ticks, ticks + deps.lease, BULK_BURST)
    if delivery is None:
        return None
    try:
        taken = await _prepared(workspace, deps, delivery, render)
        if taken.letter is not None and delivery.priority > ANSWER:
            await take_turn(workspace, ticks, deps.pace)
    except Exception as error:
        raise _Unwritten(delivery, error) from error
    return taken


async def settle_sent(deps: Deps, sent: Sent) -> None:
    """Slack took it, and nothing more is to be taken now."""
    async with deps.write() as workspace:
        await _settle_sent(workspace, deps, sent)


async def settle_failure(deps: Deps, delivery: Delivery, failure: SlackFailure) -> None:
    """What was surely not sent is tried again; what is unclear is unknown, and never sent by itself.

    A message that is no longer this worker's stays as others settled it: put back, it might go twice.
    """
    async with deps.write() as workspace:
        if await hold(workspace, delivery.id, delivery.lease_until, delivery.attempts):
            await _settle_failed(workspace, deps, delivery, failure)
        await _ease(workspace, deps, failure)


async def settle_press(deps: Deps, delivery_id: str, presser_id: str, channel: str, ts: str) -> None:
    """A button of the message came back from its reader, so it was sent, and a nudge was of use.

    What stands in a digest came with it.
    """
    async with deps.read() as workspace:
        delivery = await find_delivery(workspace, delivery_id)
    if delivery is None or delivery.recipient not in {presser_id, channel}:
        return
    is_first = delivery.kind in COUNTED and delivery.pressed_at is None
    if delivery.state not in _DOUBTFUL and not is_first:
        return
    message_id = delivery.digest_id or delivery.id
    async with deps.write() as workspace:
        if await settle_by_press(workspace, message_id, channel, ts, deps.today()):
            await settle_merged(workspace, message_id, DeliveryState.SENT, None, deps.today())
        if is_first:
            await mark_pressed(workspace, {delivery.id, message_id}, deps.today())


async def reap(deps: Deps) -> int:
    """Leases of workers that died: their messages are unknown from now on."""
    async with deps.write() as workspace:
        reaped = await reap_leases(workspace, deps.ticker(), _HARMLESS)
        if reaped:
            await lose_merged(workspace, deps.today())
        return reaped


async def purge(deps: Deps) -> int:
    """Remove what is past its retention: of each kind what the operator set, keys of acts that can no longer
    come twice, and notes from past reviews that nobody looked after.
    """
    async with deps.write() as workspace:
        forgotten = await purge_acts(workspace, deps.today() - KEPT)
        forgotten += await purge_past_notes(workspace, deps.today() - KEPT_UNSEEN)
        for kept, lasts in deps.retention.items():
            forgotten += await purge_old(workspace, kept, deps.today() - lasts)
    await deps.database.forget()
    return forgotten


async def owed_now(deps: Deps, *states: DeliveryState) -> tuple[Delivery, ...]:
    """Messages in some states, for the operator."""
    async with deps.read() as workspace:
        return await deliveries_in(workspace, states)


async def send_again(deps: Deps, delivery_id: str) -> None:
    """The operator has an unknown or missed message sent after all.

    Raises NotFound, and Conflict for one that was sent or dropped: it would come twice, or unwanted.
    """
    async with deps.write() as workspace:
        delivery = await _open_delivery(workspace, delivery_id)
        await postpone(workspace, delivery.id, deps.today(), OPERATOR)
        await _settle_merged(workspace, deps, delivery, DeliveryState.MERGED, None)
    deps.wake()


async def drop(deps: Deps, delivery_id: str) -> None:
    """The operator gives a message up; raises NotFound, and Conflict for one that was sent or dropped."""
    async with deps.write() as workspace:
        delivery = await _open_delivery(workspace, delivery_id)
        await _drop(workspace, deps, delivery, OPERATOR)


async def _open_delivery(workspace: Workspace, delivery_id: str) -> Delivery:
    delivery = await get_delivery(workspace, delivery_id)
    if delivery.state not in _OPEN_TO_OPERATOR:
        raise Conflict("delivery", delivery_id)
    return delivery


async def _may_go(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> bool:
    manners = MANNERS[Kind(delivery.kind)]
    if manners.is_to_person:
        refusal = await _refusal(workspace, manners, delivery, reader)
        if refusal is not None:
            await _miss(workspace, deps, delivery, refusal)
            return False
    match await decision_on(workspace, deps, delivery, reader.known):
        case Wait(until):
            reason = OPERATOR if delivery.reason == OPERATOR else WAITS
            await postpone(workspace, delivery.id, until, reason)
        case Miss(reason):
            await _miss(workspace, deps, delivery, reason)
        case SendNow():
            return not await join_others(workspace, deps, delivery, reader.known)
    return False


async def _refusal(workspace: Workspace, manners: Manners, delivery: Delivery, reader: Reader) -> str | None:
    """Why a person may not be written to at all, or None (DESIGN 5, cases; the rollout)."""
    if reader.person is None or not reader.person.may_take_part:
        return "left"
    if not reader.is_outside or manners.reaches_outside:
        return None
    if not manners.is_ask:
        return "outside_rollout"
    beginning = delivery.created_at - timedelta(days=3650)
    earlier = await sent_times(workspace, delivery.recipient, _ASKS, beginning, besides=delivery.id)
    return "outside_rollout" if earlier else None


async def _prepared(workspace: Workspace, deps: Deps, delivery: Delivery, render: Render) -> Taken:
    reader = Reader(known=await find_reader(workspace, delivery.recipient))
    if not await _may_go(workspace, deps, delivery, reader):
        return Taken(delivery=delivery, letter=None, dm_channel=None)
    if MANNERS[Kind(delivery.kind)].stands_for_all:
        await supersede(workspace, delivery, deps.today())
    letter = await render(workspace, deps, delivery, reader)
    if letter is None:
        await _drop(workspace, deps, delivery, "no_longer_allowed")
    dm_channel = reader.person.dm_channel if reader.person else None
    return Taken(delivery=delivery, letter=letter, dm_channel=dm_channel)


async def _miss(workspace: Workspace, deps: Deps, delivery: Delivery, reason: str) -> None:
    await mark_missed(workspace, delivery.id, reason, deps.today())
    await _settle_merged(workspace, deps, delivery, DeliveryState.MISSED, reason)


async def _drop(workspace: Workspace, deps: Deps, delivery: Delivery, reason: str) -> None:
    await mark_dropped(workspace, delivery.id, reason, deps.today())
    await _settle_merged(workspace, deps, delivery, DeliveryState.DROPPED, reason)


async def _settle_merged(
    workspace: Workspace, deps: Deps, delivery: Delivery, state: DeliveryState, reason: str | None
) -> None:
    """What becomes of a digest becomes of what stands in it."""
    if delivery.kind in {Kind.DIGEST, Kind.WEEK}:
        await settle_merged(workspace, delivery.id, state, reason, deps.today())


async def _settle_sent(workspace: Workspace, deps: Deps, sent: Sent | None) -> None:
    """Slack took it; the DM's channel is remembered for good."""
    if sent is None:
        return
    taken, posted, delivery = sent.taken, sent.posted, sent.taken.delivery
    await mark_sent(workspace, delivery.id, posted.channel, posted.ts, deps.today())
    await _settle_merged(workspace, deps, delivery, DeliveryState.SENT, None)
    is_new = isinstance(taken.letter, Post) and taken.dm_channel is None
    if is_new and MANNERS[Kind(delivery.kind)].is_to_person:
        await set_dm_channel(workspace, delivery.recipient, posted.channel)


async def _settle_unwritten(deps: Deps, delivery: Delivery, error: Exception, before: Sent | None) -> None:
    async with deps.write() as workspace:
        await _settle_sent(workspace, deps, before)
        if not await hold(workspace, delivery.id, delivery.lease_until, delivery.attempts):
            return
        if isinstance(error, TooLate):
            await mark_missed(workspace, delivery.id, MissReason.TOO_OLD, deps.today())
            return
        _log.error("not_rendered", delivery=delivery.id, kind=delivery.kind, **without_words(error))
        await postpone(workspace, delivery.id, deps.today() + UNWRITTEN_AFTER, "not_rendered")


async def _settle_failed(workspace: Workspace, deps: Deps, delivery: Delivery, failure: SlackFailure) -> None:
    is_safe = MANNERS[Kind(delivery.kind)].is_harmless_twice
    if isinstance(failure, SlackUnclear) and not is_safe:
        await mark_unknown(workspace, delivery.id, failure.code, deps.today())
        await _settle_merged(workspace, deps, delivery, DeliveryState.UNKNOWN, failure.code)
    elif isinstance(failure, SlackRefused) and not isinstance(failure, SlackShut):
        await _drop(workspace, deps, delivery, failure.code)
    else:
        await _try_again(workspace, deps, delivery, failure)


async def _ease(workspace: Workspace, deps: Deps, failure: SlackFailure) -> None:
    """What a failure says of all other messages: how long none should go, or bulk not."""
    ticks = deps.ticker()
    match failure:
        case SlackBusy():
            await pause_lanes(workspace, ticks, timedelta(seconds=failure.seconds))
        case SlackShut():
            await pause_lanes(workspace, ticks, SHUT)
        case SlackUnclear():
            await take_turn(workspace, ticks, min(DOUBT_IN_PACES * deps.pace, LONGEST_DOUBT))


async def _try_again(workspace: Workspace, deps: Deps, delivery: Delivery, failure: SlackFailure) -> None:
    """In its turn where all wait together, and else by itself, later each time."""
    wait = RETRY_AFTER[min(delivery.attempts, len(RETRY_AFTER)) - 1]
    seconds = 0 if isinstance(failure, SlackBusy | SlackShut) else wait
    await postpone(workspace, delivery.id, deps.today() + timedelta(seconds=seconds), failure.code)
