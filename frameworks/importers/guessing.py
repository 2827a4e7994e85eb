"""What a name says of itself: which lanes lead people, which words name levels, what a category stacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from frameworks.model import DIMENSIONS

KNOWN_LANES: Mapping[str, str] = MappingProxyType(
    {"ic": "Individual contributor", "manager": "Manager", "shared": "Shared levels"}
)
_MANAGES = re.compile(
    r"\b(managers?|management|managing|(people|team) leads?|leaders?|leadership|em|directors?)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\b(shared|common|core|trunk|foundation|everyone|all)\b", re.IGNORECASE)
_LANE = re.compile(
    r"\b(ic|individual contributors?|managers?|management|leadership|people leads?|lane|track|path|ladder"
    r"|technical|specialists?|experts?|shared|common)\b",
    re.IGNORECASE,
)
_SKILL = re.compile(r"skill|competenc|capabilit", re.IGNORECASE)
_LEVEL = re.compile(
    r"\W*(level|lvl|grade|band|step|rank|tier)\b.*|\W*[a-z]{1,3}[- ]?\d{1,2}([ab.]\d?)?\b.*"
    r"|\W*\d{1,2}(\.\d)?\W*"
    r"|.*\b(junior|jr|mid|middle|senior|sr|staff|principal|lead|associate|intern|trainee|graduate|entry"
    r"|fellow|distinguished|apprentice|director|head|vp|chief|beginner|intermediate|advanced|expert|novice"
    r"|manager|specialist|coordinator|analyst|executive|partner|i{1,3}|iv|v)\b.*",
    re.IGNORECASE,
)
_STACKS = {
    "capabilities": r"technical|technolog|craft|build|execut|deliver|quality|capabilit|engineer|tool",
    "influence": r"leader|people|communic|influence|team|collabor|cultur|coach|mentor|support|strengthen",
    "experience": r"experience|knowledge|domain|learning",
}


def lane_kind(name: str) -> str:
    """Whether a lane of this name is of depth (`ic`), of leading people (`manager`) or `shared`."""
    if _MANAGES.search(name):
        return "manager"
    return "shared" if _SHARES.search(name) else "ic"


def is_lane(name: str) -> bool:
    """Whether a heading reads like the name of a lane."""
    return _LANE.search(name) is not None and _SKILL.search(name) is None


def is_level(name: str) -> bool:
    """Whether a heading reads like the name of a level."""
    return _LEVEL.fullmatch(name) is not None


def are_levels(names: Iterable[str]) -> bool:
    """Whether at least half of some headings read like levels."""
    found = [is_level(name) for name in names if name]
    return bool(found) and sum(found) * 2 >= len(found)


def dimension_of(category: str) -> str:
    """The dimension that a category's name speaks of, or nothing; by the first word that speaks of one."""
    if category.casefold() in DIMENSIONS:
        return category.casefold()
    places = {
        name: found.start()
        for name, words in _STACKS.items()
        if (found := re.search(rf"\b({words})", category, re.IGNORECASE))
    }
    return min(places, key=lambda name: places[name]) if places else ""
