"""A file as rules look at it: its texts with their places, and what a rule found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from frameworks.allowed import Allowed
from frameworks.model import Competency, Framework, Level
from frameworks.reading.page import address


class Hit(NamedTuple):
    """What one rule found: under which address it stands (or on which line), what, and how to mend it."""

    at: str | int
    what: str
    how: str


class Text(NamedTuple):
    """A text of the file and its address; `kind` is what it is, `skill` the key of the one it stands in."""

    kind: str
    text: str
    at: str
    skill: str | None = None


JUDGED = frozenset({"behaviour", "milestone"})
"""What has to be seen to have happened."""


@dataclass(frozen=True)
class Examined:
    """A framework with what the file itself says; parts taken through `extends` are judged in their own."""

    framework: Framework
    marks: frozenset[str]
    allowed: Allowed

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The texts of the file that people read."""
        return tuple(one for one in self._all_texts() if one.text and one.at in self.marks)

    @cached_property
    def judged(self) -> tuple[Text, ...]:
        """Behaviours and milestones; what only illustrates a stage is expected of nobody."""
        return tuple(one for one in self.texts if one.kind in JUDGED)

    @cached_property
    def own_skills(self) -> tuple[Competency, ...]:
        """The skills that the file defines or adds to."""
        skills = self.framework.competencies
        return tuple(one for one in skills if address("competency", one.key) in self.marks)

    @cached_property
    def lanes(self) -> tuple[tuple[Level, ...], ...]:
        """Per lane its levels by rank; lanes without levels are left out."""
        found = (
            tuple(sorted((one for one in self.framework.levels if one.lane == lane.id), key=_rank))
            for lane in self.framework.lanes
        )
        return tuple(levels for levels in found if levels)

    def _all_texts(self) -> Iterator[Text]:
        framework = self.framework
        yield Text("title", framework.title, address("framework"))
        for lane in framework.lanes:
            yield Text("title", lane.title, address("lane", lane.id))
        for name, words in framework.triggers.items():
            yield Text("title", words, address("triggers", name))
        for level in framework.levels:
            yield Text("title", level.title, address("level", level.id))
            yield Text("scope", level.scope, address("scope", level.id))
        for skill in framework.competencies:
            yield from _texts_of(skill)
        for milestone in framework.milestones:
            yield Text("milestone", milestone.text, address("milestone", milestone.id))


def _texts_of(skill: Competency) -> Iterator[Text]:
    is_own = skill.key
    yield Text("title", skill.title, address("competency", skill.key), is_own)
    yield Text("about", skill.about, address("about", skill.key), is_own)
    for behaviour in skill.behaviours:
        kind = "illustration" if behaviour.is_illustration else "behaviour"
        yield Text(kind, behaviour.text, address("behaviour", skill.key, behaviour.id), skill.key)
        if behaviour.example:
            yield Text("example", behaviour.example, address("example", skill.key, behaviour.id), skill.key)


def _rank(level: Level) -> int:
    return level.rank


def short(text: str) -> str:
    """A text as a finding quotes it."""
    return f"“{text}”" if len(text) <= 60 else f"“{text[:59].rstrip()}…”"


def begun(advice: str) -> str:
    """An advice as the beginning of a sentence."""
    return advice[:1].upper() + advice[1:]
