"""Keeping kudos as a note: they count for their receiver from then on (DESIGN 7)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.deps import Deps
from bot.domain.kept_kudos import (
    MOST_TOGETHER,
    PARTED,
    KeepDraft,
    KudosToKeep,
    OtherKudos,
    as_note,
    check_together,
    mark_of_details,
    may_go_together,
)
from bot.domain.marking import marks_of
from bot.domain.notes import local_day
from bot.domain.privacy import Opened
from bot.domain.visibility import facts_of_kudos, may_read
from bot.errors import NotFoundForYou
from bot.usecases.kudos import KudosSeen, kudos_for
from bot.usecases.marking import sheets_for
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe_home
from bot.usecases.receipts import frozen_manager, named_readers, show_to_readers
from bot.usecases.steps import go_on
from bot.usecases.suggestions import learn
from bot.usecases.viewers import manager_of, viewer_of
from storage.choices import EvidenceSource, Shown
from storage.evidence import add_evidence, find_kept, get_evidence
from storage.kudos import hold_kudos, kudos_not_kept
from storage.people import find_person, people_among
from storage.records import Evidence, Kudos, Line, Person, Witness
from storage.session import Workspace

OPENING = Opened.KUDOS


class KudosDetailed(Exception):  # a turn of events, which the form answers itself
    """Their giver has added to the kudos since they were read."""


async def open_kudos_received(deps: Deps, viewer: Person, kudos_id: str) -> KudosToKeep:
    """Kudos for a viewer, and for their receiver the way to keep them; raises NotFoundForYou.

    Where somebody else than the two opens quiet kudos, the receiver will see it (DESIGN 5.5).
    """
    async with deps.read() as workspace:
        seen = await kudos_for(workspace, deps, viewer.id, kudos_id)
        found = await _to_keep(workspace, deps, seen, viewer)
    if not seen.kudos.is_public and viewer.id not in {seen.giver.id, seen.receiver.id}:
        await log_opening(deps, viewer.id, seen.receiver, OPENING, kudos_id)
    return found


async def keep_kudos(deps: Deps, owner: Person, draft: KeepDraft) -> bool:
    """Make kudos a note of their receiver's, with their giver as witness; False where that is done already.

    Raises NotFoundForYou for everybody else, Invalid at the field that is wrong, ManagerChanged where the
    receipt no longer holds, and KudosDetailed where the words are not those that the receiver read.
    """
    async with deps.write() as workspace:
        kudos = (await kudos_for(workspace, deps, owner.id, draft.kudos_id)).kudos
        if kudos.receiver_id != owner.id:
            raise NotFoundForYou("not_yours")
        await hold_kudos(workspace, [kudos.id, *draft.together])
        if await find_kept(workspace, kudos.id) is not None:
            return False
        others = await _others(workspace, owner.id, kudos)
        told = check_together(kudos, others, draft.together)
        if mark_of_details(kudos, *others) != draft.details:
            raise KudosDetailed
        sheets = await sheets_for(workspace, deps, owner.id, kudos)
        marks = marks_of(sheets, draft.skills, draft.showed)
        named = draft.manager_id
        readers = await frozen_manager(workspace, owner.id, named) if draft.is_shared else ()
        piece = replace(_kept(deps, owner, kudos, told, draft), marks=marks, readers=readers)
        await add_evidence(workspace, piece)
        if piece.is_shared:
            await show_to_readers(workspace, deps, owner.id, Shown.NOTE, piece.id)
        await learn(workspace, owner.id, piece.text, draft.skills)
        await owe_home(workspace, deps, owner.id)
        await go_on(workspace, deps, owner.id)
    deps.wake()
    return True


async def _to_keep(workspace: Workspace, deps: Deps, seen: KudosSeen, viewer: Person) -> KudosToKeep:
    is_receiver = viewer.id == seen.receiver.id
    manager_id = await manager_of(workspace, viewer.id) if is_receiver else None
    kept = await find_kept(workspace, seen.kudos.id) if is_receiver else None
    return KudosToKeep(
        kudos=seen.kudos,
        giver=seen.giver,
        receiver=seen.receiver,
        given_on=local_day(seen.kudos.given_at, viewer.zone),
        skill_titles=seen.skill_titles,
        is_receiver=is_receiver,
        kept_as=kept,
        is_added_later=kept is not None and await _is_newer(workspace, seen.kudos, kept),
        manager=await find_person(workspace, manager_id) if manager_id else None,
        sheets=await sheets_for(workspace, deps, viewer.id, seen.kudos) if is_receiver else (),
        others=await _other_kudos(workspace, viewer, seen.kudos) if is_receiver and kept is None else (),
        named=await named_readers(workspace, deps, viewer.id, Shown.NOTE) if is_receiver else (),
    )


async def _is_newer(workspace: Workspace, kudos: Kudos, kept: str) -> bool:
    added, piece = kudos.detailed_at, await get_evidence(workspace, kept)
    return added is not None and added > piece.written_at


async def _others(workspace: Workspace, owner_id: str, kudos: Kudos) -> tuple[Kudos, ...]:
    """The newest other kudos of their receiver that may be about the same thing, and are no note yet."""
    viewer = await viewer_of(workspace, owner_id)
    near = [
        one
        for one in await kudos_not_kept(workspace, owner_id)
        if may_go_together(kudos, one) and may_read(viewer, facts_of_kudos(one))
    ]
    return tuple(near[:MOST_TOGETHER])


async def _other_kudos(workspace: Workspace, owner: Person, kudos: Kudos) -> tuple[OtherKudos, ...]:
    found = await _others(workspace, owner.id, kudos)
    givers = await people_among(workspace, [one.giver_id for one in found])
    return tuple(
        OtherKudos(kudos=one, giver=givers[one.giver_id], given_on=local_day(one.given_at, owner.zone))
        for one in found
    )


def _kept(deps: Deps, owner: Person, kudos: Kudos, told: Sequence[Kudos], draft: KeepDraft) -> Evidence:
    """A note of the words of all who gave the kudos; of several people's its owner is the author."""
    lines = [Line(person_id=one.giver_id, kudos_id=one.id, text=as_note(one)) for one in told]
    is_of_one = len(told) == 1
    seen = {one.giver_id: one.detailed_at or one.given_at for one in told}
    return Evidence(
        id=deps.ids(),
        owner_id=owner.id,
        author_id=kudos.giver_id if is_of_one else owner.id,
        source=EvidenceSource.KUDOS,
        kudos_id=kudos.id if is_of_one else None,
        text=PARTED.join(line.text for line in lines),
        link=next((one.link for one in told if one.link), None),
        happened_on=local_day(kudos.given_at, owner.zone),
        written_at=deps.today(),
        is_favourable=True,
        is_shared=draft.is_shared,
        text_version=1,
        witnesses=tuple(Witness(person_id=who, text_version=1, at=at) for who, at in seen.items()),
        lines=() if is_of_one else tuple(lines),
    )
