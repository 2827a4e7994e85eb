"""What is said of why a prompt was chosen."""

from __future__ import annotations

import pytest

from bot.words.prompts import REGULAR, reason
from prompts.choose import Reason, ReasonKind
from prompts.model import SPECIAL, About, Dimension, Trigger

SUBJECTS = {
    ReasonKind.OCCASION: SPECIAL,
    ReasonKind.LITTLE_RECORDED: tuple(one for one in Dimension if one is not Dimension.NONE),
    ReasonKind.IN_FOCUS: ("Coaching",),
    ReasonKind.SIGN_AHEAD: tuple(Trigger),
    ReasonKind.NOT_LAST_TIME: tuple(About),
}
REASONS = [Reason(kind=kind, subject=one) for kind in ReasonKind for one in SUBJECTS.get(kind, ("",))]


@pytest.mark.parametrize("is_theirs", [True, False])
@pytest.mark.parametrize("why", REASONS, ids=lambda one: f"{one.kind} {one.subject}")
def test_every_reason_has_plain_words(why: Reason, is_theirs: bool) -> None:
    """Each reason is said in short sentences without its id, with no blame and no exclamation mark."""
    said = reason(why, why.subject, "Kim", is_theirs=is_theirs)

    assert said.endswith(".")
    assert len(said) <= 120
    assert not {"_", "!", "{"} & set(said)
    assert (said == REGULAR) is (why.kind is ReasonKind.REGULAR)


@pytest.mark.parametrize("kind", [ReasonKind.OCCASION, ReasonKind.SIGN_AHEAD, ReasonKind.NOT_LAST_TIME])
def test_a_reason_of_another_version_is_still_said(kind: ReasonKind) -> None:
    """A subject that this version does not know ends in a sentence, never in a fault."""
    assert reason(Reason(kind=kind, subject="moonlight"), "moonlight", "Kim", is_theirs=False).endswith(".")


@pytest.mark.parametrize("occasion", SPECIAL)
def test_a_report_is_named_where_it_is_about_them(occasion: str) -> None:
    """One's own occasion speaks of `you`; of a report's, nothing is said to be the manager's own."""
    why = Reason(kind=ReasonKind.OCCASION, subject=occasion)

    mine, theirs = (reason(why, occasion, "Kim", is_theirs=one) for one in (False, True))

    assert mine == theirs or ("Kim" in theirs and "Kim" not in mine)
