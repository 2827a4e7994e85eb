"""Showing one thing to a People lead: the button, the form, what the lead reads, and what its owner sees."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.concerns import ConcernDraft, ConcernSeen, Item, kind_of
from bot.domain.notes import local_day
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.words import concerns as words
from storage.choices import ConcernKind
from storage.records import Person

FORM, PAGE = "concern_form", "concern_page"
SHOW, OPEN, TAKE_BACK = "concern_show", "concern_open", "concern_take_back"


def concern_button(kind: ConcernKind, thing_id: str) -> kit.Block:
    """The quiet way, under what somebody wrote to its reader."""
    return kit.actions(
        kit.button(SHOW, words.SHOW, pack(kind=kind, thing=thing_id)), block_id=f"concern-{kind}"
    )


def read_shown(action: Mapping[str, Any]) -> tuple[ConcernKind | None, str]:
    """The thing that a button is about."""
    known = unpack(action.get("value"))
    return kind_of(known.get("kind")), str(known.get("thing") or "")


def read_concern(action: Mapping[str, Any]) -> str:
    """What was shown, by its button."""
    return str(unpack(action.get("value")).get("concern") or "")


def concern_form(draft: str, item: Item, leads: Sequence[Person]) -> kit.Modal:
    """What will be shown, to whom, and what follows."""
    menu = kit.one_of("concern_lead", [kit.option(one.id, one.name) for one in leads])
    return kit.modal(
        FORM,
        words.TITLE,
        [
            *_item(item),
            kit.input_block("lead", words.LEAD, menu),
            kit.context(words.receipt(item.writer.name)),
        ],
        submit=words.SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, kind=item.kind, thing=item.id),
    )


def read_concern_form(view: Mapping[str, Any]) -> ConcernDraft:
    """What was chosen."""
    known = unpack(view.get("private_metadata"))
    return ConcernDraft(
        draft=str(known.get("draft") or ""),
        kind=kind_of(known.get("kind")),
        thing_id=str(known.get("thing") or ""),
        lead_id=Answers.of(view).chosen("lead"),
    )


def concern_page(seen: ConcernSeen) -> kit.Modal:
    """The one thing, and nothing else."""
    shown = _item(seen.item) if seen.item else []
    return kit.modal(PAGE, words.READ_TITLE, [*shown, kit.context(words.READ_HINT)], close=words.READ_CLOSE)


def shown_message(seen: ConcernSeen, delivery: str) -> kit.Message:
    """To the People lead."""
    said = words.told(seen.owner.name)
    opens = open_button(seen.concern.id, words.OPEN, delivery)
    return kit.message(said, [kit.section(said), kit.actions(opens)])


def open_button(concern_id: str, label: str, delivery: str | None = None) -> kit.Element:
    """The way to the one thing, for the People lead who was chosen."""
    return kit.button(OPEN, label, pack(concern=concern_id, delivery=delivery))


def concern_lines(shown: Sequence[ConcernSeen]) -> list[kit.Block]:
    """What its reader showed, each with the way to take it back while that is possible."""
    return [kit.header(words.HEADING), *(_line(one) for one in shown)] if shown else []


def _line(seen: ConcernSeen) -> kit.Block:
    concern = seen.concern
    opened = local_day(concern.opened_at, seen.owner.zone) if concern.opened_at else None
    back = None if opened else kit.button(TAKE_BACK, words.TAKE_BACK, pack(concern=concern.id))
    return kit.section(words.line(concern.kind, seen.lead.name, seen.on, opened), accessory=back)


def _item(item: Item) -> list[kit.Block]:
    head = words.item(item.kind, item.writer.name, item.receiver.name, item.on)
    return [kit.section(head), *(kit.quote(text) for text in item.texts)]
