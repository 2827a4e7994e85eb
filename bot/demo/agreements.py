"""What people of the demo agree on: who takes part, who manages whom, who is where, who meets when."""

from datetime import time

from bot.demo.acts import Act, person_of
from bot.deps import Deps
from bot.domain.admin import AdminDraft
from bot.domain.pairs import PairDraft
from bot.domain.placing import PlacementDraft
from bot.domain.ties import Claim, ManagerDraft
from bot.usecases.admin import open_admin, save_admin
from bot.usecases.management import ask_management, decide_tie
from bot.usecases.pairs import decide_pair, set_up_pair
from bot.usecases.placements import decide_proposal, proposals_for, propose_placement
from storage.choices import Cadence, Consent, PairKind
from storage.management import ties_of
from storage.pairs import find_pair_between
from storage.records import Pair


def switches_on(lead: str, people: tuple[str, ...], channel: str) -> Act:
    """A People lead turns Trellis on for people; the owner who is first to do so becomes that lead."""

    async def act(deps: Deps) -> None:
        actor = await person_of(deps, lead)
        await open_admin(deps, actor)
        draft = AdminDraft(
            draft=deps.ids(),
            add=people,
            remove=(),
            lead=None,
            unlead=None,
            channel=channel,
            known_channel=None,
        )
        await save_admin(deps, actor, draft)

    return act


def names_manager(report: str, manager: str) -> Act:
    """A member says who their manager is; the manager has not answered yet."""

    async def act(deps: Deps) -> None:
        draft = ManagerDraft(draft=deps.ids(), other_id=manager, claim=Claim.MY_MANAGER)
        await ask_management(deps, await person_of(deps, report), draft)

    return act


def agrees_to_manage(manager: str, report: str) -> Act:
    """The manager says yes."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            asked = await ties_of(workspace, manager, Consent.ASKED)
        tie = next(one for one in asked if one.report_id == report)
        await decide_tie(deps, await person_of(deps, manager), tie.id, agrees=True)

    return act


def proposes_level(member: str, cluster: str, level: str | None) -> Act:
    """A member says where they are now; it waits for who confirms it."""

    async def act(deps: Deps) -> None:
        draft = PlacementDraft(
            draft=deps.ids(), cluster=cluster, second_cluster=None, level=level, since=deps.today().date()
        )
        await propose_placement(deps, await person_of(deps, member), draft)

    return act


def confirms_level(manager: str, report: str) -> Act:
    """The manager agrees with where a report says that they are."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            waiting = await proposals_for(workspace, deps, manager)
        proposal = next(one for one in waiting if one.person.id == report)
        await decide_proposal(deps, await person_of(deps, manager), proposal.placement.id, agrees=True)

    return act


def asks_to_meet(
    actor: str, other: str, cadence: Cadence, weekday: int, at: time, kind: PairKind = PairKind.MANAGER
) -> Act:
    """Somebody asks for 1:1s, or moves those there are; Monday is 0, the hour is the asker's."""

    async def act(deps: Deps) -> None:
        pair = await _pair(deps, actor, other)
        draft = PairDraft(
            draft=deps.ids(),
            other_id=other,
            kind=kind,
            cadence=cadence,
            weekday=weekday,
            at=at,
            zone=None,
            pair_id=pair.id if pair else None,
            version=pair.version if pair else None,
        )
        await set_up_pair(deps, await person_of(deps, actor), draft)

    return act


def agrees_to_meet(actor: str, other: str) -> Act:
    """The one who was asked says yes."""

    async def act(deps: Deps) -> None:
        pair = await _pair(deps, actor, other)
        if pair is not None:
            await decide_pair(deps, await person_of(deps, actor), pair.id, pair.version, agrees=True)

    return act


async def _pair(deps: Deps, one: str, other: str) -> Pair | None:
    async with deps.read() as workspace:
        return await find_pair_between(workspace, one, other)
