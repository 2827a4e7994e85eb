"""The form of what a manager saw, the reader of its answers, its messages, and the page with the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.marking import Sheet, skills_of, skills_offered
from bot.domain.notes import EvidenceSeen, local_day
from bot.domain.observations import ObservationDraft
from bot.domain.suggesting import Guess
from bot.domain.texts import LONGEST
from bot.domain.wording import Hint
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.concerns import concern_button
from bot.views.guides import offer
from bot.views.marking import marking_inputs
from bot.views.notes import OPEN, evidence_button, evidence_page, mark_lines, share_button
from bot.views.suggesting import hint_line, suggestions, with_taken
from bot.words import dates
from bot.words import guides as guide_words
from bot.words import notes as note_words
from bot.words import observations as words
from frameworks.model import Competency
from prompts.model import Moment, Side
from storage.choices import ConcernKind, EvidenceSource
from storage.records import Evidence, Person

FORM = "observation_form"
READ = "observation_read"
REPORT, SKILLS = "observation_report", "observation_skills"
SUGGEST, TAKE, NO_HINTS = "observation_suggest", "observation_take", "observation_no_hints"
CHANGED = (REPORT, SKILLS, SUGGEST, TAKE, NO_HINTS)
_KEEP, _CHANGE = "keep", "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationForm:
    """All that the form shows. `round` counts the times that its skills changed, `report_round` its report.

    `report_round` counts a skill that was taken too. `guess` is what was suggested, once that was asked for.
    `is_not_theirs`: somebody was named who is none of the writer's reports.
    """

    draft: str
    reports: tuple[Person, ...]
    report: Person | None
    sheets: tuple[Sheet, ...]
    today: date
    round: int = 0
    report_round: int = 0
    text: str = ""
    skills: tuple[str, ...] = ()
    showed: tuple[str, ...] = ()
    is_not_theirs: bool = False
    guess: Guess | None = None
    hint: Hint | None = None


def observation_form(form: ObservationForm) -> kit.Modal:
    """The form: skills and receipt follow once it is known whom it is about."""
    guide = kit.actions(offer(Moment.OBSERVATION, Side.MANAGER, guide_words.FOR_SAYING), block_id="guides")
    refused = [kit.context(words.not_theirs())] if form.is_not_theirs else []
    known = _about(form, form.report) if form.report else [kit.context(words.before_choice())]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        [_reports(form), *refused, _text(form), *hint_line(NO_HINTS, form.hint), _kind(), *known, guide],
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(
            draft=form.draft,
            round=form.round,
            report_round=form.report_round,
            asked=form.guess is not None or None,
        ),
    )


def read_observation_form(view: Mapping[str, Any]) -> ObservationDraft:
    """What was typed and chosen."""
    answers, kind = Answers.of(view), Answers.of(view).chosen("kind")
    return ObservationDraft(
        draft=str(unpack(view.get("private_metadata")).get("draft") or ""),
        report_id=answers.chosen("report"),
        text=answers.text("text"),
        is_favourable=kind == _KEEP if kind in {_KEEP, _CHANGE} else None,
        happened_on=answers.day("day"),
        skills=answers.ticked("skills"),
        showed=answers.ticked("showed"),
    )


def turned(
    form: ObservationForm, view: Mapping[str, Any], pressed: str, taken: str | None = None
) -> ObservationForm:
    """The form after a press in it: all that was typed keeps its place; another report has other skills."""
    draft, known = read_observation_form(view), unpack(view.get("private_metadata"))
    return replace(
        form,
        round=number(known, "round") + 1,
        report_round=number(known, "report_round") + (pressed in {REPORT, TAKE}),
        skills=with_taken(draft.skills, taken if taken in skills_offered(form.sheets) else None),
        showed=draft.showed,
    )


def asks(view: Mapping[str, Any], pressed: str) -> bool:
    """Whether skills are to be suggested: once asked for, they follow the form."""
    return bool(unpack(view.get("private_metadata")).get("asked")) or pressed == SUGGEST


def received_message(seen: EvidenceSeen, delivery: str) -> kit.Message:
    """The DM to the report: a name and a button; the words open in a modal (DESIGN 5.10)."""
    said = words.received(seen.author.name)
    value = pack(evidence=seen.piece.id, delivery=delivery)
    open_it = kit.button(OPEN, words.OPEN, value, style="primary")
    hint = kit.context(words.received_hint(seen.author.name))
    return kit.message(said, [kit.section(said), kit.actions(open_it), hint])


def answered_message(seen: EvidenceSeen, delivery: str) -> kit.Message:
    """The DM to the author."""
    said = words.answered(seen.owner.name)
    open_it = evidence_button(seen.piece.id, words.OPEN_ANSWER, delivery)
    return kit.message(said, [kit.section(said), kit.actions(open_it)])


def page_of(seen: EvidenceSeen, draft: str, told: str | None = None) -> kit.Modal:
    """Any piece of evidence for one viewer; `draft` is that of the answer to an observation."""
    is_observed = seen.piece.source is EvidenceSource.OBSERVATION
    return observation_page(seen, draft, told) if is_observed else evidence_page(seen, told)


def observation_page(seen: EvidenceSeen, draft: str, told: str | None = None) -> kit.Modal:
    """What a manager saw, with the answer to it, or the box for one where it is the reader's to give."""
    day = dates.day(seen.piece.happened_on)
    blocks = [
        *([kit.section(told)] if told else []),
        kit.section(_wrote(seen)),
        kit.quote(seen.piece.text),
        kit.context(words.dated(day, is_favourable=seen.piece.is_favourable)),
        *mark_lines(seen.marks),
        *answer_lines(seen.piece, seen.owner, seen.zone, is_own=seen.is_own),
        kit.context(_read_by(seen)),
        *share_button(seen),
        *_concern(seen),
    ]
    may_answer = seen.is_own and seen.piece.reply is None
    return kit.modal(
        READ,
        words.READ_TITLE,
        [*blocks, *_answer(seen)] if may_answer else blocks,
        submit=words.SEND_ANSWER if may_answer else None,
        close=words.READ_CLOSE,
        private_metadata=pack(evidence=seen.piece.id, draft=draft) if may_answer else "",
    )


def read_answer(view: Mapping[str, Any]) -> tuple[str, str, str]:
    """The observation, the words, and the draft of an answer."""
    known = unpack(view.get("private_metadata"))
    return str(known.get("evidence") or ""), Answers.of(view).text("reply"), str(known.get("draft") or "")


def answer_lines(piece: Evidence, owner: Person, zone: str, *, is_own: bool) -> list[kit.Block]:
    """The answer to an observation, wherever its words are shown (DESIGN 5.7); `zone` is the reader's."""
    if piece.reply is None or piece.replied_at is None:
        return []
    day = dates.day(local_day(piece.replied_at, zone))
    heading = words.answer_heading(None if is_own else owner.name, day)
    return [kit.paragraph(kit.words(heading, bold=True)), kit.quote(piece.reply)]


def _reports(form: ObservationForm) -> kit.Block:
    options = [kit.option(person.id, person.name) for person in form.reports]
    chosen = form.report.id if form.report else None
    menu = kit.select(REPORT, options, initial=chosen, placeholder=words.REPORT_HINT)
    return kit.input_block("report", words.REPORT, menu, dispatch=True)


def _text(form: ObservationForm) -> kit.Block:
    box = kit.text_box("observation_text", multiline=True, initial=form.text or None, max_length=LONGEST)
    return kit.input_block("text", words.TEXT, box, hint=words.TEXT_HINT)


def _kind() -> kit.Block:
    options = [kit.option(_KEEP, words.KEEP_DOING), kit.option(_CHANGE, words.DO_DIFFERENTLY)]
    return kit.input_block("kind", words.KIND, kit.radio("observation_kind", options))


def _about(form: ObservationForm, report: Person) -> list[kit.Block]:
    day = kit.date_picker("observation_day", initial=form.today)
    return [
        *(_marking(form) if skills_offered(form.sheets) else [kit.context(words.no_skills(report.name))]),
        kit.input_block("day", words.DAY, day),
        kit.context(words.receipt(report.name)),
    ]


def _marking(form: ObservationForm) -> list[kit.Block]:
    skills, *signs = marking_inputs(
        form.sheets,
        SKILLS,
        label=words.SKILLS,
        skills=form.skills,
        showed=form.showed,
        round_=form.round,
        showed_label=words.SHOWED,
        skills_round=form.report_round,
    )
    return [skills, *suggestions(SUGGEST, TAKE, form.guess, _offered(form), form.skills), *signs]


def _offered(form: ObservationForm) -> dict[str, Competency]:
    return {skill.key: skill for skill in skills_of(form.sheets)}


def _wrote(seen: EvidenceSeen) -> str:
    if seen.viewer_id == seen.author.id:
        return words.you_wrote(seen.owner.name)
    return words.wrote(seen.author.name, None if seen.is_own else seen.owner.name)


def _read_by(seen: EvidenceSeen) -> str:
    if not seen.is_own and not seen.readers:
        return words.still_yours(seen.owner.name)
    who = {person.id: person.name for person in (seen.owner, seen.author, *seen.readers)}
    return note_words.read_by(tuple((who | {seen.viewer_id: note_words.YOU}).values()), ())


def _concern(seen: EvidenceSeen) -> list[kit.Block]:
    """Whoever was written to may show that to a People lead: what was seen, or the answer to it."""
    if seen.is_own:
        return [concern_button(ConcernKind.OBSERVATION, seen.piece.id)]
    is_answered = seen.viewer_id == seen.author.id and seen.piece.reply is not None
    return [concern_button(ConcernKind.OBSERVATION_ANSWER, seen.piece.id)] if is_answered else []


def _answer(seen: EvidenceSeen) -> list[kit.Block]:
    box = kit.text_box("observation_reply", multiline=True, max_length=LONGEST)
    return [
        kit.input_block("reply", words.ANSWER, box, hint=words.ANSWER_HINT),
        kit.context(words.answer_receipt(seen.author.name)),
    ]
