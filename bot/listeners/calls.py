"""One call of the slash command, ready for the word that answers it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.deps import Deps
from bot.domain.ports import Slack
from bot.views.kit import Message, Modal
from storage.records import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who called, about whom, and what else they typed; `is_on_top`: from a button in a modal.

    `people` are those who were named, in their order: one but for words that may be about several.
    """

    deps: Deps
    slack: Slack
    actor: Person
    trigger_id: str
    people: tuple[str, ...]
    text: str
    is_on_top: bool = False

    @property
    def person_id(self) -> str | None:
        """The person whom it is about, where one was named."""
        return self.people[0] if self.people else None

    async def show(self, modal: Modal) -> None:
        """Open a modal, or lay it on top of the one that the button is in."""
        show = self.slack.push_view if self.is_on_top else self.slack.open_view
        await show(self.trigger_id, modal.payload)


Word = Callable[[Call], Awaitable[Message | None]]
"""Opens something and returns None, or returns what only the caller sees."""
