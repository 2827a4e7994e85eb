"""What people of the demo do, each through the use-case that Slack's doors call."""

from collections.abc import Awaitable, Callable
from datetime import time

from bot.deps import Deps
from bot.domain.admin import AdminDraft
from bot.domain.kept_kudos import KeepDraft
from bot.domain.kudos import KudosDraft
from bot.domain.notes import NoteDraft
from bot.domain.pairs import PairDraft
from bot.domain.placing import PlacementDraft
from bot.domain.ties import Claim, ManagerDraft
from bot.usecases.admin import open_admin, save_admin
from bot.usecases.kept_kudos import keep_kudos
from bot.usecases.kudos import give_kudos
from bot.usecases.management import ask_management
from bot.usecases.notes import write_note
from bot.usecases.pairs import decide_pair, set_up_pair
from bot.usecases.placements import propose_placement
from bot.usecases.viewers import manager_of
from storage.kudos import kudos_not_kept
from storage.pairs import find_pair_between
from storage.people import get_person
from storage.records import Cadence, PairKind, Person

Act = Callable[[Deps], Awaitable[None]]


def switches_on(lead: str, people: tuple[str, ...], channel: str) -> Act:
    """The owner opens the settings, becomes the first People lead and turns Trellis on for everybody."""

    async def act(deps: Deps) -> None:
        actor = await _person(deps, lead)
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


def thanks(giver: str, receiver: str, text: str, *skills: str, quietly: bool = False) -> Act:
    """Kudos, with skills of the receiver's framework given as `framework:origin/skill`."""

    async def act(deps: Deps) -> None:
        draft = KudosDraft(
            draft=deps.ids(),
            receiver_id=receiver,
            text=text,
            framework=skills[0].partition(":")[0] if skills else None,
            competencies=tuple(skill.partition(":")[2] for skill in skills),
            is_unsure=not skills,
            is_public=not quietly,
            is_open_to_manager=False,
            manager_id=None,
        )
        await give_kudos(deps, await _person(deps, giver), draft)

    return act


def keeps_kudos(owner: str, skill: str, showed: str = "") -> Act:
    """The receiver keeps the newest kudos as a note that their manager may read."""

    async def act(deps: Deps) -> None:
        async with deps.read() as workspace:
            newest = max(await kudos_not_kept(workspace, owner), key=lambda one: one.id)
        draft = KeepDraft(
            kudos_id=newest.id,
            skills=(skill,),
            showed=_signs(skill, showed),
            is_shared=True,
            manager_id=await _manager_of(deps, owner),
        )
        await keep_kudos(deps, await _person(deps, owner), draft)

    return act


def notes(owner: str, text: str, skill: str, showed: str = "", *, shares: bool = False) -> Act:
    """A note about something that happened that day."""

    async def act(deps: Deps) -> None:
        draft = NoteDraft(
            draft=deps.ids(),
            text=text,
            happened_on=None,
            link="",
            skills=(skill,),
            showed=_signs(skill, showed),
            is_shared=shares,
            is_choice=False,
            is_of_message=False,
            manager_id=await _manager_of(deps, owner) if shares else None,
        )
        await write_note(deps, await _person(deps, owner), draft)

    return act


def names_manager(report: str, manager: str) -> Act:
    """A member says who their manager is; the manager has not answered yet."""

    async def act(deps: Deps) -> None:
        draft = ManagerDraft(draft=deps.ids(), other_id=manager, claim=Claim.MY_MANAGER)
        await ask_management(deps, await _person(deps, report), draft)

    return act


def proposes_level(member: str, cluster: str, level: str | None) -> Act:
    """A member says where they are now; it waits for who confirms it."""

    async def act(deps: Deps) -> None:
        draft = PlacementDraft(
            draft=deps.ids(), cluster=cluster, second_cluster=None, level=level, since=deps.today().date()
        )
        await propose_placement(deps, await _person(deps, member), draft)

    return act


def meet(manager: str, report: str, cadence: Cadence, weekday: int, at: time) -> Act:
    """A manager sets up a 1:1 with a report, who agrees; Monday is 0, the hour is the manager's."""

    async def act(deps: Deps) -> None:
        draft = PairDraft(
            draft=deps.ids(),
            other_id=report,
            kind=PairKind.MANAGER,
            cadence=cadence,
            weekday=weekday,
            at=at,
            zone=None,
            pair_id=None,
            version=None,
        )
        await set_up_pair(deps, await _person(deps, manager), draft)
        async with deps.read() as workspace:
            pair = await find_pair_between(workspace, manager, report)
        if pair is not None:
            await decide_pair(deps, await _person(deps, report), pair.id, pair.version, agrees=True)

    return act


async def _person(deps: Deps, person_id: str) -> Person:
    async with deps.read() as workspace:
        return await get_person(workspace, person_id)


async def _manager_of(deps: Deps, person_id: str) -> str | None:
    async with deps.read() as workspace:
        return await manager_of(workspace, person_id)


def _signs(skill: str, behaviour: str) -> tuple[str, ...]:
    return (f"behaviour {skill} {behaviour}",) if behaviour else ()
