"""Claiming due prompts: each occurrence is owed once to each side, whoever claims it (DESIGN 6.1 to 6.3)."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.preferences import limits_by
from bot.domain.prompting import Hours, Plan, Sides, due_of, plan_of, run_at
from bot.domain.timetable import Timetable, held_after, is_held, next_meeting, time_of, timetable_of
from bot.usecases.owing import owe, owed
from storage.deliveries import NewDelivery, open_about, retime
from storage.meetings import meetings_of
from storage.pairs import Turn, advance_pairs, due_pairs, turn_of, turns_after, turns_of
from storage.preferences import preferences_among
from storage.records import Delivery, Pair
from storage.session import Workspace
from storage.workspaces import find_installation

BATCH = 500
_BEFORE_ALL = ""

Terms = tuple[Timetable, Sides]
"""When a pair meets, and when its two may be spoken to."""


async def plan_prompts(deps: Deps, limit: int = BATCH) -> int:
    """Claim up to `limit` pairs whose prompts are due, and owe one message a side; returns how many.

    However long Trellis was away, a pair is claimed once: what is owed is sent while its 1:1 is ahead, and
    recorded as missed after that.
    """
    now = deps.today()
    async with deps.write() as workspace:
        due = await due_pairs(workspace, now, limit)
        terms = await _terms(workspace, due)
        plans = [(turn, _plan(turn, terms[turn.id], now)) for turn in due]
        await advance_pairs(workspace, [(turn.id, plan.next_on, plan.next_run_at) for turn, plan in plans])
        await owe(workspace, deps, *(one for turn, plan in plans for one in _messages(deps, turn, plan)))
    if due:
        deps.wake()
    return len(due)


async def recompute_all(deps: Deps, limit: int = BATCH) -> int:
    """Work out anew when each active pair is due, as zone data or the company's days off may have changed;
    returns how many moved.

    A page at a time, each in a transaction of its own, so that answers to people need not wait.
    """
    moved, after = 0, _BEFORE_ALL
    while True:
        async with deps.write() as workspace:
            page = await turns_after(workspace, after, limit)
            moved += await _recompute(workspace, deps, page)
        if len(page) < limit:
            return moved
        after = page[-1].id


async def recompute_of(workspace: Workspace, deps: Deps, person_id: str) -> None:
    """The same for one person's pairs, after they moved to another zone or chose other hours."""
    await _recompute(workspace, deps, await turns_of(workspace, person_id))


async def recompute_pair(workspace: Workspace, deps: Deps, pair: Pair) -> None:
    """The same for one active pair whose rhythm changed, or a single 1:1 of it: from its next one on."""
    known = (await meetings_of(workspace, [pair.id])).get(pair.id, ())
    on = next_meeting(timetable_of(pair, known), deps.today())
    await advance_pairs(workspace, [(pair.id, on, deps.today())])
    await _recompute(workspace, deps, await turn_of(workspace, pair.id))


async def _recompute(workspace: Workspace, deps: Deps, turns: Sequence[Turn]) -> int:
    terms = await _terms(workspace, turns)
    anew = [(turn, *_next(turn, *terms[turn.id])) for turn in turns]
    steps = [(turn.id, on, at) for turn, on, at in anew if (on, at) != (turn.next_on, turn.next_run_at)]
    await advance_pairs(workspace, steps)
    await _retime(workspace, turns, terms, deps.today())
    return len(steps)


async def _retime(
    workspace: Workspace, turns: Sequence[Turn], terms: dict[str, Terms], now: datetime
) -> None:
    """Prompts that were owed before something changed come when they are due now."""
    pairs = {turn.id: turn for turn in turns}
    people = {person for turn in turns for person in (turn.first_id, turn.second_id)}
    waiting = await open_about(workspace, Kind.PROMPT, people, pairs) if pairs else ()
    anew = [(one, _due_now(one, pairs[one.cause], *terms[one.cause], now)) for one in waiting]
    await retime(workspace, [(one.id, at) for one, at in anew if at is not None])


def _due_now(
    delivery: Delivery, turn: Turn, table: Timetable, sides: Sides, now: datetime
) -> datetime | None:
    """When waiting prompts are due, or None where they are left as they are."""
    on = date.fromisoformat(delivery.occurrence)
    if not is_held(table, on) or time_of(table, on) <= now:
        return None
    first, second = due_of(table, on, sides)
    return max(now, first if delivery.recipient == turn.first_id else second)


def _plan(turn: Turn, terms: Terms, now: datetime) -> Plan:
    table, sides = terms
    return plan_of(table, turn.next_on, sides, now)


def _next(turn: Turn, table: Timetable, sides: Sides) -> tuple[date, datetime]:
    on = turn.next_on if is_held(table, turn.next_on) else held_after(table, turn.next_on)
    return on, run_at(table, on, sides)


def _messages(deps: Deps, turn: Turn, plan: Plan) -> list[NewDelivery]:
    return [
        owed(deps, Kind.PROMPT, person, turn.id, occurrence=one.on.isoformat(), due=due)
        for one in plan.owed
        for person, due in zip((turn.first_id, turn.second_id), one.due, strict=True)
    ]


async def _terms(workspace: Workspace, turns: Sequence[Turn]) -> dict[str, Terms]:
    """The terms of each pair: a query for all of its single 1:1s, and one for all that people chose."""
    known = await meetings_of(workspace, [turn.id for turn in turns])
    people = {person for turn in turns for person in (turn.first_id, turn.second_id)}
    chosen = await preferences_among(workspace, people)
    here = await find_installation(workspace)
    holidays = here.holidays if here else ()

    def hours(person: str, zone: str) -> Hours:
        return Hours(zone, limits_by(chosen.get(person), holidays))

    return {
        turn.id: (
            timetable_of(turn, known.get(turn.id, ())),
            (hours(turn.first_id, turn.first_zone), hours(turn.second_id, turn.second_zone)),
        )
        for turn in turns
    }
