"""Who is whose manager: asked for by one side, confirmed by the other (DESIGN 5.4)."""

from bot.deps import Deps
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.ties import ManagerDraft, TieSeen, check_decider, check_ender, sides
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from bot.usecases.ending import end_manager_ties, end_what_two_had
from bot.usecases.handover import owe_choice
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.steps import go_on
from storage.acts import claim_act
from storage.choices import Consent, DeliveryState, Origin
from storage.deliveries import deliveries_in
from storage.errors import Conflict
from storage.management import (
    add_management,
    decide_management,
    end_management,
    find_management,
    managers_of,
    mark_told,
    ties_of,
)
from storage.people import get_person, is_in_rollout
from storage.records import Management, Person
from storage.session import Workspace

UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNKNOWN)


async def ask_management(deps: Deps, actor: Person, draft: ManagerDraft) -> Person:
    """Say that somebody is one's manager or report; the other side, which is returned, is asked.

    Raises Invalid at its field.
    """
    other = check_other(actor, await introduce(deps, draft.other_id or ""), "other")
    if draft.claim is None:
        raise Invalid("choose_one", "claim")
    report_id, manager_id = sides(actor.id, other.id, draft.claim)
    async with deps.write() as workspace:
        if not await claim_act(workspace, f"manager:{actor.id}:{draft.draft}", deps.today()):
            return other
        await _check_new(workspace, report_id, manager_id, other)
        tie = Management(
            id=deps.ids(),
            report_id=report_id,
            manager_id=manager_id,
            state=Consent.ASKED,
            origin=Origin.PERSON,
            asked_by=actor.id,
            asked_at=deps.today(),
            told_at=None,
            decided_at=None,
            ended_at=None,
        )
        await add_management(workspace, tie)
        await owe(workspace, deps, owed(deps, Kind.MANAGER_ASKED, other.id, tie.id))
        await owe_home(workspace, deps, actor.id, other.id)
        await go_on(workspace, deps, actor.id)
    deps.wake()
    return other


async def decide_tie(deps: Deps, actor: Person, tie_id: str, *, agrees: bool) -> TieSeen:
    """The other side's word. Agreeing ends the tie that was there before, and its 1:1.

    Raises NotFoundForYou for who was not asked, NotAllowed where it is decided already.
    """
    async with deps.write() as workspace:
        tie = check_decider(await find_management(workspace, tie_id), actor.id)
        if agrees:
            await end_manager_ties(workspace, deps, tie.report_id)
        try:
            state = Consent.CONFIRMED if agrees else Consent.DECLINED
            await decide_management(workspace, tie.id, state, deps.today())
        except Conflict:
            raise NotAllowed("already_done") from None
        await owe(workspace, deps, owed(deps, Kind.MANAGER_ANSWERED, tie.asked_by or "", tie.id))
        if agrees:
            await owe_choice(workspace, deps, tie)
        await owe_home(workspace, deps, tie.report_id, tie.manager_id)
        await go_on(workspace, deps, actor.id)
        seen = await _seen(workspace, tie)
    deps.wake()
    return seen


async def end_tie(deps: Deps, actor: Person, tie_id: str) -> TieSeen:
    """Either side says that it holds no longer; the manager reads nothing from now on (DESIGN 5.1).

    Also how a report contests an imported manager, and how who asked takes the question back.
    """
    async with deps.write() as workspace:
        tie = check_ender(await find_management(workspace, tie_id), actor.id)
        await end_management(workspace, tie.id, deps.today())
        await end_what_two_had(workspace, deps, tie)
        await owe_home(workspace, deps, tie.report_id, tie.manager_id)
        seen = await _seen(workspace, tie)
    deps.wake()
    return seen


async def ties_for(workspace: Workspace, person_id: str, state: Consent) -> tuple[TieSeen, ...]:
    """A person's ties in one state."""
    return tuple([await _seen(workspace, tie) for tie in await ties_of(workspace, person_id, state)])


async def tie_for(workspace: Workspace, person_id: str, tie_id: str) -> TieSeen:
    """One tie for one of its sides; raises NotFoundForYou."""
    tie = await find_management(workspace, tie_id)
    if tie is None or person_id not in {tie.report_id, tie.manager_id}:
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, tie)


async def tell_of_import(workspace: Workspace, deps: Deps, tie_id: str) -> None:
    """The report of an imported tie is being told of it: it is in force from now on."""
    tie = await find_management(workspace, tie_id)
    if tie is not None and tie.told_at is None:
        await mark_told(workspace, tie_id, deps.today())
        await owe_choice(workspace, deps, tie)


async def find_untold(workspace: Workspace, report_id: str) -> Management | None:
    """An imported tie whose report could not be told, being outside the rollout then, and is in it now."""
    ties = await managers_of(workspace, report_id, Consent.CONFIRMED)
    untold = next((tie for tie in ties if tie.origin is Origin.IMPORT and tie.told_at is None), None)
    if untold is None or not await is_in_rollout(workspace, report_id):
        return None
    waiting = await deliveries_in(workspace, UNSETTLED, recipient=report_id)
    is_waiting = any(one.kind == Kind.MANAGER_TOLD and one.cause == untold.id for one in waiting)
    return None if is_waiting else untold


async def owe_telling(workspace: Workspace, deps: Deps, tie: Management) -> None:
    """Tell the report after all: on each day once, as an earlier message about it may be missed."""
    today = deps.today().date().isoformat()
    await owe(workspace, deps, owed(deps, Kind.MANAGER_TOLD, tie.report_id, tie.id, occurrence=today))


async def _check_new(workspace: Workspace, report_id: str, manager_id: str, other: Person) -> None:
    for state in (Consent.ASKED, Consent.CONFIRMED):
        if any(tie.manager_id == manager_id for tie in await managers_of(workspace, report_id, state)):
            raise Invalid("tie_known", "other", name=other.name)


async def _seen(workspace: Workspace, tie: Management) -> TieSeen:
    return TieSeen(
        tie=tie,
        report=await get_person(workspace, tie.report_id),
        manager=await get_person(workspace, tie.manager_id),
    )
