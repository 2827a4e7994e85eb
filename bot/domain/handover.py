"""Rules of what moves to a new manager: what its owner chooses, and nothing else (DESIGN 5.8)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.readers import SharedThing
from bot.errors import Invalid
from storage.records import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDesk:
    """What the form needs to know: the manager of now, and what those before could read."""

    manager: Person
    things: tuple[SharedThing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDraft:
    """The form as filled in; `manager_id` is whom its receipt named, `chosen` are keys of things."""

    draft: str
    manager_id: str | None
    chosen: tuple[str, ...]


def is_left_behind(managers: Collection[str], manager_id: str) -> bool:
    """Whether something was shared with managers of whom none is the one of now."""
    return bool(managers) and manager_id not in managers


def check_handover(draft: HandoverDraft, offered: Sequence[SharedThing]) -> tuple[SharedThing, ...]:
    """What was chosen; raises Invalid at its field."""
    known = {one.key: one for one in offered}
    if not draft.chosen:
        raise Invalid("choose_what_to_share", "before")
    if not set(draft.chosen) <= known.keys():
        raise Invalid("shared_changed", "before")
    return tuple(known[one] for one in draft.chosen)
