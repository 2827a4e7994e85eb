"""Every kind of delivery and how it is written when it is sent."""

from collections.abc import Mapping

from bot.deps import Deps
from bot.domain.budget import MessageClass
from bot.domain.letters import Letter, Post
from bot.domain.messages import MANNERS, Kind
from bot.errors import NotFoundForYou
from bot.jobs.letters import (
    chances,
    checks,
    concerns,
    digests,
    feedback,
    home,
    kudos,
    management,
    meetings,
    observations,
    offers,
    pairs,
    past_notes,
    placements,
    readers,
    reviews,
    rights,
    steps,
    summaries,
    weeks,
    witnesses,
)
from bot.usecases.deliveries import Reader, Render
from bot.views.kit import Message
from bot.views.why import with_why
from storage.records import Delivery
from storage.session import Workspace


async def render(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter | None:
    """What a delivery says now, authorised now; None where its reader may no longer have it.

    What was not asked for says why it comes.
    """
    letter = await _written(workspace, deps, delivery, reader)
    if isinstance(letter, Post) and MANNERS[Kind(delivery.kind)].message_class is MessageClass.NUDGE:
        return Post(with_why(Message(payload=dict(letter.message)), delivery.id).payload)
    return letter


async def _written(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter | None:
    try:
        return await LETTERS[Kind(delivery.kind)](workspace, deps, delivery, reader)
    except NotFoundForYou:
        return None


async def _digest(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter:
    return await digests.digest(workspace, deps, delivery, reader, _written)


LETTERS: Mapping[Kind, Render] = {
    Kind.HOME: home.home,
    Kind.ERASED: rights.erased,
    Kind.OWN_DATA: rights.own_data,
    Kind.KUDOS_RECEIVED: kudos.received,
    Kind.KUDOS_POSTED: kudos.posted,
    Kind.KUDOS_TAKEN_BACK: kudos.taken_back,
    Kind.FEEDBACK_RECEIVED: feedback.received,
    Kind.FEEDBACK_ASKED: feedback.asked,
    Kind.FEEDBACK_REMINDER: feedback.reminder,
    Kind.FEEDBACK_ANSWERED: feedback.answered,
    Kind.FEEDBACK_DECLINED: feedback.declined,
    Kind.FEEDBACK_REPLIED: feedback.replied,
    Kind.FEEDBACK_SHARED: feedback.shared,
    Kind.OBSERVATION_RECEIVED: observations.received,
    Kind.OBSERVATION_ANSWERED: observations.answered,
    Kind.MANAGER_ASKED: management.asked,
    Kind.MANAGER_TOLD: management.told,
    Kind.MANAGER_ANSWERED: management.answered,
    Kind.MANAGER_NEW: management.new,
    Kind.CONCERN_SHOWN: concerns.shown,
    Kind.READER_NAMED: readers.named,
    Kind.PLACEMENT_ASKED: placements.asked,
    Kind.PLACEMENT_ANSWERED: placements.answered,
    Kind.PAIR_ASKED: pairs.asked,
    Kind.PAIR_ANSWERED: pairs.answered,
    Kind.PAIR_CHANGED: pairs.changed,
    Kind.MEETING_CHANGED: meetings.changed,
    Kind.PROMPT: pairs.prompts,
    Kind.PROMPT_AGAIN: pairs.prompts,
    Kind.WEEK: weeks.week,
    Kind.FRAMEWORK_NUDGE: reviews.nudge,
    Kind.SUMMARY_SHARED: summaries.shared,
    Kind.SUMMARY_READY: summaries.ready,
    Kind.SUMMARY_MENTION: summaries.mention,
    Kind.CHECK_ASKED: checks.asked,
    Kind.CHECK_READY: checks.ready,
    Kind.CHANCE_TOLD: chances.told,
    Kind.WELCOME: steps.welcome,
    Kind.LEAD_WELCOME: steps.lead_welcome,
    Kind.STEP: steps.step,
    Kind.STEP_CLOSED: steps.closed,
    Kind.PAST_NOTES: past_notes.waiting,
    Kind.WITNESS_ASKED: witnesses.asked,
    Kind.WITNESS_CONFIRMED: witnesses.confirmed,
    Kind.EXAMPLE_ASKED: offers.asked,
    Kind.EXAMPLE_PROPOSED: offers.proposed,
    Kind.EXAMPLE_ANSWERED: offers.answered,
    Kind.DIGEST: _digest,
}
