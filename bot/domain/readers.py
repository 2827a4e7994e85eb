"""Rules of whom a member names to read something of theirs, and until when (DESIGN 2, 5.4)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.cadence import zone_or_utc
from bot.errors import Invalid, NotFoundForYou
from storage.choices import Shown
from storage.records import NamedReader, Person

USUAL, FURTHEST = timedelta(days=91), timedelta(days=366)


class FromNow(StrEnum):
    """What is shown to a reader from the day on which they are named."""

    NOTES = "notes"
    PLAN = "plan"
    SUMMARIES = "summaries"
    LEVEL = "level"


OF_KIND = {
    Shown.NOTE: FromNow.NOTES,
    Shown.FEEDBACK: FromNow.NOTES,
    Shown.DIRECTION: FromNow.PLAN,
    Shown.GOAL: FromNow.PLAN,
    Shown.SUMMARY: FromNow.SUMMARIES,
}
"""Under which of them a thing falls once it is shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedThing:
    """Something that a member shared, as it stands in a list; `title` is in words, for its owner alone."""

    kind: Shown
    id: str
    on: date
    title: str = ""
    is_observed: bool = False

    @property
    def key(self) -> str:
        """What a ticked option carries."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderDraft:
    """The form, as filled in: `before` are keys of what was shared before."""

    draft: str
    reader_id: str | None
    from_now: tuple[str, ...]
    before: tuple[str, ...]
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderTold:
    """What a draft tells, ready to keep."""

    from_now: frozenset[FromNow]
    before: tuple[SharedThing, ...]
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSeen:
    """One naming with its two people; `last` is its last day where the member lives."""

    naming: NamedReader
    owner: Person
    reader: Person
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSeen:
    """All that one member shows to a reader, without a word of it; `level` is where the member stands."""

    seen: NamedSeen
    level: str | None
    has_plan: bool
    things: tuple[SharedThing, ...]


def is_in_force(naming: NamedReader, now: datetime) -> bool:
    """Whether its reader reads under it now: it stops by itself at its end."""
    return naming.ended_at is None and naming.named_at <= now < naming.ends_at


def in_force(namings: Iterable[NamedReader], now: datetime) -> tuple[NamedReader, ...]:
    """Those of some namings that hold now."""
    return tuple(naming for naming in namings if is_in_force(naming, now))


def covers(naming: NamedReader, kind: Shown) -> bool:
    """Whether what is shared of a kind from now on is shown under a naming."""
    return OF_KIND[kind] in from_now_of(naming)


def from_now_of(naming: NamedReader) -> frozenset[FromNow]:
    """What a naming is for."""
    held = {
        FromNow.NOTES: naming.notes,
        FromNow.PLAN: naming.plan,
        FromNow.SUMMARIES: naming.summaries,
        FromNow.LEVEL: naming.level,
    }
    return frozenset(one for one, is_named in held.items() if is_named)


def last_day(naming: NamedReader, zone: str) -> date:
    """The last day of a naming where somebody lives."""
    return (naming.ends_at - timedelta(microseconds=1)).astimezone(zone_or_utc(zone)).date()


def check_reading(draft: ReaderDraft, offered: Iterable[SharedThing], zone: str, today: date) -> ReaderTold:
    """What the form says; raises Invalid at the field that is wrong."""
    if draft.until is None or not today <= draft.until <= today + FURTHEST:
        raise Invalid("reader_until", "until")
    known = {one.key: one for one in offered}
    if not set(draft.before) <= known.keys():
        raise Invalid("shared_changed", "before")
    from_now = frozenset(FromNow(one) for one in draft.from_now if one in set(FromNow))
    if not from_now and not draft.before:
        raise Invalid("reader_of_nothing", "from_now")
    midnight = datetime.combine(draft.until + timedelta(days=1), time(), zone_or_utc(zone))
    return ReaderTold(from_now=from_now, before=tuple(known[one] for one in draft.before), ends_at=midnight)


def check_ender(naming: NamedReader | None, actor_id: str) -> NamedReader:
    """The naming, where this member made it; raises NotFoundForYou."""
    if naming is None or naming.owner_id != actor_id:
        raise NotFoundForYou("not_yours")
    return naming


def check_unnamed(reader: Person, named: Collection[NamedReader]) -> None:
    """One naming a person at a time; raises Invalid at `reader`."""
    if any(one.reader_id == reader.id for one in named):
        raise Invalid("reader_named", "reader", name=reader.name)
