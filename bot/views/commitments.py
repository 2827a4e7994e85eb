"""The form of a promise, and its reader."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.commitments import LONGEST_PROMISE, CommitmentDraft
from bot.domain.marking import Sheet
from bot.domain.pairs import PairShown, other_side
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.marking import one_skill
from bot.words import talks as words
from storage.records import Commitment

FORM = "promise_form"
_MINE, _THEIRS = "mine", "theirs"


def commitment_form(
    draft: str,
    shown: PairShown,
    sheets: Sequence[Sheet],
    before: Commitment | None = None,
    skill: str | None = None,
    chance: str | None = None,
) -> kit.Modal:
    """A new promise of either, or one of the reader's that is changed; `skill` is chosen beforehand.

    `chance` is what it arranges, where somebody had no opportunity yet.
    """
    other = shown.other
    text = kit.text_box(
        "promise_text", multiline=True, initial=before.text if before else None, max_length=LONGEST_PROMISE
    )
    options = [kit.option(_MINE, words.ME), kit.option(_THEIRS, words.will(other.name))]
    whose = kit.input_block("owner", words.WHOSE, kit.radio("promise_owner", options, initial=_MINE))
    return kit.modal(
        FORM,
        words.PROMISE_TITLE,
        [
            *([] if before else [whose]),
            kit.input_block("text", words.TEXT, text, hint=words.TEXT_HINT),
            one_skill(sheets, before.competency if before else skill, words.SKILL),
            kit.context(words.receipt(other.name)),
        ],
        submit=words.SAVE,
        close=words.CANCEL,
        private_metadata=pack(
            draft=draft,
            pair=shown.pair.id,
            mine=other_side(shown.pair, other.id),
            theirs=other.id,
            commitment=before.id if before else None,
            version=before.version if before else None,
            chance=chance,
        ),
    )


def read_commitment_form(view: Mapping[str, Any]) -> CommitmentDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    version, commitment, chance = (known.get(name) for name in ("version", "commitment", "chance"))
    owner = known.get(answers.chosen("owner") or "")
    return CommitmentDraft(
        draft=str(known.get("draft") or ""),
        pair_id=str(known.get("pair") or ""),
        owner_id=owner if isinstance(owner, str) else None,
        text=answers.text("text"),
        skill=answers.chosen("skill"),
        commitment_id=commitment if isinstance(commitment, str) else None,
        version=version if isinstance(version, int) else None,
        chance_id=chance if isinstance(chance, str) else None,
    )


def read_skill(action: Mapping[str, Any]) -> str | None:
    """The skill that the place of a button is about, if it is."""
    skill = unpack(action.get("value")).get("skill")
    return skill if isinstance(skill, str) else None


def read_commitment(action: Mapping[str, Any]) -> tuple[str, str | None]:
    """The pair that a button is about, and the promise where it names one."""
    known = unpack(action.get("value"))
    commitment = known.get("commitment")
    return str(known.get("pair") or ""), commitment if isinstance(commitment, str) else None
