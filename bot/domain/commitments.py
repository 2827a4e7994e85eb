"""Rules of promises made in 1:1s: they return until they are kept, changed or dropped (DESIGN 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.marking import Sheet, skills_offered
from bot.domain.texts import check_text
from bot.errors import Invalid, NotAllowed, NotFoundForYou
from storage.choices import CommitmentEnd
from storage.records import Commitment, Mark

LONGEST_PROMISE = 300
MOST_OPEN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentDraft:
    """A promise as filled in; `commitment_id` and `version` name the one that is changed, if any.

    `chance_id`: it is what a manager arranged where somebody had no opportunity yet.
    """

    draft: str
    pair_id: str
    owner_id: str | None
    text: str
    skill: str | None
    commitment_id: str | None = None
    version: int | None = None
    chance_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentSeen:
    """A promise with the title of its skill; `is_own` says that the reader made it.

    `may_withdraw` says that the reader wrote it down for the other, and may take it back.
    """

    commitment: Commitment
    skill: str | None
    is_own: bool
    may_withdraw: bool


def check_commitment(draft: CommitmentDraft, sheets: Sequence[Sheet]) -> tuple[str, Mark | None]:
    """The words and the skill of a promise; raises Invalid at the field that is wrong."""
    text = check_text(draft.text, "text", LONGEST_PROMISE)
    if draft.skill is None:
        return text, None
    found = skills_offered(sheets).get(draft.skill)
    if found is None:
        raise Invalid("unknown_skill", "skill")
    sheet, competency = found
    return text, Mark(framework=sheet.framework.id, competency=competency.key)


def check_room(is_open: Sequence[Commitment]) -> None:
    """Whether one more may be open; raises Invalid at `text`, so that nothing typed is lost."""
    if not room_left(is_open):
        raise Invalid("too_many_commitments", "text", most=MOST_OPEN)


def room_left(is_open: Sequence[Commitment]) -> int:
    """How many more may be open in a pair."""
    return max(0, MOST_OPEN - len(is_open))


def check_answer(commitment: Commitment | None, person_id: str, end: CommitmentEnd | None) -> Commitment:
    """The open promise that a person may answer, or change where `end` is None.

    Whoever made it answers it. Who wrote it down for the other may take it back, as dropped, no more.
    Raises NotFoundForYou, and NotAllowed where it is answered already.
    """
    if commitment is None or person_id not in {commitment.owner_id, commitment.author_id}:
        raise NotFoundForYou("not_yours")
    is_own = commitment.owner_id == person_id
    if not is_own and end is not CommitmentEnd.DROPPED:
        raise NotFoundForYou("not_yours")
    if commitment.end is not None:
        raise NotAllowed("already_done")
    return commitment
