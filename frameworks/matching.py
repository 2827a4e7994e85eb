"""Which new behaviour an old one became.

Matched by competency and id first, then by likeness of words within the competency, then anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from frameworks.model import Behaviour, BehaviourRef, Competency, Framework

LIKENESS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An old behaviour and the new one proposed for its evidence; `likeness` of their words is 0 to 1."""

    old: BehaviourRef
    new: BehaviourRef
    likeness: float

    @property
    def is_same_id(self) -> bool:
        """Whether the match follows from the id alone."""
        return self.old.behaviour == self.new.behaviour


def behaviours_of(framework: Framework) -> dict[BehaviourRef, Behaviour]:
    """All behaviours with their refs, illustrations included, in the order of the framework."""
    return {
        BehaviourRef(competency=competency.key, behaviour=behaviour.id): behaviour
        for competency in framework.competencies
        for behaviour in competency.behaviours
    }


def homes_of(old: Framework, new: Framework) -> dict[str, str]:
    """Keys of old competencies to those they became: with the same key, else the same id, else name."""
    homes: dict[str, str] = {}
    for names in (_keys, _ids, _names):
        free = [one for one in new.competencies if one.key not in homes.values()]
        by_name = {name: one.key for one in reversed(free) for name in names(one)}
        for competency in old.competencies:
            found = next((by_name[name] for name in names(competency) if name in by_name), None)
            if competency.key not in homes and found is not None and found not in homes.values():
                homes[competency.key] = found
    return homes


def matches_of(old: Framework, new: Framework, homes: Mapping[str, str]) -> Iterator[Match]:
    """The proposed mapping; each behaviour of either side stands in one match at most."""
    before, after = behaviours_of(old), behaviours_of(new)
    for ref in list(before):
        same = BehaviourRef(competency=homes.get(ref.competency, ""), behaviour=ref.behaviour)
        if same in after:
            likeness = _likeness(before.pop(ref), after.pop(same))
            yield Match(old=ref, new=same, likeness=likeness)
    for is_at_home in (True, False):
        for match in _likely(before, after, homes if is_at_home else None):
            if match.old in before and match.new in after:
                del before[match.old], after[match.new]
                yield match


def _keys(competency: Competency) -> tuple[str, ...]:
    return (competency.key,)


def _ids(competency: Competency) -> tuple[str, ...]:
    return (competency.id,)


def _names(competency: Competency) -> tuple[str, ...]:
    names = (competency.title, competency.id, *competency.aliases)
    return tuple(name.casefold() for name in names)


def _likely(
    before: Mapping[BehaviourRef, Behaviour],
    after: Mapping[BehaviourRef, Behaviour],
    homes: Mapping[str, str] | None,
) -> list[Match]:
    """Pairs whose words are alike, likest first; within the same competency where homes are given."""
    found = [
        Match(old=ref, new=other, likeness=likeness)
        for other, text in after.items()
        for ref, likeness in _alike(text, _candidates(before, homes, other))
    ]
    return sorted(found, key=lambda match: -match.likeness)


def _candidates(
    before: Mapping[BehaviourRef, Behaviour], homes: Mapping[str, str] | None, new: BehaviourRef
) -> Iterable[tuple[BehaviourRef, Behaviour]]:
    return (
        (ref, behaviour)
        for ref, behaviour in before.items()
        if homes is None or homes.get(ref.competency) == new.competency
    )


def _alike(
    new: Behaviour, candidates: Iterable[tuple[BehaviourRef, Behaviour]]
) -> Iterator[tuple[BehaviourRef, float]]:
    matcher = SequenceMatcher(None, (), _words(new), autojunk=False)
    for ref, behaviour in candidates:
        matcher.set_seq1(_words(behaviour))
        if matcher.real_quick_ratio() >= LIKENESS and matcher.quick_ratio() >= LIKENESS:
            likeness = matcher.ratio()
            if likeness >= LIKENESS:
                yield ref, likeness


def _likeness(one: Behaviour, other: Behaviour) -> float:
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _words(behaviour: Behaviour) -> list[str]:
    return behaviour.text.casefold().rstrip(" .").split()
