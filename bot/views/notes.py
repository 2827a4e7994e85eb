"""The note form, the reader of its answers, and the page that shows one piece of evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.marking import Sheet, skills_of, skills_offered
from bot.domain.notes import LONGEST_LINK, EvidenceSeen, MarkSeen, NoteDraft
from bot.domain.readers import NamedSeen
from bot.domain.suggesting import Guess
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, number, pack, unpack
from bot.views.marking import marking_inputs
from bot.views.offers import OFFER
from bot.views.offers import open_button as open_offer_button
from bot.views.receipts import also_shown, readers_shown, sure_with
from bot.views.suggesting import suggestions, with_taken
from bot.views.witnesses import owner_buttons, withdraw_button
from bot.words import dates
from bot.words import feedback as feedback_words
from bot.words import notes as words
from bot.words import offers as offer_words
from bot.words import past_notes as past_words
from bot.words import witnesses as witness_words
from frameworks.model import Competency
from storage.records import PastNote, Person

FORM = "note_form"
READ = "evidence_read"
MORE, SKILLS, REACH = "note_more", "note_skills", "note_reach"
SUGGEST, TAKE = "note_suggest", "note_take"
CHANGED = (MORE, SKILLS, REACH, SUGGEST, TAKE)
OPEN = "evidence_open"
SHARE = "evidence_share"
PRIVATE, SHARED = "private", "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteForm:
    """All that the form shows. `round` counts the times that its skills changed, `taken` suggestions taken.

    `link` is what the form begins with, `message_day` the day of the message that it is about, `cut` how
    many characters were typed where a note does not hold them. `past` is the note from a past review that it
    begins with, and `others_words` who wrote that, if it was somebody else. `guess` is what was suggested,
    once that was asked for.
    """

    draft: str
    manager: Person | None
    sheets: tuple[Sheet, ...]
    today: date
    is_shared: bool
    is_open: bool = False
    round: int = 0
    text: str = ""
    link: str = ""
    message_day: date | None = None
    cut: int | None = None
    skills: tuple[str, ...] = ()
    showed: tuple[str, ...] = ()
    is_manager_new: bool = False
    past: str | None = None
    others_words: str | None = None
    taken: int = 0
    guess: Guess | None = None
    named: tuple[NamedSeen, ...] = ()


def note_form(form: NoteForm) -> kit.Modal:
    """One box and Save; the rest is folded until asked for."""
    manager = form.manager.name if form.manager else None
    head = [kit.context(words.cut(form.cut, LONGEST))] if form.cut else []
    head += [kit.context(past_words.others_words(form.others_words))] if form.others_words else []
    rest = _unfolded(form, manager) if form.is_open else _folded(form, manager)
    changed = [kit.context(words.manager_changed(manager))] if form.is_manager_new else []
    return kit.modal(
        FORM,
        past_words.FORM_TITLE if form.past else words.FORM_TITLE,
        [*head, _text(form), *rest, *(also_shown(form.named) if form.is_shared else []), *changed],
        submit=words.FORM_SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(
            draft=form.draft,
            open=form.is_open or None,
            round=form.round,
            taken=form.taken,
            asked=form.guess is not None or None,
            shared=form.is_shared or None,
            manager=form.manager.id if form.manager else None,
            day=form.message_day.isoformat() if form.message_day else None,
            cut=form.cut,
            past=form.past,
        ),
    )


def read_note_form(view: Mapping[str, Any]) -> NoteDraft:
    """What was typed and chosen."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    reach = answers.chosen("reach")
    return NoteDraft(
        draft=str(known.get("draft") or ""),
        text=answers.text("text"),
        happened_on=answers.day("day") or _day(known.get("day")),
        link=answers.text("link"),
        skills=answers.ticked("skills"),
        showed=answers.ticked("showed"),
        is_shared=bool(known.get("shared")) if reach is None else reach == SHARED,
        is_choice=reach is not None,
        is_of_message=_day(known.get("day")) is not None,
        manager_id=known.get("manager"),
        past=known.get("past"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTurn:
    """What a press in the open form asks for."""

    draft: NoteDraft
    is_open: bool
    round: int
    message_day: date | None
    cut: int | None
    asks: bool
    times_taken: int
    taken: str | None


def read_note_turn(view: Mapping[str, Any], pressed: str, taken: str | None = None) -> NoteTurn:
    """The form in the middle of being filled."""
    known = unpack(view.get("private_metadata"))
    return NoteTurn(
        draft=read_note_form(view),
        is_open=bool(known.get("open")) or pressed == MORE,
        round=number(known, "round") + (pressed in {SKILLS, TAKE}),
        message_day=_day(known.get("day")),
        cut=number(known, "cut") or None,
        asks=bool(known.get("asked")) or pressed == SUGGEST,
        times_taken=number(known, "taken") + (pressed == TAKE),
        taken=taken,
    )


def turned(form: NoteForm, turn: NoteTurn) -> NoteForm:
    """The form after a press: all that was typed keeps its place."""
    return replace(
        form,
        is_open=turn.is_open,
        is_shared=turn.draft.is_shared,
        round=turn.round,
        link=turn.draft.link,
        message_day=turn.message_day,
        cut=turn.cut,
        skills=with_taken(
            turn.draft.skills, turn.taken if turn.taken in skills_offered(form.sheets) else None
        ),
        taken=turn.times_taken,
        showed=turn.draft.showed,
    )


def of_past(form: NoteForm, note: PastNote, skills: Sequence[str], showed: Sequence[str]) -> NoteForm:
    """The form as it begins with a note from a past review: all in sight, and private."""
    return replace(
        form,
        past=note.id,
        others_words=note.author,
        text=past_words.as_note(note.text, note.author, note.source),
        today=note.happened_on,
        skills=tuple(skills),
        showed=tuple(showed),
        is_shared=False,
        is_open=True,
    )


def about_message(form: NoteForm, link: str, day: date) -> NoteForm:
    """The form as it begins upon a message."""
    return replace(form, link=link, message_day=day)


def evidence_button(evidence_id: str, label: str, delivery: str | None = None) -> kit.Element:
    """The way to one piece of evidence, from anywhere; `delivery` is the message that it stands in."""
    return kit.button(OPEN, label, pack(evidence=evidence_id, delivery=delivery))


def evidence_page(seen: EvidenceSeen, told: str | None = None) -> kit.Modal:
    """One piece of evidence for one viewer; `told` is what has just happened to it."""
    blocks = [
        *([kit.section(told)] if told else []),
        *([] if seen.is_own else [kit.context(words.from_owner(seen.owner.name))]),
        *_text_of(seen),
        kit.context(words.dated(dates.day(seen.piece.happened_on), _writer(seen))),
        *([kit.paragraph(kit.link(seen.piece.link))] if seen.piece.link else []),
        *([] if seen.piece.is_favourable else [kit.context(feedback_words.contrary(is_own=seen.is_own))]),
        *mark_lines(seen.marks),
        *_readers(seen),
        *_asked(seen),
        *_actions(*_share(seen), *_offer(seen), *owner_buttons(seen), *withdraw_button(seen)),
    ]
    title = words.KEPT_TITLES.get(seen.piece.source, words.READ_TITLE) if seen.is_own else words.READ_TITLE
    return kit.modal(READ, title, blocks, close=words.READ_CLOSE)


def _text_of(seen: EvidenceSeen) -> list[kit.Block]:
    """Its words; where several people wrote them, each with a name."""
    if not seen.piece.lines:
        return [kit.quote(seen.piece.text)]
    return [
        block
        for line, writer in zip(seen.piece.lines, seen.writers, strict=True)
        for block in (kit.paragraph(kit.words(writer.name, bold=True)), kit.quote(line.text))
    ]


def _offer(seen: EvidenceSeen) -> list[kit.Element]:
    """To its owner: the way to offer it as an example, or to what they offered."""
    if not seen.is_own or not seen.piece.is_favourable or not any(mark.skill for mark in seen.marks):
        return []
    if seen.offer is not None:
        return [open_offer_button(seen.offer, offer_words.LOOK_AT_OFFER)]
    return [kit.button(OFFER, offer_words.OFFER, pack(evidence=seen.piece.id))]


def _asked(seen: EvidenceSeen) -> list[kit.Block]:
    names = [person.name for person in seen.asked]
    return [kit.context(witness_words.waits_for(names))] if names else []


def mark_lines(marks: Sequence[MarkSeen]) -> list[kit.Block]:
    """What a piece shows."""
    return [kit.bullets([_mark_line(mark) for mark in marks])] if marks else []


def share_button(seen: EvidenceSeen) -> list[kit.Block]:
    """The way to let one's manager of now read a piece."""
    return _actions(*_share(seen))


def _actions(*elements: kit.Element) -> list[kit.Block]:
    return [kit.actions(*elements)] if elements else []


def _share(seen: EvidenceSeen) -> list[kit.Element]:
    manager = seen.to_share_with
    if manager is None:
        return []
    label = words.share(manager.name)
    sure = kit.confirm(
        words.SHARE_TITLE, sure_with(words.share_sure(manager.name), seen.named), label, words.SHARE_NO
    )
    value = pack(evidence=seen.piece.id, manager=manager.id)
    return [kit.button(SHARE, label, value, confirm=sure)]


def reach_input(action_id: str, manager: str | None, *, is_shared: bool) -> kit.Block:
    """Private or shared; the form's receipt follows the choice."""
    boxes = kit.radio(action_id, reach_options(manager), initial=SHARED if is_shared else PRIVATE)
    return kit.input_block("reach", words.REACH, boxes, dispatch=True)


def reach_options(manager: str | None) -> list[kit.Option]:
    """The choice between the two."""
    shared = kit.option(SHARED, words.shared(manager), words.shared_description(manager))
    return [kit.option(PRIVATE, words.PRIVATE), shared]


def _text(form: NoteForm) -> kit.Block:
    box = kit.text_box("note_text", multiline=True, initial=form.text or None, max_length=LONGEST)
    hint = words.TEXT_HINT_OF_MESSAGE if form.message_day and not form.text else words.TEXT_HINT
    return kit.input_block("text", words.TEXT, box, hint=hint)


def _link(form: NoteForm) -> kit.Block:
    box = kit.text_box("note_link", initial=form.link or None, max_length=LONGEST_LINK)
    return kit.input_block("link", words.LINK, box, hint=words.LINK_HINT, optional=True)


def _folded(form: NoteForm, manager: str | None) -> list[kit.Block]:
    of_message = [] if form.message_day is None else [_link(form), _message_line(form.message_day)]
    return [
        *of_message,
        kit.actions(kit.button(MORE, words.MORE)),
        kit.context(words.starts(manager, is_shared=form.is_shared)),
    ]


def _unfolded(form: NoteForm, manager: str | None) -> list[kit.Block]:
    day = kit.date_picker("note_day", initial=form.message_day or form.today)
    skills, *signs = marking_inputs(
        form.sheets,
        SKILLS,
        label=words.SKILLS,
        skills=form.skills,
        showed=form.showed,
        round_=form.round,
        skills_round=form.taken,
    )
    return [
        _link(form),
        kit.input_block("day", words.DAY, day),
        skills,
        *suggestions(SUGGEST, TAKE, form.guess, _offered(form), form.skills),
        *signs,
        reach_input(REACH, manager, is_shared=form.is_shared),
        kit.context(words.receipt(manager, is_shared=form.is_shared)),
    ]


def _offered(form: NoteForm) -> dict[str, Competency]:
    return {skill.key: skill for skill in skills_of(form.sheets)}


def _message_line(day: date) -> kit.Block:
    return kit.context(words.of_message(dates.day(day)))


def _day(packed: object) -> date | None:
    try:
        return date.fromisoformat(str(packed))
    except ValueError:
        return None


def _writer(seen: EvidenceSeen) -> str | None:
    return None if seen.author.id == seen.owner.id else seen.author.name


def _mark_line(mark: MarkSeen) -> str:
    if mark.milestone:
        return words.milestone(mark.milestone)
    if mark.skill and mark.behaviour:
        return words.skill_shown(mark.skill, mark.behaviour)
    return mark.skill or words.GONE


def _readers(seen: EvidenceSeen) -> list[kit.Block]:
    def names(*people: Person) -> tuple[str, ...]:
        return tuple(words.YOU if one.id == seen.viewer_id else one.name for one in people)

    witnesses = names(*seen.witnesses)
    lines = [words.witnessed(witnesses)] if witnesses else []
    if seen.is_whole:
        shown = readers_shown(seen.shown, seen.viewer_id, words.YOU)
        lines.append(words.read_by((*names(seen.owner, *seen.readers), *shown), witnesses))
    return [kit.context(*lines)] if lines else []
