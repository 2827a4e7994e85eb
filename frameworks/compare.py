"""What changed between two versions of a framework, and where evidence on the old one belongs in the new.

What of the old version finds no match is orphaned: its evidence has no place in the new one yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from frameworks.matching import Match, behaviours_of, homes_of, matches_of
from frameworks.model import Behaviour, BehaviourRef, Competency, Framework, Level, Milestone

SUBJECTS = ("level", "competency", "behaviour", "milestone")
WAYS = ("added", "removed", "reworded", "example", "moved", "expects")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    `subject` is one of SUBJECTS, `way` one of WAYS; `id` is the id in the new version, or in the old one if
    removed (a competency's is its key). `competency` is the key that a behaviour belongs to. `before` and
    `after` are what a reader compares: the words if reworded, the example, the place if moved, what is asked.
    """

    subject: str
    way: str
    id: str
    competency: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All changes by subject in the order of the frameworks, and the proposed mapping of behaviours."""

    changes: tuple[Change, ...]
    matches: tuple[Match, ...]
    orphaned: tuple[BehaviourRef, ...]

    @property
    def mapping(self) -> Mapping[BehaviourRef, BehaviourRef]:
        """Old behaviours to new ones."""
        return MappingProxyType({match.old: match.new for match in self.matches})


def compare(old: Framework, new: Framework) -> Comparison:
    """What was added, removed, reworded or moved from old to new."""
    homes = homes_of(old, new)
    matches = tuple(matches_of(old, new, homes))
    matched = {match.old for match in matches}
    return Comparison(
        changes=(
            *_changes("level", *_levels(old, new)),
            *_changes("competency", *_competencies(old, new, homes)),
            *_behaviour_changes(old, new, matches),
            *_changes("milestone", *_milestones(old, new)),
        ),
        matches=matches,
        orphaned=tuple(ref for ref in behaviours_of(old) if ref not in matched),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """What is compared of one part; `asks` maps what a level asks for to how much."""

    words: str
    place: str
    example: str = ""
    asks: Mapping[str, str] = field(default_factory=dict)


def _changes(subject: str, before: Mapping[str, _Face], after: Mapping[str, _Face]) -> Iterator[Change]:
    for name, face in after.items():
        if name not in before:
            yield Change(subject=subject, way="added", id=name, after=face.words)
        else:
            yield from _differences(subject, name, before[name], face)
    for name, face in before.items():
        if name not in after:
            yield Change(subject=subject, way="removed", id=name, before=face.words)


def _differences(
    subject: str, name: str, old: _Face, new: _Face, competency: str | None = None
) -> Iterator[Change]:
    differing = [one for one in {**old.asks, **new.asks} if old.asks.get(one) != new.asks.get(one)]
    pairs = (
        ("reworded", old.words, new.words),
        ("example", old.example, new.example),
        ("moved", old.place, new.place),
        ("expects", _asked(old, differing), _asked(new, differing)),
    )
    for way, before, after in pairs:
        if before != after:
            yield Change(subject=subject, way=way, id=name, competency=competency, before=before, after=after)


def _asked(face: _Face, names: Iterable[str]) -> str:
    return ", ".join(f"{name} {face.asks[name]}" for name in names if name in face.asks)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _levels(old: Framework, new: Framework) -> tuple[dict[str, _Face], dict[str, _Face]]:
    before, after = ({level.id: _level_face(level) for level in one.levels} for one in (old, new))
    return before, after


def _level_face(level: Level) -> _Face:
    par = f"at par with {level.par}" if level.par else None
    part = f"part of {level.parent}" if level.parent else None
    asks = {key.partition("/")[2]: str(stage) for key, stage in level.expects.items()}
    if level.min_points is not None:
        asks["points"] = str(level.min_points)
    if level.needs:
        needs = level.needs
        figures = {"any": needs.any, "months": needs.months, "witnesses": needs.witnesses}
        asks |= {f"needs {name}": str(figure) for name, figure in figures.items() if figure is not None}
        asks |= {"needs required": " ".join(ref.behaviour for ref in needs.required)}
    place = _joined(f"{level.lane} {level.rank}", par, part, level.status)
    return _Face(words=f"{level.title}: {level.scope}", place=place, asks=asks)


def _competencies(
    old: Framework, new: Framework, homes: Mapping[str, str]
) -> tuple[dict[str, _Face], dict[str, _Face]]:
    before = {homes.get(one.key, one.key): _competency_face(one) for one in old.competencies}
    return before, {one.key: _competency_face(one) for one in new.competencies}


def _competency_face(competency: Competency) -> _Face:
    place = _joined(competency.key, competency.dimension, competency.category)
    return _Face(words=f"{competency.title}: {competency.about}", place=place)


def _milestones(old: Framework, new: Framework) -> tuple[dict[str, _Face], dict[str, _Face]]:
    before, after = ({one.id: _milestone_face(one) for one in side.milestones} for side in (old, new))
    return before, after


def _milestone_face(milestone: Milestone) -> _Face:
    place = _joined(milestone.level, milestone.trigger, *milestone.competencies)
    return _Face(words=milestone.text, place=place)


def _behaviour_changes(old: Framework, new: Framework, matches: tuple[Match, ...]) -> Iterator[Change]:
    before, after = behaviours_of(old), behaviours_of(new)
    source = {match.new: match.old for match in matches}
    for ref, behaviour in after.items():
        if ref not in source:
            yield _bare_change("added", ref, after=behaviour.text)
            continue
        was = _behaviour_face(old, source[ref], before[source[ref]])
        face = _behaviour_face(new, ref, behaviour)
        yield from _differences("behaviour", ref.behaviour, was, face, ref.competency)
    matched = set(source.values())
    for ref, behaviour in before.items():
        if ref not in matched:
            yield _bare_change("removed", ref, before=behaviour.text)


def _bare_change(way: str, ref: BehaviourRef, *, before: str = "", after: str = "") -> Change:
    return Change(
        subject="behaviour",
        way=way,
        id=ref.behaviour,
        competency=ref.competency,
        before=before,
        after=after,
    )


def _behaviour_face(framework: Framework, ref: BehaviourRef, behaviour: Behaviour) -> _Face:
    stages = framework.competency(ref.competency).stages
    holding = [stage for stage in stages if any(one.id == ref.behaviour for one in stage.behaviours)]
    where = (stage.level or f"stage {stage.number}" for stage in holding)
    kind = None if behaviour.kind == "behaviour" else behaviour.kind
    place = _joined(ref.competency, *where, kind, None if behaviour.required else "optional")
    return _Face(words=behaviour.text, place=place, example=behaviour.example or "")
