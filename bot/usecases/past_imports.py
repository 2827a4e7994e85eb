"""Bringing notes from past reviews, each for its member alone (DESIGN 5.1): nobody starts empty.

A dry run and the real one make the same plan. What is wrong with a line keeps that line back and no other;
what was brought before is not brought again, whatever became of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.admin import Act
from bot.domain.past_reviews import PastFile, PastWish, Staff, past_wishes
from bot.domain.people_list import Problem
from bot.domain.ports import SlackPerson
from bot.usecases.admin import log_act
from bot.usecases.owing import owe_home
from bot.usecases.past_notes import owe_telling
from bot.usecases.people import as_person
from storage.past_notes import add_past_note, marks_of
from storage.people import everyone, people_among, put_person
from storage.records import PastNote, Person
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What comes for one member: the notes that are new, and how many were brought before."""

    person: Person
    new: tuple[PastWish, ...]
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPlan:
    """What the import does, and what is wrong, by file."""

    people: tuple[Brought, ...]
    problems: tuple[tuple[str, Problem], ...]

    @property
    def changed(self) -> tuple[Brought, ...]:
        """The members for whom something comes."""
        return tuple(one for one in self.people if one.new)

    @property
    def notes(self) -> int:
        """How many notes come in all."""
        return sum(len(one.new) for one in self.people)


async def strangers_in(deps: Deps, files: Sequence[PastFile]) -> frozenset[str]:
    """The people in the files whom the store does not know, as written, so that Slack may be asked."""
    mentioned = frozenset(name for file in files for name in file.mentioned)
    async with deps.read() as workspace:
        staff = Staff.of({person.id: person for person in await everyone(workspace)}, deps.today())
    return frozenset(name for name in mentioned if not staff.meant(name))


async def plan_past_import(
    deps: Deps, files: Sequence[PastFile], shown: Mapping[str, SlackPerson]
) -> PastPlan:
    """What an import would do; nothing is written. `shown` are people as Slack shows them, by id."""
    async with deps.read() as workspace:
        return await _plan(workspace, deps, files, shown)


async def apply_past_import(
    deps: Deps, files: Sequence[PastFile], shown: Mapping[str, SlackPerson]
) -> PastPlan:
    """Do it, in one transaction, and owe each member one message; returns what was done."""
    async with deps.write() as workspace:
        plan = await _plan(workspace, deps, files, shown)
        for one in plan.changed:
            await _write(workspace, deps, one)
    deps.wake()
    return plan


async def _plan(
    workspace: Workspace, deps: Deps, files: Sequence[PastFile], shown: Mapping[str, SlackPerson]
) -> PastPlan:
    known = {person.id: person for person in await everyone(workspace)}
    new = {one.id: as_person(one, None) for one in shown.values() if one.id not in known}
    staff = Staff.of({**new, **known}, deps.today())
    problems: list[tuple[str, Problem]] = []
    wishes: dict[str, dict[str, PastWish]] = {}
    for file in files:
        found, wrong = past_wishes(file, staff)
        problems += [(file.name, one) for one in wrong]
        for wish in found:
            wishes.setdefault(wish.person.id, {}).setdefault(wish.digest, wish)
    people = [await _brought(workspace, tuple(of_one.values())) for of_one in wishes.values()]
    return PastPlan(people=tuple(people), problems=tuple(problems))


async def _brought(workspace: Workspace, wishes: Sequence[PastWish]) -> Brought:
    person = wishes[0].person
    before = await marks_of(workspace, person.id)
    new = tuple(wish for wish in wishes if wish.digest not in before)
    return Brought(person=person, new=new, known=len(wishes) - len(new))


async def _write(workspace: Workspace, deps: Deps, brought: Brought) -> None:
    person = brought.person
    if not await people_among(workspace, [person.id]):
        await put_person(workspace, person)
    for wish in brought.new:
        await add_past_note(workspace, _note(deps, wish))
    await log_act(workspace, deps, Act.NOTES_BROUGHT, None, [person.id])
    await owe_telling(workspace, deps, person.id)
    await owe_home(workspace, deps, person.id)


def _note(deps: Deps, wish: PastWish) -> PastNote:
    return PastNote(
        id=deps.ids(),
        person_id=wish.person.id,
        digest=wish.digest,
        text=wish.text,
        happened_on=wish.on,
        skill=wish.skill,
        example=wish.example,
        author=wish.author,
        source=wish.source,
        brought_at=deps.today(),
    )
