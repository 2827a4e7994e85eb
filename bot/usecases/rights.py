"""What a person may take along, and their erasing (DESIGN 5.9)."""

from dataclasses import replace

from bot.deps import Deps
from bot.domain.admin import Act
from bot.domain.budget import MessageClass
from bot.domain.messages import FILES, PRIORITY, Kind
from bot.domain.rights import (
    HOME,
    Erased,
    ErasureDraft,
    Export,
    check_typed,
    people_in,
    readable,
    without_others,
)
from bot.usecases.admin import log_act
from bot.usecases.ending import end_all_pairs, end_offers
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.skills import published
from bot.usecases.viewers import viewer_of
from bot.words.names import COLLEAGUE, GONE, names_of
from bot.words.rights import WORD
from storage.acts import claim_act
from storage.choices import Consent
from storage.deliveries import NewDelivery
from storage.erasing import Copy, copies_of, count_gone, erase_person, rows_taken, stand_in_for
from storage.management import ties_of
from storage.pairs import pairs_of
from storage.people import everyone, get_person
from storage.records import Person
from storage.session import Workspace

_TIED = (Consent.CONFIRMED, Consent.ASKED)


async def see_own(deps: Deps, actor: Person) -> Export:
    """All that is a member's own or about them, for their eyes."""
    async with deps.read() as workspace:
        return await export_for(workspace, deps, actor.id)


async def send_own(deps: Deps, actor: Person, draft: str) -> None:
    """Owe a member their own data as files; a press that comes twice owes them once."""
    async with deps.write() as workspace:
        await owe(workspace, deps, owed(deps, Kind.OWN_DATA, actor.id, draft))
    deps.wake()


async def export_person(deps: Deps, person_id: str) -> Export:
    """The same for the operator to hand over; the member sees that it was made. Raises NotFound."""
    async with deps.write() as workspace:
        await get_person(workspace, person_id)
        await log_act(workspace, deps, Act.DATA_EXPORTED, None, [person_id])
        return await export_for(workspace, deps, person_id)


async def plan_erasure(deps: Deps, person_id: str) -> Erased:
    """What would go with a person; nothing is written. Raises NotFound."""
    async with deps.read() as workspace:
        return await _gone(workspace, await get_person(workspace, person_id))


async def erase_own(deps: Deps, actor: Person, draft: ErasureDraft) -> None:
    """A member erases themselves; raises Invalid where another word was typed."""
    check_typed(draft, WORD)
    async with deps.write() as workspace:
        # The key names nobody, so that it may outlast them: sent again, the form erases nothing anew.
        if not await claim_act(workspace, f"erased:{draft.draft}", deps.today()):
            return
        await _erase(workspace, deps, actor.id)
    await _settle(deps)


async def erase_by_operator(deps: Deps, person_id: str) -> Erased:
    """The operator erases a person, who sees it if they ever come back. Raises NotFound."""
    async with deps.write() as workspace:
        erased = await _erase(workspace, deps, person_id)
        await log_act(workspace, deps, Act.PERSON_ERASED, None, [person_id])
    await _settle(deps)
    return erased


async def _settle(deps: Deps) -> None:
    deps.wake()
    await deps.database.forget()


async def export_for(workspace: Workspace, deps: Deps, person_id: str) -> Export:
    """All that is a person's own or about them, inside a transaction; raises NotFound."""
    person = await get_person(workspace, person_id)
    tables = readable(await viewer_of(workspace, person_id), await rows_taken(workspace, person_id))
    known = {one.id: one.name for one in await everyone(workspace)}
    if person.is_deactivated:
        tables = without_others(tables, person_id, known, COLLEAGUE)
    return Export(
        person=person,
        made_at=deps.today(),
        tables=tables,
        people={one: known[one] for one in sorted(people_in(tables, known))},
        titles=await _titles(workspace, deps),
    )


async def _titles(workspace: Workspace, deps: Deps) -> dict[str, str]:
    """What skills, levels, kinds of work and prompts are called."""
    names = names_of((await published(workspace, deps)).values(), {})
    levels = {level: title for (_, level), title in names.levels.items()}
    return {**{one.id: one.text for one in deps.prompts}, **levels, **names.frameworks, **names.skills}


async def _gone(workspace: Workspace, person: Person) -> Erased:
    copies = await copies_of(workspace, person.id)
    return Erased(person=person, rows=await count_gone(workspace, person.id), copies=len(copies))


async def _erase(workspace: Workspace, deps: Deps, person_id: str) -> Erased:
    """All of it in one transaction; what stands in Slack is taken away later, as messages are sent."""
    person = await get_person(workspace, person_id)
    touched = await _touched(workspace, person_id)
    await end_all_pairs(workspace, deps, person_id)
    await end_offers(workspace, deps, person_id)
    gone, copies = await _gone(workspace, person), await copies_of(workspace, person_id)
    await erase_person(workspace, person_id, stand_in_for(person, deps.ids(), GONE))
    removals = [_removal(deps, copy.channel, one) for copy in copies for one in _parts(copy)]
    await owe(workspace, deps, *removals, _home(deps, person_id))
    await owe_home(workspace, deps, *touched)
    return gone


async def _touched(workspace: Workspace, person_id: str) -> list[str]:
    """Whose Home shows a tie with a person."""
    ties = [tie for state in _TIED for tie in await ties_of(workspace, person_id, state)]
    pairs = await pairs_of(workspace, person_id)
    ids = {one for tie in ties for one in (tie.report_id, tie.manager_id)}
    ids |= {one for pair in pairs for one in (pair.first_id, pair.second_id)}
    return sorted(ids - {person_id})


def _parts(copy: Copy) -> list[str]:
    """A message is one, and files are as many as there are ids."""
    return copy.ts.split() if copy.channel == FILES else [copy.ts]


def _removal(deps: Deps, channel: str, what: str) -> NewDelivery:
    """Behind what people wait for: there may be hundreds."""
    return replace(owed(deps, Kind.ERASED, channel, what), priority=PRIORITY[MessageClass.NUDGE])


def _home(deps: Deps, person_id: str) -> NewDelivery:
    return owed(deps, Kind.ERASED, person_id, HOME)
