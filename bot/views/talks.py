"""The page of a 1:1, the forms of what is written for it, and their readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.commitments import CommitmentSeen
from bot.domain.talks import Merged, PrivateDraft, TalkDraft, TalkSeen, Typed, mark_of
from bot.domain.texts import LONGEST
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.views.chances import chance_blocks
from bot.views.meetings import open_button
from bot.views.pairs import change_or_end
from bot.views.prompts import WHY
from bot.words import talks as words
from bot.words.dates import dated

PAGE, FORM, OWN_FORM = "talk_page", "talk_form", "talk_own_form"
STEP, WRITE, WRITE_OWN = "talk_step", "talk_write", "talk_write_own"
PROMISE, CHANGE = "promise_write", "promise_change"
KEPT, DROP, TAKE_ALONG = "promise_kept", "promise_drop", "promise_take_along"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkForm:
    """What the form of what two share is filled with, and what it began with."""

    agenda: Merged
    notes: Merged
    round: int = 0


def talk_page(seen: TalkSeen, told: str | None = None) -> kit.Modal:
    """All of one 1:1 for one of its two."""
    blocks = [
        *([kit.section(told)] if told else []),
        kit.header(dated(seen.at, seen.here)),
        *([] if seen.is_open else [kit.context(words.IS_OVER)]),
        *_prompts(seen),
        *_commitments(seen),
        *chance_blocks(seen.chances),
        *_shared(seen),
        *_own(seen),
        *_steps(seen),
    ]
    return kit.modal(PAGE, words.title(seen.shown.other.name), blocks, close=words.CLOSE)


def talk_form(seen: TalkSeen, form: TalkForm | None = None) -> kit.Modal:
    """The agenda and the notes; `form` has what it comes back with after a clash."""
    kept = seen.talk
    agenda, notes = (kept.agenda, kept.notes) if kept else (None, None)
    filled = form or TalkForm(agenda=Merged(text=agenda or ""), notes=Merged(text=notes or ""))
    other = seen.shown.other.name
    blocks = [
        *_clash(filled.agenda, words.both_wrote(other), words.no_room(other)),
        _box("agenda", words.AGENDA, words.AGENDA_HINT, filled.agenda.text, filled.round),
        *_clash(filled.notes, words.both_wrote(other), words.no_room(other)),
        _box("notes", words.NOTES, words.NOTES_HINT, filled.notes.text, filled.round),
        kit.context(words.receipt(other)),
    ]
    known = pack(
        pair=seen.shown.pair.id,
        on=seen.on.isoformat(),
        agenda=mark_of(agenda),
        notes=mark_of(notes),
        round=filled.round,
    )
    return _form(FORM, words.FORM_TITLE, blocks, known)


def private_form(seen: TalkSeen, text: Merged | None = None, round_: int = 0) -> kit.Modal:
    """What one writes for oneself; `text` is what it comes back with after a clash."""
    kept = seen.own.text if seen.own else None
    filled = text or Merged(text=kept or "")
    blocks = [
        *_clash(filled, words.own_clash(), words.own_no_room()),
        _box("text", words.OWN_LABEL, words.OWN_HINT, filled.text, round_),
    ]
    known = pack(pair=seen.shown.pair.id, on=seen.on.isoformat(), text=mark_of(kept), round=round_)
    return _form(OWN_FORM, words.OWN_TITLE, blocks, known)


def read_talk_form(view: Mapping[str, Any]) -> TalkDraft:
    """What was typed, beside what the form began with."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    pair_id, on = _occasion(known)
    return TalkDraft(
        pair_id=pair_id,
        on=on or date.min,
        agenda=_typed(answers, known, "agenda"),
        notes=_typed(answers, known, "notes"),
    )


def read_private_form(view: Mapping[str, Any]) -> PrivateDraft:
    """The same of what one writes for oneself."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    pair_id, on = _occasion(known)
    return PrivateDraft(pair_id=pair_id, on=on or date.min, text=_typed(answers, known, "text"))


def next_round(view: Mapping[str, Any]) -> int:
    """The round of a form that comes back with other words than were typed."""
    return number(unpack(view.get("private_metadata")), "round") + 1


def read_talk(action: Mapping[str, Any]) -> tuple[str, date | None]:
    """The pair that a button is about, and the 1:1 where it names one."""
    return _occasion(unpack(action.get("value")))


def _prompts(seen: TalkSeen) -> list[kit.Block]:
    if not seen.prompts:
        return []
    value = _value(seen)
    why = [kit.actions(kit.button(WHY, words.WHY, value), block_id="why")] if seen.is_open else []
    return [kit.header(words.PROMPTS), kit.bullets([one.prompt.text for one in seen.prompts]), *why]


def _commitments(seen: TalkSeen) -> list[kit.Block]:
    blocks: list[kit.Block] = [kit.header(words.PROMISES)]
    for one in seen.commitments:
        blocks += _commitment(seen, one)
    if not seen.commitments:
        blocks.append(kit.section(words.NO_PROMISES))
    if not seen.is_open:
        return blocks if seen.commitments else []
    value = _value(seen)
    blocks.append(kit.actions(kit.button(PROMISE, words.PROMISE, value), block_id="promise"))
    if seen.left_behind:
        take = kit.button(TAKE_ALONG, words.TAKE_ALONG, value)
        blocks.append(kit.section(words.left_behind(seen.left_behind), accessory=take))
        blocks.append(kit.context(words.taken_hint(seen.shown.other.name)))
    return blocks


def _commitment(seen: TalkSeen, one: CommitmentSeen) -> list[kit.Block]:
    commitment = one.commitment
    whose = words.whose(seen.shown.other.name, is_own=one.is_own)
    value = pack(commitment=commitment.id, pair=seen.shown.pair.id, on=seen.on.isoformat())
    drop = kit.button(DROP, words.DROP if one.is_own else words.WITHDRAW, value)
    change = [kit.button(CHANGE, words.CHANGE, value)] if seen.is_open else []
    own = [kit.button(KEPT, words.KEPT, value), *change, drop]
    buttons = own if one.is_own else [drop] if one.may_withdraw else []
    row = [kit.actions(*buttons, block_id=f"promise-{commitment.id}")] if buttons else []
    return [
        kit.paragraph(kit.words(commitment.text)),
        kit.context(words.promise_line(whose, one.skill, commitment.made_on, seen.here)),
        *row,
    ]


def _shared(seen: TalkSeen) -> list[kit.Block]:
    agenda, notes = (seen.talk.agenda, seen.talk.notes) if seen.talk else (None, None)
    blocks = [kit.header(words.AGENDA), *(_text(agenda) or [kit.section(words.NO_AGENDA)])]
    if notes:
        blocks += [kit.header(words.NOTES), *_text(notes)]
    if seen.is_open:
        blocks.append(kit.actions(kit.button(WRITE, words.WRITE, _value(seen)), block_id="write"))
    return [*blocks, kit.context(words.receipt(seen.shown.other.name))]


def _own(seen: TalkSeen) -> list[kit.Block]:
    text = seen.own.text if seen.own else None
    write = kit.actions(kit.button(WRITE_OWN, words.WRITE_OWN, _value(seen)), block_id="own")
    if not text and not seen.is_open:
        return []
    return [
        kit.header(words.OWN),
        *_text(text),
        *([write] if seen.is_open else []),
        kit.context(words.own_receipt()),
    ]


def _steps(seen: TalkSeen) -> list[kit.Block]:
    pair = seen.shown.pair.id
    sides = ((seen.before, words.before), (seen.after, words.after))
    steps = [
        kit.button(STEP, label(day, seen.here), pack(pair=pair, on=day.isoformat()))
        for day, label in sides
        if day is not None
    ]
    ends = change_or_end(seen.shown, None, words.CHANGE_TIME, words.END_ALL)
    rest = (open_button(pair), *ends) if seen.is_open else ()
    blocks = [kit.actions(*steps, block_id="steps")] if steps else []
    return [kit.divider(), *blocks, *([kit.actions(*rest, block_id="pair")] if rest else [])]


def _value(seen: TalkSeen) -> str:
    return pack(pair=seen.shown.pair.id, on=seen.on.isoformat())


def _text(text: str | None) -> list[kit.Block]:
    return [kit.paragraph(kit.words(text))] if text else []


def _clash(merged: Merged, said: str, no_room: str) -> list[kit.Block]:
    if not merged.clash:
        return []
    return [kit.section(said)] if merged.theirs is None else [kit.section(no_room), kit.quote(merged.theirs)]


def _box(field: str, label: str, hint: str, text: str, round_: int) -> kit.Block:
    box = kit.text_box(f"talk_{field}", multiline=True, initial=text or None, max_length=LONGEST)
    return kit.input_block(preset(field, round_), label, box, hint=hint, optional=True)


def _typed(answers: Answers, known: Mapping[str, Any], field: str) -> Typed:
    return Typed(text=answers.text(field), began=str(known.get(field) or ""))


def _occasion(known: Mapping[str, Any]) -> tuple[str, date | None]:
    try:
        on = date.fromisoformat(str(known.get("on")))
    except ValueError:
        on = None
    return str(known.get("pair") or ""), on


def _form(callback_id: str, title: str, blocks: Sequence[kit.Block], known: str) -> kit.Modal:
    return kit.modal(
        callback_id, title, blocks, submit=words.SAVE, close=words.CANCEL, private_metadata=known
    )
