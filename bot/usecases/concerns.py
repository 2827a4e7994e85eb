"""Showing one thing to a People lead: exactly that, logged, taken back until it was opened (DESIGN 5.6)."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.deps import Deps
from bot.domain.admin import Act
from bot.domain.concerns import ConcernDraft, ConcernSeen, Item, check_lead, check_receiver
from bot.domain.messages import Kind
from bot.domain.notes import local_day
from bot.domain.privacy import Opened
from bot.domain.visibility import facts_of_concern, may_read
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.admin import active_leads, log_act
from bot.usecases.openings import log_opening
from bot.usecases.owing import owe, owed
from bot.usecases.viewers import viewer_of
from storage.acts import claim_act
from storage.choices import ConcernKind, EvidenceSource
from storage.concerns import add_concern, concerns_of, find_concern, mark_concern_opened, take_concern_back
from storage.errors import NotFound
from storage.evidence import get_evidence
from storage.feedback import get_feedback
from storage.kudos import get_kudos
from storage.people import get_person
from storage.records import Concern, Evidence, Person
from storage.session import Workspace

Written = tuple[str, str, datetime, tuple[str | None, ...]]
"""Who wrote something, to whom, when, and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernDesk:
    """What the form needs to know."""

    item: Item
    leads: tuple[Person, ...]


async def open_concern_form(
    deps: Deps, actor: Person, kind: ConcernKind | None, thing_id: str
) -> ConcernDesk:
    """All that the form shows. Raises NotFoundForYou for what was not written to the actor."""
    async with deps.read() as workspace:
        return await _desk(workspace, actor, kind, thing_id)


async def show_to_lead(deps: Deps, actor: Person, draft: ConcernDraft) -> Person:
    """Show one thing to one People lead, who is told; a form sent twice acts once.

    Raises Invalid at `lead`, and as `open_concern_form` does.
    """
    async with deps.write() as workspace:
        desk = await _desk(workspace, actor, draft.kind, draft.thing_id)
        lead = check_lead(draft.lead_id, desk.leads)
        if not await claim_act(workspace, f"concern:{actor.id}:{draft.draft}", deps.today()):
            return lead
        concern = Concern(
            id=deps.ids(),
            owner_id=actor.id,
            lead_id=lead.id,
            kind=desk.item.kind,
            thing_id=desk.item.id,
            shown_at=deps.today(),
        )
        await add_concern(workspace, concern)
        await owe(workspace, deps, owed(deps, Kind.CONCERN_SHOWN, lead.id, concern.id))
    deps.wake()
    return lead


async def open_concern(deps: Deps, actor: Person, concern_id: str) -> ConcernSeen:
    """What was shown to this People lead; that they opened it stands in both logs. Raises NotFoundForYou."""
    async with deps.write() as workspace:
        seen = await concern_for(workspace, actor.id, concern_id)
        item = await _item(workspace, seen.concern.kind, seen.concern.thing_id, actor.zone)
        if item is None:
            raise NotFoundForYou("not_yours")
        if await mark_concern_opened(workspace, concern_id, deps.today()):
            await log_act(workspace, deps, Act.CONCERN_OPENED, actor.id, [seen.owner.id])
    await log_opening(deps, actor.id, seen.owner, Opened.CONCERN, concern_id)
    return replace(seen, item=item)


async def take_back(deps: Deps, actor: Person, concern_id: str) -> None:
    """Its owner takes it back. Raises NotFoundForYou, and NotAllowed once it was opened."""
    async with deps.write() as workspace:
        concern = await find_concern(workspace, concern_id)
        if concern is None or concern.owner_id != actor.id or concern.taken_back_at is not None:
            raise NotFoundForYou("not_yours")
        if not await take_concern_back(workspace, concern_id, deps.today()):
            raise NotAllowed("concern_opened")


async def concern_for(workspace: Workspace, viewer_id: str, concern_id: str) -> ConcernSeen:
    """That something was shown to this People lead, without the thing; raises NotFoundForYou."""
    concern = await find_concern(workspace, concern_id)
    viewer = await viewer_of(workspace, viewer_id)
    is_for_them = concern is not None and concern.lead_id == viewer_id and concern.taken_back_at is None
    if concern is None or not is_for_them or not may_read(viewer, facts_of_concern(concern)):
        raise NotFoundForYou("not_yours")
    return await _seen(workspace, concern)


async def own_concerns(workspace: Workspace, owner_id: str) -> tuple[ConcernSeen, ...]:
    """What a member showed to People leads, without the things, the newest first."""
    return tuple([await _seen(workspace, one) for one in await concerns_of(workspace, owner_id)])


async def _seen(workspace: Workspace, concern: Concern) -> ConcernSeen:
    owner = await get_person(workspace, concern.owner_id)
    return ConcernSeen(
        concern=concern,
        owner=owner,
        lead=await get_person(workspace, concern.lead_id),
        on=local_day(concern.shown_at, owner.zone),
    )


async def _desk(workspace: Workspace, actor: Person, kind: ConcernKind | None, thing_id: str) -> ConcernDesk:
    item = check_receiver(await _item(workspace, kind, thing_id, actor.zone) if kind else None, actor.id)
    leads = tuple(one for one in await active_leads(workspace) if one.id not in {actor.id, item.writer.id})
    if not leads:
        raise NotAllowed("no_lead_to_show")
    return ConcernDesk(item=item, leads=leads)


async def _item(workspace: Workspace, kind: ConcernKind, thing_id: str, zone: str) -> Item | None:
    try:
        writer_id, receiver_id, at, texts = await _WRITTEN[kind](workspace, thing_id)
    except NotFound:
        return None
    return Item(
        kind=kind,
        id=thing_id,
        writer=await get_person(workspace, writer_id),
        receiver=await get_person(workspace, receiver_id),
        on=local_day(at, zone),
        texts=tuple(text for text in texts if text),
    )


async def _kudos(workspace: Workspace, thing_id: str) -> Written:
    thanks = await get_kudos(workspace, thing_id)
    return thanks.giver_id, thanks.receiver_id, thanks.given_at, (thanks.text,)


async def _feedback(workspace: Workspace, thing_id: str) -> Written:
    given = await get_feedback(workspace, thing_id)
    texts = (given.situation, given.carry_on, given.try_next, given.effect)
    return given.author_id, given.receiver_id, given.given_at, texts


async def _feedback_answer(workspace: Workspace, thing_id: str) -> Written:
    given = await get_feedback(workspace, thing_id)
    return given.receiver_id, given.author_id, given.replied_at or given.given_at, (given.reply,)


async def _observation(workspace: Workspace, thing_id: str) -> Written:
    piece = await _observed(workspace, thing_id)
    return piece.author_id, piece.owner_id, piece.written_at, (piece.text,)


async def _observation_answer(workspace: Workspace, thing_id: str) -> Written:
    piece = await _observed(workspace, thing_id)
    return piece.owner_id, piece.author_id, piece.replied_at or piece.written_at, (piece.reply,)


async def _observed(workspace: Workspace, thing_id: str) -> Evidence:
    piece = await get_evidence(workspace, thing_id)
    if piece.source is not EvidenceSource.OBSERVATION:
        raise NotFound("evidence", thing_id)
    return piece


_WRITTEN: Mapping[ConcernKind, Callable[[Workspace, str], Awaitable[Written]]] = {
    ConcernKind.KUDOS: _kudos,
    ConcernKind.FEEDBACK: _feedback,
    ConcernKind.FEEDBACK_ANSWER: _feedback_answer,
    ConcernKind.OBSERVATION: _observation,
    ConcernKind.OBSERVATION_ANSWER: _observation_answer,
}
