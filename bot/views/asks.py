"""The forms that ask for feedback and that decline, their readers, and the messages about a question."""

from collections.abc import Mapping
from typing import Any

from bot.domain.asks import LONGEST_DECLINE, LONGEST_QUESTION, MOST_ASKED, AskDraft, AskSeen, AskWaiting
from bot.domain.marking import Sheet
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.feedback import question_blocks
from bot.views.marking import one_skill
from bot.words import asks as words
from storage.records import Person

FORM = "ask_form"
DECLINE_FORM = "ask_decline_form"
DECLINED = "ask_declined_page"
ANSWER, NOT_NOW, READ_DECLINE = "ask_answer", "ask_not_now", "ask_read_decline"
TAKE_BACK = "ask_take_back"


def ask_form(
    draft: str,
    person: Person | None,
    sheets: tuple[Sheet, ...],
    text: str,
    waiting: tuple[AskWaiting, ...],
) -> kit.Modal:
    """Whom, what, which skill and by when; and what was asked before and waits."""
    people = kit.multi_user_select(
        "ask_people",
        initial=[person.id] if person else [],
        most=MOST_ASKED,
        placeholder=words.PEOPLE_PLACEHOLDER,
    )
    box = kit.text_box("ask_question", multiline=True, initial=text or None, max_length=LONGEST_QUESTION)
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        [
            kit.input_block("people", words.PEOPLE, people, hint=words.PEOPLE_HINT),
            kit.input_block("question", words.QUESTION, box, hint=words.QUESTION_HINT),
            one_skill(sheets, None, words.SKILL),
            kit.input_block("by", words.BY, kit.date_picker("ask_by"), hint=words.BY_HINT, optional=True),
            kit.context(words.receipt()),
            *_waiting(waiting),
        ],
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft),
    )


def read_ask_form(view: Mapping[str, Any]) -> AskDraft:
    """What was typed and chosen."""
    answers = Answers.of(view)
    return AskDraft(
        draft=draft_of(view),
        people=answers.people("people"),
        question=answers.text("question"),
        skill=answers.chosen("skill"),
        wanted_by=answers.day("by"),
    )


def draft_of(view: Mapping[str, Any]) -> str:
    """The draft of an open form."""
    return str(unpack(view.get("private_metadata")).get("draft") or "")


def decline_form(seen: AskSeen) -> kit.Modal:
    """Not now, with a line for the asker or without."""
    box = kit.text_box("ask_word", multiline=True, max_length=LONGEST_DECLINE)
    return kit.modal(
        DECLINE_FORM,
        words.DECLINE_TITLE,
        [
            *question_blocks(seen),
            kit.section(words.decline_intro(seen.asker.name)),
            kit.input_block("word", words.DECLINE_WORD, box, optional=True),
            kit.context(words.decline_receipt(seen.asker.name)),
        ],
        submit=words.DECLINE_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(ask=seen.ask.id),
    )


def read_decline_form(view: Mapping[str, Any]) -> tuple[str, str]:
    """The question, and the line."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("ask") or ""), Answers.of(view).text("word")


def read_ask(action: Mapping[str, Any]) -> tuple[str, str]:
    """The question of a button, and the person whom it concerns."""
    known = unpack(action.get("value"))
    return str(known.get("ask") or ""), str(known.get("person") or "")


def decline_page(seen: AskSeen) -> kit.Modal:
    """The line of somebody who declined."""
    word = (
        [kit.section(words.line_of(seen.person.name)), kit.quote(seen.place.word)] if seen.place.word else []
    )
    said = kit.section(words.declined(seen.person.name))
    return kit.modal(
        DECLINED, words.DECLINED_TITLE, [said, *word, kit.context(words.declined_hint())], close=words.CLOSE
    )


def answer_button(ask_id: str) -> kit.Element:
    """The way to answer a question."""
    return kit.button(ANSWER, words.ANSWER, pack(ask=ask_id))


def asked_message(seen: AskSeen, delivery: str) -> kit.Message:
    """The DM to somebody who is asked: a name and buttons; the question opens in a modal (DESIGN 5.10)."""
    said = words.asked(seen.asker.name, seen.ask.wanted_by, seen.here)
    hint = kit.context(words.asked_hint(seen.asker.name))
    return kit.message(said, [kit.section(said), _choice(seen, delivery), hint])


def reminder_message(seen: AskSeen, delivery: str) -> kit.Message:
    """The one reminder."""
    said = words.reminder(seen.asker.name)
    return kit.message(said, [kit.section(said), _choice(seen, delivery)])


def declined_message(seen: AskSeen, delivery: str) -> kit.Message:
    """The DM to the asker, with a button where there is a line to read."""
    said = words.declined(seen.person.name)
    value = pack(ask=seen.ask.id, person=seen.person.id, delivery=delivery)
    read = [kit.actions(kit.button(READ_DECLINE, words.READ_DECLINE, value))] if seen.place.word else []
    return kit.message(said, [kit.section(said), *read, kit.context(words.declined_hint())])


def _waiting(waiting: tuple[AskWaiting, ...]) -> list[kit.Block]:
    if not waiting:
        return []
    sure = kit.confirm(words.TAKE_BACK_TITLE, words.TAKE_BACK_SURE, words.TAKE_BACK, words.TAKE_BACK_NO)
    shown = [kit.divider(), kit.header(words.WAITING)]
    for one in waiting:
        back = kit.button(TAKE_BACK, words.TAKE_BACK, pack(ask=one.ask_id), confirm=sure)
        names = tuple(person.name for person in one.people)
        shown += [
            kit.section(one.question, accessory=back),
            kit.context(words.waits_for(names, one.asked_on)),
        ]
    return shown


def _choice(seen: AskSeen, delivery: str) -> kit.Block:
    value = pack(ask=seen.ask.id, delivery=delivery)
    return kit.actions(
        kit.button(ANSWER, words.ANSWER, value, style="primary"), kit.button(NOT_NOW, words.NOT_NOW, value)
    )
