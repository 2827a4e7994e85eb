"""What a prompt is: one open question or small exercise for one side of a 1:1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """Who is asked. Two peers are both asked as `BOTH`."""

    MANAGER = "manager"
    REPORT = "report"
    BOTH = "both"


class Occasion(StrEnum):
    """Which 1:1 it is: the first of a pair, or a regular one by its cadence. `ANY` fits all of them."""

    FIRST = "first"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    ANY = "any"


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


LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt of the library.

    `text` addresses the person asked and holds at most 200 characters. `competency` is the id of a skill,
    as in a framework file, that an answer may show; `why` says in one line why it is worth asking.
    """

    id: str
    text: str
    side: Side
    occasion: Occasion
    dimension: Dimension
    about: About
    competency: str = ""
    why: str = ""

    def fits(self, side: Side, occasion: Occasion) -> bool:
        """Whether it may be asked of this side on this occasion."""
        return self.side in {side, Side.BOTH} and self.occasion in {occasion, Occasion.ANY}
