"""Quarterly checks that name only what matters to a test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.choices import CheckMarked, WitnessAsk
from storage.records import AskedWitness, Chance, Check, CheckMark, CheckWord, CountReport
from tests.storage.builders import NOON, TODAY, U1, U2


def some_check(*, of: str = U1, by: str = U2, **what: Any) -> Check:
    return replace(_CHECK, subject_id=of, manager_id=by, **what)


def some_check_mark(**what: Any) -> CheckMark:
    return replace(_CHECK_MARK, **what)


def some_check_word(**what: Any) -> CheckWord:
    return replace(_CHECK_WORD, **what)


def some_chance(*, of: str = U1, to: str | None = U2, **what: Any) -> Chance:
    return replace(_CHANCE, subject_id=of, manager_id=to, **what)


def some_count_report(**what: Any) -> CountReport:
    return replace(_COUNT_REPORT, **what)


def some_asked(**what: Any) -> AskedWitness:
    return replace(_ASKED, **what)


_ASKED = AskedWitness(evidence_id="e1", person_id=U1, text_version=1, state=WitnessAsk.ASKED, asked_at=NOON)
_CHECK = Check(
    id="c1",
    subject_id=U1,
    manager_id=U2,
    framework="engineering",
    version_id="v1",
    level="e2",
    target="e3",
    quarter="2026-q2",
    opened_at=NOON,
)
_CHECK_MARK = CheckMark(
    check_id="c1",
    author_id=U1,
    competency="engineering/design",
    behaviour="b1",
    mark=CheckMarked.SEEN,
)
_CHANCE = Chance(
    id="h1",
    subject_id=U1,
    manager_id=U2,
    author_id=U1,
    framework="engineering",
    competency="engineering/design",
    behaviour="b1",
    marked_on=TODAY,
    marked_at=NOON,
)
_COUNT_REPORT = CountReport(quarter="2026-q1", figures="{}", made_at=NOON)
_CHECK_WORD = CheckWord(
    check_id="c1", author_id=U1, competency="engineering/design", word="A plan that others can follow"
)
