"""What a prompt is: one open question or small exercise for one side of a 1:1."""

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
    change of manager, of cluster or lane, a changed framework, a new quarter and a quiet while. Nothing says
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
        return self.side in {side, Side.BOTH} and self.occasion in {*occasions, Occasion.ANY}
