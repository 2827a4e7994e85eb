"""Summaries in tests: made from what matters alone, and looked up by kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.periods import Period
from bot.domain.standing import NoOpportunity, Word
from bot.domain.statements import Statement, StatementKind
from bot.domain.summary import Placed, summarise
from frameworks.model import Framework
from storage.records import Evidence
from tests.bot.domain.growth import AS_OF, TELLS, marked, some_framework, some_piece, spoken

K = StatementKind
HALF_YEAR = Period(first=date(2026, 1, 1), last=AS_OF)
SINCE = date(2025, 9, 15)


def placed(
    level: str | None = "e1", framework: Framework | None = None, second: Framework | None = None
) -> Placed:
    return Placed(framework=framework or some_framework(), level=level, since=SINCE, second=second)


def said(
    *evidence: Evidence,
    at: Placed | None = None,
    words: Sequence[Word] = (),
    unmet: Sequence[NoOpportunity] = (),
    period: Period = HALF_YEAR,
    previous: Sequence[Statement] | None = None,
) -> tuple[Statement, ...]:
    return summarise(
        placed=at or placed(),
        evidence=evidence,
        words=spoken(evidence, words),
        no_opportunity=unmet,
        period=period,
        previous=previous,
    )


def only(statements: Sequence[Statement], *kinds: StatementKind) -> list[Statement]:
    return [one for one in statements if one.kind in kinds]


def the(statements: Sequence[Statement], kind: StatementKind) -> Statement:
    found = only(statements, kind)
    assert len(found) == 1, f"{len(found)} of {kind}"
    return found[0]


def noted(
    name: str, on: date, behaviour: str | None = TELLS, *people: str, against: bool = False
) -> Evidence:
    return some_piece(name, on, marked(behaviour), seen_by=people, against=against)
