"""What the rest of Trellis asks of Slack, and how Slack may fail.

SlackFailure
├── SlackRefused   Slack said no and will say so again (`code` is its word)
│   └── SlackShut  no to whatever is asked with this token: it was taken back, or lacks a scope
├── SlackBusy      a rate limit; `seconds` until it may be asked again
├── SlackAway      surely not done: no connection was made
└── SlackUnclear   perhaps done: cut off, timed out, or a server error after the request was written
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

Payload = Mapping[str, Any]
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackPerson:
    """A person as Slack shows them."""

    id: str
    name: str
    zone: str
    is_bot: bool = False
    is_guest: bool = False
    is_stranger: bool = False
    is_admin: bool = False
    is_deactivated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Where a message stands."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to be sent; `name` is the file's, `title` what Slack shows above it."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the bot is, and in which workspace."""

    team_id: str
    team_name: str
    user_id: str
    bot_id: str


class SlackFailure(Exception):  # its leaves are named for what happened
    """Slack did not do what was asked, or nobody knows."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SlackRefused(SlackFailure):
    """Refused for good."""


class SlackShut(SlackRefused):
    """The bot is let in no more, or not yet: nothing is wrong with what was asked."""


class SlackBusy(SlackFailure):
    """Asked too often."""

    def __init__(self, code: str, seconds: float) -> None:
        super().__init__(code)
        self.seconds = seconds


class SlackAway(SlackFailure):
    """Not reached at all."""


class SlackUnclear(SlackFailure):
    """Nobody can tell whether it was done."""


class Slack(Protocol):
    """The port out. Every method raises SlackFailure."""

    async def identity(self) -> Identity:
        """Who the bot is (auth.test)."""

    async def person(self, person_id: str) -> SlackPerson:
        """One person (users.info)."""

    async def people(self) -> list[SlackPerson]:
        """Everybody (users.list, all pages)."""

    async def open_view(self, trigger_id: str, view: Payload) -> None:
        """Open a modal (views.open)."""

    async def push_view(self, trigger_id: str, view: Payload) -> None:
        """Open a modal on top of another (views.push)."""

    async def update_view(self, view_id: str, view: Payload, view_hash: str | None) -> None:
        """Replace an open modal; a stale hash is refused (views.update)."""

    async def publish_home(self, person_id: str, view: Payload) -> None:
        """Show a person their Home (views.publish)."""

    async def dm_channel(self, person_id: str) -> str:
        """The DM of a person with the bot (conversations.open)."""

    async def post(self, channel: str, message: Payload) -> Posted:
        """Post a message (chat.postMessage)."""

    async def replace(self, channel: str, ts: str, message: Payload) -> None:
        """Put another message in the place of one of ours (chat.update)."""

    async def remove(self, channel: str, ts: str) -> None:
        """Take a message of ours away (chat.delete)."""

    async def share(self, channel: str, files: Sequence[Attachment], comment: str) -> tuple[str, ...]:
        """Send files with a line above them; returns their ids.

        Slack may let nobody upload, or not the bot: SlackRefused (files.getUploadURLExternal,
        files.completeUploadExternal).
        """

    async def remove_file(self, file_id: str) -> None:
        """Take a file of ours away (files.delete)."""

    async def post_only_to(self, person_id: str, channel: str, message: Payload) -> None:
        """Show a message in a channel to one person (chat.postEphemeral)."""

    async def permalink(self, channel: str, ts: str) -> str | None:
        """The address of a message, or None where Slack gives none (chat.getPermalink)."""
