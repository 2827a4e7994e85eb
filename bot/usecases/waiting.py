"""What waits for a person, gathered from every subject: for Home and for help."""

from datetime import timedelta

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.visibility import (
    Viewer,
    facts_of_evidence,
    facts_of_feedback,
    facts_of_kudos,
    facts_of_summary,
    may_read,
)
from bot.domain.waiting import Waiting, What, in_order, may_be_lost
from bot.usecases.asks import asks_waiting
from bot.usecases.chances import chances_waiting
from bot.usecases.checks import checks_waiting
from bot.usecases.management import ties_for
from bot.usecases.offers import offers_waiting
from bot.usecases.pairs import pairs_shown
from bot.usecases.past_notes import REVIEWS, past_notes_waiting
from bot.usecases.placements import proposals_for
from bot.usecases.plans import open_goals
from bot.usecases.reviews import open_reviews, owned_frameworks
from bot.usecases.viewers import viewer_of
from bot.usecases.witnesses import asks_for
from storage.choices import Consent, DeliveryState
from storage.deliveries import deliveries_in
from storage.feedback import feedback_unread
from storage.kudos import kudos_not_kept
from storage.observations import observations_unread
from storage.people import get_person
from storage.session import Workspace
from storage.summaries import unanswered_summaries

REPLY_FOR = timedelta(days=14)


async def waiting_for(workspace: Workspace, deps: Deps, person_id: str) -> tuple[Waiting, ...]:
    """Everything that waits for a person, what others asked of them first."""
    viewer = await viewer_of(workspace, person_id)
    return in_order(
        [
            *await _ties(workspace, person_id),
            *await _placements(workspace, deps, person_id),
            *await _pairs(workspace, deps, person_id),
            *await _witnesses(workspace, person_id),
            *await _asks(workspace, deps, person_id),
            *await _examples(workspace, deps, person_id),
            *await _observations(workspace, viewer),
            *await _feedback(workspace, viewer),
            *await _replies(workspace, deps, viewer),
            *await _messages(workspace, person_id),
            *await _checks(workspace, deps, person_id),
            *await _chances(workspace, deps, person_id),
            *await _reviews(workspace, deps, person_id),
            *await _kudos(workspace, viewer),
            *await _past_notes(workspace, viewer),
            *await _goals(workspace, deps, viewer),
        ]
    )


async def _ties(workspace: Workspace, person_id: str) -> list[Waiting]:
    return [
        Waiting(what=What.TIE, id=seen.tie.id, since=seen.tie.asked_at, who=seen.other(person_id).name)
        for seen in await ties_for(workspace, person_id, Consent.ASKED)
        if seen.tie.asked_by != person_id
    ]


async def _placements(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    return [
        Waiting(
            what=What.PLACEMENT,
            id=seen.placement.id,
            since=seen.placement.proposed_at,
            who=seen.person.name,
        )
        for seen in await proposals_for(workspace, deps, person_id)
    ]


async def _pairs(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    return [
        Waiting(what=What.PAIR, id=shown.pair.id, since=shown.pair.created_at, who=shown.other.name)
        for shown in await pairs_shown(workspace, deps, person_id)
        if shown.awaited == person_id
    ]


async def _witnesses(workspace: Workspace, person_id: str) -> list[Waiting]:
    """Notes that somebody asks this person to confirm."""
    return [
        Waiting(what=What.WITNESS, id=one.piece.id, since=one.asked.asked_at, who=one.owner.name)
        for one in await asks_for(workspace, person_id)
    ]


async def _asks(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    return [
        Waiting(what=What.ASK, id=seen.ask.id, since=seen.ask.asked_at, who=seen.asker.name)
        for seen in await asks_waiting(workspace, deps, person_id)
    ]


async def _examples(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    """Examples that somebody is named in, and those that are proposed to an owner."""
    asking, proposed = await offers_waiting(workspace, deps, person_id)
    return [
        *(
            Waiting(what=What.EXAMPLE, id=one.offer.id, since=one.offer.offered_at, who=one.author.name)
            for one in asking
            if one.author
        ),
        *(
            Waiting(what=What.PROPOSAL, id=one.offer.id, since=one.offer.offered_at, title=one.framework)
            for one in proposed
        ),
    ]


async def _observations(workspace: Workspace, viewer: Viewer) -> list[Waiting]:
    """What managers saw, until it is read or answered."""
    return [
        Waiting(
            what=What.OBSERVATION,
            id=piece.id,
            since=piece.written_at,
            who=(await get_person(workspace, piece.author_id)).name,
        )
        for piece in await observations_unread(workspace, viewer.id)
        if may_read(viewer, facts_of_evidence(piece))
    ]


async def _feedback(workspace: Workspace, viewer: Viewer) -> list[Waiting]:
    """Feedback that was not opened yet."""
    return [
        Waiting(
            what=What.FEEDBACK,
            id=given.id,
            since=given.given_at,
            who=(await get_person(workspace, given.author_id)).name,
        )
        for given in await feedback_unread(workspace, viewer.id)
        if may_read(viewer, facts_of_feedback(given))
    ]


async def _replies(workspace: Workspace, deps: Deps, viewer: Viewer) -> list[Waiting]:
    """The newest joint summary with each manager, for as long as an answer is to the point."""
    newest: dict[str, Waiting] = {}
    for summary in await unanswered_summaries(workspace, viewer.id, deps.today() - REPLY_FOR):
        reader = summary.manager_id
        if reader is None or reader in newest or not may_read(viewer, facts_of_summary(summary)):
            continue
        who = (await get_person(workspace, reader)).name
        newest[reader] = Waiting(what=What.REPLY, id=summary.id, since=summary.made_at, who=who)
    return list(newest.values())


async def _messages(workspace: Workspace, person_id: str) -> list[Waiting]:
    """Messages whose fate nobody knows: what they were about stands here instead (DESIGN 6.3)."""
    unknown = await deliveries_in(workspace, [DeliveryState.UNKNOWN], recipient=person_id)
    return [
        Waiting(what=What.MESSAGE, id=one.cause, since=one.due_at, delivery=one.id, kind=Kind(one.kind))
        for one in unknown
        if may_be_lost(one.kind)
    ]


async def _checks(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    """Quarterly checks that the other of the two handed in."""
    person = await get_person(workspace, person_id)
    return [
        Waiting(what=What.CHECK, id=one.check.id, since=one.check.opened_at, who=one.other.name)
        for one in await checks_waiting(workspace, deps, person)
    ]


async def _chances(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    """Chances that a manager is to find, as one line a report."""
    return [
        Waiting(
            what=What.CHANCE,
            id=one.subject.id,
            since=one.several[0].marked_at,
            who=one.subject.name,
            count=len(one.several),
        )
        for one in await chances_waiting(workspace, deps, person_id)
    ]


async def _reviews(workspace: Workspace, deps: Deps, person_id: str) -> list[Waiting]:
    owned = await owned_frameworks(workspace, deps, person_id)
    return [
        Waiting(
            what=What.REVIEW,
            id=seen.review.id,
            since=seen.review.opened_at,
            title=seen.framework.title,
        )
        for seen in await open_reviews(workspace, deps, person_id)
        if seen.review.framework in owned
    ]


async def _kudos(workspace: Workspace, viewer: Viewer) -> list[Waiting]:
    """All kudos that are not notes yet, as one line that opens the newest."""
    found = [
        thanks
        for thanks in await kudos_not_kept(workspace, viewer.id)
        if may_read(viewer, facts_of_kudos(thanks))
    ]
    if not found:
        return []
    giver = await get_person(workspace, found[0].giver_id)
    return [
        Waiting(what=What.KUDOS, id=found[0].id, since=found[0].given_at, who=giver.name, count=len(found))
    ]


async def _past_notes(workspace: Workspace, viewer: Viewer) -> list[Waiting]:
    """All notes from past reviews, as one line that opens their list."""
    many, since = await past_notes_waiting(workspace, viewer.id)
    return [Waiting(what=What.PAST_NOTES, id=REVIEWS, since=since, count=many)] if since else []


async def _goals(workspace: Workspace, deps: Deps, viewer: Viewer) -> list[Waiting]:
    """One's own goals past their day, as one line."""
    owner = await get_person(workspace, viewer.id)
    late = [seen.goal for seen in await open_goals(workspace, deps, owner, viewer) if seen.is_late]
    if not late:
        return []
    return [Waiting(what=What.GOAL, id=late[0].id, since=late[0].written_at, count=len(late))]
