"""Kudos as one viewer reads them, and the form in which their receiver keeps them as a note."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.kept_kudos import KeepDraft, KudosToKeep, mark_of_details
from bot.domain.marking import skills_of, skills_offered
from bot.domain.suggesting import Guess
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.concerns import concern_button
from bot.views.marking import marking_inputs
from bot.views.notes import SHARED, evidence_button, reach_input
from bot.views.receipts import also_shown
from bot.views.suggesting import suggestions, with_taken
from bot.words import dates
from bot.words import kept_kudos as words
from bot.words import kudos as kudos_words
from bot.words import notes as note_words
from storage.choices import ConcernKind
from storage.records import Kudos

FORM = "kept_kudos"
READ = "kudos_read"
SKILLS, REACH = "kept_skills", "kept_reach"
SUGGEST, TAKE = "kept_suggest", "kept_take"
TOGETHER = "kept_together"
CHANGED = (SKILLS, REACH, SUGGEST, TAKE, TOGETHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepForm:
    """All that the form shows. `round` counts the times that its skills changed, `taken` suggestions taken.

    `guess` is what was suggested, once that was asked for.
    """

    kudos: KudosToKeep
    is_shared: bool
    skills: tuple[str, ...]
    showed: tuple[str, ...] = ()
    round: int = 0
    is_manager_new: bool = False
    is_detailed: bool = False
    taken: int = 0
    guess: Guess | None = None
    together: tuple[str, ...] = ()


def first_form(kudos: KudosToKeep) -> KeepForm:
    """As it opens: with the giver's skills; public kudos start shared, quiet ones private (DESIGN 7)."""
    return KeepForm(kudos=kudos, is_shared=kudos.kudos.is_public, skills=kudos.kudos.competencies)


def keep_form(form: KeepForm) -> kit.Modal:
    """The giver's words, and the form to keep them."""
    manager = form.kudos.manager.name if form.kudos.manager else None
    receipt = note_words.receipt(manager, is_shared=form.is_shared, writer=form.kudos.giver.name)
    offered = {skill.key: skill for skill in skills_of(form.kudos.sheets)}
    skills, *signs = marking_inputs(
        form.kudos.sheets,
        SKILLS,
        label=words.SKILLS,
        skills=form.skills,
        showed=form.showed,
        round_=form.round,
        skills_round=form.taken,
    )
    return kit.modal(
        FORM,
        words.TITLE,
        [
            *_told(form.kudos),
            *_together(form),
            kit.context(words.invitation()),
            skills,
            *suggestions(SUGGEST, TAKE, form.guess, offered, form.skills),
            *signs,
            reach_input(REACH, manager, is_shared=form.is_shared),
            kit.context(receipt, *_also_read_by(form)),
            *(also_shown(form.kudos.named) if form.is_shared else []),
            *([kit.context(note_words.manager_changed(manager))] if form.is_manager_new else []),
            *([kit.context(words.detailed(form.kudos.giver.name))] if form.is_detailed else []),
        ],
        submit=words.SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(
            kudos=form.kudos.kudos.id,
            round=form.round,
            taken=form.taken,
            asked=form.guess is not None or None,
            manager=form.kudos.manager.id if form.kudos.manager else None,
            details=mark_of_details(form.kudos.kudos, *(one.kudos for one in form.kudos.others)),
        ),
    )


def kudos_page(kudos: KudosToKeep) -> kit.Modal:
    """Kudos to read; to their receiver the note that they were made."""
    kept = kudos.kept_as
    way = [kit.section(words.ALREADY_KEPT, accessory=evidence_button(kept, words.OPEN_NOTE))] if kept else []
    later = [kit.context(words.added_later(kudos.giver.name))] if kudos.is_added_later else []
    return kit.modal(READ, words.TITLE, [*_told(kudos), *later, *way], close=words.CLOSE)


def read_keep_form(view: Mapping[str, Any]) -> KeepDraft:
    """What was chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    return KeepDraft(
        kudos_id=str(known.get("kudos") or ""),
        skills=answers.ticked("skills"),
        showed=answers.ticked("showed"),
        is_shared=answers.chosen("reach") == SHARED,
        manager_id=known.get("manager"),
        details=known.get("details"),
        together=answers.ticked("together"),
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
        skills=with_taken(draft.skills, taken if taken in skills_offered(form.kudos.sheets) else None),
        showed=draft.showed,
        round=number(known, "round") + (pressed in {SKILLS, TAKE}),
        taken=number(known, "taken") + (pressed == TAKE),
        is_manager_new=is_manager_new,
        together=draft.together,
    )


def asks(view: Mapping[str, Any], pressed: str) -> bool:
    """Whether skills are to be suggested: once asked for, they follow the form."""
    return bool(unpack(view.get("private_metadata")).get("asked")) or pressed == SUGGEST


def _also_read_by(form: KeepForm) -> list[str]:
    names = [one.giver.name for one in form.kudos.others if one.kudos.id in form.together]
    return [words.also_read_by(tuple(dict.fromkeys(names)))] if names else []


def _together(form: KeepForm) -> list[kit.Block]:
    """Other kudos to tick, those that are ticked in full: whoever keeps them has read them."""
    others = form.kudos.others
    if not others:
        return []
    options = [
        kit.option(one.kudos.id, words.other(one.giver.name, dates.day(one.given_on)), one.kudos.text)
        for one in others
    ]
    boxes = kit.checkboxes(TOGETHER, options, initial=form.together)
    chosen = [one for one in others if one.kudos.id in form.together]
    return [
        kit.input_block(
            "together", words.TOGETHER, boxes, hint=words.TOGETHER_HINT, optional=True, dispatch=True
        ),
        *(
            block
            for one in chosen
            for block in (kit.paragraph(kit.words(one.giver.name, bold=True)), *told_parts(one.kudos))
        ),
    ]


def told_parts(kudos: Kudos) -> list[kit.Block]:
    """All that a giver wrote, with what they added under headings of its own."""
    added = ((words.SITUATION, kudos.situation), (words.EFFECT, kudos.effect))
    parts = [
        block
        for heading, said in added
        if said
        for block in (kit.paragraph(kit.words(heading, bold=True)), kit.quote(said))
    ]
    link = [kit.paragraph(kit.link(kudos.link))] if kudos.link else []
    return [kit.quote(kudos.text), *parts, *link]


def _told(kudos: KudosToKeep) -> list[kit.Block]:
    thanks = kudos.kudos
    receiver = None if kudos.is_receiver else kudos.receiver.name
    concern = [concern_button(ConcernKind.KUDOS, thanks.id)] if kudos.is_receiver else []
    return [
        kit.section(words.thanked(kudos.giver.name, receiver, dates.day(kudos.given_on))),
        *told_parts(thanks),
        kit.context(
            kudos_words.seen_skills(kudos.skill_titles), kudos_words.reach(is_public=thanks.is_public)
        ),
        *concern,
    ]
