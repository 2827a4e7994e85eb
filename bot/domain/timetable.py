"""When the 1:1s of a pair are: by its rule, but for those that were moved, skipped or paused (DESIGN 6.2).

The key of a 1:1 stays the local date of the rule, wherever it was moved. One may move only between the two
beside it, so that their order is that of their keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain.cadence import Rule, instant, next_date, occurrence_dates, utc_of, zone_of, zone_or_utc
from storage.pairs import Turn
from storage.records import Meeting, Pair

DAY = timedelta(days=1)
OFFERED = 6
"""So many 1:1s ahead can be moved or skipped one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The rule of a pair, what is known of single 1:1s by their key, and until when all are paused."""

    rule: Rule
    known: Mapping[date, Meeting] = field(default_factory=dict)
    paused_until: date | None = None


def rule_of(pair: Pair | Turn) -> Rule:
    """When a pair meets. A zone that this machine's zone data does not know counts as UTC."""
    return Rule(cadence=pair.cadence, anchor=pair.anchor, at=pair.local_time, zone=zone_or_utc(pair.zone).key)


def timetable_of(pair: Pair | Turn, known: Iterable[Meeting] = ()) -> Timetable:
    """When a pair meets, with all that is known of single 1:1s."""
    return Timetable(rule=rule_of(pair), known={one.on: one for one in known}, paused_until=pair.paused_until)


def is_occurrence(rule: Rule, on: date) -> bool:
    """Whether the rule has a 1:1 on a local date."""
    return next_date(rule, after=on - DAY) == on


def is_moved(table: Timetable, on: date) -> bool:
    """Whether a 1:1 is at another time than the rule says."""
    one = table.known.get(on)
    return one is not None and one.moved_on is not None and one.moved_at is not None


def is_skipped(table: Timetable, on: date) -> bool:
    """Whether the two agreed to leave a 1:1 out."""
    one = table.known.get(on)
    return one is not None and one.is_skipped


def day_of(table: Timetable, on: date) -> date:
    """The local date on which a 1:1 is, in the zone of the pair."""
    one = table.known.get(on)
    return one.moved_on if one is not None and one.moved_on is not None else on


def time_of(table: Timetable, on: date) -> datetime:
    """The UTC instant of a 1:1, by its key."""
    one = table.known.get(on)
    if one is None or one.moved_on is None or one.moved_at is None:
        return instant(table.rule, on)
    return utc_of(one.moved_on, one.moved_at, zone_of(table.rule.zone))


def is_held(table: Timetable, on: date) -> bool:
    """Whether there is a 1:1 of this key: the rule has it, and it is neither skipped nor paused."""
    is_paused = table.paused_until is not None and day_of(table, on) < table.paused_until
    return not is_paused and not is_skipped(table, on) and is_occurrence(table.rule, on)


def pause_of(table: Timetable, now: datetime) -> date | None:
    """Until which day all 1:1s are paused, None where they are not now."""
    today = now.astimezone(zone_or_utc(table.rule.zone)).date()
    return table.paused_until if table.paused_until is not None and today < table.paused_until else None


def held_after(table: Timetable, on: date) -> date:
    """The key of the first 1:1 that is held after the one of a key."""
    return next(key for key in occurrence_dates(table.rule, on) if is_held(table, key))


def next_meeting(table: Timetable, now: datetime) -> date:
    """The key of the first 1:1 that is held and has not begun."""
    return next(key for key in _ahead(table, now) if is_held(table, key))


def last_meeting(table: Timetable, before: date, since: datetime) -> date | None:
    """The key of the 1:1 that was held last before the one of a key, none of them before `since`."""
    first = since.astimezone(zone_or_utc(table.rule.zone)).date() - DAY
    keys = (key for key in occurrence_dates(table.rule, first) if is_held(table, key))
    last = None
    for key in keys:
        if key >= before:
            return last
        last = key if time_of(table, key) >= since else last
    return last


def offered(table: Timetable, now: datetime) -> tuple[date, ...]:
    """The keys of the next 1:1s, with those that are skipped: to move, to skip, or to leave as they were."""
    ahead = (key for key in _ahead(table, now) if is_skipped(table, key) or is_held(table, key))
    return tuple(islice(ahead, OFFERED))


def room_of(table: Timetable, on: date, now: datetime) -> tuple[datetime, datetime]:
    """Between which two moments a 1:1 may be moved: now or the 1:1 before it, and the one after it."""
    following = next(key for key in occurrence_dates(table.rule, on) if not is_skipped(table, key))
    before = [key for key in _ahead(table, now, until=on) if not is_skipped(table, key)]
    earliest = max([now, *(time_of(table, key) for key in before)])
    return earliest, time_of(table, following)


def _ahead(table: Timetable, now: datetime, until: date | None = None) -> Iterator[date]:
    """The keys of the 1:1s that have not begun, in order: all, or those before a key."""
    yesterday = now.astimezone(zone_or_utc(table.rule.zone)).date() - DAY
    moved = [key for key in table.known if is_moved(table, key) and time_of(table, key) > now]
    for key in occurrence_dates(table.rule, min([yesterday, *(key - DAY for key in moved)])):
        if until is not None and key >= until:
            return
        if time_of(table, key) > now:
            yield key
