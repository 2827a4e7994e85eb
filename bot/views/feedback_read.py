"""Feedback as one viewer reads it: to its receiver with the ways to keep, answer and share it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.feedback import FeedbackSeen, KeepFeedback, Part, note_of, words_of
from bot.domain.marking import skills_of, skills_offered
from bot.domain.suggesting import Guess
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.concerns import concern_button
from bot.views.marking import marking_inputs
from bot.views.notes import SHARED, evidence_button, reach_input
from bot.views.receipts import also_shown, sure_with
from bot.views.suggesting import suggestions, with_taken
from bot.words import dates
from bot.words import feedback as words
from bot.words import notes as note_words
from storage.choices import ConcernKind
from storage.records import Person

KEEP_FORM = "feedback_keep"
READ = "feedback_read"
REPLY_FORM = "feedback_reply_form"
SKILLS, REACH = "feedback_skills", "feedback_reach"
SUGGEST, TAKE = "feedback_suggest", "feedback_take"
CHANGED = (SKILLS, REACH, SUGGEST, TAKE)
REPLY, SHARE = "feedback_reply", "feedback_share"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepForm:
    """All that the form shows. `round` counts the times that its skills changed, `taken` suggestions taken.

    `guess` is what was suggested, once that was asked for.
    """

    seen: FeedbackSeen
    is_shared: bool = False
    skills: tuple[str, ...] = ()
    showed: tuple[str, ...] = ()
    round: int = 0
    is_manager_new: bool = False
    taken: int = 0
    guess: Guess | None = None


def feedback_page(seen: FeedbackSeen, told: str | None = None) -> kit.Modal:
    """All of it; its receiver, while something of it is no note yet, is offered to keep that."""
    if seen.to_keep:
        return keep_form(first_form(seen), told)
    return kit.modal(READ, words.READ_TITLE, _page(seen, told), close=words.CLOSE)


def first_form(seen: FeedbackSeen) -> KeepForm:
    """As it opens: with the author's skill, and private (DESIGN 7)."""
    return KeepForm(seen=seen, skills=seen.feedback.competencies)


def keep_form(form: KeepForm, told: str | None = None) -> kit.Modal:
    """The words, and the form to keep them."""
    seen, manager = form.seen, form.seen.manager.name if form.seen.manager else None
    receipt = note_words.receipt(manager, is_shared=form.is_shared, writer=seen.author.name)
    offered = {skill.key: skill for skill in skills_of(seen.sheets)}
    skills, *signs = marking_inputs(
        seen.sheets,
        SKILLS,
        label=words.SKILLS,
        skills=form.skills,
        showed=form.showed,
        round_=form.round,
        showed_label=words.SHOWED,
        skills_round=form.taken,
    )
    return kit.modal(
        KEEP_FORM,
        words.READ_TITLE,
        [
            *_page(seen, told),
            kit.divider(),
            kit.context(words.KEEP_INVITATION),
            *_part(seen.to_keep),
            skills,
            *suggestions(SUGGEST, TAKE, form.guess, offered, form.skills),
            *signs,
            reach_input(REACH, manager, is_shared=form.is_shared),
            kit.context(receipt),
            *(also_shown(seen.named) if form.is_shared else []),
            *([kit.context(note_words.manager_changed(manager))] if form.is_manager_new else []),
        ],
        submit=words.KEEP,
        close=words.CLOSE,
        private_metadata=pack(
            feedback=seen.feedback.id,
            round=form.round,
            taken=form.taken,
            asked=form.guess is not None or None,
            part=seen.to_keep[0] if len(seen.to_keep) == 1 else None,
            manager=seen.manager.id if seen.manager else None,
        ),
    )


def read_keep_form(view: Mapping[str, Any]) -> KeepFeedback:
    """What was chosen; where only what to continue is left, it goes without saying."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    chosen = answers.chosen("part")
    if chosen is None and known.get("part") == Part.CARRY_ON:
        chosen = Part.CARRY_ON
    return KeepFeedback(
        feedback_id=str(known.get("feedback") or ""),
        part=Part(chosen) if chosen in set(Part) else None,
        skills=answers.ticked("skills"),
        showed=answers.ticked("showed"),
        is_shared=answers.chosen("reach") == SHARED,
        manager_id=known.get("manager"),
    )


def turned(
    form: KeepForm,
    view: Mapping[str, Any],
    pressed: str,
    taken: str | None = None,
    *,
    is_manager_new: bool = False,
) -> KeepForm:
    """The form after a press in it: all that was chosen keeps its place."""
    draft, known = read_keep_form(view), unpack(view.get("private_metadata"))
    return replace(
        form,
        is_shared=draft.is_shared,
        skills=with_taken(draft.skills, taken if taken in skills_offered(form.seen.sheets) else None),
        showed=draft.showed,
        round=number(known, "round") + (pressed in {SKILLS, TAKE}),
        taken=number(known, "taken") + (pressed == TAKE),
        is_manager_new=is_manager_new,
    )


def asks(view: Mapping[str, Any], pressed: str) -> bool:
    """Whether skills are to be suggested: once asked for, they follow the form."""
    return bool(unpack(view.get("private_metadata")).get("asked")) or pressed == SUGGEST


def reply_form(seen: FeedbackSeen, draft: str) -> kit.Modal:
    """The one answer."""
    box = kit.text_box("feedback_reply_text", multiline=True, max_length=LONGEST)
    receipt = words.reply_receipt(
        seen.author.name, [person.name for person in (*seen.readers, *(one.reader for one in seen.shown))]
    )
    return kit.modal(
        REPLY_FORM,
        words.REPLY_TITLE,
        [kit.input_block("reply", words.REPLY_BOX, box, hint=words.REPLY_HINT), kit.context(receipt)],
        submit=words.REPLY_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(feedback=seen.feedback.id, draft=draft),
    )


def read_reply(view: Mapping[str, Any]) -> tuple[str, str, str]:
    """The feedback, the words, and the draft of an answer."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("feedback") or ""), Answers.of(view).text("reply"), str(known.get("draft") or "")


def read_feedback_id(action: Mapping[str, Any]) -> str:
    """The feedback that a button is about."""
    return str(unpack(action.get("value")).get("feedback") or "")


def _page(seen: FeedbackSeen, told: str | None) -> list[kit.Block]:
    given = seen.feedback
    head = words.wrote(_name(seen, seen.author), _name(seen, seen.receiver), dates.day(seen.given_on))
    return [
        *([kit.section(told)] if told else []),
        kit.section(head),
        *_question(seen),
        *_said(words.SITUATION_SAID, given.situation),
        *(block for part in Part for block in _said(words.SAID[part], words_of(given, part))),
        *_said(words.EFFECT_SAID, given.effect),
        *_reply(seen),
        kit.context(*([words.about(seen.skill)] if seen.skill else []), _read_by(seen)),
        *_actions(seen),
        *_concern(seen),
    ]


def _concern(seen: FeedbackSeen) -> list[kit.Block]:
    """Whoever was written to may show that to a People lead: the feedback, or the answer to it."""
    if seen.is_own:
        return [concern_button(ConcernKind.FEEDBACK, seen.feedback.id)]
    is_answered = seen.viewer.id == seen.author.id and seen.feedback.reply is not None
    return [concern_button(ConcernKind.FEEDBACK_ANSWER, seen.feedback.id)] if is_answered else []


def _question(seen: FeedbackSeen) -> list[kit.Block]:
    if seen.question is None:
        return []
    return [
        kit.context(words.in_answer(None if seen.is_own else seen.receiver.name)),
        kit.quote(seen.question.question),
    ]


def _said(heading: str, text: str | None) -> list[kit.Block]:
    return [kit.paragraph(kit.words(heading, bold=True)), kit.quote(text)] if text else []


def _reply(seen: FeedbackSeen) -> list[kit.Block]:
    if seen.replied_on is None:
        return []
    heading = words.reply_heading(_name(seen, seen.receiver), dates.day(seen.replied_on))
    return _said(heading, seen.feedback.reply)


def _name(seen: FeedbackSeen, person: Person) -> str | None:
    return None if person.id == seen.viewer.id else person.name


def _read_by(seen: FeedbackSeen) -> str:
    """To its author the two alone: whom its receiver shows it to is theirs to say."""
    is_author = seen.viewer.id == seen.author.id
    others = (*seen.readers, *(one.reader for one in seen.shown))
    who = {one.id: one.name for one in (seen.receiver, seen.author, *(() if is_author else others))}
    return words.read_by(tuple((who | {seen.viewer.id: note_words.YOU}).values()))


def _actions(seen: FeedbackSeen) -> list[kit.Block]:
    """What its receiver may do beside keeping it."""
    if not seen.is_own:
        return []
    value = pack(feedback=seen.feedback.id)
    buttons = [] if seen.replied_on else [kit.button(REPLY, words.REPLY, value)]
    if manager := seen.to_share_with:
        label = note_words.share(manager.name)
        sure = kit.confirm(
            note_words.SHARE_TITLE,
            sure_with(words.share_sure(manager.name), seen.named),
            label,
            note_words.SHARE_NO,
        )
        shared = pack(feedback=seen.feedback.id, manager=manager.id)
        buttons.append(kit.button(SHARE, label, shared, confirm=sure))
    rows = [kit.actions(*buttons)] if buttons else []
    notes = [(part, note_of(seen, part)) for part in Part]
    return rows + [
        kit.actions(evidence_button(note, words.OPEN_NOTE[part]), block_id=f"note-{part}")
        for part, note in notes
        if note
    ]


def _part(offered: tuple[Part, ...]) -> list[kit.Block]:
    """Which part; a *try* is never chosen beforehand, since keeping it is accepting it."""
    if offered == (Part.CARRY_ON,):
        return []
    options = [
        kit.option(part, words.PART_LABELS[part], words.TRY_CONSEQUENCE if part is Part.TRY_NEXT else None)
        for part in offered
    ]
    first = Part.CARRY_ON if Part.CARRY_ON in offered else None
    return [kit.input_block("part", words.PART, kit.radio("feedback_part", options, initial=first))]
