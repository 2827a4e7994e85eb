"""Taking over the company's list of people: members, placements, managers (DESIGN 4, 5.4).

A dry run and the real one make the same plan; only the real one writes it, all of it or nothing. What is as
the list says already is left alone, so that a list may be imported again and again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.deps import Deps
from bot.domain.admin import Act
from bot.domain.messages import Kind
from bot.domain.people_list import Known, PeopleList, Place, Problem, Wish, wishes
from bot.domain.ports import SlackPerson
from bot.usecases.admin import log_act
from bot.usecases.ending import end_manager_ties
from bot.usecases.management import find_untold, owe_telling
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import as_person
from bot.usecases.skills import published
from storage.choices import Consent, Origin, PersonKind, PlacementState
from storage.frameworks import head_ids
from storage.management import add_management, end_management, managers_of
from storage.people import everyone, people_among, put_person, set_kind
from storage.placements import add_placement, find_placement, withdraw_proposals
from storage.records import Management, Person, Placement
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """An imported tie that one of its sides ended: the list does not bring it back."""

    manager: Person
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPlan:
    """What changes for one person; None where a thing stays as it is.

    `untold`: a tie of an earlier list that could not be told, and now can.
    """

    wish: Wish
    kind: PersonKind | None
    place: Place | None
    manager_before: Person | None
    manager: Person | None
    untold: Management | None
    contested: Contested | None

    @property
    def changes(self) -> bool:
        """Whether anything is written."""
        return any(one is not None for one in (self.kind, self.place, self.manager, self.untold))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What the import does, or what is wrong with the list; never both."""

    people: tuple[PersonPlan, ...]
    problems: tuple[Problem, ...]

    @property
    def changed(self) -> tuple[PersonPlan, ...]:
        """The people for whom something is written."""
        return tuple(one for one in self.people if one.changes)


async def strangers_in(deps: Deps, listed: PeopleList) -> frozenset[str]:
    """The ids in a list that the store does not know, so that Slack may be asked."""
    async with deps.read() as workspace:
        return listed.mentioned - (await people_among(workspace, listed.mentioned)).keys()


async def plan_import(deps: Deps, listed: PeopleList, shown: Mapping[str, SlackPerson]) -> ImportPlan:
    """What an import would do; nothing is written. `shown` are people as Slack shows them, by id."""
    async with deps.read() as workspace:
        return await _plan(workspace, deps, listed, shown)


async def apply_import(deps: Deps, listed: PeopleList, shown: Mapping[str, SlackPerson]) -> ImportPlan:
    """Do it, in one transaction; nothing is written where the list has a problem. Returns what was done."""
    async with deps.write() as workspace:
        plan = await _plan(workspace, deps, listed, shown)
        await _put_strangers(workspace, plan)
        versions = await head_ids(workspace)
        for one in plan.changed:
            await _write(workspace, deps, one, versions)
    deps.wake()
    return plan


async def _plan(
    workspace: Workspace, deps: Deps, listed: PeopleList, shown: Mapping[str, SlackPerson]
) -> ImportPlan:
    known = {person.id: person for person in await everyone(workspace)}
    new = {one.id: as_person(one, None) for one in shown.values() if one.id not in known}
    held = Known(people={**new, **known}, frameworks=await published(workspace, deps), now=deps.today())
    found, problems = wishes(listed, held)
    if problems:
        return ImportPlan(people=(), problems=problems)
    people = [await _person_plan(workspace, held, wish) for wish in found]
    return ImportPlan(people=tuple(people), problems=())


async def _person_plan(workspace: Workspace, held: Known, wish: Wish) -> PersonPlan:
    person = wish.person
    before = await find_placement(workspace, person.id)
    ties = await managers_of(workspace, person.id, Consent.CONFIRMED)
    current = ties[0] if ties else None
    is_same = wish.manager is not None and current is not None and current.manager_id == wish.manager.id
    contested = None if current else await _contested(workspace, wish)
    is_new_tie = wish.manager is not None and not is_same and contested is None
    return PersonPlan(
        wish=wish,
        kind=wish.kind if wish.kind is not person.kind else None,
        place=wish.place if wish.place and not _is_at(before, wish.place) else None,
        manager_before=held.people.get(current.manager_id) if current else None,
        manager=wish.manager if is_new_tie else None,
        untold=await find_untold(workspace, person.id) if is_same else None,
        contested=contested,
    )


def _is_at(placement: Placement | None, place: Place) -> bool:
    return placement is not None and (
        placement.framework,
        placement.second_framework,
        placement.level,
        placement.since,
    ) == (place.framework.id, place.second_cluster, place.level.id if place.level else None, place.since)


async def _contested(workspace: Workspace, wish: Wish) -> Contested | None:
    """The last tie of a person without a manager, where a list said it and one of the two ended it."""
    ended = await managers_of(workspace, wish.person.id, Consent.ENDED)
    last = max(ended, key=lambda tie: (tie.ended_at or tie.asked_at, tie.id), default=None)
    if last is None or wish.manager is None or last.origin is not Origin.IMPORT:
        return None
    if last.manager_id != wish.manager.id:
        return None
    return Contested(manager=wish.manager, on=(last.ended_at or last.asked_at).date())


async def _put_strangers(workspace: Workspace, plan: ImportPlan) -> None:
    mentioned = {one.id: one for one in _people_in(plan)}
    known = await people_among(workspace, mentioned)
    for person_id, person in mentioned.items():
        if person_id not in known:
            await put_person(workspace, person)


def _people_in(plan: ImportPlan) -> Iterator[Person]:
    for one in plan.changed:
        yield one.wish.person
        if one.manager is not None:
            yield one.manager


async def _write(workspace: Workspace, deps: Deps, plan: PersonPlan, versions: Mapping[str, str]) -> None:
    person_id = plan.wish.person.id
    if plan.kind is not None:
        await set_kind(workspace, person_id, plan.kind)
        await log_act(workspace, deps, Act.KIND_IMPORTED, None, [person_id])
    if plan.place is not None:
        await withdraw_proposals(workspace, person_id)
        await add_placement(workspace, _placement(deps, person_id, plan.place, versions))
        await log_act(workspace, deps, Act.PLACEMENT_IMPORTED, None, [person_id])
    if plan.manager is not None:
        await _write_manager(workspace, deps, person_id, plan.manager.id)
        await log_act(workspace, deps, Act.MANAGER_IMPORTED, None, [person_id])
    if plan.untold is not None:
        await owe_telling(workspace, deps, plan.untold)
    await owe_home(workspace, deps, person_id)


def _placement(deps: Deps, person_id: str, place: Place, versions: Mapping[str, str]) -> Placement:
    return Placement(
        id=deps.ids(),
        person_id=person_id,
        framework=place.framework.id,
        second_framework=place.second_cluster,
        version_id=versions[place.framework.id],
        lane=place.level.lane if place.level else None,
        level=place.level.id if place.level else None,
        since=place.since,
        state=PlacementState.CONFIRMED,
        proposed_by=None,
        proposed_at=deps.today(),
        decided_by=None,
        decided_at=deps.today(),
    )


async def _write_manager(workspace: Workspace, deps: Deps, report_id: str, manager_id: str) -> None:
    """The new tie is in force once the report was told; who was the manager is so no longer."""
    await end_manager_ties(workspace, deps, report_id)
    for asked in await managers_of(workspace, report_id, Consent.ASKED):
        if asked.manager_id == manager_id:
            await end_management(workspace, asked.id, deps.today())
    tie = Management(
        id=deps.ids(),
        report_id=report_id,
        manager_id=manager_id,
        state=Consent.CONFIRMED,
        origin=Origin.IMPORT,
        asked_by=None,
        asked_at=deps.today(),
        told_at=None,
        decided_at=deps.today(),
        ended_at=None,
    )
    await add_management(workspace, tie)
    await owe(workspace, deps, owed(deps, Kind.MANAGER_TOLD, report_id, tie.id))
