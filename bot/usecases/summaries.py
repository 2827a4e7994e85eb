"""Progression summaries: one's own, and the joint one that member and manager read alike (DESIGN 5.1, 7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.deps import Deps
from bot.domain.cadence import zone_or_utc
from bot.domain.messages import Kind
from bot.domain.observations import is_unread, words_against
from bot.domain.periods import Period, period_of
from bot.domain.privacy import Opened, opened_of
from bot.domain.readers import NamedSeen
from bot.domain.standing import Word
from bot.domain.statements import Statement, statements_as_json, statements_from_json
from bot.domain.summary import Placed, summarise
from bot.domain.summary_seen import Sources, SummarySeen
from bot.domain.texts import check_text
from bot.domain.visibility import (
    Relation,
    Viewer,
    facts_of_evidence,
    facts_of_summary,
    is_whole_for,
    may_read,
    part_of,
    relations,
    sight,
)
from bot.errors import NotAllowed, NotFoundForYou
from bot.usecases.chances import no_opportunity_of
from bot.usecases.check_words import said_in_checks, words_in_checks
from bot.usecases.owing import owe, owe_home, owed
from bot.usecases.receipts import named_readers, readers_of, show_to_readers
from bot.usecases.skills import find_published
from bot.usecases.steps import go_on
from bot.usecases.viewers import find_effective, manager_of, viewer_of
from frameworks.model import Framework
from storage.acts import claim_act
from storage.choices import PersonKind, Shown, SummaryScope
from storage.errors import NotFound
from storage.evidence import add_openings, evidence_among, evidence_of
from storage.observations import mark_read
from storage.people import find_person, get_person, people_among
from storage.records import Evidence, Opening, Person, Summary
from storage.session import Workspace
from storage.summaries import add_summary, find_last_summary, get_summary, set_reply

READ_BACK = timedelta(days=3 * 366)


async def make_summary(
    deps: Deps, actor: Person, subject_id: str | None, typed: str, key: str
) -> SummarySeen:
    """One's own summary, or the joint one with a report, who gets the same at the same time.

    `key` is one per request: the same told again makes nothing new. Raises Invalid at `period`,
    NotFoundForYou alike for strangers to Trellis and to the actor, and NotAllowed for a key that acted.
    """
    today = deps.today().astimezone(zone_or_utc(actor.zone)).date()
    period = period_of(typed, today)
    async with deps.write() as workspace:
        await _act_once(workspace, deps, f"summary:{actor.id}:{key}")
        summary = await make_in(workspace, deps, actor, subject_id, period)
        await go_on(workspace, deps, actor.id)
        seen = await _seen(workspace, deps, summary, actor.id)
    deps.wake()
    return seen


async def make_in(
    workspace: Workspace, deps: Deps, actor: Person, subject_id: str | None, period: Period
) -> Summary:
    """As make_summary, inside a transaction."""
    if subject_id is None or subject_id == actor.id:
        return await _make(workspace, deps, actor.id, period, actor.id, None)
    return await _make_joint(workspace, deps, actor.id, subject_id, actor.id, period)


async def share_summary(deps: Deps, actor: Person, summary_id: str) -> SummarySeen:
    """A member has the joint summary made for the period of their own: their manager gets it as they do.

    Raises NotFoundForYou, and NotAllowed where that manager has it from this one already.
    """
    async with deps.write() as workspace:
        own = await _authorised(workspace, deps, actor.id, summary_id)
        manager_id = await manager_of(workspace, own.subject_id)
        if own.subject_id != actor.id or manager_id is None:
            raise NotFoundForYou("not_yours")
        await _act_once(workspace, deps, f"share:{own.id}:{manager_id}")
        period = Period(first=own.period_from, last=own.period_to)
        summary = await _make_joint(workspace, deps, manager_id, actor.id, actor.id, period)
        seen = await _seen(workspace, deps, summary, actor.id)
    deps.wake()
    return seen


async def open_summary(deps: Deps, actor: Person, summary_id: str) -> SummarySeen:
    """A summary for one of its readers; a manager's opening is logged. Raises NotFoundForYou."""
    async with deps.write() as workspace:
        summary = await _authorised(workspace, deps, actor.id, summary_id)
        await _log_opening(workspace, deps, actor.id, summary.subject_id, Opened.SUMMARY, summary.id)
        return await _seen(workspace, deps, summary, actor.id)


async def open_sources(deps: Deps, actor: Person, summary_id: str, position: int) -> Sources:
    """What is behind one statement, as far as this reader may read it today; openings are logged."""
    async with deps.write() as workspace:
        summary = await _authorised(workspace, deps, actor.id, summary_id)
        seen = await _seen(workspace, deps, summary, actor.id)
        if not 0 <= position < len(seen.statements):
            raise NotFoundForYou("not_yours")
        viewer = await viewer_of(workspace, actor.id, now=deps.today())
        found = await evidence_among(workspace, seen.statements[position].evidence)
        readable = [
            piece if is_whole_for(viewer, facts_of_evidence(piece)) else part_of(piece, viewer.id)
            for piece in found.values()
            if may_read(viewer, facts_of_evidence(piece))
        ]
        for piece in readable:
            await _opened(workspace, deps, actor.id, piece)
        said = await said_in_checks(workspace, viewer, seen.statements[position])
        named = {name for one in readable for name in _people_of(one)} | {one.author_id for one in said}
        writers = await people_among(workspace, sorted(named))
    deps.wake()
    return Sources(
        seen=replace(seen, people=seen.people | writers),
        pieces=tuple(sorted(readable, key=lambda piece: (piece.happened_on, piece.id))),
        said=said,
    )


async def reply_to_summary(deps: Deps, actor: Person, summary_id: str, text: str, draft: str) -> None:
    """The member's answer to a joint summary; it travels with it (DESIGN 5.7)."""
    reply = check_text(text, "reply")
    async with deps.write() as workspace:
        summary = await _authorised(workspace, deps, actor.id, summary_id)
        if summary.subject_id != actor.id:
            raise NotFoundForYou("not_yours")
        if await claim_act(workspace, f"reply:{actor.id}:{draft}", deps.today()):
            await set_reply(workspace, summary.id, reply, deps.today())
            readers = [reader for reader in (summary.manager_id, actor.id) if reader]
            await owe_home(workspace, deps, *readers)
    deps.wake()


async def summary_for(workspace: Workspace, deps: Deps, viewer_id: str, summary_id: str) -> SummarySeen:
    """A summary for one of its readers, inside a transaction; raises NotFoundForYou."""
    return await _seen(workspace, deps, await _authorised(workspace, deps, viewer_id, summary_id), viewer_id)


async def own_statements(
    workspace: Workspace, deps: Deps, person_id: str, period: Period
) -> Sequence[Statement]:
    """What one's own summary would say, without making one."""
    viewer = await viewer_of(workspace, person_id)
    pieces = await _pieces(workspace, viewer, person_id, period)
    return summarise(
        placed=await _placed(workspace, deps, person_id),
        evidence=pieces,
        words=await _words(workspace, viewer, person_id, pieces, period),
        no_opportunity=await no_opportunity_of(workspace, viewer, person_id),
        period=period,
    )


async def _act_once(workspace: Workspace, deps: Deps, key: str) -> None:
    if not await claim_act(workspace, key, deps.today()):
        raise NotAllowed("already_done")


async def _make_joint(
    workspace: Workspace, deps: Deps, manager_id: str, subject_id: str, actor_id: str, period: Period
) -> Summary:
    if subject_id not in (await viewer_of(workspace, manager_id)).reports:
        raise NotFoundForYou("not_yours")
    summary = await _make(workspace, deps, subject_id, period, actor_id, manager_id)
    other = manager_id if actor_id == subject_id else subject_id
    await owe(workspace, deps, owed(deps, Kind.SUMMARY_SHARED, other, summary.id))
    await owe_home(workspace, deps, other)
    if actor_id == manager_id:
        await _log_opening(workspace, deps, manager_id, subject_id, Opened.SUMMARY, summary.id)
    return summary


async def _make(
    workspace: Workspace, deps: Deps, subject_id: str, period: Period, actor_id: str, manager_id: str | None
) -> Summary:
    scope = SummaryScope.JOINT if manager_id else SummaryScope.OWN
    reader = await viewer_of(workspace, manager_id or subject_id)
    last = await find_last_summary(workspace, subject_id, scope, manager_id)
    pieces = await _pieces(workspace, reader, subject_id, period)
    statements = summarise(
        placed=await _placed(workspace, deps, subject_id),
        evidence=pieces,
        words=await _words(workspace, reader, subject_id, pieces, period),
        no_opportunity=await no_opportunity_of(workspace, reader, subject_id),
        period=period,
        previous=statements_from_json(last.statements) if last else None,
    )
    summary = Summary(
        id=deps.ids(),
        subject_id=subject_id,
        scope=scope,
        asked_by=actor_id,
        manager_id=manager_id,
        period_from=period.first,
        period_to=period.last,
        made_at=deps.today(),
        statements=statements_as_json(statements),
        reply=None,
        replied_at=None,
    )
    await add_summary(workspace, summary)
    if manager_id:
        await show_to_readers(workspace, deps, subject_id, Shown.SUMMARY, summary.id)
    return summary


async def _pieces(
    workspace: Workspace, reader: Viewer, subject_id: str, period: Period
) -> tuple[Evidence, ...]:
    """What the reader may read: for a manager only what was shared with them as such."""
    since = min(period.first, period.last - READ_BACK)
    pieces = await evidence_of(workspace, sight(reader, subject_id), since=since, until=period.last)
    if reader.id == subject_id:
        return pieces
    named = Relation.NAMED_MANAGER
    return tuple(
        piece for piece in pieces if piece.is_shared and named in relations(reader, facts_of_evidence(piece))
    )


async def _words(
    workspace: Workspace, reader: Viewer, subject_id: str, pieces: Sequence[Evidence], period: Period
) -> Sequence[Word]:
    """What named people said against an example, in what they wrote and in checks that both handed in."""
    marked = await words_in_checks(workspace, reader, subject_id, period.last)
    return (*words_against(pieces), *marked)


async def _placed(workspace: Workspace, deps: Deps, person_id: str) -> Placed | None:
    placement = await find_effective(workspace, person_id)
    if placement is None:
        return None
    return Placed(
        framework=await deps.shelf.version(workspace, placement.version_id),
        level=placement.level,
        since=placement.since,
        second=await _second(workspace, deps, placement.second_framework),
        is_contractor=(await get_person(workspace, person_id)).kind is PersonKind.CONTRACTOR,
    )


async def _second(workspace: Workspace, deps: Deps, cluster: str | None) -> Framework | None:
    return await find_published(workspace, deps, cluster) if cluster else None


async def _authorised(workspace: Workspace, deps: Deps, viewer_id: str, summary_id: str) -> Summary:
    try:
        summary = await get_summary(workspace, summary_id)
    except NotFound:
        raise NotFoundForYou("not_yours") from None
    viewer = await viewer_of(workspace, viewer_id, now=deps.today())
    if not may_read(viewer, facts_of_summary(summary)):
        raise NotFoundForYou("not_yours")
    return summary


async def _seen(workspace: Workspace, deps: Deps, summary: Summary, viewer_id: str) -> SummarySeen:
    placed = await _placed(workspace, deps, summary.subject_id)
    statements = statements_from_json(summary.statements)
    named = {value for one in statements for _, value in one.numbers if isinstance(value, str)}
    return SummarySeen(
        summary=summary,
        statements=statements,
        subject=await get_person(workspace, summary.subject_id),
        manager=await _manager(workspace, summary),
        framework=placed.framework if placed else None,
        second=placed.second if placed else None,
        people=await people_among(workspace, sorted(named)),
        viewer_id=viewer_id,
        named=await _named(workspace, deps, summary),
    )


async def _named(workspace: Workspace, deps: Deps, summary: Summary) -> tuple[NamedSeen, ...]:
    if summary.scope is SummaryScope.OWN:
        return await named_readers(workspace, deps, summary.subject_id, Shown.SUMMARY)
    return await readers_of(workspace, deps, summary.subject_id, summary.readers)


async def _manager(workspace: Workspace, summary: Summary) -> Person | None:
    """Who reads a joint summary, or whom one's own could be shared with."""
    manager_id = summary.manager_id or await manager_of(workspace, summary.subject_id)
    return await find_person(workspace, manager_id) if manager_id else None


def _people_of(piece: Evidence) -> tuple[str, ...]:
    """Who wrote a piece, and who confirmed it."""
    return (piece.author_id, *(one.person_id for one in piece.witnesses))


async def _opened(workspace: Workspace, deps: Deps, reader_id: str, piece: Evidence) -> None:
    if reader_id == piece.owner_id and is_unread(piece):
        await mark_read(workspace, piece.id, deps.today())
        await owe_home(workspace, deps, reader_id)
    await _log_opening(workspace, deps, reader_id, piece.owner_id, opened_of(piece), piece.id)


async def _log_opening(
    workspace: Workspace, deps: Deps, reader_id: str, subject_id: str, kind: str, thing_id: str
) -> None:
    if reader_id == subject_id:
        return
    opening = Opening(
        reader_id=reader_id, subject_id=subject_id, kind=kind, thing_id=thing_id, on=deps.today().date()
    )
    await add_openings(workspace, [opening])
