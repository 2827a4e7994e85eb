"""What a summary says, as values: ids and numbers, never people's words (DESIGN 3, 7).

The family of a statement decides what it must carry:
CLAIM     says something of the person: at least one evidence id
ABSENCE   says that nothing was found: the filter that found none
QUESTION  asks: neither
FRAME     says what is looked at (placement, period, what a level asks) and nothing of the person: neither
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

Number: TypeAlias = int | str


class Family(StrEnum):
    """What a statement must carry."""

    CLAIM = "claim"
    ABSENCE = "absence"
    QUESTION = "question"
    FRAME = "frame"


class Section(StrEnum):
    """The parts of a summary, in their order."""

    FRAME = "frame"
    STANDING = "standing"
    MILESTONES = "milestones"
    COVERAGE = "coverage"
    WARNINGS = "warnings"
    CHANGES = "changes"
    QUESTIONS = "questions"


class StatementKind(StrEnum):
    """Everything that a summary can say; words has a sentence for each."""

    family: Family
    section: Section

    def __new__(cls, value: str, family: Family, section: Section) -> StatementKind:
        """A kind with the family that binds it and the section that it stands in."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.family = family
        kind.section = section
        return kind

    PERIOD = "period", Family.FRAME, Section.FRAME
    PLACED = "placed", Family.FRAME, Section.FRAME
    SECOND_CLUSTER = "second_cluster", Family.FRAME, Section.FRAME
    NO_PLACEMENT = "no_placement", Family.ABSENCE, Section.FRAME
    NO_LEVEL = "no_level", Family.ABSENCE, Section.FRAME
    TOWARD = "toward", Family.FRAME, Section.FRAME
    TOP_LEVEL = "top_level", Family.FRAME, Section.FRAME
    GIVEN_BY_LEVEL = "given_by_level", Family.FRAME, Section.FRAME
    LEVEL_NEEDS = "level_needs", Family.FRAME, Section.FRAME

    SKILL_STANDS = "skill_stands", Family.CLAIM, Section.STANDING
    SKILL_PARTLY = "skill_partly", Family.CLAIM, Section.STANDING
    GIVEN_BY_STAGE = "given_by_stage", Family.CLAIM, Section.STANDING
    SHOWN = "shown", Family.CLAIM, Section.STANDING
    NOT_YET = "not_yet", Family.CLAIM, Section.STANDING
    EMERGING = "emerging", Family.CLAIM, Section.STANDING
    SHOWN_BEFORE = "shown_before", Family.CLAIM, Section.STANDING
    NO_OPPORTUNITY = "no_opportunity", Family.ABSENCE, Section.STANDING
    NOTHING_RECORDED = "nothing_recorded", Family.ABSENCE, Section.STANDING
    CONTRARY = "contrary", Family.CLAIM, Section.STANDING
    OTHERS_SHOWN = "others_shown", Family.CLAIM, Section.STANDING

    MILESTONE_MET = "milestone_met", Family.CLAIM, Section.MILESTONES
    NO_MILESTONE = "no_milestone", Family.ABSENCE, Section.MILESTONES

    COVERAGE = "coverage", Family.CLAIM, Section.COVERAGE
    UNSORTED = "unsorted", Family.CLAIM, Section.COVERAGE
    EMPTY_PERIOD = "empty_period", Family.ABSENCE, Section.COVERAGE

    MOSTLY_RECENT = "mostly_recent", Family.CLAIM, Section.WARNINGS
    ONE_VOICE = "one_voice", Family.CLAIM, Section.WARNINGS
    UNWITNESSED = "unwitnessed", Family.CLAIM, Section.WARNINGS
    SKILL_UNRECORDED = "skill_unrecorded", Family.ABSENCE, Section.WARNINGS

    LEVEL_CHANGED = "level_changed", Family.FRAME, Section.CHANGES
    RISEN = "risen", Family.CLAIM, Section.CHANGES
    LOWERED = "lowered", Family.CLAIM, Section.CHANGES
    LAPSED = "lapsed", Family.ABSENCE, Section.CHANGES
    NEW_EVIDENCE = "new_evidence", Family.CLAIM, Section.CHANGES
    UNCHANGED = "unchanged", Family.ABSENCE, Section.CHANGES

    ASK_WHAT_WOULD_SHOW = "ask_what_would_show", Family.QUESTION, Section.QUESTIONS
    ASK_CHANCE = "ask_chance", Family.QUESTION, Section.QUESTIONS
    ASK_WHO_SAW = "ask_who_saw", Family.QUESTION, Section.QUESTIONS
    ASK_AGAIN = "ask_again", Family.QUESTION, Section.QUESTIONS
    ASK_UNWRITTEN = "ask_unwritten", Family.QUESTION, Section.QUESTIONS
    ASK_EARLIER = "ask_earlier", Family.QUESTION, Section.QUESTIONS
    ASK_PROUD = "ask_proud", Family.QUESTION, Section.QUESTIONS
    ASK_NEXT = "ask_next", Family.QUESTION, Section.QUESTIONS


_KINDS = {kind.value: kind for kind in StatementKind}


class Sought(StrEnum):
    """What a filter looked for."""

    EVIDENCE = "evidence"
    FAVOURABLE = "favourable"
    MILESTONE = "milestone"
    PLACEMENT = "placement"
    LEVEL = "level"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What was looked for and not found, among what the readers may read, from `first` to `last`.

    `competency` and `behaviour` narrow it to marks of theirs; `level` is the level of the milestones sought,
    or the level that the framework does not know.
    """

    sought: Sought
    first: date
    last: date
    competency: str | None = None
    behaviour: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a summary says. Raises ValueError where it does not carry what its family must.

    `evidence` holds ids, oldest first; `numbers` are named counts, dates (ISO), or ids of levels, milestones
    and people.
    """

    kind: StatementKind
    competency: str | None = None
    behaviour: str | None = None
    evidence: tuple[str, ...] = ()
    numbers: tuple[tuple[str, Number], ...] = ()
    filter: Filter | None = None

    def __post_init__(self) -> None:
        family = self.kind.family
        if bool(self.evidence) != (family is Family.CLAIM):
            raise ValueError(f"{self.kind}: a claim carries evidence, and nothing else does")
        if bool(self.filter) != (family is Family.ABSENCE):
            raise ValueError(
                f"{self.kind}: an absence carries the filter that found none, and nothing else does"
            )

    def count(self, name: str) -> int:
        """A named count; 0 where it has none."""
        value = dict(self.numbers).get(name, 0)
        return value if isinstance(value, int) else 0

    def text(self, name: str) -> str:
        """A named date or id; empty where it has none."""
        value = dict(self.numbers).get(name, "")
        return value if isinstance(value, str) else ""


def statements_as_json(statements: Iterable[Statement]) -> str:
    """The one text of these statements: the same statements always give the same bytes."""
    return json.dumps([_as_json(one) for one in statements], ensure_ascii=False, separators=(",", ":"))


def statements_from_json(text: str) -> tuple[Statement, ...]:
    """The statements of a text made by `statements_as_json`; raises ValueError or KeyError for another."""
    return tuple(_from_json(one) for one in json.loads(text))


def _as_json(statement: Statement) -> Mapping[str, Any]:
    whole = {
        "kind": statement.kind.value,
        "competency": statement.competency,
        "behaviour": statement.behaviour,
        "evidence": statement.evidence,
        "numbers": statement.numbers,
        "filter": _filter_as_json(statement.filter) if statement.filter else None,
    }
    return {name: value for name, value in whole.items() if value}


def _filter_as_json(found_none: Filter) -> Mapping[str, str]:
    whole = {
        "sought": found_none.sought.value,
        "first": found_none.first.isoformat(),
        "last": found_none.last.isoformat(),
        "competency": found_none.competency,
        "behaviour": found_none.behaviour,
        "level": found_none.level,
    }
    return {name: value for name, value in whole.items() if value}


def _from_json(one: Mapping[str, Any]) -> Statement:
    return Statement(
        kind=_KINDS[one["kind"]],
        competency=one.get("competency"),
        behaviour=one.get("behaviour"),
        evidence=tuple(one.get("evidence", ())),
        numbers=tuple((name, value) for name, value in one.get("numbers", ())),
        filter=_filter_from_json(one["filter"]) if "filter" in one else None,
    )


def _filter_from_json(one: Mapping[str, str]) -> Filter:
    return Filter(
        sought=Sought(one["sought"]),
        first=date.fromisoformat(one["first"]),
        last=date.fromisoformat(one["last"]),
        competency=one.get("competency"),
        behaviour=one.get("behaviour"),
        level=one.get("level"),
    )
