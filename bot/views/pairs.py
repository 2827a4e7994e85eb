"""One's 1:1s: the list, the form and its reader, the question and what is said of its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from bot.domain.cadence import Rule, instant
from bot.domain.here import Here, here_of
from bot.domain.pairs import (
    OFFERED_KINDS,
    PairDesk,
    PairDraft,
    PairShown,
    Rhythm,
    is_elsewhere,
    rhythm_of,
    rule_for,
)
from bot.domain.timetable import Timetable, next_meeting, rule_of
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.views.meetings import open_button
from bot.words import pairs as words
from bot.words.dates import WEEKDAYS
from storage.choices import Cadence, PairKind, PairState
from storage.records import Person

FORM, LIST = "pair_form", "pair_list"
YES, NO = "pair_yes", "pair_no"
CHANGE, END, TALK, NEW = "pair_change", "pair_end", "pair_talk", "pair_new"
TURNED = ("pair_other", "pair_cadence", "pair_weekday", "pair_time", "pair_zone")
_CADENCE, _WEEKDAY, _TIME = Cadence.WEEKLY, 1, time(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairForm:
    """All that the form shows: `draft` is what it is filled with, `round` counts how often we filled it."""

    draft: PairDraft
    desk: PairDesk
    viewer: Person
    round: int = 0
    has_moved: bool = False


def first_form(desk: PairDesk, viewer: Person, draft: str, round_: int = 0) -> PairForm:
    """The form as it opens: with the rhythm of the pair that is there, or a usual one."""
    pair = desk.shown.pair if desk.shown else None
    usual = Rhythm(cadence=_CADENCE, weekday=_WEEKDAY, at=_TIME, zone=desk.zones[0])
    rhythm = rhythm_of(rule_of(pair)) if pair else usual
    filled = PairDraft(
        draft=draft,
        other_id=desk.other.id if desk.other else None,
        kind=pair.kind if pair else None,
        cadence=rhythm.cadence,
        weekday=rhythm.weekday,
        at=rhythm.at,
        zone=rhythm.zone,
        pair_id=pair.id if pair else None,
        version=pair.version if pair else None,
    )
    return PairForm(draft=filled, desk=desk, viewer=viewer, round=round_)


def turned_form(desk: PairDesk, viewer: Person, view: Mapping[str, Any]) -> PairForm:
    """The form after a choice, or over a pair that somebody else changed meanwhile.

    What was typed stays, unless another person was chosen with whom there is, or was, a rhythm to show.
    """
    typed, known = read_pair_form(view), unpack(view.get("private_metadata"))
    round_ = number(known, "round")
    fresh = first_form(desk, viewer, typed.draft, round_ + 1)
    is_as_known = (fresh.draft.pair_id, fresh.draft.version) == (typed.pair_id, typed.version)
    is_other_person = typed.other_id != known.get("other")
    if is_other_person and not is_as_known:
        return fresh
    kept = replace(typed, pair_id=fresh.draft.pair_id, version=fresh.draft.version)
    anew = round_ + 1 if is_other_person else round_  # what one may be to them is another choice
    return replace(fresh, draft=kept, round=anew, has_moved=not is_as_known)


def pair_form(form: PairForm) -> kit.Modal:
    """The form: for a new pair, or for the one that is there."""
    shown = form.desk.shown
    is_active = shown is not None and shown.pair.state is PairState.ACTIVE
    blocks = [*_above(form), _other(form), *_kind(form), *_rhythm(form), *_consequence(form), _receipt(form)]
    return kit.modal(
        FORM,
        words.FORM_TITLE,
        blocks,
        submit=words.FORM_SAVE if is_active else words.FORM_ASK,
        close=words.CLOSE,
        private_metadata=pack(
            draft=form.draft.draft,
            round=form.round,
            other=form.draft.other_id,
            pair=form.draft.pair_id,
            version=form.draft.version,
        ),
    )


def read_pair_form(view: Mapping[str, Any]) -> PairDraft:
    """What was chosen; raises Invalid for a time that is none."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    kind, cadence, weekday = (answers.chosen(field) for field in ("kind", "cadence", "weekday"))
    return PairDraft(
        draft=str(known.get("draft") or ""),
        other_id=answers.person("other"),
        kind=PairKind(kind) if kind in set(PairKind) else None,
        cadence=Cadence(cadence) if cadence in set(Cadence) else None,
        weekday=int(weekday) if weekday in {str(number) for number in range(7)} else None,
        at=answers.hour("time"),
        zone=answers.chosen("zone"),
        pair_id=known.get("pair"),
        version=known.get("version"),
    )


def pair_list(
    pairs: Sequence[PairShown], ended: Sequence[PairShown], viewer: Person, here: Here
) -> kit.Modal:
    """One's pairs: what waits for an answer first, and last those that are over."""
    mine = [one for one in pairs if one.awaited == viewer.id]
    rest = [one for one in pairs if one.awaited != viewer.id]
    blocks = [block for one in mine for block in [*question_blocks(one, here), kit.divider()]]
    new = kit.actions(kit.button(NEW, words.NEW))
    blocks += [new, *(block for one in rest for block in pair_blocks(one, here))]
    blocks += [block for one in ended for block in _over(one)]
    return kit.modal(LIST, words.LIST_TITLE, blocks, close=words.CLOSE)


def pair_blocks(shown: PairShown, here: Here) -> list[kit.Block]:
    """A pair with its next date and what can be done with it."""
    pair, rule, place = shown.pair, rule_of(shown.pair), f"pair-{shown.pair.id}"
    if shown.awaited is not None:
        take_back = kit.button(END, words.TAKE_BACK, pack(pair=pair.id))
        change = kit.button(CHANGE, words.CHANGE, pack(pair=pair.id))
        said = kit.section(words.waiting(shown.other.name, rule))
        return [said, kit.actions(change, take_back, block_id=place)]
    talk = talk_button(pair.id)
    return [
        kit.section(words.line(shown.other.name, pair.kind, rule)),
        kit.context(
            words.next_meeting(shown.next_at, rule, here, is_moved=shown.is_moved, until=shown.paused_until)
        ),
        kit.actions(talk, open_button(pair.id), *change_or_end(shown), block_id=place),
    ]


def _over(shown: PairShown) -> list[kit.Block]:
    read = talk_button(shown.pair.id, label=words.READ)
    return [kit.section(words.over(shown.other.name), accessory=read)]


def question_blocks(shown: PairShown, here: Here, delivery: str | None = None) -> list[kit.Block]:
    """The question for the side that was asked."""
    value = pack(pair=shown.pair.id, version=shown.pair.version, delivery=delivery)
    buttons = kit.button(YES, words.YES, value, style="primary"), kit.button(NO, words.NO, value)
    return [
        kit.section(_question(shown, here)),
        *_own_time(shown, here),
        kit.actions(*buttons, block_id=f"pair-{shown.pair.id}"),
        kit.context(words.question_consequence()),
    ]


def change_or_end(
    shown: PairShown, delivery: str | None = None, change: str = words.CHANGE, end: str = words.END
) -> tuple[kit.Element, kit.Element]:
    """The two buttons that either side has at any time, and what they are called."""
    value = pack(pair=shown.pair.id, delivery=delivery)
    sure = kit.confirm(words.SURE_TITLE, words.sure(shown.other.name), words.END, words.KEEP)
    return kit.button(CHANGE, change, value), kit.button(END, end, value, confirm=sure)


def talk_button(
    pair: str, delivery: str | None = None, on: date | None = None, label: str = words.TALK
) -> kit.Element:
    """The way to the page of a pair's 1:1: the one to write for now, or that of a day."""
    return kit.button(TALK, label, pack(pair=pair, on=on.isoformat() if on else None, delivery=delivery))


def asked_message(shown: PairShown, here: Here, delivery: str) -> kit.Message:
    """The question as a message."""
    return kit.message(_question(shown, here), question_blocks(shown, here, delivery))


def answered_message(shown: PairShown, here: Here) -> kit.Message:
    """To who asked."""
    has_agreed = shown.pair.state is PairState.ACTIVE
    said = words.answered(
        shown.other.name, has_agreed=has_agreed, rule=rule_of(shown.pair), first=shown.next_day, here=here
    )
    whole = with_own_time(said, shown, here) if has_agreed else said
    return kit.message(whole, [kit.section(whole)])


def changed_message(shown: PairShown, here: Here, delivery: str) -> kit.Message:
    """To the other side of a change."""
    said = words.changed_by(shown.other.name, rule_of(shown.pair), shown.next_day, here)
    buttons = kit.actions(*change_or_end(shown, delivery))
    hint = kit.context(words.changed_hint())
    return kit.message(said, [kit.section(said), *_own_time(shown, here), buttons, hint])


def with_own_time(said: str, shown: PairShown, here: Here) -> str:
    """A sentence about a 1:1, with when that is for a reader whose clock is another."""
    if not is_elsewhere(rule_of(shown.pair), shown.next_at, here.zone):
        return said
    return f"{said} {words.own_time(shown.next_at, here)}"


def _own_time(shown: PairShown, here: Here) -> list[kit.Block]:
    if not is_elsewhere(rule_of(shown.pair), shown.next_at, here.zone):
        return []
    return [kit.context(words.own_time(shown.next_at, here))]


def _question(shown: PairShown, here: Here) -> str:
    return words.question(shown.other.name, rule_of(shown.pair), shown.next_day, here)


def _above(form: PairForm) -> list[kit.Block]:
    shown, other = form.desk.shown, form.desk.other
    rule = rule_of(shown.pair) if shown else None
    blocks = [kit.section(words.changed_meanwhile(other.name, rule))] if form.has_moved and other else []
    if shown is None or rule is None:
        return blocks
    if shown.awaited == form.viewer.id:
        return [*blocks, *question_blocks(shown, _here(form)), kit.context(words.OR_CHANGE)]
    if shown.awaited is not None:
        return [*blocks, kit.context(words.waiting(shown.other.name, rule))]
    return blocks


def _other(form: PairForm) -> kit.Block:
    chooser = kit.user_select("pair_other", initial=form.draft.other_id, placeholder=words.OTHER_HINT)
    return kit.input_block("other", words.OTHER, chooser, dispatch=True)


def _kind(form: PairForm) -> list[kit.Block]:
    kinds = (PairKind.MANAGER, *OFFERED_KINDS) if form.desk.may_be_manager else OFFERED_KINDS
    options = [kit.option(kind, words.KINDS[kind]) for kind in kinds]
    initial = form.draft.kind if form.draft.kind in kinds else kinds[0]
    boxes = kit.radio("pair_kind", options, initial=initial)
    return [kit.input_block(preset("kind", form.round), words.KIND, boxes)]


def _rhythm(form: PairForm) -> list[kit.Block]:
    draft, desk = form.draft, form.desk
    often = [kit.option(cadence, words.CADENCES[cadence]) for cadence in Cadence]
    days = [kit.option(str(number), name) for number, name in enumerate(WEEKDAYS)]
    on = str(draft.weekday) if draft.weekday is not None else None
    choices = (
        ("cadence", words.CADENCE, kit.select("pair_cadence", often, initial=draft.cadence)),
        ("weekday", words.WEEKDAY, kit.select("pair_weekday", days, initial=on)),
        ("time", words.TIME, kit.time_picker("pair_time", initial=draft.at)),
    )
    hint = words.zone_line(desk.zones[0]) if len(desk.zones) == 1 else None
    blocks = [
        kit.input_block(
            preset(name, form.round), label, element, dispatch=True, hint=hint if name == "time" else None
        )
        for name, label, element in choices
    ]
    return blocks if hint else [*blocks, _zone(form)]


def _zone(form: PairForm) -> kit.Block:
    kept = form.desk.zones[0]
    options = [kit.option(zone, words.zone_choice(zone, is_kept=zone == kept)) for zone in form.desk.zones]
    menu = kit.select("pair_zone", options, initial=form.draft.zone or kept)
    return kit.input_block(preset("zone", form.round), words.ZONE, menu, dispatch=True)


def _consequence(form: PairForm) -> list[kit.Block]:
    rule, here = _rule(form), _here(form)
    if rule is None:
        return [kit.section(words.nothing_chosen())]
    first = next_meeting(Timetable(rule=rule), form.desk.now)
    said = kit.section(words.consequence(rule, first, here, has_pair=form.desk.shown is not None))
    at = instant(rule, first)
    own = [kit.context(words.own_time(at, here))] if is_elsewhere(rule, at, here.zone) else []
    return [said, *own]


def _here(form: PairForm) -> Here:
    return here_of(form.viewer.zone, form.desk.now)


def _rule(form: PairForm) -> Rule | None:
    draft, shown = form.draft, form.desk.shown
    if draft.cadence is None or draft.weekday is None or draft.at is None:
        return None
    zone = draft.zone if draft.zone in form.desk.zones else form.desk.zones[0]
    rhythm = Rhythm(cadence=draft.cadence, weekday=draft.weekday, at=draft.at, zone=zone)
    return rule_for(rhythm, form.desk.now, rule_of(shown.pair) if shown else None)


def _receipt(form: PairForm) -> kit.Block:
    return kit.context(words.receipt(form.desk.other.name if form.desk.other else None))
