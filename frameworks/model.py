"""What growth means, as values: a framework, its parts, and what each level asks.

A framework stands here with `extends` resolved. It describes a competency in one of two ways: by stages that
levels expect (`Level.expects`), or by level, where each stage carries its level (`Stage.level`).
A framework without levels is one sheet: nothing of it is expected of anybody yet, all of it can be aimed at;
its level id is None wherever one is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")

DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {"experience": "Experience", "influence": "Influence", "capabilities": "Capabilities"}
)
TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        "scope": "Took on wider scope",
        "coaching": "Coached others",
        "training": "Trained others",
        "cross_functional": "Led across teams",
        "ownership": "Owned an outcome",
    }
)
LANE_KINDS = ("ic", "manager", "shared")
BEHAVIOUR_KINDS = ("behaviour", "criterion", "signal", "example", "summary")
ILLUSTRATIONS = ("example", "summary")
STATUSES = ("draft", "legacy")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class BehaviourRef:
    """Names one behaviour of a framework: the competency's key and the behaviour's id within it."""

    competency: str
    behaviour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """One observable sentence.

    `example` is one text, a line for each real example. An illustration (kind `example` or `summary`)
    explains a stage and is expected of nobody. What is not `required` counts toward `Needs.any` alone.
    """

    id: str
    text: str
    example: str | None = None
    kind: str = "behaviour"
    required: bool = True
    links: tuple[str, ...] = ()

    @property
    def is_illustration(self) -> bool:
        """Whether it only explains its stage."""
        return self.kind in ILLUSTRATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step of one competency.

    `number` counts from 1 in a competency described by stages; in one described by level it is the rank of
    `level`, so levels of two lanes may share a number.
    """

    number: int
    title: str | None = None
    level: str | None = None
    behaviours: tuple[Behaviour, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """A named skill.

    `key` is "origin/id", where origin is the framework file that defines it: a competency taken through
    `extends` keeps its origin, so evidence on it stacks across clusters.
    """

    key: str
    id: str
    title: str
    dimension: str | None = None
    about: str = ""
    category: str | None = None
    aliases: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()

    @property
    def origin(self) -> str:
        """The id of the framework file that defines it."""
        return self.key.partition("/")[0]

    @property
    def is_by_level(self) -> bool:
        """Whether it is described by level instead of by stages."""
        return any(stage.level is not None for stage in self.stages)

    @property
    def behaviours(self) -> tuple[Behaviour, ...]:
        """Its behaviours from the first stage up, each once."""
        first: dict[str, Behaviour] = {}
        for stage in self.stages:
            for one in stage.behaviours:
                first.setdefault(one.id, one)
        return tuple(first.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A way to grow; `kind` is one of LANE_KINDS. A shared lane is the trunk of the others."""

    id: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a level asks beyond the default of DESIGN 7.

    All of `required`, `any` of the other behaviours, `months` at the level before, `witnesses` on each.
    """

    required: tuple[BehaviourRef, ...] = ()
    any: int | None = None
    months: int | None = None
    witnesses: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A step in a lane.

    `expects` maps competency keys to stages. `par` names the level of another lane that is equal in standing,
    `parent` the level that this one is a sub-level of. A level by points holds the least total in
    `min_points` (see `Framework.stage_points`) and may expect no stage in particular.
    """

    id: str
    lane: str
    title: str
    scope: str = ""
    rank: int
    par: str | None = None
    parent: str | None = None
    expects: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    needs: Needs | None = None
    status: str | None = None
    min_points: int | None = None
    aliases: tuple[str, ...] = ()

    def is_at_par_with(self, other: Level) -> bool:
        """Whether both are equal in standing in two lanes: one names the other, or both name a third."""
        are_siblings = self.par is not None and self.par in {other.id, other.par}
        return self.lane != other.lane and (are_siblings or other.par == self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """An observable sign that someone operates at a level; `competencies` are keys."""

    id: str
    level: str
    trigger: str
    text: str
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One cluster's framework.

    `dimensions` and `triggers` map ids to words and always hold the built-in ones; `status` is None where the
    framework is in force; `stage_points` says what stage 1, 2, … is worth where levels go by points.
    """

    id: str
    version: str
    title: str
    status: str | None = None
    owners: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    dimensions: Mapping[str, str] = field(default_factory=lambda: DIMENSIONS, hash=False)
    triggers: Mapping[str, str] = field(default_factory=lambda: TRIGGERS, hash=False)
    lanes: tuple[Lane, ...] = ()
    levels: tuple[Level, ...] = ()
    competencies: tuple[Competency, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    stage_points: tuple[int, ...] = ()

    @property
    def is_one_sheet(self) -> bool:
        """Whether it has no levels."""
        return not self.levels

    def find_lane(self, lane_id: str) -> Lane | None:
        """The lane, or None."""
        return next((lane for lane in self.lanes if lane.id == lane_id), None)

    def find_level(self, level_id: str) -> Level | None:
        """The level, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def find_competency(self, key: str) -> Competency | None:
        """The competency with this key ("origin/id"), or None."""
        return next((one for one in self.competencies if one.key == key), None)

    def find_behaviour(self, ref: BehaviourRef) -> Behaviour | None:
        """The behaviour, or None."""
        competency = self.find_competency(ref.competency)
        behaviours = competency.behaviours if competency else ()
        return next((one for one in behaviours if one.id == ref.behaviour), None)

    def find_milestone(self, milestone_id: str) -> Milestone | None:
        """The milestone, or None."""
        return next((one for one in self.milestones if one.id == milestone_id), None)

    def lane(self, lane_id: str) -> Lane:
        """The lane; raises KeyError."""
        return _found(self.find_lane(lane_id), lane_id)

    def level(self, level_id: str) -> Level:
        """The level; raises KeyError."""
        return _found(self.find_level(level_id), level_id)

    def competency(self, key: str) -> Competency:
        """The competency with this key ("origin/id"); raises KeyError."""
        return _found(self.find_competency(key), key)

    def behaviour(self, ref: BehaviourRef) -> Behaviour:
        """The behaviour; raises KeyError."""
        return _found(self.find_behaviour(ref), ref)

    def milestone(self, milestone_id: str) -> Milestone:
        """The milestone; raises KeyError."""
        return _found(self.find_milestone(milestone_id), milestone_id)


def behaviour_id(text: str) -> str:
    """The id of a behaviour that gives none: it follows the words, not their place, case or closing stop."""
    plain = " ".join(text.casefold().split()).rstrip(" .")
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def observable(framework: Framework) -> frozenset[BehaviourRef]:
    """All behaviours of the framework that a person can show; illustrations are left out."""
    return frozenset(_refs(framework.competencies))


def expectations(framework: Framework, level_id: str | None) -> frozenset[BehaviourRef]:
    """The behaviours that a level asks: those at or below the stage it expects of each competency.

    A competency described by level asks what it says for the levels up to this one in the same lane and in
    shared lanes; where it says nothing for the lane, what it asks at the level at par. None asks nothing.
    Raises KeyError for an unknown level.
    """
    if level_id is None:
        return frozenset()
    level = framework.level(level_id)
    return frozenset(
        BehaviourRef(competency=competency.key, behaviour=behaviour.id)
        for competency in framework.competencies
        for stage in _stages_expected(framework, competency, level)
        for behaviour in stage.behaviours
        if not behaviour.is_illustration
    )


def behaviours_beyond(
    framework: Framework, level_id: str | None, target_id: str | None
) -> Mapping[str, tuple[BehaviourRef, ...]]:
    """What a target level asks beyond the current one, per competency key, in the order of the framework.

    Competencies that ask nothing more are left out. A target of None is the whole sheet of a framework
    without levels. Raises KeyError for an unknown level.
    """
    target = observable(framework) if target_id is None else expectations(framework, target_id)
    more = target - expectations(framework, level_id)
    return MappingProxyType(
        {
            competency.key: refs
            for competency in framework.competencies
            if (refs := tuple(ref for ref in _refs((competency,)) if ref in more))
        }
    )


def next_levels(framework: Framework, level_id: str | None) -> tuple[Level, ...]:
    """Where one may go from a level: up first, then sideways to levels at par in other lanes.

    Up is the next rank of the own lane with the shared lanes as its trunk, so a shared level may lead into
    several lanes. Levels with a status (draft, legacy) are never offered. Raises KeyError for an unknown
    level.
    """
    if level_id is None:
        return ()
    level = framework.level(level_id)
    up = [one for trunk in _trunks(framework, level) for one in _next_rank(framework, trunk, level.rank)]
    own_lane_first = sorted(up, key=lambda one: one.lane != level.lane)
    sideways = [one for one in framework.levels if one.is_at_par_with(level)]
    return tuple(dict.fromkeys(one for one in (*own_lane_first, *sideways) if one.status is None))


def stage_of(framework: Framework, ref: BehaviourRef) -> int:
    """The number of the first stage that holds a behaviour; raises KeyError."""
    numbers = stages_of(framework, ref)
    if not numbers:
        raise KeyError(ref)
    return numbers[0]


def stages_of(framework: Framework, ref: BehaviourRef) -> tuple[int, ...]:
    """The numbers of all stages that hold a behaviour, lowest first; empty where there is none."""
    competency = framework.find_competency(ref.competency)
    stages = competency.stages if competency else ()
    return tuple(
        sorted(stage.number for stage in stages if any(one.id == ref.behaviour for one in stage.behaviours))
    )


def _found(thing: T | None, name: object) -> T:
    if thing is None:
        raise KeyError(name)
    return thing


def _refs(competencies: Iterable[Competency]) -> Iterator[BehaviourRef]:
    for competency in competencies:
        for behaviour in competency.behaviours:
            if not behaviour.is_illustration:
                yield BehaviourRef(competency=competency.key, behaviour=behaviour.id)


def _stages_expected(framework: Framework, competency: Competency, level: Level) -> Iterator[Stage]:
    if not competency.is_by_level:
        expected = level.expects.get(competency.key, 0)
        return (stage for stage in competency.stages if stage.number <= expected)
    shared = _shared_lanes(framework)
    lane_of = {one.id: one.lane for one in framework.levels}
    described = {lane_of.get(stage.level or "") for stage in competency.stages if stage.behaviours}
    par = framework.find_level(level.par) if level.par else None
    seen_from = level if par is None or level.lane in described else par
    lanes = {seen_from.lane, *shared}
    return (
        stage
        for stage in competency.stages
        if stage.number <= seen_from.rank and lane_of.get(stage.level or "") in lanes
    )


def _shared_lanes(framework: Framework) -> frozenset[str]:
    return frozenset(lane.id for lane in framework.lanes if lane.kind == "shared")


def _trunks(framework: Framework, level: Level) -> tuple[frozenset[str], ...]:
    """The sets of lanes in which the next rank is looked for: a way up is a lane and the shared ones."""
    shared = _shared_lanes(framework)
    own = (level.lane,) if level.lane not in shared else tuple(lane.id for lane in framework.lanes)
    return tuple(frozenset((lane, *shared)) for lane in own)


def _next_rank(framework: Framework, lanes: frozenset[str], rank: int) -> tuple[Level, ...]:
    above = [one for one in framework.levels if one.lane in lanes and one.status is None and one.rank > rank]
    least = min((one.rank for one in above), default=None)
    return tuple(one for one in above if one.rank == least)
