"""When prompts fall due for the two sides of a pair, and what to ask each (DESIGN 6.2, 6.6)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.domain.budget import Limits, last_civil_hour, next_civil_hour
from bot.domain.cadence import utc_of, zone_or_utc
from bot.domain.here import Here
from bot.domain.pairs import PairShown
from bot.domain.timetable import Timetable, held_after, is_held, time_of
from bot.domain.weeks import AFTERWARDS, Week, week_of
from frameworks.model import Framework, next_levels
from prompts.choose import Reason, ReasonKind
from prompts.model import Prompt, Side, Trigger
from storage.records import Person, Placement

LITTLE = 2
LOOK_BACK = timedelta(days=183)
USUAL = Limits()
PROMPT_AHEAD = timedelta(hours=24)
LEAST_NOTICE = timedelta(hours=2)
LONGEST_AHEAD = timedelta(days=7)
"""Prompts come at most so long before those 24 hours: what is read before a long leave is forgotten after."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Where one side of a pair lives, and when they may be spoken to there.

    `has_weeks` says that a message a week brings them this 1:1 with those of their other reports.
    """

    zone: str
    limits: Limits = USUAL
    has_weeks: bool = False


Sides = tuple[Hours, Hours]


@dataclass(frozen=True, slots=True)
class Turnout:
    """The prompts of one 1:1: its key, when each side gets theirs, and in which message of a week, if in one.

    Both are in the order of the sides.
    """

    on: date
    due: tuple[datetime, datetime]
    weeks: tuple[Week | None, Week | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Times:
    """When one side gets the prompts of a 1:1 by themselves, and the message of a week that brings them."""

    due: datetime
    week: Week | None

    @property
    def claim_at(self) -> datetime:
        """When they must be claimed."""
        return self.due if self.week is None else min(self.due, self.week.at)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a claim of a pair's due prompts owes, and when the pair is due again.

    None of what is owed is due before the claim.
    """

    owed: tuple[Turnout, ...]
    next_on: date
    next_run_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the prompts of one side stand on: who is asked, of whom they may speak, in which words.

    `promises` counts what the two still promised each other.
    """

    reader: Person
    side: Side
    subject_id: str
    placement: Placement | None
    framework: Framework | None
    promises: int

    @property
    def is_own(self) -> bool:
        """Whether who is asked speaks of themselves."""
        return self.subject_id == self.reader.id

    @property
    def signs_ahead(self) -> frozenset[Trigger]:
        """What the subject's next levels look for: they and their manager may read the level."""
        if self.framework is None or self.placement is None:
            return frozenset()
        return signs_ahead(self.framework, self.placement.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptSeen:
    """A prompt with why it was chosen; `subject` is the title of what the reason names, if it does.

    `is_theirs` says that the reason is about notes of the other side.
    """

    prompt: Prompt
    reason: Reason
    subject: str
    is_theirs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSeen:
    """The 1:1 before: its key, its instant, and whether one of the two said that it happened."""

    on: date
    at: datetime
    happened: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptsSeen:
    """What one side was asked before one 1:1; `at` is its instant. Empty before it was chosen.

    `last` is the 1:1 before it, where there was one.
    `promises` counts what the two still promised each other.
    """

    shown: PairShown
    side: Side
    here: Here
    on: date
    at: datetime
    prompts: tuple[PromptSeen, ...]
    last: LastSeen | None
    promises: int


def prompt_due(at: datetime, hours: Hours) -> datetime:
    """The UTC instant to send one side the prompts for a 1:1 that is at a moment.

    24 hours before, or the start of the last hour before that in which they may be spoken to; where they
    are away for long before it, the first hour that they are back, while the 1:1 is ahead.
    """
    ahead = at - PROMPT_AHEAD
    last = last_civil_hour(ahead, ahead - LONGEST_AHEAD, hours.zone, hours.limits)
    if last is not None:
        return last
    back = next_civil_hour(ahead, hours.zone, hours.limits)
    return back if back < at else ahead


def later_of(at: datetime, hours: Hours, now: datetime) -> datetime | None:
    """When prompts that are put off come again, None where no civil hour is left before the 1:1.

    In the first such hour of tomorrow, or two hours before the 1:1, whichever is sooner.
    """
    here = zone_or_utc(hours.zone)
    tomorrow = utc_of(now.astimezone(here).date() + timedelta(days=1), time(), here)
    soonest = max(now, at - LEAST_NOTICE)
    wanted = next_civil_hour(min(tomorrow, soonest), hours.zone, hours.limits)
    if now < wanted < at:
        return wanted
    return last_civil_hour(soonest, now, hours.zone, hours.limits) if soonest > now else None


def run_at(table: Timetable, on: date, sides: Sides) -> datetime:
    """When the prompts of a 1:1 must be claimed: the earlier of the two sides' times."""
    return min(times.claim_at for times in times_of(table, on, sides))


def plan_of(table: Timetable, on: date, sides: Sides, now: datetime) -> Plan:
    """The 1:1s from the key `on` that are due by now and still ahead; after down time, when none is, the
    newest alone. Those before it are passed over in silence.

    The next one is due after now, so one claim catches up with any down time.
    """
    owed: list[Turnout] = []
    following = on if is_held(table, on) else held_after(table, on)
    while (next_at := run_at(table, following, sides)) <= now:
        first, second = times_of(table, following, sides)
        due = max(first.due, now), max(second.due, now)
        owed.append(Turnout(following, due, (first.week, second.week)))
        following = held_after(table, following)
    ahead = tuple(one for one in owed if time_of(table, one.on) > now)
    return Plan(ahead or tuple(owed[-1:]), following, next_at)


def times_of(table: Timetable, on: date, sides: Sides) -> tuple[Times, Times]:
    """When each side gets the prompts of a 1:1."""
    at = time_of(table, on)
    return _times_of_side(at, sides[0]), _times_of_side(at, sides[1])


def side_of(*, is_manager: bool, is_report: bool) -> Side:
    """Who is asked; two who manage each other are asked as peers are."""
    if is_manager == is_report:
        return Side.BOTH
    return Side.MANAGER if is_manager else Side.REPORT


def thin_subjects(framework: Framework, pieces: Sequence[Collection[str]]) -> tuple[str, ...]:
    """Dimensions and skill keys with fewer than two pieces of evidence, the thinnest first.

    A piece is the keys of the skills that it is marked with.
    """
    on_skill = Counter(key for keys in pieces for key in keys)
    dimension = {skill.key: skill.dimension for skill in framework.competencies}
    on_dimension = Counter(
        name for keys in pieces for name in {dimension.get(key) for key in keys} if name is not None
    )
    counts = {name: on_dimension[name] for name in dimension.values() if name is not None}
    counts |= {key: on_skill[key] for key in dimension}
    return tuple(sorted((name for name, count in counts.items() if count < LITTLE), key=counts.__getitem__))


def signs_ahead(framework: Framework, level_id: str | None) -> frozenset[Trigger]:
    """The triggers that the milestones of the next levels carry; those of the framework's own apart."""
    levels = {level.id for level in next_levels(framework, level_id)}
    triggers = {one.trigger for one in framework.milestones if one.level in levels}
    return frozenset(one for one in Trigger if one in triggers)


def reason_text(reason: Reason) -> str:
    """A reason as it is kept: `kind` or `kind:subject`, ids alone."""
    return f"{reason.kind}:{reason.subject}" if reason.subject else str(reason.kind)


def read_reason(text: str) -> Reason:
    """A reason that was kept."""
    kind, _, subject = text.partition(":")
    known: Sequence[str] = tuple(ReasonKind)
    return Reason(kind=ReasonKind(kind) if kind in known else ReasonKind.REGULAR, subject=subject)


@lru_cache(maxsize=4096)
def _times_of_side(at: datetime, hours: Hours) -> Times:
    """When to send a side its prompts. A crowd that falls due together is mostly alike: worked out once."""
    due = prompt_due(at, hours)
    week = week_of(at, hours.zone, hours.limits) if hours.has_weeks else None
    return Times(due if week is None else max(due, week.at + AFTERWARDS), week)
