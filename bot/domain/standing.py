"""Where somebody stands on each behaviour, by the table of DESIGN 7, the first that holds.

More favourable evidence never lowers a standing, losing a witness never raises it, order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain

from bot.domain.periods import months_before
from bot.domain.stages import aimed_at, higher_stage_shown, required_of
from frameworks.model import BehaviourRef, Competency, Framework, Needs, expectations
from storage.records import Evidence

LOOK_BACK_MONTHS = 18
LEAST_DAYS = 2
LEAST_WITNESSES = 1
NOBODY: frozenset[str] = frozenset()


class State(StrEnum):
    """The states of DESIGN 7, from the lowest to the highest; neither of the two in between is a verdict."""

    NOT_YET = "not_yet"
    NOTHING_RECORDED = "nothing_recorded"
    NO_OPPORTUNITY = "no_opportunity"
    EMERGING = "emerging"
    SHOWN = "shown"
    GIVEN = "given"


RISING = tuple(State)
SETTLED = frozenset({State.SHOWN, State.GIVEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A named person's word against a behaviour; `said_in` is the id of what they said it in, to be quoted.

    `is_mark`: they marked it in a check, which is a word and no piece of evidence.
    """

    person_id: str
    competency: str
    behaviour: str
    on: date
    said_in: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOpportunity:
    """The member or their manager marked that there was no occasion to show a behaviour yet."""

    competency: str
    behaviour: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """All that is recorded on one behaviour; pieces in the order of `in_order`."""

    pieces: tuple[Evidence, ...] = ()
    words: tuple[Word, ...] = ()
    no_opportunity: tuple[NoOpportunity, ...] = ()


NOTHING = Recorded()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands on one behaviour, and the ids of what it rests on, oldest first.

    `favourable` on as many `days` with as many `witnesses`, the last on `last_seen`; `contrary` stands beside
    any state and holds what words against it were written in; the newest of these, or of marks, is `word`.
    `given_by` is the number of the higher stage whose being shown gives this behaviour, whose pieces are then
    among the favourable.
    `no_opportunity_on` is the day of the mark that holds.
    """

    ref: BehaviourRef
    state: State
    favourable: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    days: int = 0
    witnesses: int = 0
    last_seen: date | None = None
    word: Word | None = None
    no_opportunity_on: date | None = None
    given_by: int | None = None

    @property
    def is_beyond(self) -> bool:
        """Whether the level placed at does not expect it already."""
        return self.state != State.GIVEN or self.given_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillStanding:
    """Where somebody stands on one skill: it stands at the target when all `needed` are shown or given."""

    competency: str
    standings: tuple[Standing, ...]
    needed: frozenset[BehaviourRef]

    @property
    def stands(self) -> bool:
        """Whether the skill stands at the target level."""
        return all(one.state in SETTLED for one in self.standings if one.ref in self.needed)


def standings(
    framework: Framework,
    *,
    level: str | None,
    target: str | None,
    evidence: Iterable[Evidence],
    words: Iterable[Word] = (),
    no_opportunity: Iterable[NoOpportunity] = (),
    as_of: date,
) -> tuple[SkillStanding, ...]:
    """Where somebody placed at `level` stands on what `target` asks, per skill in the framework's order.

    `evidence` should go back further than the look-back, which is counted from `as_of`: what was shown
    before it is still said. What happened after `as_of` counts not at all. None for `level` gives nothing;
    None for `target` aims at the whole sheet. Raises KeyError for an unknown level.
    """
    goal = None if target is None else framework.level(target)
    recorded = by_behaviour(in_order(evidence), words, no_opportunity)
    witnesses = (goal and goal.needs and goal.needs.witnesses) or LEAST_WITNESSES
    since = months_before(as_of, LOOK_BACK_MONTHS)
    aim = _Aim(
        framework=framework,
        asked=aimed_at(framework, target),
        expected=expectations(framework, level),
        needs=goal.needs if goal else None,
        recorded=recorded,
        shown=frozenset(
            ref
            for ref, found in recorded.items()
            if _is_shown(_favourable(found.pieces, since, as_of), witnesses)
        ),
        witnesses=witnesses,
        as_of=as_of,
    )
    each = (_skill_standing(aim, competency) for competency in framework.competencies)
    return tuple(skill for skill in each if skill.standings)


def standing_of(
    ref: BehaviourRef,
    recorded: Recorded,
    *,
    as_of: date,
    witnesses: int = LEAST_WITNESSES,
    is_given: bool = False,
) -> Standing:
    """Where somebody stands on one behaviour, looking back 18 months from `as_of`, that day included.

    `witnesses` is how many different people must have confirmed it, one at least.
    """
    since = months_before(as_of, LOOK_BACK_MONTHS)
    pieces = [piece for piece in recorded.pieces if piece.happened_on <= as_of]
    ever = _favourable(pieces, date.min, as_of)
    recent = _favourable(pieces, since, as_of)
    words = [word for word in _sorted_words(recorded.words) if since <= word.on <= as_of]
    mark = _holding_mark([mark.on for mark in recorded.no_opportunity if since <= mark.on <= as_of], pieces)
    state = _state(ever, recent, words, mark, witnesses=witnesses, is_given=is_given)
    favourable = recent or (ever if state == State.EMERGING else [])
    return Standing(
        ref=ref,
        state=state,
        favourable=_ids(favourable),
        contrary=_contrary(pieces, words, since),
        days=len({piece.happened_on for piece in favourable}),
        witnesses=len(_people(favourable)),
        last_seen=favourable[-1].happened_on if favourable else None,
        word=words[-1] if words else None,
        no_opportunity_on=mark if state == State.NO_OPPORTUNITY else None,
    )


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The pieces, each once, by the day on which they happened, then by id."""
    each = {piece.id: piece for piece in evidence}
    return tuple(sorted(each.values(), key=lambda piece: (piece.happened_on, piece.id)))


def by_behaviour(
    evidence: Iterable[Evidence], words: Iterable[Word] = (), no_opportunity: Iterable[NoOpportunity] = ()
) -> Mapping[BehaviourRef, Recorded]:
    """What is recorded on each behaviour, whichever framework it was marked under: shared skills stack."""
    marked: dict[tuple[str, str], list[Evidence]] = {}
    for piece in evidence:
        for mark in piece.marks:
            if mark.competency and mark.behaviour:
                found = marked.setdefault((mark.competency, mark.behaviour), [])
                if not found or found[-1] is not piece:
                    found.append(piece)
    pieces = {_ref(*place): tuple(found) for place, found in marked.items()}
    against: dict[BehaviourRef, list[Word]] = {}
    for word in words:
        against.setdefault(_ref(word.competency, word.behaviour), []).append(word)
    marks: dict[BehaviourRef, list[NoOpportunity]] = {}
    for one in no_opportunity:
        marks.setdefault(_ref(one.competency, one.behaviour), []).append(one)
    return {
        ref: Recorded(
            pieces=pieces.get(ref, ()),
            words=tuple(against.get(ref, ())),
            no_opportunity=tuple(marks.get(ref, ())),
        )
        for ref in chain(pieces, against, marks)
    }


def witnesses_of(piece: Evidence) -> frozenset[str]:
    """Who, other than the owner, confirmed the text as it reads now."""
    if not piece.witnesses:
        return NOBODY
    return frozenset(
        seen.person_id
        for seen in piece.witnesses
        if seen.text_version == piece.text_version and seen.person_id != piece.owner_id
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aim:
    """What is asked, what the level placed at expects already, what is recorded, what is shown by itself."""

    framework: Framework
    asked: frozenset[BehaviourRef]
    expected: frozenset[BehaviourRef]
    needs: Needs | None
    recorded: Mapping[BehaviourRef, Recorded]
    shown: frozenset[BehaviourRef]
    witnesses: int
    as_of: date

    def standing(self, ref: BehaviourRef, *, is_given: bool = False) -> Standing:
        """A behaviour's standing by the table."""
        found = self.recorded.get(ref, NOTHING)
        return standing_of(ref, found, as_of=self.as_of, witnesses=self.witnesses, is_given=is_given)


def _skill_standing(aim: _Aim, competency: Competency) -> SkillStanding:
    refs = tuple(ref for one in competency.behaviours if (ref := _ref(competency.key, one.id)) in aim.asked)
    return SkillStanding(
        competency=competency.key,
        standings=tuple(_within_skill(aim, competency, ref) for ref in refs),
        needed=required_of(competency, refs, aim.needs) or frozenset(refs),
    )


def _within_skill(aim: _Aim, competency: Competency, ref: BehaviourRef) -> Standing:
    """A behaviour's standing, given where the level placed at expects it or a higher stage is shown."""
    if ref in aim.expected:
        return aim.standing(ref, is_given=True)
    higher = higher_stage_shown(aim.framework, competency, ref, aim.shown) if aim.shown else None
    if higher is None:
        return aim.standing(ref)
    given = aim.standing(ref, is_given=True)
    above = [aim.standing(_ref(competency.key, one.id)).favourable for one in higher.behaviours]
    pieces = tuple(dict.fromkeys(chain(given.favourable, *above)))
    return replace(given, given_by=higher.number, favourable=pieces)


def _state(
    ever: Sequence[Evidence],
    recent: Sequence[Evidence],
    words: Sequence[Word],
    mark: date | None,
    *,
    witnesses: int,
    is_given: bool,
) -> State:
    """The first that holds, from the top of the table."""
    if is_given:
        return State.GIVEN
    if _is_shown(recent, witnesses):
        return State.SHOWN
    if words and all(words[-1].on > piece.happened_on for piece in ever if witnesses_of(piece)):
        return State.NOT_YET
    if recent or _was_shown(ever, witnesses):
        return State.EMERGING
    return State.NOTHING_RECORDED if mark is None else State.NO_OPPORTUNITY


def _favourable(pieces: Iterable[Evidence], since: date, until: date) -> list[Evidence]:
    return [piece for piece in pieces if piece.is_favourable and since <= piece.happened_on <= until]


def _is_shown(favourable: Sequence[Evidence], witnesses: int) -> bool:
    days = {piece.happened_on for piece in favourable}
    return len(days) >= LEAST_DAYS and len(_people(favourable)) >= max(witnesses, LEAST_WITNESSES)


def _was_shown(favourable: Sequence[Evidence], witnesses: int) -> bool:
    """Whether it stood as shown on some day, looking back from there."""
    if not _is_shown(favourable, witnesses):
        return False
    return any(
        _is_shown(_favourable(favourable, months_before(day, LOOK_BACK_MONTHS), day), witnesses)
        for day in {piece.happened_on for piece in favourable}
    )


def _holding_mark(marks: Iterable[date], pieces: Sequence[Evidence]) -> date | None:
    """The newest mark, where nothing, for or against, was recorded on its day or since."""
    newest = max(marks, default=None)
    if newest is None or any(piece.happened_on >= newest for piece in pieces):
        return None
    return newest


def _contrary(pieces: Iterable[Evidence], words: Iterable[Word], since: date) -> tuple[str, ...]:
    against = {
        piece.id: piece.happened_on
        for piece in pieces
        if not piece.is_favourable and piece.happened_on >= since
    }
    said = {word.said_in: word.on for word in words if not word.is_mark}
    return tuple(name for name, _ in sorted((said | against).items(), key=lambda one: (one[1], one[0])))


def _sorted_words(words: Iterable[Word]) -> list[Word]:
    return sorted(words, key=lambda word: (word.on, word.said_in, word.person_id))


def _people(pieces: Iterable[Evidence]) -> frozenset[str]:
    return frozenset(chain.from_iterable(witnesses_of(piece) for piece in pieces))


def _ids(pieces: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(piece.id for piece in pieces)


def _ref(competency: str, behaviour: str) -> BehaviourRef:
    return BehaviourRef(competency=competency, behaviour=behaviour)
