"""What People leads see and set, and who is one (DESIGN 1)."""

from collections.abc import Iterable

from bot.deps import Deps
from bot.domain.admin import (
    Act,
    ActSeen,
    AdminDesk,
    AdminDraft,
    Published,
    check_added,
    check_lead,
    check_removed,
    check_unlead,
    may_take_lead,
    together,
)
from bot.domain.cadence import zone_or_utc
from bot.domain.holidays import read_holidays
from bot.domain.messages import Kind
from bot.domain.preferences import still_ahead
from bot.domain.visibility import Facts, Thing, Viewer, may_read
from bot.usecases.management import find_untold, owe_telling
from bot.usecases.owing import owe_home
from bot.usecases.past_notes import owe_telling as owe_telling_of_past
from bot.usecases.people import introduce
from bot.usecases.prompting import recompute_all
from bot.usecases.skills import published
from bot.usecases.steps import begin_to_lead, go_on, greet
from bot.usecases.viewers import people_leads, viewer_of
from storage.acts import add_admin_act, admin_acts_seen, claim_act
from storage.choices import Role
from storage.people import (
    add_grant,
    add_to_rollout,
    everyone,
    get_person,
    grants_held,
    people_among,
    remove_from_rollout,
    revoke_grant,
    rollout_members,
)
from storage.placements import placements_now
from storage.records import AdminAct, Person, RoleGrant
from storage.session import Workspace
from storage.types import Days
from storage.workspaces import get_installation, set_holidays, set_kudos_channel

LATEST, LATEST_READ = 10, 500


async def active_leads(workspace: Workspace) -> tuple[Person, ...]:
    """The People leads who are still here, first granted first."""
    ids = await people_leads(workspace)
    known = await people_among(workspace, ids)
    return tuple(known[one] for one in ids if one in known and known[one].may_take_part)


async def open_admin(deps: Deps, actor: Person) -> AdminDesk:
    """The settings, for a People lead; the first owner or admin to open them becomes one.

    Raises NotAllowed, which names whom to ask.
    """
    async with deps.read() as workspace:
        is_new = may_take_lead(actor, await active_leads(workspace))
    if is_new:
        is_new = await _take_lead(deps, actor)
    async with deps.read() as workspace:
        await _check(workspace, deps, actor.id)
        viewer = await viewer_of(workspace, actor.id)
        return await _desk(workspace, deps, viewer, actor.zone, is_new_lead=is_new)


async def check_may_lead(deps: Deps, actor: Person) -> None:
    """Raises NotAllowed for who is no People lead."""
    async with deps.read() as workspace:
        await _check(workspace, deps, actor.id)


async def has_lead(deps: Deps) -> bool:
    """Whether anybody looks after Trellis yet."""
    async with deps.read() as workspace:
        return bool(await people_leads(workspace))


async def kudos_channel(deps: Deps) -> str | None:
    """Where public kudos are posted, if anywhere."""
    async with deps.read() as workspace:
        return (await get_installation(workspace)).kudos_channel


async def save_admin(deps: Deps, actor: Person, draft: AdminDraft) -> None:
    """Carry out what was filled in, all of it or nothing; each change is logged. A second save is harmless.

    Raises NotAllowed for who is no longer a People lead, Invalid at the field that is wrong.
    """
    holidays = None if draft.holidays is None else read_holidays(draft.holidays)
    for person_id in draft.add:
        check_added(await introduce(deps, person_id), "add")
    if draft.lead is not None:
        check_added(await introduce(deps, draft.lead), "lead")
    async with deps.write() as workspace:
        await _check(workspace, deps, actor.id)
        if not await claim_act(workspace, f"admin:{actor.id}:{draft.draft}", deps.today()):
            return
        await _change_leads(workspace, deps, actor, draft)
        await _change_rollout(workspace, deps, actor, draft)
        await _change_channel(workspace, deps, actor, draft)
        has_other_days = holidays is not None and await _change_holidays(workspace, deps, actor, holidays)
        await owe_home(workspace, deps, actor.id)
        await go_on(workspace, deps, actor.id)
    if has_other_days:
        await recompute_all(deps)
    deps.wake()


async def acts_seen(
    workspace: Workspace, viewer: Viewer, zone: str, about: str | None, limit: int
) -> tuple[ActSeen, ...]:
    """Logged acts that a viewer may read, with names, newest first: all, or those about one person."""
    acts = [act for act in await admin_acts_seen(workspace, about, limit) if may_read(viewer, _facts(act))]
    names = await _names(workspace, (person for act in acts for person in (act.actor_id, act.subject_id)))
    return tuple(
        ActSeen(
            act=act.act,
            by=names.get(act.actor_id or ""),
            about=(names[act.subject_id],) if act.subject_id in names else (),
            at=act.at.astimezone(zone_or_utc(zone)),
        )
        for act in acts
    )


async def log_act(
    workspace: Workspace, deps: Deps, act: Act, by: str | None, about: Iterable[str | None]
) -> None:
    """Log an act once for each person whom it is about."""
    for person_id in about:
        logged = AdminAct(id=deps.ids(), actor_id=by, act=act, subject_id=person_id, at=deps.today())
        await add_admin_act(workspace, logged)


async def _take_lead(deps: Deps, actor: Person) -> bool:
    """Make this person the first People lead, where there is still none; of two at once one wins."""
    async with deps.write() as workspace:
        person = await get_person(workspace, actor.id)
        earlier = len(await grants_held(workspace, Role.PEOPLE_LEAD))
        if not may_take_lead(person, await active_leads(workspace)):
            return False
        if not await claim_act(workspace, f"first_lead:{earlier}", deps.today()):
            return False
        await _grant(workspace, deps, person.id, person.id)
        await begin_to_lead(workspace, deps, person.id, Kind.STEP)
        await owe_home(workspace, deps, person.id)
    deps.wake()
    return True


async def _check(workspace: Workspace, deps: Deps, person_id: str) -> None:
    leads = await active_leads(workspace)
    admins = () if leads else [one for one in await everyone(workspace) if one.is_admin and one.may_take_part]
    check_lead(person_id, leads, admins, deps.command)


async def _desk(
    workspace: Workspace, deps: Deps, viewer: Viewer, zone: str, *, is_new_lead: bool
) -> AdminDesk:
    people = {person.id: person for person in await everyone(workspace) if person.may_take_part}
    switched_on = await rollout_members(workspace)
    placed = await placements_now(workspace)
    here = await get_installation(workspace)
    return AdminDesk(
        is_new_lead=is_new_lead,
        leads=await active_leads(workspace),
        members=tuple(person for person in people.values() if person.id in switched_on),
        people=len(people),
        placed=len(placed.keys() & people.keys()),
        channel=here.kudos_channel,
        holidays=still_ahead(here.holidays, deps.today().date()),
        frameworks=await _frameworks(workspace, deps),
        acts=together(await acts_seen(workspace, viewer, zone, None, LATEST_READ))[:LATEST],
    )


def _facts(act: AdminAct) -> Facts:
    return Facts(thing=Thing.ADMIN_ACT, subject_id=act.subject_id)


async def _frameworks(workspace: Workspace, deps: Deps) -> tuple[Published, ...]:
    frameworks = (await published(workspace, deps)).values()
    names = await _names(workspace, (owner for framework in frameworks for owner in framework.owners))
    return tuple(
        Published(
            title=framework.title,
            version=framework.version,
            owners=tuple(names[owner] for owner in framework.owners if owner in names),
        )
        for framework in frameworks
    )


async def _names(workspace: Workspace, ids: Iterable[str | None]) -> dict[str, str]:
    known = await people_among(workspace, sorted({one for one in ids if one}))
    return {person.id: person.name for person in known.values()}


async def _change_leads(workspace: Workspace, deps: Deps, actor: Person, draft: AdminDraft) -> None:
    leads = await active_leads(workspace)
    known = await people_among(workspace, [draft.unlead] if draft.unlead else [])
    check_unlead(draft, leads, deps.named_leads, known.get(draft.unlead or ""))
    if draft.lead is not None:
        await _grant(workspace, deps, draft.lead, actor.id)
        await begin_to_lead(workspace, deps, draft.lead, Kind.LEAD_WELCOME)
    if draft.unlead is not None:
        await revoke_grant(workspace, draft.unlead, Role.PEOPLE_LEAD, deps.today())
        await log_act(workspace, deps, Act.LEAD_REVOKED, actor.id, [draft.unlead])
    await owe_home(workspace, deps, *(one for one in (draft.lead, draft.unlead) if one))


async def _grant(workspace: Workspace, deps: Deps, person_id: str, by: str) -> None:
    grant = RoleGrant(
        id=deps.ids(),
        person_id=person_id,
        role=Role.PEOPLE_LEAD,
        granted_by=by,
        granted_at=deps.today(),
        revoked_at=None,
    )
    if await add_grant(workspace, grant):
        await log_act(workspace, deps, Act.LEAD_GRANTED, by, [person_id])


async def _change_rollout(workspace: Workspace, deps: Deps, actor: Person, draft: AdminDraft) -> None:
    members = await rollout_members(workspace)
    check_removed(draft, members, await people_among(workspace, draft.remove))
    new = [person_id for person_id in draft.add if person_id not in members]
    await add_to_rollout(workspace, new, actor.id, deps.today())
    for person_id in new:
        if (tie := await find_untold(workspace, person_id)) is not None:
            await owe_telling(workspace, deps, tie)
    await remove_from_rollout(workspace, draft.remove)
    await greet(workspace, deps, new, actor.id)
    await owe_telling_of_past(workspace, deps, *new)
    await log_act(workspace, deps, Act.ROLLOUT_ADDED, actor.id, new)
    await log_act(workspace, deps, Act.ROLLOUT_REMOVED, actor.id, draft.remove)


async def _change_channel(workspace: Workspace, deps: Deps, actor: Person, draft: AdminDraft) -> None:
    now = (await get_installation(workspace)).kudos_channel
    if draft.channel in {draft.known_channel, now}:
        return
    await set_kudos_channel(workspace, draft.channel)
    act = Act.CHANNEL_CHOSEN if draft.channel else Act.CHANNEL_CLEARED
    await log_act(workspace, deps, act, actor.id, [None])


async def _change_holidays(
    workspace: Workspace, deps: Deps, actor: Person, holidays: tuple[Days, ...]
) -> bool:
    """The days off for all, and whether they are others now; those that are over are forgotten in silence."""
    today = deps.today().date()
    if still_ahead(holidays, today) == still_ahead((await get_installation(workspace)).holidays, today):
        return False
    await set_holidays(workspace, still_ahead(holidays, today))
    await log_act(workspace, deps, Act.HOLIDAYS_CHOSEN, actor.id, [None])
    return True
