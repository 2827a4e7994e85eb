"""Counts that reveal nobody (DESIGN 5.12): how many people of a group, told only in steps of four.

A company is cut into groups of four people or more. Of each group and skill it is told how many people a
thing is true of, rounded down to a multiple of four; what holds for all is the sum of what is told of the
groups, so that it tells nothing beside them. Whatever is added or taken from one another is then a multiple
of four too, and each figure stands for itself or up to three more: no sum or difference of figures can only
mean one, two or three people. What was told of a quarter is told again as it was.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from frameworks.model import Framework

FEWEST = 4
REST: str | None = None
"""The group of all who are in no group of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """At least so many people of a group, in which `unit` is None for those of all small units together."""

    unit: str | None
    competency: str
    at_least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is told of one quarter: the groups that there were, and a figure where it is four or more."""

    groups: tuple[str | None, ...]
    figures: tuple[Figure, ...]

    def of(self, unit: str | None) -> tuple[Figure, ...]:
        """The figures of one group, the highest first."""
        mine = [one for one in self.figures if one.unit == unit]
        return tuple(sorted(mine, key=lambda one: (-one.at_least, one.competency)))

    @property
    def totals(self) -> tuple[Figure, ...]:
        """The same for everybody, as sums of what is told of the groups."""
        sums: dict[str, int] = {}
        for one in self.figures:
            sums[one.competency] = sums.get(one.competency, 0) + one.at_least
        return tuple(
            Figure(unit=REST, competency=competency, at_least=count)
            for competency, count in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsSeen:
    """The reports that are told, by quarter, the newest first, and the frameworks that name their skills."""

    reports: tuple[tuple[str, Report], ...]
    frameworks: tuple[Framework, ...]


def groups_of(units: Mapping[str, str]) -> dict[str | None, frozenset[str]]:
    """People, by person with their unit, in groups of four or more; nothing where there are fewer in all.

    A unit of fewer is merged upward; where those who are left are fewer, so is the smallest of the others.
    """
    members: dict[str | None, set[str]] = {}
    for person, unit in units.items():
        members.setdefault(unit, set()).add(person)
    found = {unit: frozenset(people) for unit, people in members.items() if len(people) >= FEWEST}
    rest = frozenset(units) - frozenset().union(*found.values())
    while found and 0 < len(rest) < FEWEST:
        smallest = min(found, key=lambda unit: (len(found[unit]), unit or ""))
        rest |= found.pop(smallest)
    return found | ({REST: rest} if len(rest) >= FEWEST else {})


def report_of(units: Mapping[str, str], marked: Mapping[str, Collection[str]]) -> Report:
    """What may be told of the people who are counted; `marked` are the people of each skill."""
    groups = groups_of(units)
    figures = [
        Figure(unit=unit, competency=competency, at_least=told)
        for unit, people in groups.items()
        for competency, several in sorted(marked.items())
        if (told := steps_of_four(len(people.intersection(several))))
    ]
    return Report(groups=tuple(groups), figures=tuple(figures))


def steps_of_four(count: int) -> int:
    """A count as it is told: the multiple of four at or below it."""
    return count // FEWEST * FEWEST


def narrowed(report: Report, competencies: Collection[str]) -> Report:
    """The same report of some skills alone."""
    kept = tuple(one for one in report.figures if one.competency in competencies)
    return Report(groups=report.groups, figures=kept)


def report_as_json(report: Report) -> str:
    """The one text of a report, to be kept."""
    figures: Iterable[tuple[str | None, str, int]] = (
        (one.unit, one.competency, one.at_least) for one in report.figures
    )
    return json.dumps({"groups": report.groups, "figures": list(figures)}, separators=(",", ":"))


def report_from_json(text: str) -> Report:
    """The report of a text made by `report_as_json`."""
    told = json.loads(text)
    figures = tuple(
        Figure(unit=unit, competency=competency, at_least=count)
        for unit, competency, count in told["figures"]
    )
    return Report(groups=tuple(told["groups"]), figures=figures)
