"""Rules of what is written for a 1:1: which day it is for, and how two who write at once lose nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.chances import ChancesSeen
from bot.domain.commitments import CommitmentSeen
from bot.domain.here import Here
from bot.domain.pairs import PairShown
from bot.domain.prompting import PromptSeen
from bot.domain.texts import LONGEST, check_text, clean
from bot.domain.timetable import Timetable, next_meeting
from storage.choices import PairState
from storage.records import Pair, PrivateNote, Talk

LINGERS = timedelta(hours=24)
"""For how long a 1:1 that has begun is still the one to write for."""
FURTHEST = timedelta(days=62)
_DAY = timedelta(days=1)
_MARK_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One text of a form: as it was typed, and the mark of what the form began with."""

    text: str
    began: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkDraft:
    """The form of what two share, as filled in."""

    pair_id: str
    on: date
    agenda: Typed
    notes: Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateDraft:
    """The form of what one writes for themselves, as filled in."""

    pair_id: str
    on: date
    text: Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What becomes of one text: `clash` says that both changed it, and `text` then holds the words of both.

    `theirs` is what the other had saved, where it does not stand in `text` for want of room.
    """

    text: str
    clash: bool = False
    theirs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkSeen:
    """One 1:1 as one of its two sees it: what both wrote, what they wrote for themselves, what is promised.

    `before` and `after` are the 1:1s next to it that there is something to see or to write of. `is_open`
    says whether anything can be written: the pair is not over. `left_behind` are promises of the reader from
    pairs that ended; `chances` are those that one of the two is to find for the other, if either manages.
    """

    shown: PairShown
    here: Here
    viewer_id: str
    on: date
    at: datetime
    talk: Talk | None
    own: PrivateNote | None
    prompts: tuple[PromptSeen, ...]
    commitments: tuple[CommitmentSeen, ...]
    left_behind: int
    chances: ChancesSeen | None
    before: date | None
    after: date | None

    @property
    def is_open(self) -> bool:
        """Whether the two still have 1:1s."""
        return self.shown.pair.state is PairState.ACTIVE


def mark_of(text: str | None) -> str:
    """A short mark of a text, the same only for the same words."""
    return hashlib.sha256(clean(text or "").encode()).hexdigest()[:_MARK_LENGTH]


def day_to_write(table: Timetable, now: datetime) -> date:
    """The 1:1 that one would write for: the one that began within a day, else the next."""
    return next_meeting(table, now - LINGERS)


def first_seen(shown: PairShown, written: Sequence[date], now: datetime) -> date:
    """The 1:1 that a page opens on: the one to write for, or once all is over the last one written of."""
    if shown.pair.state is PairState.ACTIVE or not written:
        return day_to_write(shown.table, now)
    return written[-1]


def is_near(pair: Pair, on: date, now: datetime) -> bool:
    """Whether a 1:1 of this day may be written for: since the two agreed, up to two months ahead."""
    return pair.created_at.date() - _DAY <= on <= now.date() + FURTHEST


def neighbours(
    table: Timetable, on: date, written: Sequence[date], now: datetime, *, is_active: bool
) -> tuple[date | None, date | None]:
    """The 1:1s before and after one that there is something to see or to write of."""
    days = set(written)
    if is_active:
        days |= {day_to_write(table, now), next_meeting(table, now)}
    return max((day for day in days if day < on), default=None), min(
        (day for day in days if day > on), default=None
    )


def merge(typed: Typed, kept: str | None) -> Merged:
    """What one typed over what is kept now, by the words that their form began with.

    Where only one of the two changed it, theirs holds. Where both did, what is kept comes first, then the
    lines that are new, and the form comes back with them; where there is no room for both, with what was
    typed, and what is kept beside it.
    """
    mine, theirs = clean(typed.text), kept or ""
    if mine == theirs or mark_of(theirs) == typed.began:
        return Merged(text=mine)
    if mark_of(mine) == typed.began:
        return Merged(text=theirs)
    lines = theirs.split("\n")
    both = "\n".join([*lines, *(line for line in mine.split("\n") if line not in lines)]).strip()
    if both == theirs:
        return Merged(text=theirs)
    return (
        Merged(text=both, clash=True)
        if len(both) <= LONGEST
        else Merged(text=mine, clash=True, theirs=theirs)
    )


def check_words(typed: Typed, field: str) -> Typed:
    """A text that may be empty; raises Invalid at its field for one that is too long."""
    return Typed(text=check_text(typed.text, field) if clean(typed.text) else "", began=typed.began)
