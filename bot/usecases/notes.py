"""Notes: written, read, and shared by the one who owns them."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date

from bot.deps import Deps
from bot.domain.marking import Sheet, marks_of
from bot.domain.mrkdwn import as_read, people_mentioned
from bot.domain.notes import (
    EvidenceSeen,
    NoteDraft,
    TakenMessage,
    Told,
    address_of,
    check_note,
    day_of_message,
    is_own_message,
    local_day,
)
from bot.domain.observations import is_unread
from bot.domain.ports import SlackFailure
from bot.domain.privacy import opened_of
from bot.domain.readers import NamedSeen
from bot.domain.visibility import facts_of_evidence, is_whole_for, may_read, part_of
from bot.domain.witnesses import is_in_own_words
from bot.errors import NotFoundForYou
from bot.usecases.marking import marks_seen, sheets_for
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe_home
from bot.usecases.past_notes import take_past_note
from bot.usecases.receipts import frozen_manager, named_readers, readers_of, show_to_readers
from bot.usecases.steps import go_on
from bot.usecases.suggestions import learn
from bot.usecases.viewers import manager_of, viewer_of
from storage.acts import claim_act
from storage.choices import EvidenceSource, Shown, WitnessAsk
from storage.errors import NotFound
from storage.evidence import add_evidence, get_evidence, share_evidence
from storage.observations import mark_read
from storage.offers import find_offer_of
from storage.people import find_person, get_person, people_among, set_note_choice
from storage.records import Evidence, Mark, Person
from storage.session import Workspace
from storage.witnesses import asked_of, find_asked

PATIENCE_SECONDS = 0.8
"""How long Slack may take over an address; the form must open within three seconds of the shortcut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDesk:
    """What the note form needs to know."""

    manager: Person | None
    sheets: tuple[Sheet, ...]
    today: date
    is_shared: bool
    named: tuple[NamedSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageForNote:
    """What a message gives to a note: its address, its day, and its words where they are the taker's own."""

    text: str
    link: str
    day: date


async def open_note(deps: Deps, owner: Person) -> NoteDesk:
    """All that the form shows."""
    async with deps.read() as workspace:
        manager_id = await manager_of(workspace, owner.id)
        return NoteDesk(
            manager=await find_person(workspace, manager_id) if manager_id else None,
            sheets=await sheets_for(workspace, deps, owner.id),
            today=local_day(deps.today(), owner.zone),
            is_shared=owner.shares_notes,
            named=await named_readers(workspace, deps, owner.id, Shown.NOTE),
        )


async def take_message(deps: Deps, taker: Person, message: TakenMessage) -> MessageForNote:
    """What may be kept of a message: others' words stay where they were written (DESIGN 5.13)."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            link = await deps.slack.permalink(message.channel, message.ts)
    except (SlackFailure, TimeoutError):
        link = None
    text = ""
    if is_own_message(message, taker.id):
        async with deps.read() as workspace:
            named = await people_among(workspace, people_mentioned(message.text))
        text = as_read(message.text, {person.id: person.name for person in named.values()})
    today = local_day(deps.today(), taker.zone)
    return MessageForNote(
        text=text,
        link=link or address_of(message) or "",
        day=day_of_message(message, taker.zone, today),
    )


async def write_note(deps: Deps, owner: Person, draft: NoteDraft) -> None:
    """Keep a note; a second submission of one form changes nothing.

    What a past review said becomes the note and waits no more. Raises Invalid at the field that is wrong,
    ManagerChanged where the receipt no longer holds, and NotFoundForYou where it waits for somebody else.
    """
    told = check_note(draft, local_day(deps.today(), owner.zone))
    async with deps.write() as workspace:
        marks = marks_of(await sheets_for(workspace, deps, owner.id), draft.skills, draft.showed)
        named = draft.manager_id
        readers = await frozen_manager(workspace, owner.id, named) if draft.is_shared else ()
        if not await claim_act(workspace, f"note:{owner.id}:{draft.draft}", deps.today()):
            return
        piece = _note(deps, owner, draft, told, marks)
        await add_evidence(workspace, replace(piece, readers=readers))
        if piece.is_shared:
            await show_to_readers(workspace, deps, owner.id, Shown.NOTE, piece.id)
        await learn(workspace, owner.id, told.text, draft.skills)
        if draft.past is not None:
            await take_past_note(workspace, owner.id, draft.past)
        elif draft.is_choice:
            await set_note_choice(workspace, owner.id, draft.is_shared)
        await owe_home(workspace, deps, owner.id)
        await go_on(workspace, deps, owner.id)
    deps.wake()


async def read_evidence(deps: Deps, viewer_id: str, evidence_id: str) -> EvidenceSeen:
    """A piece for a viewer; its owner will see that somebody else opened it, and on which day (DESIGN 5.5).

    What a manager saw waits in its owner's Home until they read it here. Raises NotFoundForYou alike where
    there is none and where they may not read it.
    """
    async with deps.read() as workspace:
        seen = await evidence_for(workspace, deps, viewer_id, evidence_id)
    if not seen.is_own:
        await log_opening(deps, viewer_id, seen.owner, opened_of(seen.piece), evidence_id)
    elif is_unread(seen.piece):
        async with deps.write() as workspace:
            await mark_read(workspace, evidence_id, deps.today())
            await owe_home(workspace, deps, viewer_id)
        deps.wake()
    return seen


async def share_note(deps: Deps, owner: Person, evidence_id: str, manager_id: str | None) -> EvidenceSeen:
    """The owner lets their manager read a piece; sharing twice changes nothing.

    Raises NotFoundForYou for everybody else, ManagerChanged where the receipt no longer holds.
    """
    async with deps.write() as workspace:
        seen = await evidence_for(workspace, deps, owner.id, evidence_id)
        if not seen.is_own:
            raise NotFoundForYou("not_yours")
        readers = await frozen_manager(workspace, owner.id, manager_id)
        if readers:
            await share_evidence(workspace, evidence_id, readers)
            await show_to_readers(workspace, deps, owner.id, Shown.NOTE, evidence_id)
            await owe_home(workspace, deps, owner.id)
        shared = await evidence_for(workspace, deps, owner.id, evidence_id)
    deps.wake()
    return shared


async def evidence_for(workspace: Workspace, deps: Deps, viewer_id: str, evidence_id: str) -> EvidenceSeen:
    """As read_evidence, inside a transaction and without a trace of the opening."""
    try:
        piece = await get_evidence(workspace, evidence_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    viewer = await viewer_of(workspace, viewer_id, now=deps.today())
    facts = facts_of_evidence(piece)
    if not may_read(viewer, facts):
        raise NotFoundForYou("not_yours")
    is_whole = is_whole_for(viewer, facts)
    shown = piece if is_whole else part_of(piece, viewer_id)
    return await _seen(workspace, deps, shown, viewer_id, is_whole=is_whole)


async def _seen(
    workspace: Workspace, deps: Deps, piece: Evidence, viewer_id: str, *, is_whole: bool
) -> EvidenceSeen:
    confirmed = facts_of_evidence(piece).witnesses
    witnesses = sorted(confirmed if is_whole else confirmed & {viewer_id})
    manager_id = await manager_of(workspace, piece.owner_id)
    readers = [one.person_id for one in piece.readers if piece.is_shared and one.person_id == manager_id]
    writers = [line.person_id for line in piece.lines]
    people = await people_among(workspace, [*witnesses, *readers, *writers, *filter(None, [manager_id])])
    is_open_to_manager = manager_id is None or manager_id in readers
    may_share = viewer_id == piece.owner_id and not is_open_to_manager
    return EvidenceSeen(
        piece=piece,
        owner=await get_person(workspace, piece.owner_id),
        author=await get_person(workspace, piece.author_id),
        viewer_id=viewer_id,
        is_whole=is_whole,
        marks=await marks_seen(workspace, deps, piece) if is_whole else (),
        witnesses=tuple(people[one] for one in witnesses),
        writers=tuple(people[one] for one in writers),
        readers=tuple(people[one] for one in readers) if viewer_id in {piece.owner_id, *readers} else (),
        to_share_with=people[manager_id] if may_share and manager_id else None,
        offer=await _offer_of(workspace, piece) if viewer_id == piece.owner_id else None,
        asked=await _not_yet_confirmed(workspace, piece) if viewer_id == piece.owner_id else (),
        may_change=is_in_own_words(piece, viewer_id),
        may_withdraw=await _may_withdraw(workspace, piece, viewer_id),
        named=await named_readers(workspace, deps, viewer_id, Shown.NOTE) if may_share else (),
        shown=await readers_of(workspace, deps, piece.owner_id, piece.readers) if is_whole else (),
    )


async def _not_yet_confirmed(workspace: Workspace, piece: Evidence) -> tuple[Person, ...]:
    """Who was asked and does not stand as a witness: who declined is among them, as if unanswered."""
    asked = [one.person_id for one in await asked_of(workspace, piece.id)]
    witnesses = facts_of_evidence(piece).witnesses
    people = await people_among(workspace, [one for one in asked if one not in witnesses])
    return tuple(people[one] for one in asked if one in people)


async def _may_withdraw(workspace: Workspace, piece: Evidence, viewer_id: str) -> bool:
    if viewer_id == piece.owner_id:
        return False
    asked = await find_asked(workspace, piece.id, viewer_id)
    return asked is not None and asked.state is WitnessAsk.CONFIRMED


async def _offer_of(workspace: Workspace, piece: Evidence) -> str | None:
    offer = await find_offer_of(workspace, piece.id)
    return offer.id if offer else None


def _note(deps: Deps, owner: Person, draft: NoteDraft, told: Told, marks: tuple[Mark, ...]) -> Evidence:
    return Evidence(
        id=deps.ids(),
        owner_id=owner.id,
        author_id=owner.id,
        source=_source(draft),
        kudos_id=None,
        text=told.text,
        link=told.link,
        happened_on=told.day,
        written_at=deps.today(),
        is_favourable=True,
        is_shared=draft.is_shared,
        text_version=1,
        marks=marks,
    )


def _source(draft: NoteDraft) -> EvidenceSource:
    if draft.past is not None:
        return EvidenceSource.REVIEW
    return EvidenceSource.MESSAGE if draft.is_of_message else EvidenceSource.NOTE
