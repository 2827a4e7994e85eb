"""Giving kudos and reading them."""

from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.kudos import KudosDraft, check_draft
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.preferences import is_unannounced
from bot.domain.visibility import facts_of_kudos, may_read
from bot.errors import Invalid, NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.receipts import frozen_manager
from bot.usecases.skills import SkillChoice, find_published, skills_for
from bot.usecases.steps import go_on
from bot.usecases.suggestions import learn
from bot.usecases.viewers import manager_of, may_know, viewer_of
from storage.acts import claim_act
from storage.errors import NotFound
from storage.kudos import add_kudos, get_kudos
from storage.people import find_person, find_reader, get_person, readers_among
from storage.records import FrozenReader, Installation, Kudos, Person
from storage.session import Workspace
from storage.workspaces import get_installation


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosDesk:
    """What the kudos form needs to know: who may read what is written, and which skills there are."""

    receiver: Person | None
    manager: Person | None
    skills: SkillChoice
    channel: str | None
    is_unannounced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosSeen:
    """Kudos as one viewer may see them."""

    kudos: Kudos
    giver: Person
    receiver: Person
    skill_titles: tuple[str, ...]


async def open_kudos(
    deps: Deps, giver_id: str, receiver_id: str | None, cluster: str | None = None
) -> KudosDesk:
    """All that the form shows for a receiver (or for none yet) and a cluster (or the receiver's own).

    Who may not know the receiver's kind of work is offered no skills of it.
    """
    desk = await _desk(deps, giver_id, receiver_id, cluster)
    is_new = receiver_id is not None and desk.receiver is None
    if is_new and await introduce(deps, str(receiver_id)) is not None:
        return await _desk(deps, giver_id, receiver_id, cluster)
    return desk


async def _desk(deps: Deps, giver_id: str, receiver_id: str | None, cluster: str | None) -> KudosDesk:
    async with deps.read() as workspace:
        two = await readers_among(workspace, {giver_id, receiver_id or giver_id})
        giver, thanked = two.get(giver_id), two.get(receiver_id or "")
        receiver = thanked.person if thanked else None
        manager_id = await manager_of(workspace, receiver.id) if receiver else None
        may_name = (
            giver is not None
            and receiver is not None
            and may_know(giver.person, receiver.id, is_in_rollout=giver.is_in_rollout)
        )
        known = receiver.id if receiver and may_name else None
        return KudosDesk(
            receiver=receiver,
            manager=await find_person(workspace, manager_id) if manager_id else None,
            skills=await skills_for(workspace, deps, known, cluster),
            channel=(await get_installation(workspace)).kudos_channel,
            is_unannounced=is_unannounced(thanked),
        )


async def give_kudos(deps: Deps, giver: Person, draft: KudosDraft) -> Person:
    """Keep kudos, owe the messages about them and return the receiver; a form sent twice acts once.

    Raises Invalid at the field that is wrong, and ManagerChanged where the receipt no longer holds.
    """
    text = check_draft(draft)
    receiver = check_other(giver, await introduce(deps, draft.receiver_id or ""), "receiver", "kudos_to_self")
    async with deps.write() as workspace:
        await _check_skills(workspace, deps, draft)
        readers = await _readers(workspace, draft, receiver)
        if not await claim_act(workspace, f"kudos:{giver.id}:{draft.draft}", deps.today()):
            return receiver
        kudos = Kudos(
            id=deps.ids(),
            giver_id=giver.id,
            receiver_id=receiver.id,
            text=text,
            is_public=draft.is_public,
            is_open_to_manager=bool(readers),
            framework=draft.framework if draft.competencies else None,
            given_at=deps.today(),
            competencies=draft.competencies,
            readers=readers,
        )
        await add_kudos(workspace, kudos)
        await learn(workspace, giver.id, text, draft.competencies, is_public=draft.is_public)
        await _announce(workspace, deps, kudos, await get_installation(workspace))
        await go_on(workspace, deps, giver.id)
    deps.wake()
    return receiver


async def read_kudos(deps: Deps, viewer_id: str, kudos_id: str) -> KudosSeen:
    """Kudos for a viewer; raises NotFoundForYou alike where there are none and where they may not read."""
    async with deps.read() as workspace:
        return await kudos_for(workspace, deps, viewer_id, kudos_id)


async def kudos_for(workspace: Workspace, deps: Deps, viewer_id: str, kudos_id: str) -> KudosSeen:
    """As read_kudos, inside a transaction."""
    try:
        kudos = await get_kudos(workspace, kudos_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if not may_read(await viewer_of(workspace, viewer_id), facts_of_kudos(kudos)):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, deps, kudos)


async def public_kudos(workspace: Workspace, deps: Deps, kudos_id: str) -> KudosSeen:
    """Kudos for their channel; raises NotFoundForYou for any that are not public, or not to be announced."""
    try:
        kudos = await get_kudos(workspace, kudos_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if not kudos.is_public or is_unannounced(await find_reader(workspace, kudos.receiver_id)):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, deps, kudos)


async def _seen(workspace: Workspace, deps: Deps, kudos: Kudos) -> KudosSeen:
    return KudosSeen(
        kudos=kudos,
        giver=await get_person(workspace, kudos.giver_id),
        receiver=await get_person(workspace, kudos.receiver_id),
        skill_titles=await _titles(workspace, deps, kudos),
    )


async def _titles(workspace: Workspace, deps: Deps, kudos: Kudos) -> tuple[str, ...]:
    framework = await find_published(workspace, deps, kudos.framework) if kudos.framework else None
    if framework is None:
        return ()
    skills = (framework.find_competency(key) for key in kudos.competencies)
    return tuple(skill.title for skill in skills if skill is not None)


async def _check_skills(workspace: Workspace, deps: Deps, draft: KudosDraft) -> None:
    if not draft.competencies:
        return
    framework = await find_published(workspace, deps, draft.framework or "")
    if framework is None or any(framework.find_competency(key) is None for key in draft.competencies):
        raise Invalid("unknown_skill", "skills")


async def _readers(workspace: Workspace, draft: KudosDraft, receiver: Person) -> tuple[FrozenReader, ...]:
    if draft.is_public or not draft.is_open_to_manager:
        return ()
    return await frozen_manager(workspace, receiver.id, draft.manager_id)


async def _announce(workspace: Workspace, deps: Deps, kudos: Kudos, here: Installation) -> None:
    await owe(workspace, deps, owed(deps, Kind.KUDOS_RECEIVED, kudos.receiver_id, kudos.id))
    is_announced = not is_unannounced(await find_reader(workspace, kudos.receiver_id))
    if kudos.is_public and here.kudos_channel and is_announced:
        await owe(workspace, deps, owed(deps, Kind.KUDOS_POSTED, here.kudos_channel, kudos.id))
    await owe_home(workspace, deps, kudos.receiver_id)
