"""Statements carry what their family must, and turn into one text and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.statements import (
    Family,
    Filter,
    Sought,
    Statement,
    StatementKind,
    statements_as_json,
    statements_from_json,
)

NONE = Filter(sought=Sought.EVIDENCE, first=date(2026, 1, 1), last=date(2026, 6, 30))
CARRIES: dict[Family, tuple[bool, bool]] = {
    Family.CLAIM: (True, False),
    Family.ABSENCE: (False, True),
    Family.QUESTION: (False, False),
    Family.FRAME: (False, False),
}
seeded = settings(derandomize=True, deadline=None, max_examples=100)
names = st.text(min_size=1, max_size=8)
days = st.dates()
filters = st.builds(
    Filter,
    sought=st.sampled_from(Sought),
    first=days,
    last=days,
    competency=st.none() | names,
    behaviour=st.none() | names,
    level=st.none() | names,
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    kind = draw(st.sampled_from(StatementKind))
    has_evidence, has_filter = CARRIES[kind.family]
    return Statement(
        kind=kind,
        competency=draw(st.none() | names),
        behaviour=draw(st.none() | names),
        evidence=tuple(draw(st.lists(names, min_size=1, max_size=3))) if has_evidence else (),
        numbers=tuple(draw(st.lists(st.tuples(names, st.integers() | names), max_size=3))),
        filter=draw(filters) if has_filter else None,
    )


@pytest.mark.parametrize("kind", StatementKind)
@pytest.mark.parametrize("has_evidence", [False, True])
@pytest.mark.parametrize("has_filter", [False, True])
def test_a_statement_carries_what_its_family_must(
    kind: StatementKind, has_evidence: bool, has_filter: bool
) -> None:
    """A claim cannot be made without evidence, nor an absence without its filter, nor the rest with one."""
    fields = {"evidence": ("n1",) if has_evidence else (), "filter": NONE if has_filter else None}

    if CARRIES[kind.family] == (has_evidence, has_filter):
        assert Statement(kind=kind, **fields).kind is kind  # type: ignore[arg-type]  # two kinds of field
    else:
        with pytest.raises(ValueError, match=kind.value):
            Statement(kind=kind, **fields)  # type: ignore[arg-type]  # two kinds of field


@seeded
@given(st.lists(statements(), max_size=4))
def test_statements_come_back_from_their_text(several: list[Statement]) -> None:
    """Whatever is written is read back equal, and written again it is the same text."""
    text = statements_as_json(several)

    back = statements_from_json(text)
    assert back == tuple(several)
    assert statements_as_json(back) == text


def test_the_text_is_plain_and_short() -> None:
    """What a statement does not have takes no room, and letters stay as they are."""
    one = Statement(
        kind=StatementKind.COVERAGE, competency="a/é", evidence=("n1",), numbers=(("2026-01", 1),)
    )

    assert statements_as_json([one]) == (
        '[{"kind":"coverage","competency":"a/é","evidence":["n1"],"numbers":[["2026-01",1]]}]'
    )


@pytest.mark.parametrize("text", ['[{"kind":"verdict"}]', "[{}]", '[{"kind":"shown"}]', "nothing"])
def test_what_is_no_statement_is_refused(text: str) -> None:
    """A text that was not made here raises instead of giving half a summary."""
    with pytest.raises((ValueError, KeyError)):
        statements_from_json(text)


def test_a_number_is_a_count_or_a_word() -> None:
    """A count that is not there is 0, a word that is not there is empty, and neither passes as the other."""
    one = Statement(kind=StatementKind.TOWARD, numbers=(("of", 3), ("level", "e2")))

    assert (one.count("of"), one.count("level"), one.count("none")) == (3, 0, 0)
    assert (one.text("level"), one.text("of"), one.text("none")) == ("e2", "", "")


def test_no_kind_is_a_verdict() -> None:
    """A summary has no kind for a score, a rank or a decision (DESIGN 7)."""
    words = {word for kind in StatementKind for word in kind.value.split("_")}

    assert words.isdisjoint({"score", "rank", "total", "average", "rating", "decision", "ready", "promote"})
