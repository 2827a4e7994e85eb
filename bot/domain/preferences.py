"""What a person chose about messages: the usual choice, what it spares them, and the checks of the form."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache

from bot.domain.budget import Limits
from bot.domain.messages import MANNERS, Kind
from bot.domain.weeks import MANY_REPORTS
from bot.errors import Invalid
from storage.choices import DigestMode
from storage.records import Known, Preferences
from storage.types import Days

MOST_DAYS_OFF = 10
"""As many as Slack shows boxes."""
LONGEST_AHEAD = timedelta(days=731)
USUAL = Preferences(
    quiet_from=time(18),
    quiet_until=time(9),
    workdays=tuple(range(5)),
    days_off=(),
    digest=DigestMode.WHEN_THREE,
    digest_at=None,
    snoozed_until=None,
    switched_off=(),
    is_unannounced=False,
)
MERGE_FROM = {DigestMode.WHEN_THREE: 3, DigestMode.DAILY: 2, DigestMode.NEVER: None}
SWITCHES = tuple(kind for kind in Kind if MANNERS[kind].may_be_off)
"""The kinds of message that can be switched off one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesDraft:
    """The form as it was filled in.

    `kept` are the texts of the days off that stay; `first` and `last` add some. `off` are the kinds that
    were left out. What is `known_` is as the form showed it: between the two lies what was changed.
    """

    draft: str
    quiet_from: time | None
    quiet_until: time | None
    workdays: tuple[int, ...]
    kept: frozenset[str]
    first: date | None
    last: date | None
    digest: DigestMode | None
    digest_at: time | None
    snoozed_until: date | None
    mutes_all: bool
    known_mutes_all: bool
    off: frozenset[str]
    known_off: frozenset[str]
    is_unannounced: bool
    hides_hints: bool = False
    gives_publicly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesSeen:
    """What the form shows: what was chosen, without days off and a snooze that are over."""

    chosen: Preferences
    mutes_all: bool
    hides_hints: bool
    days_off: tuple[Days, ...]
    snoozed_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhySeen:
    """Why somebody got a message: its kind, those that stand in it, and where they are in their budget."""

    kind: Kind
    kinds: tuple[Kind, ...]
    this_week: int
    most: int
    off: frozenset[str]


def limits_of(known: Known | None) -> Limits:
    """What a person is spared, by what they chose and what the company has off."""
    return limits_by(known.preferences, known.holidays) if known else limits_by(None, ())


@lru_cache(maxsize=1024)
def limits_by(preferences: Preferences | None, holidays: tuple[Days, ...]) -> Limits:
    """The same of what was read of many people at once: equal choices give one and the same value."""
    chosen = preferences or USUAL
    return Limits(
        quiet_from=chosen.quiet_from,
        quiet_until=chosen.quiet_until,
        workdays=frozenset(chosen.workdays),
        days_off=(*chosen.days_off, *holidays),
        snoozed_until=chosen.snoozed_until,
        merge_from=MERGE_FROM[chosen.digest],
        digest_at=chosen.digest_at if chosen.digest is DigestMode.DAILY else None,
    )


def is_switched_off(known: Known | None, kind: str) -> bool:
    """Whether a person switched a kind of message off."""
    return known is not None and known.preferences is not None and kind in known.preferences.switched_off


def has_weeks(reports: int, chosen: Preferences | None) -> bool:
    """Whether somebody with so many 1:1s with reports gets these in one message a week."""
    off = chosen.switched_off if chosen else ()
    return reports >= MANY_REPORTS and Kind.WEEK not in off and Kind.PROMPT not in off


def is_unannounced(known: Known | None) -> bool:
    """Whether kudos for a person are kept out of the channel of kudos."""
    return known is not None and known.preferences is not None and known.preferences.is_unannounced


def starts_public(known: Known | None) -> bool:
    """Whether the kudos that a person gives begin as public: not for who wants no announcing themselves."""
    chosen = known.preferences if known else None
    return chosen is not None and chosen.gives_publicly and not chosen.is_unannounced


def check_preferences(draft: PreferencesDraft, before: Preferences, today: date) -> Preferences:
    """What was chosen, ready to keep; raises Invalid at the field that is wrong."""
    if draft.quiet_from is None or draft.quiet_until is None:
        raise Invalid("choose_time", "quiet_from" if draft.quiet_from is None else "quiet_until")
    if not draft.workdays:
        raise Invalid("no_workday", "workdays")
    if draft.snoozed_until is not None and not today < draft.snoozed_until <= today + LONGEST_AHEAD:
        raise Invalid("date_not_ahead", "snooze")
    chosen = Preferences(
        quiet_from=draft.quiet_from,
        quiet_until=draft.quiet_until,
        workdays=tuple(sorted(set(draft.workdays))),
        days_off=_days_off(draft, before, today),
        digest=draft.digest or before.digest,
        digest_at=draft.digest_at if draft.digest is DigestMode.DAILY else None,
        snoozed_until=draft.snoozed_until,
        switched_off=_switched(before.switched_off, draft.off, draft.known_off),
        is_unannounced=draft.is_unannounced,
        gives_publicly=draft.gives_publicly,
    )
    _check_digest(chosen)
    return chosen


def switched(before: Preferences, kind: Kind) -> Preferences:
    """With one kind of message more switched off."""
    return replace(before, switched_off=_switched(before.switched_off, {kind}, ()))


def still_ahead(days: Sequence[Days], today: date) -> tuple[Days, ...]:
    """Those that are not over."""
    return tuple(one for one in days if one.last >= today)


def _days_off(draft: PreferencesDraft, before: Preferences, today: date) -> tuple[Days, ...]:
    kept = {one for one in still_ahead(before.days_off, today) if str(one) in draft.kept}
    if draft.first is None and draft.last is None:
        return tuple(sorted(kept))
    first = draft.first or draft.last
    last = draft.last or draft.first
    if first is None or last is None or last < first:
        raise Invalid("days_backwards", "off_last")
    if not today <= last <= today + LONGEST_AHEAD:
        raise Invalid("date_not_ahead", "off_last" if draft.last else "off_first")
    days = sorted(kept | {Days(first, last)})
    if len(days) > MOST_DAYS_OFF:
        raise Invalid("too_many_days_off", "off_first", most=MOST_DAYS_OFF)
    return tuple(days)


def _check_digest(chosen: Preferences) -> None:
    if chosen.digest is not DigestMode.DAILY:
        return
    if chosen.digest_at is None:
        raise Invalid("choose_time", "digest_at")
    if Limits(quiet_from=chosen.quiet_from, quiet_until=chosen.quiet_until).is_quiet(chosen.digest_at):
        raise Invalid("digest_quiet", "digest_at")


def _switched(before: Collection[str], off: Collection[str], known_off: Collection[str]) -> tuple[str, ...]:
    """What is off after a change: a switch that was turned elsewhere meanwhile stays as it was turned."""
    turned_on = set(known_off) - set(off)
    turned_off = set(off) - set(known_off)
    return tuple(sorted((set(before) | turned_off) - turned_on))
