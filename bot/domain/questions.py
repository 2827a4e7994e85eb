"""Two or three questions for the next conversation, chosen by rule from the gaps of a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.statements import Statement, StatementKind

LEAST, MOST = 2, 3

# The earlier, the sooner asked: somebody's word first, then what stood in the way, then what is half seen.
_IN_ORDER = (
    StatementKind.ASK_WHAT_WOULD_SHOW,
    StatementKind.ASK_CHANCE,
    StatementKind.ASK_WHO_SAW,
    StatementKind.ASK_UNWRITTEN,
    StatementKind.ASK_AGAIN,
    StatementKind.ASK_EARLIER,
)
_GENERAL = (
    Statement(kind=StatementKind.ASK_PROUD),
    Statement(kind=StatementKind.ASK_NEXT),
)


def questions(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The questions that the gaps among these statements raise, one of a kind and one a skill first.

    Where the gaps raise fewer than two, or the period is empty, general ones join them.
    """
    is_empty = any(one.kind is StatementKind.EMPTY_PERIOD for one in statements)
    raised = [question for one in statements for question in _raised_by(one)]
    in_order = sorted(raised, key=lambda one: _IN_ORDER.index(one.kind))
    chosen = _varied([*_GENERAL[:1], *in_order] if is_empty else in_order)[:MOST]
    more = [one for one in _GENERAL if one not in chosen]
    return (*chosen, *more[: max(0, LEAST - len(chosen))])


def _raised_by(one: Statement) -> Iterator[Statement]:
    kind = _question_to(one)
    if kind is not None:
        person = (("person", one.text("person")),) if one.kind is StatementKind.NOT_YET else ()
        yield Statement(kind=kind, competency=one.competency, behaviour=one.behaviour, numbers=person)


def _question_to(one: Statement) -> StatementKind | None:
    if one.kind is StatementKind.EMERGING and not one.count("witnesses"):
        return StatementKind.ASK_WHO_SAW
    return {
        StatementKind.NOT_YET: StatementKind.ASK_WHAT_WOULD_SHOW,
        StatementKind.NO_OPPORTUNITY: StatementKind.ASK_CHANCE,
        StatementKind.EMERGING: StatementKind.ASK_AGAIN,
        StatementKind.SHOWN_BEFORE: StatementKind.ASK_AGAIN,
        StatementKind.NOTHING_RECORDED: StatementKind.ASK_UNWRITTEN,
        StatementKind.SKILL_UNRECORDED: StatementKind.ASK_UNWRITTEN,
        StatementKind.MOSTLY_RECENT: StatementKind.ASK_EARLIER,
    }.get(one.kind)


def _varied(raised: Iterable[Statement]) -> list[Statement]:
    """The first of each kind on a skill that no other question is about."""
    chosen: list[Statement] = []
    for one in raised:
        kinds = {other.kind for other in chosen}
        skills = {other.competency for other in chosen if other.competency}
        if one.kind not in kinds and one.competency not in skills:
            chosen.append(one)
    return chosen
