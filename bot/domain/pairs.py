"""Rules of pairs: who may change one, and when its two people meet (DESIGN 2, 6.2)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.cadence import Rule, first_anchor, instant, zone_or_utc
from bot.domain.timetable import Timetable, is_moved, rule_of
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from storage.choices import Cadence, PairKind, PairState
from storage.records import Pair, Person

OFFERED_KINDS = (PairKind.PEER, PairKind.MENTOR)
"""What two people may be to each other beside manager and report, which a tie between them must say."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often two people meet, on which weekday (Monday is 0), at which local time of which zone."""

    cadence: Cadence
    weekday: int
    at: time
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDraft:
    """The form as filled in; `pair_id` and `version` name the pair that it showed, if any.

    `kind` is None where there was no choice: then they are peers. `zone` is None where there was none.
    """

    draft: str
    other_id: str | None
    kind: PairKind | None
    cadence: Cadence | None
    weekday: int | None
    at: time | None
    zone: str | None
    pair_id: str | None
    version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairShown:
    """A pair as one of its two sees it.

    `next_on` is the key of the next 1:1, its local date by the rhythm; `next_day` is the day on which it is
    in the zone of the pair, and `next_at` its instant, whether the pair is agreed to or not. `awaited` is who
    must answer, None where nobody must; `paused_until` is None where they are not paused now.
    """

    pair: Pair
    other: Person
    table: Timetable
    next_on: date
    next_day: date
    next_at: datetime
    awaited: str | None
    paused_until: date | None

    @property
    def is_moved(self) -> bool:
        """Whether the next 1:1 is at another time than the rhythm says."""
        return is_moved(self.table, self.next_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDesk:
    """What the form needs to know: the other side, the pair of the two if there is one, and the choices."""

    other: Person | None
    shown: PairShown | None
    may_be_manager: bool
    zones: tuple[str, ...]
    now: datetime


def check_rhythm(draft: PairDraft, zones: Collection[str]) -> Rhythm:
    """The rhythm of a draft in one of the zones that were offered, the first of which is the usual one.

    Raises Invalid at the field that is empty.
    """
    if draft.cadence is None:
        raise Invalid("choose_one", "cadence")
    if draft.weekday is None:
        raise Invalid("choose_one", "weekday")
    if draft.at is None:
        raise Invalid("choose_time", "time")
    if draft.zone is not None and draft.zone not in zones:
        raise Invalid("choose_one", "zone")
    return Rhythm(
        cadence=draft.cadence, weekday=draft.weekday, at=draft.at, zone=draft.zone or next(iter(zones))
    )


def offered_zones(actor_zone: str, pair: Pair | None) -> tuple[str, ...]:
    """The zones in which a 1:1 may be said: a new one in that of who asks, one that is there keeps its own
    unless who changes it lives in another."""
    mine = zone_or_utc(actor_zone).key
    return tuple(dict.fromkeys([rule_of(pair).zone, mine])) if pair else (mine,)


def rhythm_of(rule: Rule) -> Rhythm:
    """The rhythm of a rule."""
    return Rhythm(cadence=rule.cadence, weekday=rule.anchor.weekday(), at=rule.at, zone=rule.zone)


def rule_for(rhythm: Rhythm, now: datetime, before: Rule | None = None) -> Rule:
    """The rule of a rhythm from now on.

    Another hour keeps the weeks as they were; another weekday or cadence counts from its first date ahead.
    """
    if before is not None and (before.cadence, before.anchor.weekday()) == (rhythm.cadence, rhythm.weekday):
        anchor = before.anchor
    else:
        zone = zone_or_utc(rhythm.zone)
        anchor = first_anchor(rhythm.weekday, now.astimezone(zone).date())
        if instant(Rule(cadence=rhythm.cadence, anchor=anchor, at=rhythm.at, zone=zone.key), anchor) <= now:
            anchor += 7 * _DAY
    return Rule(cadence=rhythm.cadence, anchor=anchor, at=rhythm.at, zone=rhythm.zone)


def is_elsewhere(rule: Rule, at: datetime, zone: tzinfo) -> bool:
    """Whether a clock in a zone shows another time at an instant than that of the 1:1 does."""
    there, here = at.astimezone(zone_or_utc(rule.zone)), at.astimezone(zone)
    return there.replace(tzinfo=None) != here.replace(tzinfo=None)


def other_side(pair: Pair, person_id: str) -> str:
    """The one of the two that a person is not."""
    return pair.second_id if person_id == pair.first_id else pair.first_id


def awaited(pair: Pair) -> str | None:
    """Who must answer, or None where nobody was asked."""
    return other_side(pair, pair.asked_by) if pair.state is PairState.ASKED else None


def check_side(pair: Pair | None, person_id: str) -> Pair:
    """The pair, where this person is one of the two; raises NotFoundForYou."""
    if pair is None or person_id not in {pair.first_id, pair.second_id}:
        raise NotFoundForYou("not_yours")
    return pair


def check_decider(pair: Pair | None, person_id: str, version: int | None) -> Pair:
    """The pair, where it waits for this person's word on what they saw.

    Raises NotFoundForYou, and NotAllowed for one of the two where it is decided or was changed since.
    """
    found = check_side(pair, person_id)
    if found.state is not PairState.ASKED:
        raise NotAllowed("already_done")
    if found.version != version:
        raise NotAllowed("pair_moved")
    if awaited(found) != person_id:
        raise NotFoundForYou("not_yours")
    return found


def check_ender(pair: Pair | None, person_id: str) -> Pair:
    """The pair, where this person is one of the two; raises NotFoundForYou, NotAllowed where it is over."""
    found = check_side(pair, person_id)
    if found.state not in {PairState.ASKED, PairState.ACTIVE}:
        raise NotAllowed("already_done")
    return found
