"""Notes from past reviews, as their member looks at them: kept as notes, or erased at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.deps import Deps
from bot.domain.marking import marks_of
from bot.domain.messages import Kind
from bot.domain.past_notes import matched
from bot.domain.visibility import Facts, Thing, may_read
from bot.errors import NotFoundForYou
from bot.usecases.marking import sheets_for
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.steps import go_on
from bot.usecases.viewers import viewer_of
from bot.words.past_notes import as_note
from storage.choices import DeliveryState, EvidenceSource
from storage.deliveries import deliveries_in
from storage.errors import NotFound
from storage.evidence import add_evidence
from storage.past_notes import (
    count_past_notes,
    get_past_note,
    past_notes_of,
    remove_past_notes,
)
from storage.records import Evidence, Mark, PastNote, Person
from storage.session import Workspace

REVIEWS = "reviews"
UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastBeginning:
    """What the note form begins with: `skills` and `showed` are what the file named and the form offers."""

    note: PastNote
    skills: tuple[str, ...]
    showed: tuple[str, ...]


async def open_past_notes(deps: Deps, actor: Person) -> tuple[PastNote, ...]:
    """All that wait for a person, the oldest day first."""
    async with deps.read() as workspace:
        viewer = await viewer_of(workspace, actor.id)
        return tuple(
            note for note in await past_notes_of(workspace, actor.id) if may_read(viewer, _facts(note))
        )


async def open_past_note(deps: Deps, actor: Person, note_id: str) -> PastBeginning:
    """One that waits, to be kept in the note form; raises NotFoundForYou."""
    async with deps.read() as workspace:
        note = await _own(workspace, actor.id, note_id)
        skills, showed = matched(await sheets_for(workspace, deps, actor.id), note.skill, note.example)
    return PastBeginning(note=note, skills=skills, showed=showed)


async def take_past_note(workspace: Workspace, person_id: str, note_id: str) -> None:
    """It becomes a note in this transaction, and waits no more; raises NotFoundForYou."""
    note = await _own(workspace, person_id, note_id)
    await remove_past_notes(workspace, [note.id])


async def discard_past_note(deps: Deps, actor: Person, note_id: str) -> None:
    """Erase one at once; raises NotFoundForYou."""
    async with deps.write() as workspace:
        note = await _own(workspace, actor.id, note_id)
        await remove_past_notes(workspace, [note.id])
        await owe_home(workspace, deps, actor.id)
    deps.wake()


async def keep_past_notes(deps: Deps, actor: Person, until: str) -> int:
    """Keep all that were there when the button was shown, the newest of which was `until`, as private notes.

    Returns how many; a second press keeps nothing twice.
    """
    async with deps.write() as workspace:
        sheets = await sheets_for(workspace, deps, actor.id)
        waiting = [note for note in await past_notes_of(workspace, actor.id) if note.id <= until]
        for note in waiting:
            marks = marks_of(sheets, *matched(sheets, note.skill, note.example))
            await add_evidence(workspace, _kept(deps, note, marks))
        await remove_past_notes(workspace, [note.id for note in waiting])
        if waiting:
            await owe_home(workspace, deps, actor.id)
            await go_on(workspace, deps, actor.id)
    deps.wake()
    return len(waiting)


async def past_notes_waiting(workspace: Workspace, person_id: str) -> tuple[int, datetime | None]:
    """How many wait for a person, and since when."""
    return await count_past_notes(workspace, person_id)


async def owe_telling(workspace: Workspace, deps: Deps, *people: str) -> None:
    """Tell people that notes wait for them, those for whom some do and whom no message is on its way to."""
    today = deps.today().date().isoformat()
    for person_id in people:
        many, _ = await count_past_notes(workspace, person_id)
        if many and not await _is_being_told(workspace, person_id):
            await owe(workspace, deps, owed(deps, Kind.PAST_NOTES, person_id, REVIEWS, occurrence=today))


async def _is_being_told(workspace: Workspace, person_id: str) -> bool:
    waiting = await deliveries_in(workspace, UNSETTLED, recipient=person_id)
    return any(one.kind == Kind.PAST_NOTES for one in waiting)


async def _own(workspace: Workspace, person_id: str, note_id: str) -> PastNote:
    try:
        note = await get_past_note(workspace, note_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    if not may_read(await viewer_of(workspace, person_id), _facts(note)):
        raise NotFoundForYou("not_yours")
    return note


def _facts(note: PastNote) -> Facts:
    return Facts(thing=Thing.PAST_NOTE, subject_id=note.person_id)


def _kept(deps: Deps, note: PastNote, marks: Sequence[Mark]) -> Evidence:
    """A private note of the member's own: whoever wrote the words is named in them, and is no witness."""
    return Evidence(
        id=deps.ids(),
        owner_id=note.person_id,
        author_id=note.person_id,
        source=EvidenceSource.REVIEW,
        kudos_id=None,
        text=as_note(note.text, note.author, note.source),
        link=None,
        happened_on=note.happened_on,
        written_at=deps.today(),
        is_favourable=True,
        is_shared=False,
        text_version=1,
        marks=tuple(marks),
    )
