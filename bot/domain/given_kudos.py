"""What their giver may still do about kudos: rules, and what they see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.feedback import LONGEST_PART
from bot.domain.kept_kudos import PARTED
from bot.domain.notes import check_link
from bot.domain.texts import LONGEST, check_line
from bot.errors import Invalid, NotAllowed
from storage.records import Kudos, Person

UNDO_FOR = timedelta(minutes=10)
"""For how long kudos can be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSeen:
    """Kudos of one act as their giver sees them: `given_on` is the giver's day."""

    kudos: tuple[Kudos, ...]
    receivers: tuple[Person, ...]
    given_on: date
    skill_titles: tuple[str, ...]
    may_take_back: bool

    @property
    def event_id(self) -> str:
        """The act."""
        return self.kudos[0].event_id


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLine:
    """Kudos of one act in a line: to whom, and when."""

    event_id: str
    receivers: tuple[str, ...]
    on: date


def may_be_taken_back(kudos: Kudos, now: datetime) -> bool:
    """Whether their ten minutes are not over."""
    return now - kudos.given_at <= UNDO_FOR


def check_taking_back(kudos: Sequence[Kudos], names: tuple[str, ...], now: datetime) -> None:
    """Raise NotAllowed, with what can be done instead, where it is too late."""
    if not all(may_be_taken_back(one, now) for one in kudos):
        raise NotAllowed("kudos_too_late", names=names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a giver adds: as typed, or once it was checked as it is kept."""

    situation: str | None
    effect: str | None
    link: str | None


def check_details(typed: Details, text: str) -> Details:
    """The words of a draft beside the text of the kudos; raises Invalid at the field that is wrong.

    All of it has to fit into one note.
    """
    room = LONGEST - len(text) - len(PARTED)
    situation = check_line(typed.situation or "", "situation", min(LONGEST_PART, room))
    room -= len(situation + PARTED) if situation else 0
    effect = check_line(typed.effect or "", "effect", min(LONGEST_PART, room))
    link = check_link(typed.link or "")
    if situation is None and effect is None and link is None:
        raise Invalid("nothing_typed", "situation")
    return Details(situation=situation, effect=effect, link=link)
