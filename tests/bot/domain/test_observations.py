"""Rules of observations, and what one counts as."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from bot.domain.observations import ObservationDraft, check_observation, words_against
from bot.domain.standing import State
from bot.errors import Invalid
from storage.choices import EvidenceSource
from storage.records import Evidence
from tests.bot.domain.growth import (
    AS_OF,
    CLARITY,
    DAY,
    OWNER,
    PEER,
    PLANS,
    TELLS,
    WRITES,
    marked,
    ref,
    some_evidence,
    some_piece,
    stand,
)
from tests.bot.domain.telling import K, said, the

DRAFT = ObservationDraft(
    draft="1",
    report_id=OWNER,
    text=" Ran the review ",
    is_favourable=False,
    happened_on=None,
    skills=(),
    showed=(),
)


def seen(name: str, on: date = AS_OF, behaviour: str = TELLS, *, against: bool = False) -> Evidence:
    """What a manager saw and wrote down."""
    piece = some_piece(name, on, marked(behaviour), by=PEER, seen_by=[PEER], against=against)
    return replace(piece, source=EvidenceSource.OBSERVATION)


def test_a_draft_tells_what_was_seen() -> None:
    """Its words are cleaned, and it is of today unless said."""
    told = check_observation(DRAFT, {OWNER}, AS_OF)

    assert (told.report_id, told.text, told.is_favourable, told.day) == (
        OWNER,
        "Ran the review",
        False,
        AS_OF,
    )


@pytest.mark.parametrize(
    ("change", "key", "field"),
    [
        ({"report_id": None}, "not_a_report", "report"),
        ({"report_id": PEER}, "not_a_report", "report"),
        ({"text": " \n"}, "nothing_typed", "text"),
        ({"is_favourable": None}, "choose_one", "kind"),
        ({"happened_on": AS_OF + DAY}, "date_ahead", "day"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(change: dict[str, Any], key: str, field: str) -> None:
    """Somebody who is no report, no words, no choice and a day ahead."""
    with pytest.raises(Invalid) as refusal:
        check_observation(replace(DRAFT, **change), {OWNER}, AS_OF)

    assert (refusal.value.key, refusal.value.field) == (key, field)


@given(some_evidence())
def test_only_what_somebody_saw_fall_short_is_a_word(evidence: list[Evidence]) -> None:
    """A contrary observation is its author's word on each behaviour that it marks, and nothing else is."""
    words = {(word.said_in, word.person_id, word.on, word.behaviour) for word in words_against(evidence)}

    assert words == {
        (piece.id, piece.author_id, piece.happened_on, mark.behaviour)
        for piece in evidence
        for mark in piece.marks
        if piece.source is EvidenceSource.OBSERVATION and not piece.is_favourable and mark.behaviour
    }


def test_one_against_is_a_not_yet_in_its_authors_words() -> None:
    """It is quoted, with whose word it is and of which day."""
    summary = said(seen("o1", against=True))

    word = the(summary, K.NOT_YET)
    assert word.evidence == ("o1",)
    assert (word.text("person"), word.text("on"), word.text("quoted")) == (PEER, "2026-06-30", "o1")


def test_one_against_undoes_nothing_that_is_shown() -> None:
    """What was shown on two days stays shown, and what speaks against stands beside it."""
    evidence = [seen("o1", AS_OF - 9 * DAY), seen("o2", AS_OF - 8 * DAY), seen("o3", against=True)]

    found = stand(evidence)[ref(TELLS)]

    assert (found.state, found.contrary) == (State.SHOWN, ("o3",))


def test_the_author_is_a_witness_of_their_own_words() -> None:
    """Two observations on different days show a behaviour: somebody other than the owner saw it."""
    assert stand([seen("o1", AS_OF - DAY), seen("o2")])[ref(TELLS)].state is State.SHOWN


def test_a_manager_is_one_voice() -> None:
    """However often one manager writes, it is one voice, and the summary says so."""
    several = [seen(f"o{n}", AS_OF - n * DAY, PLANS) for n in range(3)]

    warning = the(said(*several), K.ONE_VOICE)

    assert (warning.text("person"), warning.count("pieces")) == (PEER, 3)


def test_one_on_a_whole_skill_is_no_not_yet() -> None:
    """Without a behaviour there is nothing of which to say not yet: it speaks against the skill."""
    piece = replace(seen("o1", against=True), marks=(marked(None, CLARITY),))
    summary = said(piece)

    assert the(summary, K.CONTRARY).competency == CLARITY
    assert K.NOT_YET not in {one.kind for one in summary}
    assert stand([piece])[ref(WRITES, CLARITY)].state is not State.NOT_YET
