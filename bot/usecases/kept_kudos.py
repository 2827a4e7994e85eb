"""Keeping kudos as a note: they count for their receiver from then on (DESIGN 7)."""

from bot.deps import Deps
from bot.domain.kept_kudos import KeepDraft, KudosToKeep, as_note, mark_of_details
from bot.domain.marking import marks_of
from bot.domain.notes import local_day
from bot.domain.privacy import Opened
from bot.errors import NotFoundForYou
from bot.usecases.kudos import KudosSeen, kudos_for
from bot.usecases.marking import sheets_for
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe_home
from bot.usecases.receipts import frozen_manager, named_readers, show_to_readers
from bot.usecases.steps import go_on
from bot.usecases.suggestions import learn
from bot.usecases.viewers import manager_of
from storage.choices import EvidenceSource, Shown
from storage.evidence import add_evidence, find_kept, get_evidence
from storage.people import find_person
from storage.records import Evidence, FrozenReader, Kudos, Mark, Person, Witness
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
        if await find_kept(workspace, kudos.id) is not None:
            return False
        if mark_of_details(kudos) != draft.details:
            raise KudosDetailed
        sheets = await sheets_for(workspace, deps, owner.id, kudos)
        marks = marks_of(sheets, draft.skills, draft.showed)
        named = draft.manager_id
        readers = await frozen_manager(workspace, owner.id, named) if draft.is_shared else ()
        piece = _kept(deps, owner, kudos, marks, readers, is_shared=draft.is_shared)
        await add_evidence(workspace, piece)
        if piece.is_shared:
            await show_to_readers(workspace, deps, owner.id, Shown.NOTE, piece.id)
        await learn(workspace, owner.id, as_note(kudos), draft.skills)
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
        named=await named_readers(workspace, deps, viewer.id, Shown.NOTE) if is_receiver else (),
    )


async def _is_newer(workspace: Workspace, kudos: Kudos, kept: str) -> bool:
    added, piece = kudos.detailed_at, await get_evidence(workspace, kept)
    return added is not None and added > piece.written_at


def _kept(
    deps: Deps,
    owner: Person,
    kudos: Kudos,
    marks: tuple[Mark, ...],
    readers: tuple[FrozenReader, ...],
    *,
    is_shared: bool,
) -> Evidence:
    return Evidence(
        id=deps.ids(),
        owner_id=owner.id,
        author_id=kudos.giver_id,
        source=EvidenceSource.KUDOS,
        kudos_id=kudos.id,
        text=as_note(kudos),
        link=kudos.link,
        happened_on=local_day(kudos.given_at, owner.zone),
        written_at=deps.today(),
        is_favourable=True,
        is_shared=is_shared,
        text_version=1,
        marks=marks,
        witnesses=(
            Witness(person_id=kudos.giver_id, text_version=1, at=kudos.detailed_at or kudos.given_at),
        ),
        readers=readers,
    )
