"""The prompts for a 1:1: the message, and the page that says why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.guides import moment_of
from bot.domain.messages import Kind
from bot.domain.prompting import PromptSeen, PromptsSeen
from bot.domain.timetable import rule_of
from bot.errors import NotFoundForYou
from bot.views import kit
from bot.views.answers import pack, unpack
from bot.views.guides import offer
from bot.views.meetings import open_button
from bot.views.openers import opener
from bot.views.pairs import change_or_end, talk_button
from bot.views.why import KIND_OFF
from bot.words import guides as guide_words
from bot.words import prompts as words
from bot.words import talks as talk_words

WHY, SKIP, LATER = "prompts_why", "prompts_skip", "prompts_later"
HAPPENED, FELL_OUT = "meeting_happened", "meeting_fell_out"


def prompts_message(seen: PromptsSeen, delivery: str, *, may_wait: bool) -> kit.Message:
    """What to talk about: who, when, two or three prompts; they may be put off once."""
    later = [kit.button(LATER, words.LATER, pack(delivery=delivery))] if may_wait else []
    said = words.notified(seen.shown.other.name, seen.at, seen.here, len(seen.prompts))
    return kit.message(
        said,
        [
            kit.header(_heading(seen)),
            kit.bullets([one.prompt.text for one in seen.prompts]),
            *([kit.context(talk_words.open_promises(seen.promises))] if seen.promises else []),
            kit.actions(
                talk_button(seen.shown.pair.id, delivery, seen.on, words.AGENDA),
                opener("note", words.WRITE_NOTE, delivery=delivery),
                *later,
                kit.button(SKIP, words.SKIP, pack(delivery=delivery)),
                kit.button(
                    WHY, words.WHY, pack(pair=seen.shown.pair.id, on=seen.on.isoformat(), delivery=delivery)
                ),
                _guide(seen, delivery),
            ),
            kit.context(words.hint()),
            *_last(seen, delivery),
        ],
    )


def prompts_page(seen: PromptsSeen) -> kit.Modal:
    """The prompts with the reason for each, why they come at all, and how that ends."""
    shown = seen.shown
    if not seen.prompts:
        blocks = [kit.section(words.none_yet(shown.other.name, seen.at, seen.here))]
    else:
        blocks = [
            kit.header(_heading(seen)),
            *(block for one in seen.prompts for block in _explained(seen, one)),
        ]
    off = kit.button(KIND_OFF, words.OFF, pack(kind=Kind.PROMPT))
    change = kit.actions(_guide(seen), open_button(shown.pair.id), *change_or_end(shown), off)
    why = kit.section(words.why_at_all(shown.other.name, rule_of(shown.pair)))
    return kit.modal("prompts", words.TITLE, [*blocks, kit.divider(), why, change], close=words.CLOSE)


def read_occasion(action: Mapping[str, Any]) -> tuple[str, date | None]:
    """The pair, and the local date of the 1:1 where the button names one."""
    known = unpack(action.get("value"))
    try:
        on = date.fromisoformat(str(known.get("on")))
    except ValueError:
        on = None
    return str(known.get("pair") or ""), on


def read_last(action: Mapping[str, Any]) -> tuple[str, date]:
    """The message, and the local date of the 1:1 that is spoken of; raises NotFoundForYou for none."""
    known = unpack(action.get("value"))
    try:
        return str(known.get("delivery") or ""), date.fromisoformat(str(known.get("on")))
    except ValueError:
        raise NotFoundForYou("not_yours") from None


def _last(seen: PromptsSeen, delivery: str) -> list[kit.Block]:
    """Whether the 1:1 before happened: asked until one of the two said so."""
    if seen.last is None:
        return []
    if seen.last.happened is not None:
        return [kit.context(words.said_of_last(seen.last.at, seen.here, happened=seen.last.happened))]
    value = pack(delivery=delivery, on=seen.last.on.isoformat())
    yes, no = kit.button(HAPPENED, words.HAPPENED, value), kit.button(FELL_OUT, words.FELL_OUT, value)
    said = kit.section(words.did_it_happen(seen.last.at, seen.here))
    return [said, kit.actions(yes, no), kit.context(words.LAST_HINT)]


def _guide(seen: PromptsSeen, delivery: str | None = None) -> kit.Element:
    return offer(moment_of(seen), seen.side, guide_words.FOR_THIS_TALK, delivery)


def _heading(seen: PromptsSeen) -> str:
    return words.heading(seen.shown.other.name, seen.at, seen.here)


def _explained(seen: PromptsSeen, one: PromptSeen) -> list[kit.Block]:
    because = words.reason(one.reason, one.subject, seen.shown.other.name, is_theirs=one.is_theirs)
    return [kit.section(one.prompt.text), kit.context(" ".join(filter(None, (because, one.prompt.why))))]
