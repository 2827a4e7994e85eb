"""What their giver does with kudos that were sent: reading them, and taking them back for a while."""

from datetime import timedelta
from itertools import groupby

from bot.deps import Deps
from bot.domain.given_kudos import (
    Details,
    GivenLine,
    GivenSeen,
    check_details,
    check_taking_back,
    may_be_taken_back,
)
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.visibility import facts_of_kudos, may_read
from bot.errors import NotFoundForYou
from bot.usecases.kudos import titles_of
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.viewers import viewer_of
from storage.choices import DeliveryState
from storage.deliveries import deliveries_about, mark_dropped
from storage.evidence import find_kept
from storage.kudos import kudos_given, kudos_of_event, put_details, remove_kudos
from storage.people import people_among
from storage.records import Delivery, Kudos, Person
from storage.session import Workspace
from storage.witnesses import remove_witness

SHOWN_FOR = timedelta(days=7)
MOST_SHOWN = 3
_SENT = frozenset({DeliveryState.SENT, DeliveryState.SENDING})


async def see_given(deps: Deps, giver: Person, event_id: str) -> GivenSeen:
    """Kudos of one act for their giver; raises NotFoundForYou for everybody else, and once they are gone."""
    async with deps.read() as workspace:
        return await _given(workspace, deps, giver, event_id)


async def take_back(deps: Deps, giver: Person, event_id: str) -> tuple[Person, ...]:
    """Take kudos back from all who got them, as long as that may be, and return these.

    What was not sent is dropped, what stands in Slack is deleted. A note that one of them made of theirs
    stays, and is confirmed by its giver no more. Raises NotAllowed where it is too late, and NotFoundForYou
    as `see_given`.
    """
    async with deps.write() as workspace:
        seen = await _given(workspace, deps, giver, event_id)
        names = tuple(person.name for person in seen.receivers)
        check_taking_back(seen.kudos, names, deps.today())
        for kudos in seen.kudos:
            kept = await find_kept(workspace, kudos.id)
            if kept is not None:
                await remove_witness(workspace, kept, giver.id)
        ids = [one.id for one in seen.kudos]
        for delivery in await deliveries_about(workspace, [*ids, event_id]):
            await _end(workspace, deps, delivery)
        await remove_kudos(workspace, ids)
        await owe_home(workspace, deps, giver.id, *(person.id for person in seen.receivers))
    deps.wake()
    return seen.receivers


async def add_details(deps: Deps, giver: Person, event_id: str, typed: Details) -> GivenSeen:
    """Add situation, effect and link to kudos that were sent, in place of those added before; nobody is told.

    A note that was made of them before stays as it is: its text is what its giver has confirmed. Raises
    Invalid at the field that is wrong, and NotFoundForYou as `see_given`.
    """
    async with deps.write() as workspace:
        seen = await _given(workspace, deps, giver, event_id)
        told = check_details(typed, seen.kudos[0].text)
        await put_details(workspace, event_id, told.situation, told.effect, told.link, deps.today())
        return await _given(workspace, deps, giver, event_id)


async def given_lately(workspace: Workspace, giver: Person, deps: Deps) -> tuple[GivenLine, ...]:
    """The last kudos that somebody gave, an act a line, the newest first."""
    found = await kudos_given(workspace, giver.id, deps.today() - SHOWN_FOR)
    acts = [tuple(act) for _, act in groupby(found, key=lambda one: one.event_id)][:MOST_SHOWN]
    people = await people_among(workspace, [one.receiver_id for act in acts for one in act])
    return tuple(
        GivenLine(
            event_id=act[0].event_id,
            receivers=tuple(people[one.receiver_id].name for one in act),
            on=local_day(act[0].given_at, giver.zone),
        )
        for act in acts
    )


async def _given(workspace: Workspace, deps: Deps, giver: Person, event_id: str) -> GivenSeen:
    found = await kudos_of_event(workspace, event_id)
    if not found or not await _gave(workspace, giver, found):
        raise NotFoundForYou("not_yours")
    people = await people_among(workspace, [one.receiver_id for one in found])
    return GivenSeen(
        kudos=found,
        receivers=tuple(people[one.receiver_id] for one in found),
        given_on=local_day(found[0].given_at, giver.zone),
        skill_titles=await titles_of(workspace, deps, found[0]),
        may_take_back=may_be_taken_back(found[0], deps.today()),
    )


async def _gave(workspace: Workspace, giver: Person, found: tuple[Kudos, ...]) -> bool:
    viewer = await viewer_of(workspace, giver.id)
    return all(one.giver_id == giver.id and may_read(viewer, facts_of_kudos(one)) for one in found)


async def _end(workspace: Workspace, deps: Deps, delivery: Delivery) -> None:
    """One message about kudos that are taken back; one that is just being sent is deleted once it was."""
    if delivery.state is DeliveryState.PENDING:
        await mark_dropped(workspace, delivery.id, "taken_back", deps.today())
    elif delivery.state in _SENT:
        wait = timedelta(0) if delivery.state is DeliveryState.SENT else 2 * deps.lease
        gone = owed(deps, Kind.KUDOS_TAKEN_BACK, delivery.recipient, delivery.id, due=deps.today() + wait)
        await owe(workspace, deps, gone)
