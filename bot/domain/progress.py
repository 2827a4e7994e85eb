"""What a summary says of standing: each skill, its behaviours, what speaks against, and milestones met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from bot.domain.periods import Period, months_before
from bot.domain.stages import required_of
from bot.domain.standing import (
    LOOK_BACK_MONTHS,
    SETTLED,
    SkillStanding,
    Standing,
    State,
    witnesses_of,
)
from bot.domain.statements import Filter, Number, Sought, Statement, StatementKind
from frameworks.model import BehaviourRef, Framework, Level, Milestone
from storage.records import Evidence

_SEEN = frozenset({State.GIVEN, State.SHOWN, State.EMERGING})


def skill_statements(skill: SkillStanding, as_of: date) -> Iterator[Statement]:
    """One skill: whether it stands, then each behaviour beyond the level, with what speaks against it."""
    beyond = [one for one in skill.standings if one.is_beyond]
    rests_on = _evidence_of(one for one in beyond if one.state in _SEEN)
    if rests_on:
        yield Statement(
            kind=StatementKind.SKILL_STANDS if skill.stands else StatementKind.SKILL_PARTLY,
            competency=skill.competency,
            evidence=rests_on,
            numbers=(
                ("shown", sum(one.state in SETTLED for one in beyond)),
                ("emerging", sum(one.state is State.EMERGING for one in beyond)),
                ("of", len(beyond)),
            ),
        )
    for one in skill.standings:
        if one.is_beyond:
            yield _behaviour_statement(one, as_of)
        yield from _contrary_to(one)


def others_shown(
    framework: Framework, target: Level | None, skills: Sequence[SkillStanding]
) -> Iterator[Statement]:
    """How many behaviours that are not required by name are shown, where the level asks for any N."""
    needs = target.needs if target else None
    if needs is None or not needs.any:
        return
    beyond = [one for skill in skills for one in skill.standings if one.is_beyond]
    by_skill = ((framework.competency(skill.competency), skill.standings) for skill in skills)
    required = frozenset[BehaviourRef]().union(
        *(required_of(skill, (one.ref for one in each), needs) for skill, each in by_skill)
    )
    found = [one for one in beyond if one.state in SETTLED and one.ref not in required]
    if found:
        numbers = (("shown", len(found)), ("any", needs.any))
        yield Statement(kind=StatementKind.OTHERS_SHOWN, evidence=_evidence_of(found), numbers=numbers)


def other_contrary(
    evidence: Iterable[Evidence], said: Iterable[Statement], as_of: date
) -> Iterator[Statement]:
    """What speaks against, within the look-back, on what `said` did not name: nothing is left out."""
    since = months_before(as_of, LOOK_BACK_MONTHS)
    named = {name for one in said if one.kind is StatementKind.CONTRARY for name in one.evidence}
    groups: dict[tuple[str, str], list[str]] = {}
    for piece in evidence:
        if piece.is_favourable or piece.id in named or not since <= piece.happened_on <= as_of:
            continue
        marked = {(mark.competency or "", mark.behaviour or "") for mark in piece.marks}
        for place in marked or {("", "")}:
            groups.setdefault(place, []).append(piece.id)
    for competency, behaviour in sorted(groups):
        yield _contrary(competency or None, behaviour or None, tuple(groups[competency, behaviour]))


def milestones_met(evidence: Iterable[Evidence], frameworks: Sequence[Framework]) -> Iterator[Statement]:
    """The milestones that favourable evidence of a period marks, in the frameworks' order."""
    marked: dict[tuple[str, str], list[Evidence]] = {}
    for piece in evidence:
        if piece.is_favourable:
            found = ((mark.framework, mark.milestone) for mark in piece.marks)
            for framework_id, milestone_id in dict.fromkeys(found):
                marked.setdefault((framework_id, milestone_id or ""), []).append(piece)
    for framework in frameworks:
        for milestone in framework.milestones:
            if pieces := marked.get((framework.id, milestone.id)):
                yield _met(framework, milestone, pieces)


def no_milestone(
    met: Iterable[Statement], framework: Framework, target: Level | None, period: Period
) -> Iterator[Statement]:
    """The absence of a milestone of the target level, where it has any and none of them was met."""
    level = target.id if target else None
    sought = {one.id for one in framework.milestones if one.level == level}
    if sought and sought.isdisjoint(one.text("milestone") for one in met):
        none = Filter(sought=Sought.MILESTONE, first=period.first, last=period.last, level=level)
        yield Statement(kind=StatementKind.NO_MILESTONE, filter=none)


def _behaviour_statement(one: Standing, as_of: date) -> Statement:
    if one.state is State.GIVEN:
        return _claim(StatementKind.GIVEN_BY_STAGE, one, ("stage", one.given_by or 0))
    if one.state is State.SHOWN:
        return _claim(StatementKind.SHOWN, one, *_seen(one))
    if one.state is State.NOT_YET:
        return _not_yet(one)
    since = months_before(as_of, LOOK_BACK_MONTHS)
    if one.last_seen is not None:
        is_recent = one.last_seen >= since
        return _claim(StatementKind.EMERGING if is_recent else StatementKind.SHOWN_BEFORE, one, *_seen(one))
    if one.no_opportunity_on is not None:
        return _absence(StatementKind.NO_OPPORTUNITY, one.ref, Sought.EVIDENCE, one.no_opportunity_on, as_of)
    return _absence(StatementKind.NOTHING_RECORDED, one.ref, Sought.FAVOURABLE, since, as_of)


def _claim(kind: StatementKind, one: Standing, *numbers: tuple[str, Number]) -> Statement:
    return Statement(
        kind=kind,
        competency=one.ref.competency,
        behaviour=one.ref.behaviour,
        evidence=one.favourable,
        numbers=numbers,
    )


def _seen(one: Standing) -> Iterator[tuple[str, Number]]:
    yield "days", one.days
    yield "witnesses", one.witnesses
    if one.last_seen:
        yield "last_seen", one.last_seen.isoformat()


def _not_yet(one: Standing) -> Statement:
    """The word, to be quoted, after what speaks for the behaviour."""
    word = one.word
    if word is None:
        raise ValueError(f"{one.ref}: only a named person's word says not yet")
    return Statement(
        kind=StatementKind.NOT_YET,
        competency=one.ref.competency,
        behaviour=one.ref.behaviour,
        evidence=tuple(dict.fromkeys((*one.favourable, word.said_in))),
        numbers=(
            ("person", word.person_id),
            ("on", word.on.isoformat()),
            ("quoted", word.said_in),
            ("favourable", len(one.favourable)),
        ),
    )


def _absence(kind: StatementKind, ref: BehaviourRef, sought: Sought, first: date, last: date) -> Statement:
    none = Filter(sought=sought, first=first, last=last, competency=ref.competency, behaviour=ref.behaviour)
    return Statement(kind=kind, competency=ref.competency, behaviour=ref.behaviour, filter=none)


def _contrary_to(one: Standing) -> Iterator[Statement]:
    quoted = one.word.said_in if one.word and one.state is State.NOT_YET else None
    against = tuple(name for name in one.contrary if name != quoted)
    if against:
        yield _contrary(one.ref.competency, one.ref.behaviour, against)


def _contrary(competency: str | None, behaviour: str | None, against: tuple[str, ...]) -> Statement:
    return Statement(
        kind=StatementKind.CONTRARY,
        competency=competency,
        behaviour=behaviour,
        evidence=against,
        numbers=(("pieces", len(against)),),
    )


def _met(framework: Framework, milestone: Milestone, pieces: Sequence[Evidence]) -> Statement:
    witnesses = frozenset(chain.from_iterable(witnesses_of(piece) for piece in pieces))
    return Statement(
        kind=StatementKind.MILESTONE_MET,
        evidence=tuple(piece.id for piece in pieces),
        numbers=(
            ("framework", framework.id),
            ("milestone", milestone.id),
            ("level", milestone.level),
            ("trigger", milestone.trigger),
            ("witnesses", len(witnesses)),
            ("last_seen", pieces[-1].happened_on.isoformat()),
        ),
    )


def _evidence_of(found: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(one.favourable for one in found)))
