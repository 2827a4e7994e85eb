"""Asking who saw it: the forms of the owner, the page of who is asked, and the messages."""

from collections.abc import Mapping
from typing import Any

from bot.domain.notes import EvidenceSeen
from bot.domain.texts import LONGEST
from bot.domain.witnesses import WitnessSeen
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.words import dates
from bot.words import notes as note_words
from bot.words import witnesses as words

ASK_FORM, CHANGE_FORM, PAGE = "witness_form", "note_change_form", "witness_page"
ASK, CHANGE = "witness_ask", "note_change"
OPEN, YES, NO = "witness_open", "witness_yes", "witness_no"


def owner_buttons(seen: EvidenceSeen) -> list[kit.Element]:
    """What the owner of their own words can do with them."""
    if not seen.may_change:
        return []
    value = pack(evidence=seen.piece.id)
    return [kit.button(ASK, words.ASK, value), kit.button(CHANGE, words.CHANGE, value)]


def withdraw_button(seen: EvidenceSeen) -> list[kit.Element]:
    """To a witness who was asked: the way back."""
    if not seen.may_withdraw:
        return []
    value = pack(evidence=seen.piece.id, version=seen.piece.text_version)
    return [kit.button(NO, words.TAKE_BACK, value)]


def ask_form(seen: EvidenceSeen) -> kit.Modal:
    """Whom to ask, over the text that they will read."""
    people = kit.multi_user_select("witness_people")
    return kit.modal(
        ASK_FORM,
        words.ASK_TITLE,
        [
            kit.quote(seen.piece.text),
            kit.input_block("people", words.PEOPLE, people, hint=words.PEOPLE_HINT),
            kit.context(words.RECEIPT),
        ],
        submit=words.SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(evidence=seen.piece.id),
    )


def change_form(seen: EvidenceSeen) -> kit.Modal:
    """The text, to be worded anew."""
    text = kit.text_box("note_text", multiline=True, initial=seen.piece.text, max_length=LONGEST)
    return kit.modal(
        CHANGE_FORM,
        words.CHANGE_TITLE,
        [kit.input_block("text", words.TEXT, text, hint=words.CHANGE_HINT)],
        submit=words.SAVE,
        close=words.CLOSE,
        private_metadata=pack(evidence=seen.piece.id, version=seen.piece.text_version),
    )


def read_ask_form(view: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The note, and who was chosen."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("evidence") or ""), Answers.of(view).people("people")


def read_change_form(view: Mapping[str, Any]) -> tuple[str, str, int | None]:
    """The note, what was typed, and the version that the form began with."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("evidence") or ""), Answers.of(view).text("text"), _version(known)


def read_ask(action: Mapping[str, Any]) -> tuple[str, int | None]:
    """The note that a button is about, and the version of its text where it names one."""
    known = unpack(action.get("value"))
    return str(known.get("evidence") or ""), _version(known)


def witness_page(seen: WitnessSeen, told: str | None = None) -> kit.Modal:
    """The one text, and the two answers or the way back."""
    value = pack(evidence=seen.piece.id, version=seen.piece.text_version)
    if seen.has_confirmed:
        buttons, hint = [kit.button(NO, words.TAKE_BACK, value)], words.CONFIRMED
    else:
        yes = kit.button(YES, words.YES, value, style="primary")
        buttons, hint = [yes, kit.button(NO, words.NO, value)], words.CONSEQUENCE
    blocks = [
        *([kit.section(told)] if told else []),
        kit.context(words.from_owner(seen.owner.name)),
        kit.quote(seen.piece.text),
        kit.context(note_words.dated(dates.day(seen.piece.happened_on), None)),
        kit.actions(*buttons, block_id="answer"),
        kit.context(hint),
    ]
    return kit.modal(PAGE, words.TITLE, blocks, close=words.CLOSE)


def open_button(evidence_id: str, delivery: str | None = None) -> kit.Element:
    """The way to the text, for who is asked."""
    return kit.button(OPEN, words.LOOK, pack(evidence=evidence_id, delivery=delivery))


def asked_message(seen: WitnessSeen, delivery: str) -> kit.Message:
    """The question: a name and a button."""
    said = words.asked(seen.owner.name)
    hint = kit.context(words.asked_hint(seen.owner.name))
    return kit.message(said, [kit.section(said), kit.actions(open_button(seen.piece.id, delivery)), hint])


def confirmed_message(witness: str, look: kit.Element) -> kit.Message:
    """To the owner, with the way to the note."""
    said = words.confirmed(witness)
    return kit.message(said, [kit.section(said), kit.actions(look)])


def _version(known: Mapping[str, Any]) -> int | None:
    version = known.get("version")
    return version if isinstance(version, int) else None
