"""A progression summary, made by fixed rules from what its readers may read (DESIGN 7).

The same inputs give the same statements in the same order, whatever the order of the inputs. It never gives a
score, a rank or a decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bot.domain.changes import changes
from bot.domain.coverage import cautions, coverage, skills_unrecorded
from bot.domain.periods import Period
from bot.domain.progress import (
    milestones_met,
    no_milestone,
    other_contrary,
    others_shown,
    skill_statements,
)
from bot.domain.questions import questions
from bot.domain.stages import aimed_at, next_target
from bot.domain.standing import NoOpportunity, Word, in_order, standings
from bot.domain.statements import Filter, Number, Sought, Statement, StatementKind
from frameworks.model import Framework, Level, expectations
from storage.records import Evidence

_STRENGTHS = (
    StatementKind.SKILL_STANDS,
    StatementKind.SHOWN,
    StatementKind.GIVEN_BY_STAGE,
    StatementKind.MILESTONE_MET,
    StatementKind.EMERGING,
    StatementKind.COVERAGE,
)
_GAPS = (
    StatementKind.EMPTY_PERIOD,
    StatementKind.NOT_YET,
    StatementKind.SKILL_UNRECORDED,
    StatementKind.NOTHING_RECORDED,
    StatementKind.SHOWN_BEFORE,
    StatementKind.NO_OPPORTUNITY,
    StatementKind.NO_MILESTONE,
    StatementKind.UNWITNESSED,
    StatementKind.ONE_VOICE,
    StatementKind.MOSTLY_RECENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a member is placed: a framework and a level of it since a day, and the hat beside, if any.

    `level` is None on a framework without levels, or while it is not settled. A contractor has neither level
    nor standing (DESIGN 5.8): what was noted of them is told, and measured against nothing.
    """

    framework: Framework
    level: str | None
    since: date
    second: Framework | None = None
    is_contractor: bool = False


def summarise(
    *,
    placed: Placed | None,
    evidence: Iterable[Evidence],
    words: Iterable[Word] = (),
    no_opportunity: Iterable[NoOpportunity] = (),
    period: Period,
    previous: Sequence[Statement] | None = None,
) -> tuple[Statement, ...]:
    """Everything that a summary says, section by section.

    `evidence`, `words` and `no_opportunity` are what all its readers may read, and no more; the evidence goes
    back beyond the look-back of standing, as what was shown before is still said. `previous` is the last
    summary of the same scope.
    """
    pieces = in_order(evidence)
    within = [piece for piece in pieces if piece.happened_on in period]
    aim = _aim_of(placed)
    said = [*_frame(placed, aim, period)]
    if aim:
        said += _standing(aim, pieces, words, no_opportunity, period.last)
    said += other_contrary(pieces, said, period.last)
    said += _period(placed, aim, within, period)
    if previous is not None:
        said += changes(previous, said, within, period)
    return (*said, *questions(said))


def strengths(statements: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    """The claims that speak for somebody, the firmest first, and one a skill before a second."""
    return _foremost((one for one in statements if not _is_all_contrary(one)), _STRENGTHS, most)


def gaps(statements: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    """What is missing, what somebody's word says first, and one a skill before a second."""
    return _foremost(statements, _GAPS, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aim:
    """What standing is told toward: a target level, or the whole of a framework without levels.

    At the top of a lane the target is the level itself.
    """

    framework: Framework
    level: Level | None
    target: Level | None

    @property
    def level_id(self) -> str | None:
        """The id of the level placed at."""
        return self.level.id if self.level else None

    @property
    def target_id(self) -> str | None:
        """The id of the target level."""
        return self.target.id if self.target else None

    @property
    def expected(self) -> tuple[str, ...]:
        """The skills that the level placed at or the target expects, in the framework's order."""
        refs = expectations(self.framework, self.level_id) | aimed_at(self.framework, self.target_id)
        keys = {ref.competency for ref in refs}
        return tuple(one.key for one in self.framework.competencies if one.key in keys)


def _aim_of(placed: Placed | None) -> _Aim | None:
    """None where there is no placement, or its level is not settled or not of this framework."""
    if placed is None or placed.is_contractor:
        return None
    if placed.framework.is_one_sheet:
        return _Aim(framework=placed.framework, level=None, target=None)
    level = placed.framework.find_level(placed.level) if placed.level else None
    if level is None:
        return None
    above = next_target(placed.framework, level.id)
    return _Aim(framework=placed.framework, level=level, target=above or level)


def _frame(placed: Placed | None, aim: _Aim | None, period: Period) -> Iterator[Statement]:
    days = (("first", period.first.isoformat()), ("last", period.last.isoformat()))
    yield Statement(kind=StatementKind.PERIOD, numbers=days)
    if placed is None:
        none = Filter(sought=Sought.PLACEMENT, first=period.last, last=period.last)
        yield Statement(kind=StatementKind.NO_PLACEMENT, filter=none)
        return
    level = (("level", aim.level.id),) if aim and aim.level else ()
    since = ("since", placed.since.isoformat())
    numbers = (("framework", placed.framework.id), *level, since)
    yield Statement(kind=StatementKind.PLACED, numbers=numbers)
    if placed.second:
        yield Statement(kind=StatementKind.SECOND_CLUSTER, numbers=(("framework", placed.second.id),))
    if aim is None and not placed.is_contractor:
        none = Filter(sought=Sought.LEVEL, first=period.last, last=period.last, level=placed.level)
        yield Statement(kind=StatementKind.NO_LEVEL, filter=none)
    elif aim and aim.level and aim.target:
        yield from _levels(aim.framework, aim.level, aim.target, _whole_months(placed.since, period.last))


def _levels(framework: Framework, level: Level, target: Level, months: int) -> Iterator[Statement]:
    is_top = level is target
    toward = StatementKind.TOP_LEVEL if is_top else StatementKind.TOWARD
    yield Statement(kind=toward, numbers=(("level", target.id),))
    given = len(expectations(framework, level.id))
    if given:
        numbers = (("level", level.id), ("behaviours", given))
        yield Statement(kind=StatementKind.GIVEN_BY_LEVEL, numbers=numbers)
    needs = () if is_top else tuple(_needs(target, months))
    if needs:
        yield Statement(kind=StatementKind.LEVEL_NEEDS, numbers=(("level", target.id), *needs))


def _needs(target: Level, months_so_far: int) -> Iterator[tuple[str, Number]]:
    """What the level asks beyond the defaults, in the framework's own numbers."""
    if target.min_points:
        yield "points", target.min_points
    if target.needs is None:
        return
    if target.needs.any:
        yield "any", target.needs.any
    if target.needs.witnesses and target.needs.witnesses > 1:
        yield "witnesses", target.needs.witnesses
    if target.needs.months:
        yield "months", target.needs.months
        yield "months_so_far", months_so_far


def _standing(
    aim: _Aim,
    evidence: Sequence[Evidence],
    words: Iterable[Word],
    no_opportunity: Iterable[NoOpportunity],
    as_of: date,
) -> Iterator[Statement]:
    skills = standings(
        aim.framework,
        level=aim.level_id,
        target=aim.target_id,
        evidence=evidence,
        words=words,
        no_opportunity=no_opportunity,
        as_of=as_of,
    )
    yield from chain.from_iterable(skill_statements(skill, as_of) for skill in skills)
    yield from others_shown(aim.framework, aim.target, skills)


def _period(
    placed: Placed | None, aim: _Aim | None, within: Sequence[Evidence], period: Period
) -> Iterator[Statement]:
    """What the period holds: milestones, coverage, and what to keep in mind when reading it."""
    if not within:
        none = Filter(sought=Sought.EVIDENCE, first=period.first, last=period.last)
        yield Statement(kind=StatementKind.EMPTY_PERIOD, filter=none)
        return
    frameworks = [one for one in (placed.framework, placed.second) if one] if placed else []
    met = list(milestones_met(within, frameworks))
    yield from met
    if aim:
        yield from no_milestone(met, aim.framework, aim.target, period)
    yield from coverage(within, [one.key for framework in frameworks for one in framework.competencies])
    yield from cautions(within, period)
    if aim:
        yield from skills_unrecorded(within, aim.expected, period)


def _whole_months(since: date, last: date) -> int:
    months = (last.year - since.year) * 12 + last.month - since.month
    return max(0, months - (last.day < since.day))


def _is_all_contrary(one: Statement) -> bool:
    return one.count("contrary") == len(one.evidence)


def _foremost(
    statements: Iterable[Statement], kinds: Sequence[StatementKind], most: int
) -> tuple[Statement, ...]:
    found = sorted((one for one in statements if one.kind in kinds), key=lambda one: kinds.index(one.kind))
    first: dict[object, Statement] = {}
    for one in found:
        first.setdefault(one.competency or one, one)
    rest = [one for one in found if one not in first.values()]
    return (*first.values(), *rest)[:most]
