"""People appear as Slack shows them."""

from bot.deps import Deps
from bot.domain.ports import SlackPerson, SlackRefused
from bot.usecases.ending import end_all_pairs, end_all_ties, end_offers, end_readings
from bot.usecases.prompting import recompute_of
from storage.acts import claim_act
from storage.asks import withdraw_asks_of
from storage.choices import PersonKind
from storage.deliveries import drop_open
from storage.digests import look_again
from storage.people import everyone, find_person, put_person
from storage.records import Person
from storage.session import Workspace
from storage.suggestions import forget_taught


async def introduce(deps: Deps, person_id: str) -> Person | None:
    """A person, asked of Slack where the store does not know them yet; None where Slack does not either."""
    async with deps.read() as workspace:
        known = await find_person(workspace, person_id)
    if known is not None:
        return known
    try:
        shown = await deps.slack.person(person_id)
    except SlackRefused:
        return None
    return await take_person(deps, shown)


async def take_person(deps: Deps, shown: SlackPerson) -> Person:
    """Keep a person as Slack shows them now; who left gets nothing that still waits (DESIGN 5.8)."""
    async with deps.write() as workspace:
        return await _keep(workspace, deps, shown, await find_person(workspace, shown.id))


async def hear_of_person(deps: Deps, shown: SlackPerson, event_id: str) -> None:
    """Keep a change as Slack tells of it, once for one event: an old one told again undoes no newer one."""
    async with deps.read() as workspace:
        known = await find_person(workspace, shown.id)
    if not _is_of_use(shown, known) or (known is not None and as_person(shown, known) == known):
        return  # most events are of things that are not kept here, such as a status
    async with deps.write() as workspace:
        if await claim_act(workspace, f"event:{event_id}", deps.today()):
            await _keep(workspace, deps, shown, await find_person(workspace, shown.id))


async def take_everyone(deps: Deps) -> int:
    """Read all people from Slack; returns how many were new or changed."""
    shown = await deps.slack.people()
    async with deps.write() as workspace:
        known = {person.id: person for person in await everyone(workspace)}
        changed = [
            one
            for one in shown
            if _is_of_use(one, known.get(one.id)) and as_person(one, known.get(one.id)) != known.get(one.id)
        ]
        for one in changed:
            await _keep(workspace, deps, one, known.get(one.id))
    return len(changed)


def as_person(shown: SlackPerson, known: Person | None) -> Person:
    """Slack's person with what Trellis remembers of them."""
    return Person(
        id=shown.id,
        name=shown.name,
        zone=shown.zone,
        is_bot=shown.is_bot,
        is_guest=shown.is_guest,
        is_stranger=shown.is_stranger,
        is_admin=shown.is_admin,
        is_deactivated=shown.is_deactivated,
        kind=known.kind if known else PersonKind.MEMBER,
        dm_channel=known.dm_channel if known else None,
        shares_notes=known.shares_notes if known else False,
        mutes_nudges=known.mutes_nudges if known else False,
    )


async def _keep(workspace: Workspace, deps: Deps, shown: SlackPerson, known: Person | None) -> Person:
    person = as_person(shown, known)
    await put_person(workspace, person)
    if person.is_deactivated and not (known and known.is_deactivated):
        await drop_open(workspace, person.id, "deactivated", deps.today())
        await end_all_ties(workspace, deps, person.id)
        await end_all_pairs(workspace, deps, person.id)
        await end_offers(workspace, deps, person.id)
        await end_readings(workspace, deps, person.id)
        await withdraw_asks_of(workspace, person.id, deps.today())
        await forget_taught(workspace, person.id)
    elif known and known.zone != person.zone:
        await recompute_of(workspace, deps, person.id)
        await look_again(workspace, person.id, deps.today())
    return person


def _is_of_use(shown: SlackPerson, known: Person | None) -> bool:
    """Who left and is not known was never here, or was erased: their name is not taken anew (DESIGN 5.9)."""
    return known is not None or not shown.is_deactivated


async def find_named(deps: Deps, name: str) -> Person | None:
    """The one member whom a plain `@name` can mean, or None where there is none or more than one."""
    wanted = name.casefold()
    async with deps.read() as workspace:
        people = [person for person in await everyone(workspace) if person.may_take_part]
    exact = [person for person in people if person.name.casefold() == wanted]
    first = [person for person in people if person.name.casefold().split(" ")[0] == wanted]
    matches = exact or first
    return matches[0] if len(matches) == 1 else None
