"""The message of a week: all 1:1s with reports, in place of prompts before each (DESIGN 6.5)."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time

from bot.deps import Deps
from bot.domain.cadence import utc_of, zone_or_utc
from bot.domain.here import here_of
from bot.domain.letters import TooLate
from bot.domain.messages import Kind
from bot.domain.pairs import PairShown
from bot.domain.preferences import has_weeks, limits_of
from bot.domain.timetable import is_held, offered, time_of
from bot.domain.weeks import WEEK, WeekLine, WeekSeen
from bot.errors import NotFoundForYou
from bot.usecases.owing import owe, owed
from bot.usecases.pairs import pairs_shown
from bot.usecases.prompts import prompts_to_send
from bot.usecases.viewers import reports_met
from storage.choices import DeliveryState
from storage.commitments import open_counts
from storage.deliveries import open_about
from storage.digests import merge
from storage.records import Delivery, Known, Person
from storage.session import Workspace


async def week_to_send(workspace: Workspace, deps: Deps, delivery: Delivery, known: Known) -> WeekSeen:
    """The 1:1s with reports that are ahead in a week, whose prompts stand in its message from now on.

    Raises NotFoundForYou where they come one by one (again), or there is none; TooLate once the week is over.
    """
    person, now = known.person, deps.today()
    end = utc_of(date.fromisoformat(delivery.occurrence) + WEEK, time(), zone_or_utc(person.zone))
    if end <= now:
        raise TooLate
    pairs = (await reports_met(workspace, [person.id])).get(person.id, frozenset())
    if not has_weeks(len(pairs), known.preferences):
        raise NotFoundForYou("not_yours")
    shown = [one for one in await pairs_shown(workspace, deps, person.id) if one.pair.id in pairs]
    lines = [line for one in shown for line in _lines(one, known, now, end)]
    if not lines:
        raise NotFoundForYou("not_yours")
    counts = await open_counts(workspace, tuple(sorted({line.pair for line in lines})))
    promised = [replace(line, promises=counts.get(line.pair, 0)) for line in lines]
    ordered = tuple(sorted(promised, key=lambda line: (line.at, line.pair)))
    await _take_in(workspace, deps, delivery, person, ordered)
    return WeekSeen(here=here_of(person.zone, now), lines=ordered)


def _lines(shown: PairShown, known: Known, now: datetime, end: datetime) -> Iterator[WeekLine]:
    """The 1:1s of a pair that are ahead in the week, but for those on a day off of who reads it."""
    here, limits = zone_or_utc(known.person.zone), limits_of(known)
    for on in offered(shown.table, now):
        at = time_of(shown.table, on)
        if is_held(shown.table, on) and at < end and not limits.is_off(at.astimezone(here).date()):
            yield WeekLine(pair=shown.pair.id, on=on, who=shown.other.name, at=at, promises=0)


async def _take_in(
    workspace: Workspace, deps: Deps, delivery: Delivery, reader: Person, lines: Sequence[WeekLine]
) -> None:
    """Choose the prompts of each 1:1; those that were not sent yet stand in the message from now on."""
    keys = {(line.pair, line.on.isoformat()) for line in lines}
    prompts = [owed(deps, Kind.PROMPT, reader.id, pair, occurrence=on) for pair, on in sorted(keys)]
    await owe(workspace, deps, *prompts)
    waiting = await open_about(workspace, Kind.PROMPT, [reader.id], [line.pair for line in lines])
    theirs = [one.id for one in waiting if (one.cause, one.occurrence) in keys]
    await merge(workspace, theirs, delivery.id, [DeliveryState.PENDING])
    for line in lines:
        with suppress(NotFoundForYou):  # the library may hold nothing to ask
            await prompts_to_send(workspace, deps, reader, line.pair, line.on)
