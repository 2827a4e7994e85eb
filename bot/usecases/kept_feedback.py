"""Keeping feedback as a note: it counts for its receiver from then on, a *try* against them (DESIGN 7)."""

from bot.deps import Deps
from bot.domain.feedback import FeedbackSeen, KeepFeedback, Part, as_note, check_part, parts_of
from bot.domain.marking import marks_of
from bot.domain.notes import local_day
from bot.usecases.feedback import own_feedback
from bot.usecases.owing import owe_home
from bot.usecases.receipts import frozen_manager, show_to_readers
from bot.usecases.suggestions import learn
from storage.choices import EvidenceSource, Shown
from storage.evidence import add_evidence
from storage.feedback import mark_carry_on_kept, mark_feedback_read, mark_try_next_kept
from storage.records import Evidence, FrozenReader, Mark, Person, Witness

_MARK_KEPT = {Part.CARRY_ON: mark_carry_on_kept, Part.TRY_NEXT: mark_try_next_kept}


async def keep_feedback(deps: Deps, owner: Person, draft: KeepFeedback) -> bool:
    """Make one part a note of its receiver's, with its author as witness; False where that is done already.

    Raises NotFoundForYou for everybody else, Invalid at the field that is wrong, and ManagerChanged where
    the receipt no longer holds.
    """
    async with deps.write() as workspace:
        seen = await own_feedback(workspace, deps, owner.id, draft.feedback_id)
        part = check_part(draft.part, parts_of(seen.feedback))
        if part not in seen.to_keep:
            return False
        marks = marks_of(seen.sheets, draft.skills, draft.showed)
        named = draft.manager_id
        readers = await frozen_manager(workspace, owner.id, named) if draft.is_shared else ()
        piece = _kept(deps, seen, part, marks, readers, is_shared=draft.is_shared)
        if not await _MARK_KEPT[part](workspace, seen.feedback.id, piece.id):
            return False
        await add_evidence(workspace, piece)
        if piece.is_shared:
            await show_to_readers(workspace, deps, owner.id, Shown.NOTE, piece.id)
        await learn(workspace, owner.id, piece.text, draft.skills)
        await mark_feedback_read(workspace, seen.feedback.id, deps.today())
        await owe_home(workspace, deps, owner.id)
    deps.wake()
    return True


def _kept(
    deps: Deps,
    seen: FeedbackSeen,
    part: Part,
    marks: tuple[Mark, ...],
    readers: tuple[FrozenReader, ...],
    *,
    is_shared: bool,
) -> Evidence:
    given = seen.feedback
    return Evidence(
        id=deps.ids(),
        owner_id=given.receiver_id,
        author_id=given.author_id,
        source=EvidenceSource.FEEDBACK,
        kudos_id=None,
        text=as_note(given, part),
        link=None,
        happened_on=local_day(given.given_at, seen.receiver.zone),
        written_at=deps.today(),
        is_favourable=part is Part.CARRY_ON,
        is_shared=is_shared,
        text_version=1,
        marks=marks,
        witnesses=(Witness(person_id=given.author_id, text_version=1, at=given.given_at),),
        readers=readers,
    )
