"""Whether an owed message goes now, waits, is missed, or comes as one with others (DESIGN 6.4, 6.5)."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.deps import Deps
from bot.domain.budget import (
    Ask,
    Decision,
    Limits,
    MessageClass,
    Miss,
    decide,
    eased,
    lasts_until,
    merges,
    reminders_among,
)
from bot.domain.messages import MANNERS, NUDGES, Kind
from bot.domain.preferences import is_switched_off, limits_of
from bot.domain.waiting import may_be_lost
from bot.usecases.owing import owe, owed
from storage.choices import DeliveryState
from storage.deliveries import WAITS, deliveries_in, mark_dropped, mark_missed, postpone
from storage.digests import (
    find_open_digest,
    merge,
    merged_into,
    newest_reached,
    take_turn_of,
    waiting_of,
)
from storage.meetings import find_meeting
from storage.records import Delivery, Known, Reached
from storage.session import Workspace

OPERATOR = "operator"
COUNTED = (*NUDGES, Kind.DIGEST)
"""The kinds that draw on the budget."""
MOST_REACHED = 40
MOST_LINES = 30
_TAKEN = (DeliveryState.PENDING, DeliveryState.SENDING)


async def decision_on(workspace: Workspace, deps: Deps, delivery: Delivery, known: Known | None) -> Decision:
    """Whether a message may go now."""
    manners, limits = MANNERS[Kind(delivery.kind)], limits_of(known)
    if manners.message_class is not MessageClass.NUDGE:
        return _decide(deps.today(), delivery, known, limits, (), await _about(workspace, delivery, known))
    await take_turn_of(workspace, delivery.recipient)
    reached = await reached_by(workspace, delivery.recipient, besides=delivery.id)
    return _decide(deps.today(), delivery, known, eased(limits, reached, deps.today()), reached)


async def reached_by(workspace: Workspace, person_id: str, *, besides: str = "") -> tuple[Reached, ...]:
    """The newest nudges that a person got, and those that came with a digest."""
    return await newest_reached(workspace, person_id, COUNTED, MOST_REACHED, besides=besides)


async def join_others(workspace: Workspace, deps: Deps, delivery: Delivery, known: Known | None) -> bool:
    """Whether a nudge that may go comes as one with those that wait too: it then waits in their digest."""
    if delivery.kind not in NUDGES or delivery.reason == OPERATOR:
        return False
    kinds = [kind for kind in NUDGES if not is_switched_off(known, kind)]
    others = await waiting_of(workspace, delivery.recipient, kinds, deps.today())
    into = await find_open_digest(workspace, delivery.recipient, Kind.DIGEST)
    if into is None:
        if not merges(1 + len(others), limits_of(known)):
            return False
        digest = owed(deps, Kind.DIGEST, delivery.recipient, delivery.id)
        await owe(workspace, deps, digest)
        into = digest.id
    await merge(workspace, [delivery.id, *(one.id for one in others)], into, _TAKEN)
    return True


async def gather(
    workspace: Workspace, deps: Deps, digest: Delivery, known: Known | None
) -> tuple[Delivery, ...]:
    """All that a digest brings now: what was merged, what came since, and what may never have arrived.

    What is no longer wanted or too old is recorded as missed.
    """
    now = deps.today()
    merged = await merged_into(workspace, digest.id)
    waiting = await waiting_of(workspace, digest.recipient, NUDGES, now)
    lost = await _lost(workspace, digest.recipient, known, now)
    joining = [one.id for one in (*waiting, *lost)]
    room = max(0, MOST_LINES - len(merged))
    await merge(workspace, joining[:room], digest.id, [DeliveryState.PENDING, DeliveryState.UNKNOWN])
    items = []
    for one in await merged_into(workspace, digest.id):
        decision = _decide(now, one, known, limits_of(known), (), await _about(workspace, one, known))
        if isinstance(decision, Miss):
            await mark_missed(workspace, one.id, decision.reason, now)
        else:
            items.append(one)
    for one in items[MOST_LINES:]:
        await postpone(workspace, one.id, now, WAITS)
    return tuple(items[:MOST_LINES])


async def leave_out(workspace: Workspace, deps: Deps, item: Delivery) -> None:
    """What its reader may no longer have is not in the digest."""
    await mark_dropped(workspace, item.id, "no_longer_allowed", deps.today())


async def _lost(workspace: Workspace, person_id: str, known: Known | None, now: datetime) -> list[Delivery]:
    """What may never have arrived and is still of use; all else stays as it is."""
    unknown = await deliveries_in(workspace, [DeliveryState.UNKNOWN], recipient=person_id)
    return [
        one
        for one in unknown
        if (one.kind in NUDGES or may_be_lost(one.kind))
        and not isinstance(
            _decide(now, one, known, limits_of(known), (), await _about(workspace, one, known)), Miss
        )
    ]


def _decide(
    now: datetime,
    delivery: Delivery,
    known: Known | None,
    limits: Limits,
    reached: Sequence[Reached],
    about: date | None = None,
) -> Decision:
    kind = Kind(delivery.kind)
    manners, zone = MANNERS[kind], known.person.zone if known else None
    is_nudge = manners.message_class is MessageClass.NUDGE
    mutes = known is not None and known.person.mutes_nudges and is_nudge
    ask = Ask(
        message_class=manners.message_class,
        owed_at=delivery.created_at if kind in NUDGES else None,
        too_old_after=_too_old_after(delivery, zone, limits),
        about=about,
        is_muted=mutes or is_switched_off(known, kind),
        reminders=reminders_among(reached, kind, delivery.cause),
    )
    nudges = [one.at for one in reached if one.digest_id is None]
    return decide(now, zone, ask, sent_nudges=nudges, limits=limits)


async def _about(workspace: Workspace, delivery: Delivery, known: Known | None) -> date | None:
    """The day that a message is about, where its reader has days off: a 1:1 may have moved to another."""
    if not MANNERS[Kind(delivery.kind)].is_about_its_day or not limits_of(known).has_days_off:
        return None
    on = date.fromisoformat(delivery.occurrence)
    meeting = await find_meeting(workspace, delivery.cause, on)
    return meeting.moved_on if meeting is not None and meeting.moved_on is not None else on


def _too_old_after(delivery: Delivery, zone: str | None, limits: Limits) -> datetime | None:
    if delivery.reason == OPERATOR:
        return None
    manners = MANNERS[Kind(delivery.kind)]
    if manners.message_class is MessageClass.ANSWER:
        return delivery.created_at + manners.lasts
    return lasts_until(delivery.created_at, manners.lasts, zone, limits)
