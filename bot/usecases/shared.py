"""What a member shared with their managers, as a list to tick: for a reader, or for a new manager."""

from datetime import timedelta

from bot.deps import Deps
from bot.domain.notes import local_day
from bot.domain.readers import SharedThing
from bot.domain.visibility import sight
from bot.usecases.viewers import viewer_of
from storage.choices import EvidenceSource, Reading, Shown
from storage.evidence import evidence_of
from storage.feedback import feedback_received
from storage.plans import find_direction, goals_of
from storage.records import FrozenReader, Person, Sight
from storage.session import Workspace
from storage.summaries import joint_summaries_of

BACK = timedelta(days=3 * 366)
MOST = 100
"""As many as one list of Slack's holds."""
With = tuple[SharedThing, frozenset[str]]
"""Something, and the managers on its list."""


async def shared_before(workspace: Workspace, deps: Deps, owner: Person) -> tuple[SharedThing, ...]:
    """For a reader: the plan as far as it is shared, joint summaries, then notes and feedback, newest first.

    What a manager saw is no reader's.
    """
    own = sight(await viewer_of(workspace, owner.id), owner.id)
    found = [
        *(thing for thing, _ in await _plan(workspace, owner, own)),
        *await _summaries(workspace, owner, own),
        *(thing for thing, _ in await _notes(workspace, deps, own) if not thing.is_observed),
        *(thing for thing, managers in await _feedback(workspace, deps, owner, own) if managers),
    ]
    return tuple(found[:MOST])


async def shared_with_managers(workspace: Workspace, deps: Deps, owner: Person) -> tuple[With, ...]:
    """For a new manager: the same without summaries, with what managers saw, and who is on each list."""
    own = sight(await viewer_of(workspace, owner.id), owner.id)
    found = [
        *await _plan(workspace, owner, own),
        *await _notes(workspace, deps, own),
        *await _feedback(workspace, deps, owner, own),
    ]
    return tuple(found)


async def _plan(workspace: Workspace, owner: Person, own: Sight) -> list[With]:
    direction = await find_direction(workspace, owner.id)
    things = [
        (
            SharedThing(
                kind=Shown.GOAL, id=goal.id, on=local_day(goal.written_at, owner.zone), title=goal.text
            ),
            frozenset({goal.shared_with}),
        )
        for goal in await goals_of(workspace, own)
        if goal.shared_with and goal.end is None
    ]
    if direction is None or direction.shared_with is None:
        return things
    title = direction.more or direction.next or direction.one_day or ""
    on = local_day(direction.written_at, owner.zone)
    first = SharedThing(kind=Shown.DIRECTION, id=owner.id, on=on, title=title)
    return [(first, frozenset({direction.shared_with})), *things]


async def _summaries(workspace: Workspace, owner: Person, own: Sight) -> list[SharedThing]:
    return [
        SharedThing(kind=Shown.SUMMARY, id=one.id, on=local_day(one.made_at, owner.zone))
        for one in await joint_summaries_of(workspace, own)
    ]


async def _notes(workspace: Workspace, deps: Deps, own: Sight) -> list[With]:
    until = (deps.today() + timedelta(days=1)).date()
    return [
        (
            SharedThing(
                kind=Shown.NOTE,
                id=piece.id,
                on=piece.happened_on,
                title=piece.text,
                is_observed=piece.source is EvidenceSource.OBSERVATION,
            ),
            _managers(piece.readers),
        )
        for piece in reversed(await evidence_of(workspace, own, since=until - BACK, until=until))
        if piece.is_shared
    ]


async def _feedback(workspace: Workspace, deps: Deps, owner: Person, own: Sight) -> list[With]:
    return [
        (
            SharedThing(
                kind=Shown.FEEDBACK,
                id=one.id,
                on=local_day(one.given_at, owner.zone),
                title=one.carry_on or one.try_next or "",
            ),
            _managers(one.readers),
        )
        for one in await feedback_received(workspace, own, since=deps.today() - BACK)
        if one.receiver_id == owner.id
    ]


def _managers(readers: tuple[FrozenReader, ...]) -> frozenset[str]:
    return frozenset(one.person_id for one in readers if one.reading is Reading.MANAGER)
