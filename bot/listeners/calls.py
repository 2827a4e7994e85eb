"""One call of the slash command, ready for the word that answers it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.views.kit import Message
from storage.records import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who called, about whom, and what else they typed."""

    deps: Deps
    slack: Slack
    actor: Person
    trigger_id: str
    person_id: str | None
    text: str


Word = Callable[[Call], Awaitable[Message | None]]
"""Opens something and returns None, or returns what only the caller sees."""
