"""Every listener as it is registered, without a running app."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from slack_bolt.async_app import AsyncApp

from bot.listeners import register_all

Listener = Callable[..., Any]
COMMAND = "/growth"


@dataclass(slots=True)
class Registry:
    """Stands where the app does and notes what is registered: by kind, then by what it listens to."""

    commands: dict[str, Listener] = field(default_factory=dict)
    shortcuts: dict[str, Listener] = field(default_factory=dict)
    events: dict[str, Listener] = field(default_factory=dict)
    actions: dict[str, Listener] = field(default_factory=dict)
    views: dict[str, Listener] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)

    def command(self, name: str) -> Callable[[Listener], None]:
        """A slash command."""
        return self._noting(self.commands, name)

    def shortcut(self, callback_id: str) -> Callable[[Listener], None]:
        """A global or message shortcut."""
        return self._noting(self.shortcuts, callback_id)

    def event(self, kind: str) -> Callable[[Listener], None]:
        """An event."""
        return self._noting(self.events, kind)

    def action(self, action_id: str) -> Callable[[Listener], None]:
        """A button, or an input that tells at once."""
        return self._noting(self.actions, action_id)

    def view(self, callback_id: str) -> Callable[[Listener], None]:
        """The submission of a modal."""
        return self._noting(self.views, callback_id)

    @property
    def everything(self) -> list[Listener]:
        """All listeners of every kind."""
        kinds = (self.commands, self.shortcuts, self.events, self.actions, self.views)
        return [listener for kind in kinds for listener in kind.values()]

    def _noting(self, kind: dict[str, Listener], name: str) -> Callable[[Listener], None]:
        def note(listener: Listener) -> None:
            if name in kind:
                self.twice.append(name)
            kind[name] = listener

        return note


def registered() -> Registry:
    """What `register_all` registers."""
    registry = Registry()
    register_all(cast("AsyncApp", registry), COMMAND)
    return registry
