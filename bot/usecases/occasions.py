"""Which occasions hold for one side's 1:1, read as far as this side may read (DESIGN 5.2)."""

from dataclasses import dataclass
from datetime import date

from bot.domain.occasions import LATELY, Ties, Times, occasions_of
from bot.domain.pairs import other_side
from bot.domain.prompting import Ground
from bot.domain.visibility import Viewer, facts_of_placement, may_read, sight
from prompts.model import Occasion, Side
from storage.choices import Consent
from storage.evidence import newest_day
from storage.frameworks import publication_times
from storage.management import managers_of, ties_of
from storage.placements import placement_history
from storage.records import Goal, Pair, Placement
from storage.session import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAhead:
    """One side's 1:1 on a local date, and the one for which this side was asked before; `today` is civil.

    `goals` are the subject's open ones that this side may read.
    """

    pair: Pair
    ground: Ground
    on: date
    last_on: date | None
    today: date
    goals: tuple[Goal, ...]


async def occasions_for(workspace: Workspace, viewer: Viewer, talk: TalkAhead) -> frozenset[Occasion]:
    """All that holds for a viewer's 1:1."""
    pair_since = talk.pair.created_at.date()
    may_be_quiet = pair_since < talk.today - LATELY
    times = Times(
        today=talk.today,
        on=talk.on,
        last_on=talk.last_on,
        pair_since=pair_since,
        ties=await _ties(workspace, viewer, talk),
        placements=await _placements(workspace, viewer, talk),
        published=await _published(workspace, talk.ground.placement),
        newest_note=await newest_day(workspace, sight(viewer, talk.ground.subject_id))
        if may_be_quiet
        else None,
        goals_due=[goal.due_on for goal in talk.goals],
        promises=talk.ground.promises,
    )
    return occasions_of(talk.pair.cadence, times)


async def _ties(workspace: Workspace, viewer: Viewer, talk: TalkAhead) -> Ties | None:
    """The viewer's own ties alone: a report's to managers, a manager's to anybody."""
    if talk.ground.side is Side.BOTH:
        return None
    is_report = talk.ground.side is Side.REPORT
    read = managers_of if is_report else ties_of
    own = [
        tie for state in (Consent.CONFIRMED, Consent.ENDED) for tie in await read(workspace, viewer.id, state)
    ]
    other_id = other_side(talk.pair, viewer.id)
    return Ties(report_id=talk.ground.subject_id, manager_id=other_id if is_report else viewer.id, own=own)


async def _placements(workspace: Workspace, viewer: Viewer, talk: TalkAhead) -> tuple[Placement, ...]:
    if talk.ground.placement is None:
        return ()
    history = await placement_history(workspace, talk.ground.subject_id)
    return tuple(one for one in history if may_read(viewer, facts_of_placement(one)))


async def _published(workspace: Workspace, placement: Placement | None) -> tuple[date, ...]:
    if placement is None:
        return ()
    return tuple(at.date() for at in await publication_times(workspace, placement.framework))
