"""What the control client gives back: messages, views, replies, as values that are easy to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground.elements import Field, fields
from playground.model import Json
from playground.traffic import Entry as Traffic

__all__ = ["Message", "Reply", "Screen", "SubmitResult", "Traffic", "View"]


def words_in(part: Any) -> Iterator[str]:
    """Every text that a person reads in some blocks, in order."""
    if isinstance(part, list):
        for one in part:
            yield from words_in(one)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in _READ and isinstance(value, str):
                yield value
            elif key not in _UNREAD:
                yield from words_in(value)


_READ = frozenset({"text", "alt_text", "caption", "label", "name", "description"})
_UNREAD = frozenset({"confirm", "placeholder"})


@dataclass(frozen=True, slots=True)
class Message:
    """A message as one person sees it; `json` is all of it as Slack writes it."""

    json: Json

    @property
    def ts(self) -> str:
        return str(self.json["ts"])

    @property
    def channel(self) -> str:
        return str(self.json["channel"])

    @property
    def user(self) -> str:
        return str(self.json["user"])

    @property
    def text(self) -> str:
        return str(self.json["text"])

    @property
    def blocks(self) -> list[Json]:
        return list(self.json.get("blocks", ()))

    @property
    def ephemeral(self) -> bool:
        return bool(self.json["is_ephemeral"])

    @property
    def thread_ts(self) -> str:
        return str(self.json.get("thread_ts", ""))

    @property
    def files(self) -> dict[str, str]:
        """Where the bytes of its files are, by name."""
        return {str(file["name"]): str(file["path"]) for file in self.json.get("files", ())}

    @property
    def words(self) -> str:
        """All that is read in it: its blocks, or its text where it has none."""
        return "\n".join(words_in(self.blocks)) if self.blocks else self.text

    @property
    def buttons(self) -> list[str]:
        return button_labels(self.blocks)


def button_labels(blocks: list[Json]) -> list[str]:
    """What stands on the buttons, in order."""
    return [field.element["text"]["text"] for field in fields(blocks) if field.element["type"] == "button"]


@dataclass(frozen=True, slots=True)
class View:
    """A modal or Home as its person sees it; `json` is all of it as Slack writes it."""

    json: Json

    @property
    def id(self) -> str:
        return str(self.json["id"])

    @property
    def title(self) -> str:
        return str(self.json["title"]["text"])

    @property
    def callback_id(self) -> str:
        return str(self.json["callback_id"])

    @property
    def private_metadata(self) -> str:
        return str(self.json["private_metadata"])

    @property
    def hash(self) -> str:
        return str(self.json["hash"])

    @property
    def blocks(self) -> list[Json]:
        return list(self.json["blocks"])

    @property
    def values(self) -> Json:
        """Slack's state: block_id -> action_id -> value."""
        return dict(self.json["state"]["values"])

    @property
    def errors(self) -> dict[str, str]:
        """The sentence at each field, by block_id."""
        return dict(self.json["errors"])

    @property
    def words(self) -> str:
        """All that is read in its blocks."""
        return "\n".join(words_in(self.blocks))

    @property
    def buttons(self) -> list[str]:
        return button_labels(self.blocks)

    @property
    def fields(self) -> list[Field]:
        return list(fields(self.blocks))

    @property
    def labels(self) -> list[str]:
        """What stands above its inputs, in order."""
        return [str(block["label"]["text"]) for block in self.blocks if block["type"] == "input"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of an act: whether the app acknowledged it, and what its person sees since."""

    json: Json

    @property
    def told(self) -> bool:
        """Whether the app was told at all."""
        return bool(self.json["told"])

    @property
    def acked(self) -> bool:
        return bool(self.json["acked"])

    @property
    def problem(self) -> str:
        """What the person sees when it went wrong: operation_timeout, dispatch_failed; else empty."""
        return str(self.json["problem"])

    @property
    def seconds(self) -> float:
        """From sending to acknowledgement."""
        return float(self.json["seconds"])

    @property
    def status(self) -> int | None:
        status: int | None = self.json["status"]
        return status

    @property
    def body(self) -> Any:
        """What the acknowledgement carried."""
        return self.json["body"]

    @property
    def messages(self) -> list[Message]:
        """New messages that the person sees since, oldest first."""
        return [Message(one) for one in self.json.get("messages", ())]

    @property
    def text(self) -> str:
        """All that is read in the new messages."""
        return "\n".join(message.words for message in self.messages)

    @property
    def view(self) -> View | None:
        """The modal on top now."""
        view = self.json.get("view")
        return View(view) if view else None


class SubmitResult(Reply):
    """What became of a modal: `outcome` is closed, cleared, errors, updated, pushed, refused or failed."""

    @property
    def outcome(self) -> str:
        return str(self.json["outcome"])

    @property
    def errors(self) -> dict[str, str]:
        """The sentence at each field, by block_id."""
        return dict(self.json["errors"])

    @property
    def closed(self) -> bool:
        return self.outcome in {"closed", "cleared"}

    @property
    def updated(self) -> bool:
        return self.outcome == "updated"

    def error_at(self, label: str) -> str:
        """The sentence at the field under this label; empty if none stands there."""
        blocks = self.view.blocks if self.view else []
        named = {field.block_id for field in fields(blocks) if label in field.names}
        return next((text for block_id, text in self.errors.items() if block_id in named), "")


@dataclass(frozen=True, slots=True)
class Screen:
    """All that one person sees; `json` is the control API's whole snapshot."""

    json: Json

    @property
    def version(self) -> int:
        return int(self.json["version"])

    @property
    def app(self) -> Json:
        return dict(self.json["app"])

    @property
    def home(self) -> View | None:
        return View(self.json["home"]) if self.json["home"] else None

    @property
    def views(self) -> list[View]:
        """The open modals, the lowest first."""
        return [View(view) for view in self.json["views"]]

    @property
    def view(self) -> View | None:
        """The modal on top."""
        return self.views[-1] if self.views else None

    @property
    def dms(self) -> list[Message]:
        """The messages between the app and this person, oldest first."""
        app = self.app["bot_user"]
        channels = [one for one in self.json["channels"] if one["is_im"] and app in one["members"]]
        return [message for channel in channels for message in _of(channel)]

    def messages(self, channel: str) -> list[Message]:
        """The messages of a channel, called by id or name, oldest first."""
        for one in self.json["channels"]:
            if channel.lstrip("#") in {one["id"], one["name"]}:
                return _of(one)
        raise LookupError(f"no channel called {channel}")

    @property
    def everything(self) -> list[Message]:
        """All messages wherever they stand."""
        return [message for channel in self.json["channels"] for message in _of(channel)]

    @property
    def words(self) -> str:
        """All that is read in messages, open modals and Home."""
        home = [self.home] if self.home else []
        shown: list[Message | View] = [*self.everything, *self.views, *home]
        return "\n".join(one.words for one in shown)


def _of(channel: Json) -> list[Message]:
    return [Message(message) for message in channel["messages"]]
