"""Moving or skipping a single 1:1, and pausing them: the form, its reader, and what the other side gets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.cadence import utc_of, zone_of
from bot.domain.here import Here, here_of
from bot.domain.meetings import (
    SINGLE,
    MeetingAct,
    MeetingDesk,
    MeetingDone,
    MeetingDraft,
    act_of,
    acts_for,
    version_of,
)
from bot.domain.pairs import PairShown, is_elsewhere
from bot.domain.timetable import day_of, is_moved, is_skipped, rule_of, time_of
from bot.views import kit
from bot.views.answers import Answers, number, pack, preset, unpack
from bot.words import meetings as words
from bot.words import pairs as pair_words
from storage.records import Person

FORM, OPEN = "meeting_form", "meeting_open"
TURNED = ("meeting_on", "meeting_act", "meeting_day", "meeting_time", "meeting_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingForm:
    """All that the form shows; `meanwhile` is what the other side did to the 1:1 while it was open."""

    draft: MeetingDraft
    desk: MeetingDesk
    viewer: Person
    round: int = 0
    meanwhile: MeetingDone | None = None


def open_button(pair_id: str, delivery: str | None = None) -> kit.Element:
    """Opens the form for a pair."""
    return kit.button(OPEN, words.OPEN, pack(pair=pair_id, delivery=delivery))


def first_form(desk: MeetingDesk, viewer: Person, draft: str) -> MeetingForm:
    """The form as it opens: at the next 1:1, about to be moved."""
    shown = desk.shown
    act = MeetingAct.RESUME if shown.paused_until else MeetingAct.MOVE
    filled = MeetingDraft(
        draft=draft,
        pair_id=shown.pair.id,
        pair_version=shown.pair.version,
        version=None,
        act=act,
        on=None,
        day=None,
        at=None,
        until=shown.paused_until,
    )
    return MeetingForm(draft=_at(filled, desk, desk.choices[0]), desk=desk, viewer=viewer)


def turned_form(desk: MeetingDesk, viewer: Person, view: Mapping[str, Any]) -> MeetingForm:
    """The form after a choice, or over a 1:1 that the other side changed meanwhile: what was typed stays.

    Another 1:1 brings its own time, and a new round of the inputs that hold it.
    """
    typed, known = read_meeting_form(view), unpack(view.get("private_metadata"))
    round_ = number(known, "round")
    on = typed.on if typed.on in desk.choices else desk.choices[0]
    shown, version = desk.shown, version_of(desk.shown.table, on)
    if known.get("on") != on.isoformat():
        fresh, paused = _at(typed, desk, on), _paused_meanwhile(typed, shown)
        return MeetingForm(draft=fresh, desk=desk, viewer=viewer, round=round_ + 1, meanwhile=paused)
    kept = replace(typed, on=on, version=version, pair_version=shown.pair.version)
    if known.get("act") != MeetingAct.MOVE:
        kept = _at(kept, desk, on)  # the form had no day and time until now
    may = acts_for(shown.table, on, is_paused=shown.paused_until is not None)
    is_known = typed.act in may
    return MeetingForm(
        draft=kept if is_known else replace(kept, act=may[0]),
        desk=desk,
        viewer=viewer,
        round=round_ if is_known else round_ + 1,
        meanwhile=_meanwhile(typed, shown, on, version),
    )


def meeting_form(form: MeetingForm) -> kit.Modal:
    """Which 1:1, what happens with it, and when."""
    draft, shown = form.draft, form.desk.shown
    is_single = draft.act in SINGLE
    blocks = [
        *_above(form),
        *([_which(form)] if is_single else []),
        _act(form),
        *(_when(form) if draft.act is MeetingAct.MOVE else []),
        *(_until(form) if draft.act is MeetingAct.PAUSE else []),
        *([kit.section(words.consequence(draft.act, shown.other.name))] if draft.act else []),
        kit.context(words.receipt(shown.other.name)),
    ]
    return kit.modal(
        FORM,
        words.TITLE,
        blocks,
        submit=words.SAVE,
        close=words.CLOSE,
        private_metadata=pack(
            draft=draft.draft,
            round=form.round,
            pair=draft.pair_id,
            pair_version=draft.pair_version,
            on=draft.on.isoformat() if draft.on else None,
            act=draft.act,
            version=draft.version,
        ),
    )


def read_meeting_form(view: Mapping[str, Any]) -> MeetingDraft:
    """What was chosen; raises Invalid for a time or a day that is none."""
    answers, known = Answers.of(view), unpack(view.get("private_metadata"))
    act = answers.chosen("act")
    return MeetingDraft(
        draft=str(known.get("draft") or ""),
        pair_id=str(known.get("pair") or ""),
        pair_version=known.get("pair_version"),
        version=known.get("version"),
        act=MeetingAct(act) if act in set(MeetingAct) else None,
        on=_date(answers.chosen("on") or known.get("on")),
        day=answers.day("day"),
        at=answers.hour("time"),
        until=answers.day("until"),
    )


def read_pair(action: Mapping[str, Any]) -> str:
    """The pair that a button names."""
    return str(unpack(action.get("value")).get("pair") or "")


def told_message(done: MeetingDone, here: Here, delivery: str) -> kit.Message:
    """To the other side."""
    said = _told(done, here)
    buttons = kit.actions(open_button(done.shown.pair.id, delivery))
    return kit.message(said, [kit.section(said), *_own_time(done, here), buttons, kit.context(words.HINT)])


def done_words(done: MeetingDone, here: Here) -> str:
    """To who did it."""
    shown = done.shown
    if done.is_same and done.at is not None:
        return words.same(done.at, here)
    return words.done(done.act, shown.other.name, done.at or shown.next_at, shown.paused_until, here)


def _at(draft: MeetingDraft, desk: MeetingDesk, on: date) -> MeetingDraft:
    """The draft for a 1:1, at the time that it has."""
    table = desk.shown.table
    local = time_of(table, on).astimezone(zone_of(table.rule.zone))
    return replace(
        draft,
        pair_version=desk.shown.pair.version,
        version=version_of(table, on),
        on=on,
        day=day_of(table, on),
        at=local.time(),
    )


def _meanwhile(typed: MeetingDraft, shown: PairShown, on: date, version: int) -> MeetingDone | None:
    """What the other side did since the form was opened."""
    if version != typed.version:
        return MeetingDone(shown=shown, act=act_of(shown.table, on), on=on, at=time_of(shown.table, on))
    return _paused_meanwhile(typed, shown)


def _paused_meanwhile(typed: MeetingDraft, shown: PairShown) -> MeetingDone | None:
    if shown.pair.version == typed.pair_version:
        return None
    act = MeetingAct.PAUSE if shown.paused_until else MeetingAct.RESUME
    return MeetingDone(shown=shown, act=act, on=None, at=None)


def _above(form: MeetingForm) -> list[kit.Block]:
    shown, here = form.desk.shown, _here(form)
    rule = rule_of(shown.pair)
    heading = kit.section(words.heading(shown.other.name, rule))
    paused = [kit.context(pair_words.paused(shown.paused_until, here))] if shown.paused_until else []
    if form.meanwhile is None:
        return [heading, *paused]
    said = words.changed_meanwhile(_told(form.meanwhile, here))
    if form.meanwhile.act is MeetingAct.RESUME:  # it may as well be the rhythm that is another
        said = pair_words.changed_meanwhile(shown.other.name, rule)
    return [kit.section(said), heading, *paused]


def _which(form: MeetingForm) -> kit.Block:
    table, here = form.desk.shown.table, _here(form)
    options = [
        kit.option(
            on.isoformat(),
            words.choice(
                time_of(table, on),
                on,
                here,
                is_moved=is_moved(table, on),
                is_skipped=is_skipped(table, on),
            ),
        )
        for on in form.desk.choices
    ]
    chosen = form.draft.on.isoformat() if form.draft.on else None
    menu = kit.select("meeting_on", options, initial=chosen)
    return kit.input_block("on", words.WHICH, menu, dispatch=True)


def _act(form: MeetingForm) -> kit.Block:
    shown, draft = form.desk.shown, form.draft
    on = draft.on or form.desk.choices[0]
    may = acts_for(shown.table, on, is_paused=shown.paused_until is not None)
    options = [kit.option(act, words.ACTS[act]) for act in may]
    boxes = kit.radio("meeting_act", options, initial=draft.act if draft.act in may else None)
    return kit.input_block(preset("act", form.round), words.ACT, boxes, dispatch=True)


def _when(form: MeetingForm) -> list[kit.Block]:
    draft, table = form.draft, form.desk.shown.table
    day = kit.date_picker("meeting_day", initial=draft.day)
    hour = kit.time_picker("meeting_time", initial=draft.at)
    zone = words.in_zone(table.rule.zone)
    blocks = [
        kit.input_block(preset("day", form.round), words.DAY, day, dispatch=True),
        kit.input_block(preset("time", form.round), words.TIME, hour, dispatch=True, hint=zone),
    ]
    if draft.day is None or draft.at is None:
        return blocks
    at, here = utc_of(draft.day, draft.at, zone_of(table.rule.zone)), _here(form)
    own = kit.context(pair_words.own_time(at, here))
    return [*blocks, own] if is_elsewhere(table.rule, at, here.zone) else blocks


def _until(form: MeetingForm) -> list[kit.Block]:
    day = kit.date_picker("meeting_until", initial=form.draft.until)
    place = preset("until", form.round)
    return [kit.input_block(place, words.UNTIL, day, hint=words.UNTIL_HINT, dispatch=True)]


def _told(done: MeetingDone, here: Here) -> str:
    shown, who = done.shown, done.shown.other.name
    at = done.at or shown.next_at
    if done.on is None:
        if shown.paused_until is None:
            return words.resumed_by(who, shown.next_at, here)
        return words.paused_by(who, shown.paused_until, shown.next_at, here)
    match done.act:
        case MeetingAct.MOVE:
            return words.moved_by(who, done.on, at, here)
        case MeetingAct.SKIP:
            return words.skipped_by(who, done.on, shown.next_at, here)
        case _:
            return words.restored_by(who, at, here)


def _own_time(done: MeetingDone, here: Here) -> list[kit.Block]:
    """For a reader whose clock is another than that of the 1:1: the times above are on theirs."""
    at, rule = done.at or done.shown.next_at, rule_of(done.shown.pair)
    if not is_elsewhere(rule, at, here.zone):
        return []
    return [kit.context(words.own_clock(at, rule.zone, here))]


def _here(form: MeetingForm) -> Here:
    return here_of(form.viewer.zone, form.desk.now)


def _date(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
