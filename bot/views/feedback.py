"""The feedback form, the reader of its answers, and the messages about feedback."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.asks import AskSeen
from bot.domain.feedback import LONGEST_PART, FeedbackDraft, FeedbackSeen
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.words import asks as ask_words
from bot.words import feedback as words
from frameworks.model import Framework
from storage.records import Person

FORM = "feedback_form"
CHANGED = ("feedback_receiver", "feedback_manager")
OPEN = "feedback_open"
_YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackForm:
    """All that the form shows. `round` counts the times that its skills were offered anew."""

    draft: str
    receiver: Person | None
    manager: Person | None
    framework: Framework | None
    ask: AskSeen | None = None
    round: int = 0
    manager_reads: bool = False
    text: str = ""
    is_manager_new: bool = False


def feedback_form(form: FeedbackForm) -> kit.Modal:
    """The form; that of an answer begins with the question."""
    parts = [
        _box("carry_on", words.CARRY_ON, hint=words.PARTS_HINT),
        _box("try_next", words.TRY_NEXT),
    ]
    seen = _box("situation", words.SITUATION, words.SITUATION_HINT, form.text, is_optional=bool(form.ask))
    effect = _box("effect", words.EFFECT, words.EFFECT_HINT)
    blocks = [*parts, seen, effect] if form.ask else [seen, *parts, effect]
    return kit.modal(
        FORM,
        words.ANSWER_TITLE if form.ask else words.FORM_TITLE,
        [*_head(form), *blocks, *_skill(form), *_manager(form), _receipt(form)],
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(
            draft=form.draft,
            round=form.round,
            receiver=form.receiver.id if form.receiver else None,
            manager=form.manager.id if form.manager else None,
            ask=form.ask.ask.id if form.ask else None,
        ),
    )


def read_feedback_form(view: Mapping[str, Any]) -> FeedbackDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    ask = known.get("ask")
    return FeedbackDraft(
        draft=str(known.get("draft") or ""),
        receiver_id=answers.person("receiver"),
        ask_id=str(ask) if ask else None,
        situation=answers.text("situation"),
        carry_on=answers.text("carry_on"),
        try_next=answers.text("try_next"),
        effect=answers.text("effect"),
        skill=answers.chosen("skill"),
        is_open_to_manager=_YES in answers.ticked("manager"),
        manager_id=known.get("manager"),
    )


def turned(form: FeedbackForm, view: Mapping[str, Any]) -> FeedbackForm:
    """The form after a press: for somebody else the skills are new, all else keeps its place."""
    draft, known = read_feedback_form(view), unpack(view.get("private_metadata"))
    chosen = form.receiver.id if form.receiver else None
    return replace(
        form,
        round=number(known, "round") + (chosen != known.get("receiver")),
        manager_reads=draft.is_open_to_manager,
    )


def open_button(feedback_id: str, label: str, delivery: str | None = None) -> kit.Element:
    """The way to feedback, from anywhere; `delivery` is the message that it stands in."""
    return kit.button(OPEN, label, pack(feedback=feedback_id, delivery=delivery), style="primary")


def received_message(seen: FeedbackSeen, delivery: str) -> kit.Message:
    """The DM to the receiver: a name and a button; the words open in a modal (DESIGN 5.10)."""
    name = seen.author.name
    said = words.answered(name) if seen.feedback.ask_id else words.received(name)
    hint = kit.context(words.received_hint(name, has_readers=bool(seen.readers)))
    return kit.message(said, [kit.section(said), _read_it(seen, words.OPEN, delivery), hint])


def replied_message(seen: FeedbackSeen, delivery: str) -> kit.Message:
    """The DM to the author."""
    said = words.replied(seen.receiver.name)
    return kit.message(said, [kit.section(said), _read_it(seen, words.OPEN_REPLY, delivery)])


def shared_message(seen: FeedbackSeen, delivery: str) -> kit.Message:
    """The DM to a manager."""
    said = words.shared(seen.author.name, seen.receiver.name)
    return kit.message(said, [kit.section(said), _read_it(seen, words.OPEN, delivery)])


def _read_it(seen: FeedbackSeen, label: str, delivery: str) -> kit.Block:
    return kit.actions(open_button(seen.feedback.id, label, delivery))


def _head(form: FeedbackForm) -> list[kit.Block]:
    if form.ask is None:
        return [_receiver(form)]
    return question_blocks(form.ask)


def question_blocks(seen: AskSeen) -> list[kit.Block]:
    """A question, to somebody who was asked."""
    about = ask_words.about(seen.skill, seen.ask.wanted_by, seen.here)
    return [
        kit.section(ask_words.asks_you(seen.asker.name)),
        kit.quote(seen.ask.question),
        *([kit.context(about)] if about else []),
    ]


def _receiver(form: FeedbackForm) -> kit.Block:
    chosen = form.receiver.id if form.receiver else None
    chooser = kit.user_select("feedback_receiver", initial=chosen, placeholder=words.RECEIVER_HINT)
    return kit.input_block("receiver", words.RECEIVER, chooser, dispatch=True)


def _box(
    field: str, label: str, hint: str | None = None, text: str = "", *, is_optional: bool = True
) -> kit.Block:
    box = kit.text_box(f"feedback_{field}", multiline=True, initial=text or None, max_length=LONGEST_PART)
    return kit.input_block(field, label, box, hint=hint, optional=is_optional)


def _skill(form: FeedbackForm) -> list[kit.Block]:
    if form.receiver is None:
        return []
    if form.framework is None:
        return [kit.context(words.no_skills(form.receiver.name))]
    options = [kit.option(skill.key, skill.title) for skill in form.framework.competencies]
    asked = form.ask.ask.competency if form.ask else None
    menu = kit.select("feedback_skill", options, initial=asked, placeholder=words.SKILL_HINT)
    return [kit.input_block(preset("skill", form.round), words.SKILL, menu, optional=True)]


def _manager(form: FeedbackForm) -> list[kit.Block]:
    if form.manager is None:
        return []
    boxes = kit.checkboxes("feedback_manager", [kit.option(_YES, words.manager_reads(form.manager.name))])
    return [kit.input_block("manager", words.MANAGER_LABEL, boxes, optional=True, dispatch=True)]


def _receipt(form: FeedbackForm) -> kit.Block:
    if form.receiver is None:
        return kit.context(words.receipt_before_choice())
    name, manager = form.receiver.name, form.manager.name if form.manager else None
    said = words.receipt(name, manager, manager_reads=form.manager_reads)
    if form.is_manager_new:
        return kit.context(words.manager_changed(name, manager), said)
    return kit.context(said)
