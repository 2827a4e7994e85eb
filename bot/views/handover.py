"""The form in which a member chooses what a new manager may read, and the ways to it."""

from collections.abc import Mapping
from typing import Any

from bot.domain.handover import HandoverDesk, HandoverDraft
from bot.views import kit
from bot.views.answers import Answers, pack, unpack
from bot.views.readers import MOST_SHARED, shared_input
from bot.words import handover as words

FORM, OPEN = "handover_form", "handover_open"


def handover_form(draft: str, desk: HandoverDesk) -> kit.Modal:
    """All that was shared before, and nothing of it chosen."""
    left = len(desk.things) - MOST_SHARED
    blocks = [
        kit.section(words.told(desk.manager.name)),
        *shared_input(desk.things[:MOST_SHARED], words.CHOOSE, words.CHOOSE_HINT, optional=False),
        *([kit.context(words.more(left))] if left > 0 else []),
        kit.context(words.receipt(desk.manager.name)),
    ]
    return kit.modal(
        FORM,
        words.TITLE,
        blocks,
        submit=words.SUBMIT,
        close=words.CLOSE,
        private_metadata=pack(draft=draft, manager=desk.manager.id),
    )


def read_handover_form(view: Mapping[str, Any]) -> HandoverDraft:
    """What was chosen."""
    known = unpack(view.get("private_metadata"))
    return HandoverDraft(
        draft=str(known.get("draft") or ""),
        manager_id=known.get("manager"),
        chosen=Answers.of(view).ticked("before"),
    )


def new_manager_message(manager: str, delivery: str) -> kit.Message:
    """To a member who shared things with the manager before."""
    said = words.told(manager)
    opens = kit.button(OPEN, words.OPEN, pack(delivery=delivery), style="primary")
    return kit.message(
        said, [kit.section(said), kit.actions(opens), kit.context(words.told_consequence(manager))]
    )


def handover_line(manager: str | None) -> list[kit.Block]:
    """On the page of who can read what, while something is left behind; None where nothing is."""
    if manager is None:
        return []
    return [kit.section(words.offered(manager), accessory=kit.button(OPEN, words.OPEN))]
