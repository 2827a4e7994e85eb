"""How much evidence there is in a period, month by month, and what to keep in mind when reading it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from bot.domain.periods import Period, month_of
from bot.domain.standing import witnesses_of
from bot.domain.statements import Filter, Number, Sought, Statement, StatementKind
from storage.records import Evidence

LAST_WEEKS = timedelta(weeks=6)
LEAST_TO_WARN = 3


def coverage(evidence: Iterable[Evidence], competencies: Sequence[str]) -> Iterator[Statement]:
    """How much there is on each skill, by month: `evidence` of one period, oldest first.

    Skills come in the order of `competencies`, then those of other clusters; last what is on no skill.
    """
    on_skill: dict[str, list[Evidence]] = {}
    unsorted: list[Evidence] = []
    for piece in evidence:
        named = dict.fromkeys(mark.competency for mark in piece.marks if mark.competency)
        for competency in named:
            on_skill.setdefault(competency, []).append(piece)
        if not named:
            unsorted.append(piece)
    for competency in dict.fromkeys((*competencies, *sorted(on_skill))):
        if competency in on_skill:
            yield _amount(StatementKind.COVERAGE, on_skill[competency], competency)
    if unsorted:
        yield _amount(StatementKind.UNSORTED, unsorted, None)


def by_month(statement: Statement) -> Mapping[str, int]:
    """How many pieces a statement of coverage counts in each month that has any, as 2026-07."""
    return {name: count for name, count in statement.numbers if name[:1].isdigit() and isinstance(count, int)}


def skills_unrecorded(
    evidence: Iterable[Evidence], expected: Iterable[str], period: Period
) -> Iterator[Statement]:
    """An absence for each skill that is expected and has nothing in the period."""
    named = {mark.competency for piece in evidence for mark in piece.marks}
    for competency in expected:
        if competency not in named:
            nothing = Filter(
                sought=Sought.EVIDENCE, first=period.first, last=period.last, competency=competency
            )
            yield Statement(kind=StatementKind.SKILL_UNRECORDED, competency=competency, filter=nothing)


def cautions(evidence: Iterable[Evidence], period: Period) -> Iterator[Statement]:
    """Where most favourable evidence of a period is recent, of one voice or without a witness.

    The last six weeks say nothing of a period that is hardly longer; one or two pieces make no pattern, but
    that nobody saw them is said of any number.
    """
    favourable = [piece for piece in evidence if piece.is_favourable]
    last_weeks = period.last - LAST_WEEKS
    if len(favourable) >= LEAST_TO_WARN and period.first <= last_weeks - LAST_WEEKS:
        yield from _where_most(
            StatementKind.MOSTLY_RECENT, favourable, lambda piece: piece.happened_on > last_weeks
        )
    yield from _one_voice(favourable)
    yield from _where_most(StatementKind.UNWITNESSED, favourable, lambda piece: not witnesses_of(piece))


def _amount(kind: StatementKind, pieces: Sequence[Evidence], competency: str | None) -> Statement:
    months = Counter(month_of(piece.happened_on) for piece in pieces)
    contrary = sum(not piece.is_favourable for piece in pieces)
    return Statement(
        kind=kind,
        competency=competency,
        evidence=tuple(piece.id for piece in pieces),
        numbers=(
            *months.items(),
            *((("contrary", contrary),) if contrary else ()),
            ("last_seen", pieces[-1].happened_on.isoformat()),
        ),
    )


def _one_voice(favourable: Sequence[Evidence]) -> Iterator[Statement]:
    """A manager's kudos, notes and confirmations are one voice as anyone's are: voices are persons."""
    voices = {piece.id: _voices(piece) for piece in favourable}
    voiced = [piece for piece in favourable if voices[piece.id]]
    heard = Counter(voice for each in voices.values() for voice in each)
    if len(voiced) < LEAST_TO_WARN:
        return
    loudest = max(sorted(heard), key=heard.__getitem__)
    yield from _where_most(
        StatementKind.ONE_VOICE, voiced, lambda piece: voices[piece.id] == {loudest}, person=loudest
    )


def _voices(piece: Evidence) -> frozenset[str]:
    """Who stands behind a piece, other than its owner: its author, and who confirmed it."""
    return (witnesses_of(piece) | {piece.author_id}) - {piece.owner_id}


def _where_most(
    kind: StatementKind,
    pieces: Sequence[Evidence],
    is_so: Callable[[Evidence], bool],
    **more: Number,
) -> Iterator[Statement]:
    """The statement about those of the pieces for which it is so, where they are more than half."""
    found = tuple(piece.id for piece in pieces if is_so(piece))
    if 2 * len(found) > len(pieces):
        numbers = (("pieces", len(found)), ("of", len(pieces)), *more.items())
        yield Statement(kind=kind, evidence=found, numbers=numbers)
