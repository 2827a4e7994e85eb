"""A person's Home: owed when they open it, gathered when it is sent."""

from datetime import timedelta

from bot.deps import Deps
from bot.domain.admin import may_take_lead
from bot.domain.here import here_of
from bot.domain.home import HelpSeen, HomeSeen, Lookout, Meeting, NoteLine
from bot.domain.messages import Kind
from bot.domain.observations import is_unread
from bot.domain.visibility import Viewer, sight
from bot.usecases.admin import active_leads
from bot.usecases.given_kudos import given_lately
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.pairs import pairs_shown
from bot.usecases.people import introduce
from bot.usecases.plans import open_goals
from bot.usecases.readers import who_named
from bot.usecases.reviews import owned_frameworks
from bot.usecases.skills import find_published, published
from bot.usecases.steps import step_seen
from bot.usecases.viewers import find_effective, manager_of, viewer_of
from bot.usecases.waiting import waiting_for
from storage.choices import DeliveryState, PairState
from storage.deliveries import find_delivery, mark_dropped
from storage.evidence import evidence_of
from storage.people import everyone, get_person, people_among, rollout_members, set_nudges
from storage.records import Evidence, Person
from storage.session import Workspace

NOTES_BACK = timedelta(days=91)
MOST_NOTES = 3


async def owe_opened_home(deps: Deps, person_id: str, event_id: str) -> None:
    """Somebody opened their Home: show it afresh, once for one event."""
    person = await introduce(deps, person_id)
    if person is None or not person.may_take_part:
        return
    async with deps.write() as workspace:
        await owe(workspace, deps, owed(deps, Kind.HOME, person.id, event_id))
    deps.wake()


async def switch_nudges(deps: Deps, actor: Person, *, mutes: bool) -> None:
    """The off switch for reminders, which holds until its owner turns it on again (DESIGN 6.5)."""
    async with deps.write() as workspace:
        await set_nudges(workspace, actor.id, mutes)
        await owe_home(workspace, deps, actor.id)
    deps.wake()


async def settle_at_home(deps: Deps, actor: Person, delivery_id: str) -> None:
    """A person opened, from Home, what a message of unknown fate was about: it need not stand there more."""
    async with deps.write() as workspace:
        delivery = await find_delivery(workspace, delivery_id)
        is_theirs = delivery is not None and delivery.recipient == actor.id
        if delivery is None or not is_theirs or delivery.state is not DeliveryState.UNKNOWN:
            return
        await mark_dropped(workspace, delivery.id, "seen_at_home", deps.today())
        await owe_home(workspace, deps, actor.id)
    deps.wake()


async def see_help(deps: Deps, actor: Person) -> HelpSeen:
    """What help shows to one person."""
    async with deps.read() as workspace:
        leads = await active_leads(workspace)
        may_set = may_take_lead(actor, leads) or actor.id in {lead.id for lead in leads}
        viewer = await viewer_of(workspace, actor.id)
        return HelpSeen(
            waiting=await waiting_for(workspace, deps, actor.id),
            step=await step_seen(workspace, actor),
            may_set=may_set,
            has_reports=bool(viewer.reports),
        )


async def home_for(workspace: Workspace, deps: Deps, person: Person) -> HomeSeen:
    """All that stands on a person's Home now."""
    viewer = await viewer_of(workspace, person.id)
    notes = await _notes(workspace, deps, viewer)
    waiting = await waiting_for(workspace, deps, person.id)
    manager_id = await manager_of(workspace, person.id)
    return HomeSeen(
        here=here_of(person.zone, deps.today()),
        name=person.name,
        where=await _where(workspace, deps, person),
        manager=(await get_person(workspace, manager_id)).name if manager_id else None,
        step=await step_seen(workspace, person),
        waiting=waiting,
        meetings=await _meetings(workspace, deps, person),
        goals=await open_goals(workspace, deps, person, viewer),
        notes=await _lines(workspace, deps, notes[-MOST_NOTES:]),
        note_count=len(notes),
        owned=await _owned(workspace, deps, person),
        lookout=await _lookout(workspace) if viewer.is_people_lead else None,
        given=await given_lately(workspace, person, deps),
        is_in_rollout=viewer.is_in_rollout,
        mutes_nudges=person.mutes_nudges,
        has_reports=bool(viewer.reports),
        naming=await who_named(workspace, deps, person.id),
    )


async def _where(workspace: Workspace, deps: Deps, person: Person) -> str | None:
    placement = await find_effective(workspace, person.id)
    if placement is None:
        return None
    framework = await deps.shelf.version(workspace, placement.version_id)
    level = framework.find_level(placement.level) if placement.level else None
    return f"{framework.title}, {level.title}" if level else framework.title


async def _notes(workspace: Workspace, deps: Deps, viewer: Viewer) -> tuple[Evidence, ...]:
    """One's own notes of the last three months, oldest first; what was not read yet waits above them."""
    until = (deps.today() + timedelta(days=1)).date()
    found = await evidence_of(workspace, sight(viewer, viewer.id), since=until - NOTES_BACK, until=until)
    return tuple(note for note in found if not is_unread(note))


async def _lines(workspace: Workspace, deps: Deps, notes: tuple[Evidence, ...]) -> tuple[NoteLine, ...]:
    others = {note.author_id for note in notes if note.author_id != note.owner_id}
    writers = await people_among(workspace, sorted(others)) if others else {}
    return tuple(
        [
            NoteLine(
                id=note.id,
                on=note.happened_on,
                skills=await _skills(workspace, deps, note),
                by=writers[note.author_id].name if note.author_id in writers else None,
            )
            for note in reversed(notes)
        ]
    )


async def _skills(workspace: Workspace, deps: Deps, note: Evidence) -> tuple[str, ...]:
    titles: list[str] = []
    for mark in note.marks:
        framework = await find_published(workspace, deps, mark.framework)
        skill = framework.find_competency(mark.competency) if framework and mark.competency else None
        if skill is not None and skill.title not in titles:
            titles.append(skill.title)
    return tuple(titles)


async def _meetings(workspace: Workspace, deps: Deps, person: Person) -> tuple[Meeting, ...]:
    """The 1:1s that both agreed to, the next first."""
    return tuple(
        Meeting(
            pair=shown.pair.id,
            who=shown.other.name,
            at=shown.next_at,
            is_moved=shown.is_moved,
            until=shown.paused_until,
        )
        for shown in await pairs_shown(workspace, deps, person.id)
        if shown.pair.state is PairState.ACTIVE
    )


async def _owned(workspace: Workspace, deps: Deps, person: Person) -> tuple[tuple[str, str], ...]:
    frameworks = await published(workspace, deps)
    owned = sorted(await owned_frameworks(workspace, deps, person.id))
    return tuple((name, frameworks[name].title) for name in owned)


async def _lookout(workspace: Workspace) -> Lookout:
    here = {person.id for person in await everyone(workspace) if person.may_take_part}
    return Lookout(people=len(here), switched_on=len(here & await rollout_members(workspace)))
