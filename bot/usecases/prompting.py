"""Claiming due prompts: each occurrence is owed once to each side, whoever claims it (DESIGN 6.1 to 6.3)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from bot.deps import Deps
from bot.domain.messages import Kind
from bot.domain.preferences import has_weeks, limits_by
from bot.domain.prompting import Hours, Plan, Sides, Turnout, later_of, plan_of, run_at, times_of
from bot.domain.timetable import Timetable, held_after, is_held, next_meeting, time_of, timetable_of
from bot.domain.weeks import comes_at, is_open
from bot.usecases.owing import owe, owed
from bot.usecases.viewers import reports_met
from storage.choices import DeliveryState, PairKind
from storage.deliveries import NewDelivery, open_about, retime
from storage.meetings import meetings_of
from storage.pairs import Turn, advance_pairs, due_pairs, turn_of, turns_after, turns_of
from storage.preferences import preferences_among
from storage.records import Delivery, Pair, Preferences
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
        if not due:  # most of the time: one question is all that an idle tick asks
            return 0
        terms = await _terms(workspace, due)
        plans = [(turn, _plan(turn, terms[turn.id], now)) for turn in due]
        await advance_pairs(workspace, [(turn.id, plan.next_on, plan.next_run_at) for turn, plan in plans])
        await owe(workspace, deps, *(one for turn, plan in plans for one in _messages(deps, turn, plan)))
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
    put_off = await open_about(workspace, Kind.PROMPT_AGAIN, people, pairs) if pairs else ()
    anew += [(one, _again(one, pairs[one.cause], *terms[one.cause], now)) for one in put_off]
    await retime(workspace, [(one.id, at) for one, at in anew if at is not None])
    hours = {
        person: hours
        for turn in turns
        for person, hours in zip((turn.first_id, turn.second_id), terms[turn.id][1], strict=True)
    }
    await _retime_weeks(workspace, hours, now)


async def _retime_weeks(workspace: Workspace, hours: Mapping[str, Hours], now: datetime) -> None:
    """The messages of a week that wait come when their readers may be spoken to now."""
    found = await open_about(workspace, Kind.WEEK, hours, hours) if hours else ()
    waiting = [one for one in found if one.state is DeliveryState.PENDING]
    await retime(workspace, [(one.id, max(now, _week_comes(one, hours[one.recipient]))) for one in waiting])


def _week_comes(delivery: Delivery, hours: Hours) -> datetime:
    return comes_at(date.fromisoformat(delivery.occurrence), hours.zone, hours.limits)


def _due_now(
    delivery: Delivery, turn: Turn, table: Timetable, sides: Sides, now: datetime
) -> datetime | None:
    """When waiting prompts are due, or None where they are left as they are."""
    on = date.fromisoformat(delivery.occurrence)
    if not is_held(table, on) or time_of(table, on) <= now:
        return None
    first, second = times_of(table, on, sides)
    return max(now, (first if delivery.recipient == turn.first_id else second).due)


def _again(delivery: Delivery, turn: Turn, table: Timetable, sides: Sides, now: datetime) -> datetime | None:
    """When prompts that were put off come where their 1:1 is sooner than that now, else None."""
    on = date.fromisoformat(delivery.occurrence)
    is_waiting = delivery.state is DeliveryState.PENDING and is_held(table, on)
    if not is_waiting or delivery.due_at < time_of(table, on):
        return None
    return later_of(time_of(table, on), sides[delivery.recipient != turn.first_id], now)


def _plan(turn: Turn, terms: Terms, now: datetime) -> Plan:
    table, sides = terms
    return plan_of(table, turn.next_on, sides, now)


def _next(turn: Turn, table: Timetable, sides: Sides) -> tuple[date, datetime]:
    on = turn.next_on if is_held(table, turn.next_on) else held_after(table, turn.next_on)
    return on, run_at(table, on, sides)


def _messages(deps: Deps, turn: Turn, plan: Plan) -> list[NewDelivery]:
    prompts = [
        owed(deps, Kind.PROMPT, person, turn.id, occurrence=one.on.isoformat(), due=due)
        for one in plan.owed
        for person, due in zip((turn.first_id, turn.second_id), one.due, strict=True)
    ]
    return [*prompts, *(week for one in plan.owed for week in _weeks(deps, turn, one))]


def _weeks(deps: Deps, turn: Turn, one: Turnout) -> Iterator[NewDelivery]:
    """The messages of a week that bring a 1:1 with others: one a person and week, whoever claims it."""
    now = deps.today()
    sides = (turn.first_id, turn.first_zone), (turn.second_id, turn.second_zone)
    for (person, zone), week in zip(sides, one.weeks, strict=True):
        if week is not None and is_open(week, zone, now):
            key = week.monday.isoformat()
            # Due when it was to come, however late it is: so it goes before the prompts that it brings.
            yield owed(deps, Kind.WEEK, person, person, occurrence=key, due=week.at)


async def _terms(workspace: Workspace, turns: Sequence[Turn]) -> dict[str, Terms]:
    """The terms of each pair: a query for all of its single 1:1s, and one for all that people chose."""
    known = await meetings_of(workspace, [turn.id for turn in turns])
    people = {person for turn in turns for person in (turn.first_id, turn.second_id)}
    chosen = await preferences_among(workspace, people)
    here = await find_installation(workspace)
    holidays = here.holidays if here else ()
    weekly = await _weekly(workspace, turns, chosen)

    def hours(turn: Turn, person: str, zone: str) -> Hours:
        return Hours(zone, limits_by(chosen.get(person), holidays), turn.id in weekly.get(person, ()))

    return {
        turn.id: (
            timetable_of(turn, known.get(turn.id, ())),
            (hours(turn, turn.first_id, turn.first_zone), hours(turn, turn.second_id, turn.second_zone)),
        )
        for turn in turns
    }


async def _weekly(
    workspace: Workspace, turns: Sequence[Turn], chosen: Mapping[str, Preferences]
) -> dict[str, frozenset[str]]:
    """The 1:1s that come in a message a week, by manager."""
    managing = [turn for turn in turns if turn.kind is PairKind.MANAGER]
    people = {person for turn in managing for person in (turn.first_id, turn.second_id)}
    met = await reports_met(workspace, people)
    return {manager: pairs for manager, pairs in met.items() if has_weeks(len(pairs), chosen.get(manager))}
