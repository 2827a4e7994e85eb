"""Giving kudos and reading them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.deps import Deps
from bot.domain.kudos import KudosDraft, check_day, check_draft, is_public_for
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.preferences import is_unannounced, starts_public
from bot.domain.visibility import facts_of_kudos, may_read
from bot.errors import Invalid, NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.receipts import frozen_manager
from bot.usecases.skills import SkillChoice, find_published, skills_for, skills_for_all
from bot.usecases.steps import go_on
from bot.usecases.suggestions import learn
from bot.usecases.viewers import manager_of, may_know, viewer_of
from storage.acts import claim_act, count_acts
from storage.errors import NotFound
from storage.kudos import add_kudos, get_kudos, kudos_of_event
from storage.people import get_person, people_among, readers_among
from storage.records import FrozenReader, Kudos, Person
from storage.session import Workspace
from storage.workspaces import get_installation


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosDesk:
    """What the kudos form needs to know: who may read what is written, and which skills there are.

    `managers` are those of the receivers, `unannounced` the receivers whose kudos stay quiet.
    `starts_public`: the giver chose that theirs begin so.
    """

    receivers: tuple[Person, ...]
    managers: tuple[Person, ...]
    skills: SkillChoice
    channel: str | None
    unannounced: frozenset[str]
    starts_public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KudosSeen:
    """Kudos as one viewer may see them."""

    kudos: Kudos
    giver: Person
    receiver: Person
    skill_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSeen:
    """Public kudos of one act, as their channel may see them."""

    text: str
    giver: Person
    receivers: tuple[Person, ...]
    skill_titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was sent: to whom, and those of them for whom it stays quiet though it was meant to be public.

    `event_id` is None where the form had been sent before.
    """

    receivers: tuple[Person, ...]
    quiet: tuple[Person, ...]
    event_id: str | None = None


async def open_kudos(
    deps: Deps, giver_id: str, receivers: Sequence[str], cluster: str | None = None
) -> KudosDesk:
    """All that the form shows for receivers (or for none yet) and a cluster (or a sole receiver's own).

    Who may not know the receivers' kind of work is offered no skills of it.
    """
    desk = await _desk(deps, giver_id, receivers, cluster)
    known = {person.id for person in desk.receivers}
    new = [one for one in receivers if one not in known]
    if any([await introduce(deps, one) for one in new]):
        return await _desk(deps, giver_id, receivers, cluster)
    return desk


async def _desk(deps: Deps, giver_id: str, receivers: Sequence[str], cluster: str | None) -> KudosDesk:
    async with deps.read() as workspace:
        known = await readers_among(workspace, {giver_id, *receivers})
        giver, thanked = known.get(giver_id), [known[one] for one in receivers if one in known]
        managers = [await manager_of(workspace, one.person.id) for one in thanked]
        people = await people_among(workspace, [one for one in managers if one])
        may_name = [
            one.person.id
            for one in thanked
            if giver and may_know(giver.person, one.person.id, is_in_rollout=giver.is_in_rollout)
        ]
        return KudosDesk(
            receivers=tuple(one.person for one in thanked),
            managers=tuple(people[one] for one in dict.fromkeys(managers) if one),
            skills=await skills_for_all(workspace, deps, may_name, cluster),
            channel=(await get_installation(workspace)).kudos_channel,
            unannounced=frozenset(one.person.id for one in thanked if is_unannounced(one)),
            starts_public=starts_public(giver),
        )


async def give_kudos(deps: Deps, giver: Person, draft: KudosDraft) -> Given:
    """Keep kudos, for each receiver their own, and owe the messages about them; a form sent twice acts once.

    Raises Invalid at the field that is wrong, and ManagerChanged where the receipt no longer holds.
    """
    text = check_draft(draft)
    receivers = tuple(
        [
            check_other(giver, await introduce(deps, one), "receivers", "kudos_to_self")
            for one in draft.receivers
        ]
    )
    async with deps.write() as workspace:
        frameworks = await _frameworks(workspace, deps, draft)
        readers = await _readers(workspace, draft)
        known = await readers_among(workspace, draft.receivers)
        unannounced = {one for one in draft.receivers if is_unannounced(known.get(one))}
        quiet = [one for one in receivers if not is_public_for(draft, one.id, unannounced)]
        given = Given(receivers=receivers, quiet=tuple(quiet) if draft.is_public else ())
        if not await claim_act(workspace, f"kudos:{giver.id}:{draft.draft}", deps.today()):
            return given
        event, now = deps.ids(), deps.today()
        all_kudos = [
            Kudos(
                id=deps.ids(),
                event_id=event,
                giver_id=giver.id,
                receiver_id=receiver.id,
                text=text,
                is_public=receiver not in quiet,
                is_open_to_manager=bool(readers),
                framework=frameworks.get(receiver.id),
                given_at=now,
                competencies=draft.competencies,
                readers=readers,
            )
            for receiver in receivers
        ]
        await _count(workspace, deps, giver, all_kudos)
        await _keep(workspace, deps, all_kudos)
        await go_on(workspace, deps, giver.id)
    deps.wake()
    return replace(given, event_id=event)


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


async def public_kudos(workspace: Workspace, deps: Deps, event_id: str) -> PostSeen:
    """Kudos of one act for their channel: those that are public, for whoever wants to be announced.

    Raises NotFoundForYou where there are none such.
    """
    found = [one for one in await kudos_of_event(workspace, event_id) if one.is_public]
    known = await readers_among(workspace, [one.receiver_id for one in found])
    announced = [one for one in found if not is_unannounced(known.get(one.receiver_id))]
    if not announced:
        raise NotFoundForYou("not_yours")
    return PostSeen(
        text=announced[0].text,
        giver=await get_person(workspace, announced[0].giver_id),
        receivers=tuple(known[one.receiver_id].person for one in announced),
        skill_titles=await titles_of(workspace, deps, announced[0]),
    )


async def _seen(workspace: Workspace, deps: Deps, kudos: Kudos) -> KudosSeen:
    return KudosSeen(
        kudos=kudos,
        giver=await get_person(workspace, kudos.giver_id),
        receiver=await get_person(workspace, kudos.receiver_id),
        skill_titles=await titles_of(workspace, deps, kudos),
    )


async def titles_of(workspace: Workspace, deps: Deps, kudos: Kudos) -> tuple[str, ...]:
    """The skills that a giver chose, by their titles of now."""
    framework = await find_published(workspace, deps, kudos.framework) if kudos.framework else None
    if framework is None:
        return ()
    skills = (framework.find_competency(key) for key in kudos.competencies)
    return tuple(skill.title for skill in skills if skill is not None)


async def _frameworks(workspace: Workspace, deps: Deps, draft: KudosDraft) -> dict[str, str]:
    """The framework in which each receiver finds the skills; none where none were chosen.

    Raises Invalid at `skills` for one that is not offered for all of them.
    """
    if not draft.competencies:
        return {}
    if len(draft.receivers) == 1:
        offered = await find_published(workspace, deps, draft.framework or "")
    else:
        offered = (await skills_for_all(workspace, deps, draft.receivers)).framework
    if offered is None or any(offered.find_competency(key) is None for key in draft.competencies):
        raise Invalid("unknown_skill", "skills")
    if len(draft.receivers) == 1:
        return {draft.receivers[0]: offered.id}
    own = {one: (await skills_for(workspace, deps, one)).framework for one in draft.receivers}
    return {one: framework.id for one, framework in own.items() if framework}


async def _readers(workspace: Workspace, draft: KudosDraft) -> tuple[FrozenReader, ...]:
    """Who else reads quiet kudos for one person; of several, each shows their own to their manager."""
    if draft.is_public or not draft.is_open_to_manager or len(draft.receivers) > 1:
        return ()
    return await frozen_manager(workspace, draft.receivers[0], draft.manager_id)


async def _count(workspace: Workspace, deps: Deps, giver: Person, all_kudos: Sequence[Kudos]) -> None:
    """Raise Invalid where it is too much for one day; what is taken back later counts all the same."""
    day = f"thanked:{giver.id}:{local_day(deps.today(), giver.zone)}:"
    check_day(await count_acts(workspace, day), len(all_kudos))
    for one in all_kudos:
        await claim_act(workspace, f"{day}{one.id}", deps.today())


async def _keep(workspace: Workspace, deps: Deps, all_kudos: Sequence[Kudos]) -> None:
    """Keep the kudos of one act, learn from their words, and owe what is said of them."""
    first, is_public = all_kudos[0], any(one.is_public for one in all_kudos)
    for one in all_kudos:
        await add_kudos(workspace, one)
        await owe(workspace, deps, owed(deps, Kind.KUDOS_RECEIVED, one.receiver_id, one.id))
    await learn(workspace, first.giver_id, first.text, first.competencies, is_public=is_public)
    channel = (await get_installation(workspace)).kudos_channel
    if is_public and channel:
        await owe(workspace, deps, owed(deps, Kind.KUDOS_POSTED, channel, first.event_id))
    await owe_home(workspace, deps, first.giver_id, *(one.receiver_id for one in all_kudos))
