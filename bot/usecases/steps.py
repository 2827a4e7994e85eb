"""First steps: offered one at a time, each by one message, as the one before is done or skipped.

Whoever acts is led on by message; on Home the next step always stands ready, so that the way can be left and
taken up again anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.admin import may_take_lead
from bot.domain.messages import Kind
from bot.domain.ports import Posted
from bot.domain.preferences import is_switched_off
from bot.domain.steps import SETTING_UP, StepFacts, StepSeen, next_step, place_of, steps_done, steps_left
from bot.errors import NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.viewers import find_effective, manager_of, people_leads
from storage.choices import Consent, PersonKind, Role, Step
from storage.deliveries import find_delivery
from storage.frameworks import head_ids
from storage.management import managers_of, reports_of
from storage.pairs import find_pair_between
from storage.people import (
    find_adder,
    find_person,
    find_reader,
    get_person,
    grants_held,
    rollout_members,
)
from storage.placements import find_proposal
from storage.records import Delivery, Person
from storage.session import Workspace
from storage.steps import beginnings_of, mark_offered, mark_skipped_steps, on_the_way, step_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedOffer:
    """A message that offered a step, where it stands, and how the step ended."""

    sent: Delivery
    place: Posted
    is_skipped: bool


LAST = tuple(Step)[-1]
ROLLOUT = "rollout"


async def greet(workspace: Workspace, deps: Deps, people: Sequence[str], by: str) -> None:
    """Trellis was switched on for people: each is greeted once, and whoever did it goes on at once.

    Which step comes first for each is found when the greeting is written: a company may be switched on whole.
    """
    begun = await on_the_way(workspace, people)
    new = [person_id for person_id in people if person_id not in begun]
    greeted = [person_id for person_id in new if person_id != by]
    await owe(workspace, deps, *(owed(deps, Kind.WELCOME, person_id, ROLLOUT) for person_id in greeted))
    if by in new:
        await _offer(workspace, deps, *await _person_and_facts(workspace, by), Kind.STEP)


async def begin_to_lead(workspace: Workspace, deps: Deps, person_id: str, kind: Kind) -> None:
    """Offer a new People lead what is still to be set up, if anything is."""
    person, facts = await _person_and_facts(workspace, person_id)
    if next_step(facts) in SETTING_UP:
        await _offer(workspace, deps, person, facts, kind)


async def go_on(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """After an act of a person who is on the way: what is done is said so, and what comes next is offered."""
    offered = {mark.step for mark in await step_marks(workspace, person_id) if mark.offered_at}
    if not offered or LAST in offered:
        return
    person, facts = await _person_and_facts(workspace, person_id)
    done = [owed(deps, Kind.STEP_CLOSED, person_id, step) for step in steps_done(facts) if step in offered]
    await owe(workspace, deps, *done)
    await _offer(workspace, deps, person, facts, Kind.STEP)


async def offer_closed(workspace: Workspace, person_id: str, step: Step) -> ClosedOffer:
    """The message that offered a step which needs it no longer; raises NotFoundForYou where none is known."""
    mark = next((one for one in await step_marks(workspace, person_id) if one.step is step), None)
    sent = await find_delivery(workspace, mark.delivery_id) if mark and mark.delivery_id else None
    if mark is None or sent is None or sent.digest_id or sent.channel is None or sent.ts is None:
        raise NotFoundForYou("not_yours")
    place = Posted(channel=sent.channel, ts=sent.ts)
    return ClosedOffer(sent=sent, place=place, is_skipped=mark.skipped_at is not None)


async def skip_steps(deps: Deps, actor: Person, step: Step | None, *, by_message: bool) -> None:
    """Skip a step, or all that are left where none is named; a skip by message is answered by the next."""
    async with deps.write() as workspace:
        facts = await _facts(workspace, actor)
        skipped = (step,) if step else steps_left(facts)
        await mark_skipped_steps(workspace, actor.id, skipped, deps.today())
        if by_message:
            await owe(workspace, deps, *(owed(deps, Kind.STEP_CLOSED, actor.id, one) for one in skipped))
            await go_on(workspace, deps, actor.id)
        await owe_home(workspace, deps, actor.id)
    deps.wake()


async def step_seen(workspace: Workspace, person: Person) -> StepSeen | None:
    """The step that comes next for a person, with the names that it needs."""
    facts = await _facts(workspace, person)
    step = next_step(facts)
    if step is None:
        return None
    number, of = place_of(step, facts)
    manager_id = await manager_of(workspace, person.id)
    manager = await find_person(workspace, manager_id) if manager_id else None
    return StepSeen(
        step=step,
        number=number,
        of=of,
        other=await find_to_meet(workspace, person.id) if step is Step.MEETING else None,
        manager=manager.name if manager else None,
    )


async def step_to_send(
    workspace: Workspace, deps: Deps, person: Person, delivery: Delivery, only: Step | None
) -> StepSeen:
    """The step that a message is to name now.

    Raises NotFoundForYou where none is left, another than `only` comes next, or it may not be said.
    """
    seen = await step_seen(workspace, person)
    if (
        seen is None
        or only not in {None, seen.step}
        or not await _may_be_offered(workspace, person, seen.step)
    ):
        raise NotFoundForYou("not_yours")
    await mark_offered(workspace, person.id, seen.step, delivery.id, deps.today())
    return seen


async def who_switched_on(workspace: Workspace, person_id: str) -> str | None:
    """The name of who switched Trellis on for a person; None for the operator."""
    by = await find_adder(workspace, person_id)
    return (await get_person(workspace, by)).name if by else None


async def who_made_lead(workspace: Workspace, person_id: str) -> str | None:
    """The name of who made a person a People lead; None for the operator, and for who took the role."""
    held = await grants_held(workspace, Role.PEOPLE_LEAD)
    by = next((grant.granted_by for grant in held if grant.person_id == person_id), None)
    return (await get_person(workspace, by)).name if by and by != person_id else None


async def find_to_meet(workspace: Workspace, person_id: str) -> Person | None:
    """With whom a person would have their first 1:1: their manager, or a report without one."""
    ties = await reports_of(workspace, person_id, Consent.CONFIRMED)
    manager_id = await manager_of(workspace, person_id)
    near = [*([manager_id] if manager_id else []), *(tie.report_id for tie in ties)]
    free = [one for one in near if await find_pair_between(workspace, person_id, one) is None]
    return await get_person(workspace, free[0]) if free else None


async def _may_be_offered(workspace: Workspace, person: Person, step: Step) -> bool:
    """Whether a message may say so: setting up needs no rollout; beyond it, an off switch holds."""
    if step in SETTING_UP:
        return True
    known = await find_reader(workspace, person.id)
    is_off = person.mutes_nudges or is_switched_off(known, Kind.WELCOME)
    return known is not None and known.is_in_rollout and not is_off


async def _offer(workspace: Workspace, deps: Deps, person: Person, facts: StepFacts, kind: Kind) -> None:
    step = next_step(facts)
    if step is None or not await _may_be_offered(workspace, person, step):
        return
    message = owed(deps, kind, person.id, step)
    if await mark_offered(workspace, person.id, step, message.id, deps.today()):
        await owe(workspace, deps, message)


async def _person_and_facts(workspace: Workspace, person_id: str) -> tuple[Person, StepFacts]:
    person = await get_person(workspace, person_id)
    return person, await _facts(workspace, person)


async def _facts(workspace: Workspace, person: Person) -> StepFacts:
    marks = await step_marks(workspace, person.id)
    leads = await people_leads(workspace)
    is_lead = person.id in leads
    return StepFacts(
        may_look_after=may_take_lead(person, leads),
        is_lead=is_lead,
        has_framework=bool(await head_ids(workspace)),
        has_team=is_lead and bool(await rollout_members(workspace)),
        has_manager=await _has_manager(workspace, person.id),
        is_contractor=person.kind is PersonKind.CONTRACTOR,
        is_placed=bool(
            await find_proposal(workspace, person.id) or await find_effective(workspace, person.id)
        ),
        begun=await beginnings_of(workspace, person.id),
        offered=frozenset(mark.step for mark in marks if mark.offered_at),
        skipped=frozenset(mark.step for mark in marks if mark.skipped_at),
    )


async def _has_manager(workspace: Workspace, person_id: str) -> bool:
    """Who manages others and names no manager is perhaps a founder: never asked again and again."""
    for state in (Consent.CONFIRMED, Consent.ASKED):
        if await managers_of(workspace, person_id, state):
            return True
    return bool(await reports_of(workspace, person_id, Consent.CONFIRMED))
