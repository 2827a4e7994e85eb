"""Rules of asking for feedback: how many, whom, for how long, and when Trellis reminds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain.budget import Limits
from bot.domain.cadence import DAY, NUDGE_HOUR, utc_of, zone_or_utc
from bot.domain.here import Here
from bot.domain.marking import Sheet, skills_offered
from bot.domain.texts import check_line, check_text
from bot.errors import Invalid
from storage.choices import AskState
from storage.records import Asked, FeedbackAsk, Person

MOST_ASKED = 5
MOST_OPEN = 3
"""Open questions on one person at a time, from whomever."""
OPEN_FOR = timedelta(days=30)
REMIND_AFTER = 5
"""Working days of the person who was asked."""
LONGEST_QUESTION = 900
LONGEST_DECLINE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDraft:
    """A question as typed; `draft` is one per opened form."""

    draft: str
    people: tuple[str, ...]
    question: str
    skill: str | None
    wanted_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTold:
    """What a draft asks, ready to keep; the skill is one of `framework`."""

    people: tuple[str, ...]
    question: str
    framework: str | None
    competency: str | None
    wanted_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSeen:
    """A question as its asker or somebody who was asked sees it; `place` is that of whom it concerns.

    `is_open`: that person may still answer or decline.
    """

    here: Here
    ask: FeedbackAsk
    asker: Person
    person: Person
    place: Asked
    skill: str | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWaiting:
    """A question as its asker sees it: `people` may still answer, `asked_on` is the asker's day."""

    ask_id: str
    question: str
    people: tuple[Person, ...]
    asked_on: date


def check_ask(draft: AskDraft, sheets: Sequence[Sheet], today: date) -> AskTold:
    """What a draft asks; raises Invalid at the field that is wrong. Who is asked is checked by itself."""
    people = tuple(dict.fromkeys(draft.people))
    if not people:
        raise Invalid("choose_whom_to_ask", "people")
    if len(people) > MOST_ASKED:
        raise Invalid("too_many_asked", "people", most=MOST_ASKED)
    offered = skills_offered(sheets)
    if draft.skill is not None and draft.skill not in offered:
        raise Invalid("unknown_skill", "skill")
    return AskTold(
        people=people,
        question=check_text(draft.question, "question", LONGEST_QUESTION),
        framework=offered[draft.skill][0].framework.id if draft.skill else None,
        competency=draft.skill,
        wanted_by=_check_day(draft.wanted_by, today),
    )


def check_decline(word: str) -> str | None:
    """The line with which somebody declines, if they wrote one; raises Invalid at `word`."""
    return check_line(word, "word", LONGEST_DECLINE)


def has_room(open_asks: Collection[FeedbackAsk]) -> bool:
    """Whether somebody with these open questions may be asked one more."""
    return len(open_asks) < MOST_OPEN


def open_since(now: datetime) -> datetime:
    """What was asked at this moment or before is open no longer."""
    return now - OPEN_FOR


def place_of(ask: FeedbackAsk, person_id: str) -> Asked | None:
    """What became of a question to one person, or None where they were not asked."""
    return next((one for one in ask.asked if one.person_id == person_id), None)


def is_open(ask: FeedbackAsk, person_id: str, now: datetime) -> bool:
    """Whether somebody may still answer a question; one that is left alone ends by itself."""
    place = place_of(ask, person_id)
    return place is not None and place.state is AskState.OPEN and ask.asked_at > open_since(now)


def still_open(ask: FeedbackAsk) -> tuple[str, ...]:
    """Who has not answered or declined yet, in the order in which they were asked."""
    return tuple(one.person_id for one in ask.asked if one.state is AskState.OPEN)


def remind_at(asked_at: datetime, zone: str | None, limits: Limits) -> datetime:
    """When Trellis reminds of a question, once: some working days of its reader later, in the morning."""
    here = zone_or_utc(zone)
    days = limits.days_here(asked_at.astimezone(here).date() + DAY)
    worked = (day for day in days if day.weekday() in limits.workdays)
    return utc_of(next(islice(worked, REMIND_AFTER - 1, None)), NUDGE_HOUR, here)


def _check_day(wanted_by: date | None, today: date) -> date | None:
    if wanted_by is None:
        return None
    if wanted_by <= today:
        raise Invalid("date_behind", "by")
    if wanted_by > today + OPEN_FOR:
        raise Invalid("ask_too_far", "by", days=OPEN_FOR.days)
    return wanted_by
