"""Readers whom members name: until a day, for what they tick, and no more (DESIGN 2, 5.4)."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.deps import Deps
from bot.domain.members import check_other
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.readers import (
    FromNow,
    NamedSeen,
    ReaderDraft,
    ReaderTold,
    SharedThing,
    ShownSeen,
    check_ender,
    check_reading,
    check_unnamed,
    in_force,
)
from bot.domain.visibility import (
    Relation,
    Viewer,
    facts_of_direction,
    facts_of_evidence,
    facts_of_feedback,
    facts_of_naming,
    facts_of_placement,
    may_read,
    relations,
    sight,
)
from bot.errors import NotFoundForYou
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.people import introduce
from bot.usecases.receipts import seen_namings
from bot.usecases.shared import shared_before
from bot.usecases.viewers import find_effective, viewer_of
from storage.acts import claim_act
from storage.choices import Shown
from storage.evidence import evidence_of
from storage.feedback import feedback_received
from storage.plans import find_direction, goals_of
from storage.readers import (
    add_named_reader,
    end_named_reader,
    find_named_reader,
    namings_of,
    readers_named_by,
    show_things,
)
from storage.records import NamedReader, Person, ShownThing
from storage.session import Workspace
from storage.summaries import joint_summaries_of

BACK = timedelta(days=3 * 366)
MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderDesk:
    """What the form needs to know."""

    before: tuple[SharedThing, ...]
    today: date


async def open_reader_form(deps: Deps, owner: Person) -> ReaderDesk:
    """All that the form shows."""
    async with deps.read() as workspace:
        return ReaderDesk(
            before=await shared_before(workspace, deps, owner),
            today=local_day(deps.today(), owner.zone),
        )


async def name_reader(deps: Deps, owner: Person, draft: ReaderDraft) -> Person:
    """Name somebody to read, who is told; a form sent twice acts once. Raises Invalid at its field."""
    reader = check_other(owner, await introduce(deps, draft.reader_id or ""), "reader")
    async with deps.write() as workspace:
        before = await shared_before(workspace, deps, owner)
        told = check_reading(draft, before, owner.zone, local_day(deps.today(), owner.zone))
        if not await claim_act(workspace, f"reader:{owner.id}:{draft.draft}", deps.today()):
            return reader
        check_unnamed(reader, in_force(await readers_named_by(workspace, owner.id), deps.today()))
        naming = _naming(deps, owner, reader, told)
        await add_named_reader(workspace, naming)
        await show_things(
            workspace,
            [ShownThing(naming_id=naming.id, kind=one.kind, thing_id=one.id) for one in told.before],
        )
        await owe(workspace, deps, owed(deps, Kind.READER_NAMED, reader.id, naming.id))
        await owe_home(workspace, deps, reader.id)
    deps.wake()
    return reader


async def stop_reader(deps: Deps, owner: Person, naming_id: str) -> None:
    """A member ends a naming of theirs at once; ending twice changes nothing. Raises NotFoundForYou."""
    async with deps.write() as workspace:
        naming = check_ender(await find_named_reader(workspace, naming_id), owner.id)
        await end_named_reader(workspace, naming.id, deps.today())
        await owe_home(workspace, deps, naming.reader_id)
    deps.wake()


async def naming_for(workspace: Workspace, deps: Deps, reader_id: str, naming_id: str) -> NamedSeen:
    """A naming for its reader, while it holds; raises NotFoundForYou."""
    naming = await find_named_reader(workspace, naming_id)
    viewer = await viewer_of(workspace, reader_id)
    if naming is None or not may_read(viewer, facts_of_naming(naming)) or naming.reader_id != reader_id:
        raise NotFoundForYou("not_yours")
    seen = await seen_namings(workspace, list(in_force([naming], deps.today())))
    if not seen:
        raise NotFoundForYou("not_yours")
    return seen[0]


async def who_named(workspace: Workspace, deps: Deps, reader_id: str) -> tuple[NamedSeen, ...]:
    """The namings that let a person read now."""
    return await seen_namings(workspace, list(in_force(await namings_of(workspace, reader_id), deps.today())))


async def see_shown(deps: Deps, reader: Person, naming_id: str) -> ShownSeen:
    """What a member lets a reader read, as a list; what is opened from it is logged, each by itself.

    Raises NotFoundForYou.
    """
    async with deps.read() as workspace:
        seen = await naming_for(workspace, deps, reader.id, naming_id)
        viewer = await viewer_of(workspace, reader.id, now=deps.today())
        return ShownSeen(
            seen=seen,
            level=await _level(workspace, deps, viewer, seen.owner.id),
            has_plan=await _has_plan(workspace, viewer, seen.owner.id),
            things=(
                *await _summaries(workspace, viewer, seen.owner.id, reader.zone),
                *await _notes(workspace, deps, viewer, seen.owner.id),
                *await _feedback(workspace, deps, viewer, seen.owner.id, reader.zone),
            ),
        )


async def _level(workspace: Workspace, deps: Deps, viewer: Viewer, owner_id: str) -> str | None:
    placement = await find_effective(workspace, owner_id)
    if placement is None or not may_read(viewer, facts_of_placement(placement)):
        return None
    framework = await deps.shelf.version(workspace, placement.version_id)
    level = framework.find_level(placement.level) if placement.level else None
    return f"{framework.title}, {level.title}" if level else framework.title


async def _has_plan(workspace: Workspace, viewer: Viewer, owner_id: str) -> bool:
    direction = await find_direction(workspace, owner_id)
    if direction is not None and may_read(viewer, facts_of_direction(direction)):
        return True
    return bool(await goals_of(workspace, sight(viewer, owner_id)))


async def _summaries(
    workspace: Workspace, viewer: Viewer, owner_id: str, zone: str
) -> tuple[SharedThing, ...]:
    found = await joint_summaries_of(workspace, sight(viewer, owner_id), MOST)
    return tuple(SharedThing(kind=Shown.SUMMARY, id=one.id, on=local_day(one.made_at, zone)) for one in found)


async def _notes(workspace: Workspace, deps: Deps, viewer: Viewer, owner_id: str) -> tuple[SharedThing, ...]:
    until = (deps.today() + timedelta(days=1)).date()
    found = await evidence_of(workspace, sight(viewer, owner_id), since=until - BACK, until=until)
    shown = [
        SharedThing(kind=Shown.NOTE, id=piece.id, on=piece.happened_on)
        for piece in reversed(found)
        if Relation.SHOWN_READER in relations(viewer, facts_of_evidence(piece))
    ]
    return tuple(shown[:MOST])


async def _feedback(
    workspace: Workspace, deps: Deps, viewer: Viewer, owner_id: str, zone: str
) -> tuple[SharedThing, ...]:
    found = await feedback_received(workspace, sight(viewer, owner_id), since=deps.today() - BACK)
    shown = [
        SharedThing(kind=Shown.FEEDBACK, id=one.id, on=local_day(one.given_at, zone))
        for one in found
        if Relation.SHOWN_READER in relations(viewer, facts_of_feedback(one))
    ]
    return tuple(shown[:MOST])


def _naming(deps: Deps, owner: Person, reader: Person, told: ReaderTold) -> NamedReader:
    return NamedReader(
        id=deps.ids(),
        owner_id=owner.id,
        reader_id=reader.id,
        notes=FromNow.NOTES in told.from_now,
        plan=FromNow.PLAN in told.from_now,
        summaries=FromNow.SUMMARIES in told.from_now,
        level=FromNow.LEVEL in told.from_now,
        named_at=deps.today(),
        ends_at=told.ends_at,
    )
