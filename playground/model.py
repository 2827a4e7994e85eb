"""What the playground remembers, as values: people, channels, messages, views."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A user of the workspace, as Slack describes one; `name` is the handle after the @."""

    id: str
    name: str
    real_name: str = ""
    title: str = ""
    tz: str = "UTC"
    is_bot: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    deleted: bool = False
    is_admin: bool = False
    is_owner: bool = False
    is_stranger: bool = False
    team_id: str = ""  # empty: of this workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """What to try first as one of the people, and in which role."""

    user: str
    role: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A channel or a direct message; `user` is the other side of the app's direct message."""

    id: str
    name: str = ""
    is_private: bool = False
    is_im: bool = False
    is_archived: bool = False
    is_ext_shared: bool = False
    members: frozenset[str] = frozenset()
    user: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the app; `content` is base64, and empty until its bytes have come."""

    id: str
    name: str
    size: int
    title: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message; `ephemeral_to` names the one person who sees it, else empty; `files` are ids."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str = ""
    ephemeral_to: str = ""
    edited_ts: str = ""
    by_app: bool = False
    metadata: Json | None = None
    files: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A modal or Home of one person: what the app sent, and what stands in its inputs.

    `values` is block_id -> action_id -> Slack's state value; `errors` is block_id -> sentence shown.
    """

    id: str
    user: str
    body: Json
    hash: str
    values: Json
    root: str
    previous: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_home(self) -> bool:
        return bool(self.body["type"] == "home")

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.body["blocks"]
        return blocks
