"""What there is to ask and to say: prompts for one side of a 1:1, guides for a talk, answers to doubts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Who is asked. Two peers are both asked as `BOTH`."""

    MANAGER = "manager"
    REPORT = "report"
    BOTH = "both"


class Occasion(StrEnum):
    """When a prompt fits: in any talk, in one of a rhythm, or where something special holds.

    The special ones stand in the order in which they lead a set. Trellis knows by itself of a first talk, a
    change of manager, of cluster or lane, a changed framework, a new quarter, a goal near its day, promises
    that are open and a quiet while. Nothing says
    yet that somebody returned, that something was launched or went wrong, or that a review is near: their
    prompts are in the library and wait for it.
    """

    ANY = "any"
    FIRST = "first"
    """The first talk of a pair, whatever its rhythm."""
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    RETURN_FROM_LEAVE = "return_from_leave"
    """One of the two was away for weeks."""
    CHANGE_OF_MANAGER = "change_of_manager"
    """The two are manager and report only lately."""
    AFTER_INCIDENT = "after_incident"
    AFTER_LAUNCH = "after_launch"
    CHANGE_OF_CLUSTER = "change_of_cluster"
    """Another kind of work than some weeks ago."""
    CHANGE_OF_LANE = "change_of_lane"
    """Another lane of the same kind of work: leading people, say, or back to depth."""
    BEFORE_REVIEW = "before_review"
    AFTER_REVIEW = "after_review"
    FRAMEWORK_CHANGED = "framework_changed"
    """A new version of the framework came into force."""
    QUARTERLY = "quarterly"
    """The growth talk: the first of a quarter."""
    GOAL_NEAR = "goal_near"
    """A goal that the side asked may read is near its day."""
    OPEN_COMMITMENTS = "open_commitments"
    """The two promised each other something that is not answered yet."""
    QUIET = "quiet"
    """For some weeks there is no note that the side asked may read; which is no verdict."""


TALKS = frozenset({Occasion.FIRST, Occasion.WEEKLY, Occasion.FORTNIGHTLY, Occasion.MONTHLY})
"""The occasions of which a talk has exactly one."""
SPECIAL = tuple(one for one in Occasion if one not in TALKS and one is not Occasion.ANY)
"""The occasions that may hold besides, the one that leads first."""


class About(StrEnum):
    """What a prompt gets two people to talk about."""

    WELLBEING = "wellbeing"
    WORK = "work"
    GROWTH = "growth"
    FEEDBACK = "feedback"


class Dimension(StrEnum):
    """The dimension that an answer is likely to add evidence to."""

    EXPERIENCE = "experience"
    INFLUENCE = "influence"
    CAPABILITIES = "capabilities"
    NONE = "none"


class Trigger(StrEnum):
    """The sign of growing that a prompt is on: those that every framework knows (`frameworks.model`)."""

    SCOPE = "scope"
    COACHING = "coaching"
    TRAINING = "training"
    CROSS_FUNCTIONAL = "cross_functional"
    OWNERSHIP = "ownership"


LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt of the library.

    `text` addresses the person asked and holds at most 200 characters. `competency` is the id of a skill,
    as in a framework file, that an answer may show, and `trigger` the sign of growing; `why` says in one
    line why it is worth asking.
    """

    id: str
    text: str
    side: Side
    occasion: Occasion
    dimension: Dimension
    about: About
    competency: str = ""
    trigger: Trigger | None = None
    why: str = ""

    @property
    def is_special(self) -> bool:
        """Whether it waits for something special to hold."""
        return self.occasion in SPECIAL

    def fits(self, side: Side, occasions: Collection[Occasion]) -> bool:
        """Whether it may be asked of this side where these occasions hold."""
        return self.side in (side, Side.BOTH) and (
            self.occasion is Occasion.ANY or self.occasion in occasions
        )


class Moment(StrEnum):
    """Where a guide is offered, besides the list of all."""

    FIRST = "first"
    """The first 1:1 of a pair."""
    ONE_ON_ONE = "one_on_one"
    """Any other 1:1."""
    GROWTH = "growth"
    """One's own page, and the first 1:1 of a quarter."""
    SUMMARY = "summary"
    OBSERVATION = "observation"
    """Before a manager writes down what they saw."""
    LEVELS = "levels"
    """Where levels are read or chosen."""


LONGEST_TITLE = 80
LONGEST_GUIDE = 1200
"""All the words of a guide together: one screen."""
LONGEST_ANSWER = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step of a talk: a sentence to say aloud, and what to listen for."""

    say: str
    listen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A one-screen script for a talk that is hard to begin. `side` is whose it is; all of it is within 1,200
    characters."""

    id: str
    title: str
    side: Side
    minutes: int
    why: str
    lines: tuple[Line, ...]
    avoid: tuple[str, ...]
    moments: tuple[Moment, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All its words."""
        said = (text for line in self.lines for text in (line.say, line.listen))
        return (self.title, self.why, *said, *self.avoid)

    def fits(self, moment: Moment, side: Side) -> bool:
        """Whether it is offered at a moment to one side; `BOTH` is who may be on either."""
        return moment in self.moments and self.side in {side, Side.BOTH}


class Opens(StrEnum):
    """What an answer can lead to: the words of the slash command that everybody may use."""

    FRAMEWORK = "framework"
    KUDOS = "kudos"
    MANAGER = "manager"
    ME = "me"
    NOTE = "note"
    PAIRS = "1on1"
    PRIVACY = "privacy"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to a doubt. `title` is the doubt as somebody would say it; `words` are found as typed.

    `do` says what to do about it, and `opens` leads there; `guide` and `related` are ids.
    """

    id: str
    title: str
    text: str
    do: str
    words: tuple[str, ...] = ()
    opens: Opens | None = None
    guide: str = ""
    related: tuple[str, ...] = ()
