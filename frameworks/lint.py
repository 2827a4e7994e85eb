"""What is legal in a framework and yet likely to fail the people who use it. Warnings of DESIGN 4."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from frameworks.findings import Finding
from frameworks.load import Loaded
from frameworks.model import DIMENSIONS, Competency, Framework, Level, expectations
from frameworks.reading.page import address
from frameworks.vague import vagueness

FEWEST_BEHAVIOURS = 6
ALIKE = 0.8


def lint(loaded: Loaded) -> tuple[Finding, ...]:
    """Warnings by line; none for a file with errors, or on parts that another file defines."""
    if loaded.framework is None:
        return ()
    found = _Linter(loaded, loaded.framework).findings()
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.what)))


class _Linter:
    def __init__(self, loaded: Loaded, framework: Framework) -> None:
        self._loaded = loaded
        self._framework = framework

    def findings(self) -> Iterator[Finding]:
        yield from self._managers_without_par()
        yield from self._pars_that_do_not_rise()
        yield from self._levels_alike()
        yield from self._dimensions_left_out()
        for competency in self._framework.competencies:
            yield from self._competency(competency)

    def _warn(self, mark: str, what: str, how: str) -> Finding:
        line = self._loaded.marks.get(mark, 1)
        return Finding(path=self._loaded.path, line=line, what=what, how=how, is_error=False)

    def _manager_levels(self) -> Iterator[list[Level]]:
        """Per manager lane, its levels by rank."""
        for lane in self._framework.lanes:
            if lane.kind == "manager":
                levels = (level for level in self._framework.levels if level.lane == lane.id)
                yield sorted(levels, key=lambda level: level.rank)

    def _managers_without_par(self) -> Iterator[Finding]:
        for levels in self._manager_levels():
            for level in levels:
                if level.par is None and level.parent is None:
                    what = f"Manager level {level.id} names no level at par"
                    how = (
                        "Add `par:` with the level of equal standing, so that neither lane is above the other"
                    )
                    yield self._warn(address("level", level.id), what, how)

    def _pars_that_do_not_rise(self) -> Iterator[Finding]:
        for levels in self._manager_levels():
            for lower, higher in pairwise(level for level in levels if level.par):
                low, high = self._par_rank(lower), self._par_rank(higher)
                if higher.rank > lower.rank and high <= low:
                    what = (
                        f"Level {higher.id} is at par with {higher.par}, {lower.id} below it with {lower.par}"
                    )
                    yield self._warn(address("level", higher.id), what, "Let pars rise with the levels")

    def _par_rank(self, level: Level) -> int:
        return self._framework.level(level.par or "").rank

    def _levels_alike(self) -> Iterator[Finding]:
        asked = {level.id: expectations(self._framework, level.id) for level in self._framework.levels}
        for one, other in combinations(self._framework.levels, 2):
            if one.lane == other.lane and asked[one.id] == asked[other.id] and _are_alike(one, other):
                what = f"Levels {one.id} and {other.id} expect the same and their scopes say much the same"
                how = "Say in `scope` or `expects` what sets them apart, or make them one"
                yield self._warn(address("level", other.id), what, how)

    def _dimensions_left_out(self) -> Iterator[Finding]:
        used = {competency.dimension for competency in self._framework.competencies}
        for dimension in DIMENSIONS:
            if used and dimension not in used:
                what = f"No competency grows `{dimension}`"
                how = "Give a competency this `dimension`, or add one that has it"
                yield self._warn(address("framework"), what, how)

    def _competency(self, competency: Competency) -> Iterator[Finding]:
        mark = address("competency", competency.key)
        if mark not in self._loaded.marks:
            return
        count = sum(not behaviour.is_illustration for behaviour in competency.behaviours)
        if count < FEWEST_BEHAVIOURS and not self._framework.is_one_sheet:
            what = f"Competency {competency.id} has {count} behaviours"
            yield self._warn(mark, what, f"Add examples of it until there are {FEWEST_BEHAVIOURS} or more")
        for behaviour in competency.behaviours:
            place = address("behaviour", competency.key, behaviour.id)
            why = None if behaviour.is_illustration else vagueness(behaviour.text)
            if why and place in self._loaded.marks:
                what = f"“{_short(behaviour.text)}” is hard to observe: {why}"
                yield self._warn(place, what, "Begin with what somebody does and others can see")


def _are_alike(one: Level, other: Level) -> bool:
    if (one.min_points, one.needs) != (other.min_points, other.needs):
        return False
    first, second = one.scope.casefold().split(), other.scope.casefold().split()
    return first == second or SequenceMatcher(None, first, second).ratio() >= ALIKE


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
