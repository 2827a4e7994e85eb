"""Every kind of statement has its sentence, for one and for many."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.standing import State
from bot.domain.statements import Family, Filter, Section, Sought, Statement, StatementKind
from bot.words.names import names_of
from bot.words.summary import HEADINGS, SENTENCES, STATES, paragraphs, sentence
from tests.bot.domain.growth import DELIVERY, PEER, TELLS, some_framework

K = StatementKind
NAMES = names_of([some_framework()], {PEER: "Kim"})
NOTHING_KNOWN = names_of([], {})
SINCE = Filter(sought=Sought.EVIDENCE, first=date(2026, 1, 1), last=date(2026, 6, 30))
NUMBERS: dict[str, int | str] = {
    "first": "2026-01-01",
    "last": "2026-06-30",
    "framework": "engineering",
    "level": "e2",
    "since": "2025-09-15",
    "behaviours": 2,
    "any": 3,
    "witnesses": 2,
    "months": 6,
    "months_so_far": 4,
    "shown": 1,
    "emerging": 1,
    "of": 3,
    "stage": 3,
    "days": 2,
    "last_seen": "2026-05-04",
    "person": PEER,
    "on": "2026-06-30",
    "quoted": "w1",
    "favourable": 1,
    "pieces": 2,
    "contrary": 1,
    "milestone": "led",
    "trigger": "scope",
    "was": "emerging",
    "now": "shown",
}


def some_statement(kind: StatementKind, **numbers: int | str) -> Statement:
    whole = NUMBERS | ({"was": "e1", "now": "e2"} if kind is K.LEVEL_CHANGED else {}) | numbers
    return Statement(
        kind=kind,
        competency=DELIVERY,
        behaviour=TELLS,
        evidence=("n1", "n2") if kind.family is Family.CLAIM else (),
        numbers=tuple(whole.items()),
        filter=SINCE if kind.family is Family.ABSENCE else None,
    )


SAID = {
    K.PERIOD: "From 1 January 2026 to 30 June 2026.",
    K.PLACED: "Engineer 2 in Engineering, since 15 September 2025.",
    K.SECOND_CLUSTER: "Skills of Engineering, the second group, are counted too, without a level.",
    K.NO_PLACEMENT: "No level is set yet, so this says what was noted and holds it against no level.",
    K.NO_LEVEL: "The level is not settled yet, so this says what was noted and holds it against no level.",
    K.TOWARD: "Looking toward Engineer 2.",
    K.TOP_LEVEL: "Engineer 2 is the last level on its path, so there is no next one here.",
    K.GIVEN_BY_LEVEL: "The 2 examples up to Engineer 2 are taken as given, and not listed here.",
    K.LEVEL_NEEDS: (
        "Engineer 2 also asks for any 3 of the examples not required by name; 2 people to confirm each "
        "example; 6 months at the level before, of which 4 so far."
    ),
    K.SKILL_STANDS: "Delivery: all that is needed is shown, 1 of 3 examples.",
    K.SKILL_PARTLY: "Delivery: 1 of 3 examples shown, 1 emerging.",
    K.GIVEN_BY_STAGE: "“Tells things”: given, as later examples of Delivery are shown.",
    K.SHOWN: "“Tells things”: shown on 2 days, last on 4 May 2026, confirmed by 2 people.",
    K.NOT_YET: "“Tells things”: not yet, in Kim’s words of 30 June 2026. Beside that, 1 note speaks for it.",
    K.EMERGING: "“Tells things”: emerging, noted on 2 days, last on 4 May 2026, confirmed by 2 people.",
    K.SHOWN_BEFORE: "“Tells things”: emerging, as it was shown before; last seen on 4 May 2026.",
    K.NO_OPPORTUNITY: "“Tells things”: no opportunity yet, as marked on 1 January 2026.",
    K.NOTHING_RECORDED: "“Tells things”: nothing recorded for it since 1 January 2026.",
    K.CONTRARY: "“Tells things”: 2 notes speak against it.",
    K.OTHERS_SHOWN: "Of the examples not required by name 1 is shown, of any 3 asked.",
    K.MILESTONE_MET: (
        "“Led a change”: a milestone of Engineer 2 (Took on wider scope), last on 4 May 2026, "
        "confirmed by 2 people."
    ),
    K.NO_MILESTONE: "No milestone was noted from 1 January 2026 to 30 June 2026.",
    K.COVERAGE: "Delivery: 2 notes, last on 4 May 2026. 1 of them speaks against.",
    K.UNSORTED: "2 notes name no skill yet, last on 4 May 2026.",
    K.EMPTY_PERIOD: (
        "Nothing was noted from 1 January 2026 to 30 June 2026. A note of a line or two fills it: what was "
        "done, and what it changed. Kudos count once they are kept as a note."
    ),
    K.MOSTLY_RECENT: "2 of 3 notes are from the last six weeks, so earlier work may be missing.",
    K.ONE_VOICE: "2 of 3 notes that somebody else stands behind rest on Kim alone.",
    K.UNWITNESSED: "2 of 3 notes are confirmed by nobody else.",
    K.SKILL_UNRECORDED: "Delivery: nothing was noted from 1 January 2026 to 30 June 2026.",
    K.LEVEL_CHANGED: "The level was Engineer 1, and is Engineer 2 now.",
    K.RISEN: "“Tells things”: emerging before, shown now.",
    K.LOWERED: "“Tells things”: emerging before, shown now.",
    K.LAPSED: "“Tells things”: emerging before, shown now.",
    K.NEW_EVIDENCE: "2 notes are new.",
    K.UNCHANGED: "Nothing has changed.",
    K.ASK_WHAT_WOULD_SHOW: "“Tells things”: Kim said not yet. What would show it?",
    K.ASK_CHANCE: "“Tells things”: where could a first chance come from?",
    K.ASK_WHO_SAW: "“Tells things”: who saw it, and could confirm the note?",
    K.ASK_AGAIN: "“Tells things”: where is the next occasion?",
    K.ASK_UNWRITTEN: "“Tells things”: did it happen and nobody wrote it down, or was there no occasion?",
    K.ASK_EARLIER: "Most notes are recent. What from earlier is worth keeping?",
    K.ASK_PROUD: "Which piece of work from this time is worth keeping in mind?",
    K.ASK_NEXT: "What would be good to do more of next?",
}


@pytest.mark.parametrize("kind", StatementKind)
def test_every_kind_of_statement_has_its_sentence(kind: StatementKind) -> None:
    """Nothing that a summary can say is without words."""
    assert sentence(some_statement(kind), NAMES) == SAID[kind]


def test_skills_without_notes_share_a_sentence() -> None:
    """What is missing on several skills is said once; one alone, and all else, has a sentence of its own."""
    missing = [
        Statement(kind=K.SKILL_UNRECORDED, competency=skill, filter=SINCE) for skill in (DELIVERY, "clarity")
    ]
    proud = Statement(kind=K.ASK_PROUD)

    assert paragraphs([proud, *missing, proud, missing[0]], NAMES) == [
        (0, sentence(proud, NAMES)),
        (1, "Nothing was noted from 1 January 2026 to 30 June 2026 on 2 skills: Delivery and clarity."),
        (3, sentence(proud, NAMES)),
        (4, sentence(missing[0], NAMES)),
    ]


def test_every_part_and_state_has_its_words() -> None:
    """Each section has a heading and each state a word; no sentence is left over."""
    assert set(HEADINGS) == set(Section)
    assert set(STATES) == set(State)
    assert set(SENTENCES) == set(StatementKind)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (some_statement(K.UNWITNESSED, of=1), "Nobody else has confirmed the one note there is."),
        (
            some_statement(K.GIVEN_BY_LEVEL, behaviours=1),
            "The one example up to Engineer 2 is taken as given, and not listed here.",
        ),
        (some_statement(K.CONTRARY, pieces=1), "“Tells things”: 1 note speaks against it."),
        (
            Statement(kind=K.CONTRARY, competency=DELIVERY, evidence=("n1",), numbers=(("pieces", 1),)),
            "Delivery: 1 note speaks against.",
        ),
        (
            Statement(kind=K.CONTRARY, evidence=("n1",), numbers=(("pieces", 1),)),
            "On no skill: 1 note speaks against.",
        ),
        (some_statement(K.NEW_EVIDENCE, pieces=1), "1 note is new."),
        (
            some_statement(K.SHOWN, days=1, witnesses=0),
            "“Tells things”: shown on 1 day, last on 4 May 2026, not confirmed yet.",
        ),
        (
            Statement(kind=K.ASK_UNWRITTEN, competency=DELIVERY),
            "Delivery: did it happen and nobody wrote it down, or was there no occasion?",
        ),
    ],
)
def test_one_is_not_many(statement: Statement, expected: str) -> None:
    """One note is told as one, and what has no example is told of its skill."""
    assert sentence(statement, NAMES) == expected


@pytest.mark.parametrize("kind", StatementKind)
def test_what_is_gone_still_reads(kind: StatementKind) -> None:
    """A sentence stands though its example left the framework and its person the company."""
    text = sentence(some_statement(kind), NOTHING_KNOWN)

    assert text.endswith((".", "?"))
    assert PEER not in text
    assert DELIVERY not in text


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.sampled_from(StatementKind),
    st.dictionaries(st.sampled_from(["witnesses", "pieces", "of", "any", "days"]), st.integers(0, 3)),
)
def test_any_count_makes_one_plain_sentence(kind: StatementKind, counts: dict[str, int]) -> None:
    """Whatever the numbers, a sentence is whole, without an exclamation mark or a doubled space."""
    text = sentence(some_statement(kind, **counts), NAMES)

    assert text[0].isupper() or text[0] == "“" or text[0].isdigit()
    assert text.endswith((".", "?"))
    assert not {"!", "None", "  ", "{"} & {text[n : n + size] for size in (1, 2, 4) for n in range(len(text))}
