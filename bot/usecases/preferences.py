"""A person's own settings: opened, saved, and one kind of message switched off."""

from bot.deps import Deps
from bot.domain.budget import WEEK, eased
from bot.domain.here import here_of
from bot.domain.messages import Kind
from bot.domain.preferences import (
    SWITCHES,
    USUAL,
    PreferencesDraft,
    PreferencesSeen,
    WhySeen,
    check_preferences,
    limits_of,
    still_ahead,
    switched,
)
from bot.errors import NotFoundForYou
from bot.usecases.calm import reached_by
from bot.usecases.owing import owe_home
from bot.usecases.prompting import recompute_of
from storage.acts import claim_act
from storage.deliveries import find_delivery
from storage.digests import kinds_within, look_again
from storage.people import find_reader, get_person, set_nudges
from storage.preferences import find_preferences, put_preferences
from storage.records import Delivery, Person
from storage.session import Workspace
from storage.suggestions import has_hidden_hints, set_hints


async def open_preferences(deps: Deps, actor: Person) -> PreferencesSeen:
    """What a person chose, as far as it is not over; nobody else may open it."""
    today = here_of(actor.zone, deps.today()).today
    async with deps.read() as workspace:
        chosen = await find_preferences(workspace, actor.id) or USUAL
        mutes_all = (await get_person(workspace, actor.id)).mutes_nudges
        hides_hints = await has_hidden_hints(workspace, actor.id)
    return PreferencesSeen(
        chosen=chosen,
        mutes_all=mutes_all,
        hides_hints=hides_hints,
        days_off=still_ahead(chosen.days_off, today),
        snoozed_until=chosen.snoozed_until if chosen.snoozed_until and chosen.snoozed_until > today else None,
    )


async def save_preferences(deps: Deps, actor: Person, draft: PreferencesDraft) -> None:
    """Keep what was chosen, and decide anew on what waits; raises Invalid at the field that is wrong."""
    today = here_of(actor.zone, deps.today()).today
    async with deps.write() as workspace:
        before = await find_preferences(workspace, actor.id) or USUAL
        chosen = check_preferences(draft, before, today)
        if not await claim_act(workspace, f"preferences:{actor.id}:{draft.draft}", deps.today()):
            return
        await put_preferences(workspace, actor.id, chosen)
        await set_hints(workspace, actor.id, draft.hides_hints)
        await recompute_of(workspace, deps, actor.id)
        if draft.mutes_all != draft.known_mutes_all:
            await set_nudges(workspace, actor.id, draft.mutes_all)
        await look_again(workspace, actor.id, deps.today())
        await owe_home(workspace, deps, actor.id)
    deps.wake()


async def switch_off(deps: Deps, actor: Person, kind: str) -> Kind:
    """No more messages of one kind, until they turn it on again; raises NotFoundForYou for no switch."""
    if kind not in SWITCHES:
        raise NotFoundForYou("not_yours")
    async with deps.write() as workspace:
        before = await find_preferences(workspace, actor.id) or USUAL
        await put_preferences(workspace, actor.id, switched(before, Kind(kind)))
        await recompute_of(workspace, deps, actor.id)
        await owe_home(workspace, deps, actor.id)
    deps.wake()
    return Kind(kind)


async def see_why(deps: Deps, actor: Person, delivery_id: str) -> WhySeen:
    """Why a person got a message; raises NotFoundForYou for one that is not theirs."""
    async with deps.read() as workspace:
        delivery = await find_delivery(workspace, delivery_id)
        if delivery is None or delivery.recipient != actor.id:
            raise NotFoundForYou("not_yours")
        known = await find_reader(workspace, actor.id)
        now, reached = deps.today(), await reached_by(workspace, actor.id)
        off = known.preferences.switched_off if known and known.preferences else ()
        kinds = await _kinds(workspace, delivery)
    return WhySeen(
        kind=Kind(delivery.kind),
        kinds=kinds,
        this_week=sum(one.digest_id is None and now - one.at < WEEK for one in reached),
        most=eased(limits_of(known), reached, now).nudges_a_week,
        off=frozenset(off),
    )


async def _kinds(workspace: Workspace, delivery: Delivery) -> tuple[Kind, ...]:
    """The kinds that stand in a message: its own, or those of its digest."""
    within = await kinds_within(workspace, delivery.id) if delivery.kind == Kind.DIGEST else (delivery.kind,)
    return tuple(Kind(kind) for kind in within)
