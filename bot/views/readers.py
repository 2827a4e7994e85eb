"""The form that names a reader, its own reader, and what a reader finds."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.readers import (
    FURTHEST,
    USUAL,
    NamedSeen,
    ReaderDraft,
    SharedThing,
    ShownSeen,
    from_now_of,
)
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.feedback import OPEN as OPEN_FEEDBACK
from bot.views.notes import evidence_button
from bot.views.summaries import OPEN as OPEN_SUMMARY
from bot.words import readers as words
from storage.choices import Shown

FORM, PAGE = "reader_form", "reader_page"
MOST_SHARED = 100
"""As many as one list of Slack's holds."""
NAME, END, LOOK, PLAN = "reader_name", "reader_end", "reader_look", "reader_plan"


def reader_form(draft: str, before: Sequence[SharedThing], today: date) -> kit.Modal:
    """Who, what, and until when."""
    options = [
        kit.option(one, label, description) for one, (label, description) in words.FROM_NOW_OPTIONS.items()
    ]
    chooser = kit.user_select("reader_who", placeholder=words.WHO_HINT)
    last = kit.date_picker("reader_until", initial=min(today + USUAL, today + FURTHEST))
    blocks = [
        kit.context(words.NAMED_HINT),
        kit.input_block("reader", words.WHO, chooser),
        kit.input_block(
            "from_now", words.FROM_NOW, kit.checkboxes("reader_from_now", options), optional=True
        ),
        *shared_input(before, words.BEFORE, words.BEFORE_HINT),
        kit.input_block("until", words.UNTIL, last, hint=words.UNTIL_HINT),
        kit.context(words.RECEIPT),
    ]
    return kit.modal(
        FORM,
        words.TITLE,
        blocks,
        submit=words.SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft),
    )


def shared_input(
    before: Sequence[SharedThing], label: str, hint: str, *, optional: bool = True
) -> list[kit.Block]:
    """What was shared before, to choose from; nothing is chosen beforehand."""
    if not before:
        return []
    options = [
        kit.option(one.key, words.before(one.kind, one.on, one.title, is_observed=one.is_observed))
        for one in before
    ]
    menu = kit.multi_select("reader_before", options, placeholder=words.BEFORE_PLACEHOLDER)
    return [kit.input_block("before", label, menu, hint=hint, optional=optional)]


def read_reader_form(view: Mapping[str, Any]) -> ReaderDraft:
    """What was chosen."""
    answers = Answers.of(view)
    return ReaderDraft(
        draft=str(unpack(view.get("private_metadata")).get("draft") or ""),
        reader_id=answers.person("reader"),
        from_now=answers.ticked("from_now"),
        before=answers.ticked("before"),
        until=answers.day("until"),
    )


def read_naming(action: Mapping[str, Any]) -> str:
    """The naming that a button is about."""
    return str(unpack(action.get("value")).get("naming") or "")


def read_owner(action: Mapping[str, Any]) -> str:
    """Whose plan a button opens."""
    return str(unpack(action.get("value")).get("owner") or "")


def named_blocks(named: Sequence[NamedSeen]) -> list[kit.Block]:
    """Whom a member named, each with the way to end it, and the way to name another."""
    lines = [
        kit.section(
            words.named(one.reader.name, one.last, from_now_of(one.naming)), accessory=_end_button(one)
        )
        for one in named
    ]
    return [
        kit.header(words.NAMED_HEADING),
        *(lines or [kit.section(words.NAMED_NOBODY)]),
        kit.actions(kit.button(NAME, words.NAME), block_id="readers"),
    ]


def naming_blocks(heading: str, namings: Sequence[NamedSeen]) -> list[kit.Block]:
    """Who named this person, each with the way to what they show."""
    lines = [
        kit.section(words.naming(one.owner.name, one.last), accessory=look_button(one)) for one in namings
    ]
    return [kit.header(heading), *lines] if lines else []


def look_button(seen: NamedSeen, delivery: str | None = None) -> kit.Element:
    """The way to what one member shows."""
    return kit.button(LOOK, words.LOOK, pack(naming=seen.naming.id, delivery=delivery))


def told_message(seen: NamedSeen, delivery: str) -> kit.Message:
    """To somebody named."""
    said = words.told(seen.owner.name, seen.last)
    return kit.message(
        said,
        [
            kit.section(said),
            kit.actions(look_button(seen, delivery)),
            kit.context(words.TOLD_CONSEQUENCE),
        ],
    )


def shown_page(shown: ShownSeen) -> kit.Modal:
    """All that a member shows to one reader, each thing behind its button."""
    owner = shown.seen.owner
    plan = kit.button(PLAN, words.OPEN_PLAN, pack(owner=owner.id))
    blocks = [
        *([kit.section(words.level(shown.level))] if shown.level else []),
        *([kit.actions(plan, block_id="plan")] if shown.has_plan else []),
        *(kit.section(words.line(one.kind, one.on), accessory=_open_button(one)) for one in shown.things),
    ]
    return kit.modal(
        PAGE,
        words.SHOWN_TITLE,
        [
            kit.section(words.naming(owner.name, shown.seen.last)),
            *(blocks or [kit.section(words.NOTHING_SHOWN)]),
            kit.context(words.TOLD_CONSEQUENCE),
        ],
        close=words.CLOSE,
    )


def _open_button(thing: SharedThing) -> kit.Element:
    if thing.kind is Shown.SUMMARY:
        return kit.button(OPEN_SUMMARY, words.OPEN, pack(summary=thing.id))
    if thing.kind is Shown.FEEDBACK:
        return kit.button(OPEN_FEEDBACK, words.OPEN, pack(feedback=thing.id))
    return evidence_button(thing.id, words.OPEN)


def _end_button(seen: NamedSeen) -> kit.Element:
    sure = kit.confirm(words.END_TITLE, words.end_sure(seen.reader.name), words.END, words.KEEP)
    return kit.button(END, words.END, pack(naming=seen.naming.id), confirm=sure)
