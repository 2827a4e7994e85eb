"""Modals, the Home tab and messages: every block named by its place, nothing larger than Slack takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.views.kit.blocks import Block
from bot.views.kit.text import EMPTY, Markup, clamp_markup, clean, escape, one_line

MOST_BLOCKS_OF_A_VIEW = 100
MOST_BLOCKS_OF_A_MESSAGE = 50
MOST_LETTERS_OF_A_VIEW = 50_000
MOST_LETTERS_OF_A_MESSAGE = 12_000
LONGEST_FALLBACK = 3000
LONGEST_METADATA = 3000
_TITLE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """A form or a page over Slack; `left_off` counts the blocks that did not fit."""

    payload: dict[str, Any]
    left_off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A person's Home tab; `left_off` counts the blocks that did not fit."""

    payload: dict[str, Any]
    left_off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: `text` for notifications and screen readers, `blocks` for the eye."""

    payload: dict[str, Any]
    left_off: int = 0


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[Block],
    *,
    submit: str | None = None,
    close: str | None = None,
    private_metadata: str = "",
    notify_on_close: bool = False,
) -> Modal:
    """A modal.

    Raises ValueError where two blocks share a name, a question has no submit button, a block is a table or a
    chart, or the metadata, which is ours and holds ids only, is over 3,000 characters.
    """
    if len(private_metadata) > LONGEST_METADATA:
        raise ValueError("private_metadata holds ids only, and at most 3,000 characters")
    shown = _fitting_view(blocks)
    if submit is None and any(block["type"] == "input" for block in shown):
        raise ValueError("a modal that asks something needs a submit button")
    _allow(shown, tables=0, charts=0)
    payload: dict[str, Any] = {
        "type": "modal",
        "callback_id": callback_id,
        "title": _line(title),
        "blocks": _named(shown),
    }
    if submit is not None:
        payload["submit"] = _line(submit)
    if close is not None:
        payload["close"] = _line(close)
    if private_metadata:
        payload["private_metadata"] = private_metadata
    if notify_on_close:
        payload["notify_on_close"] = True
    return Modal(payload=payload, left_off=len(blocks) - len(shown))


def home(blocks: Sequence[Block], *, callback_id: str = "home") -> Home:
    """The Home tab. Raises ValueError where two blocks share a name."""
    shown = _fitting_view(blocks)
    payload = {"type": "home", "callback_id": callback_id, "blocks": _named(shown)}
    return Home(payload=payload, left_off=len(blocks) - len(shown))


def message(text: str, blocks: Sequence[Block] = ()) -> Message:
    """A message: always with text, which is what a notification shows, and within 12,000 characters.

    Slack refuses about 13,000 characters over all blocks though each is within its limits. Raises ValueError
    where two blocks share a name, or there is more than one table or two charts.
    """
    shown = _fitting(blocks, MOST_BLOCKS_OF_A_MESSAGE, MOST_LETTERS_OF_A_MESSAGE, _letters)
    _allow(shown, tables=1, charts=2)
    safe = text if isinstance(text, Markup) else escape(clean(text))
    payload: dict[str, Any] = {"text": clamp_markup(safe.strip(), LONGEST_FALLBACK) or EMPTY}
    if shown:
        payload["blocks"] = _named(shown)
    return Message(payload=payload, left_off=len(blocks) - len(shown))


def in_a_line(message: Message) -> Block:
    """A message as a line beside others: what a notification shows, and its first button, set quietly."""
    line: Block = {
        "type": "section",
        "text": {"type": "mrkdwn", "text": message.payload["text"], "verbatim": True},
    }
    rows = [block["elements"] for block in message.payload.get("blocks", ()) if block["type"] == "actions"]
    first = next((one for row in rows for one in row if one["type"] == "button"), None)
    if first is None:
        return line
    return {**line, "accessory": {name: part for name, part in first.items() if name != "style"}}


def _allow(blocks: Sequence[Block], *, tables: int, charts: int) -> None:
    kinds = [block["type"] for block in blocks]
    if kinds.count("table") > tables or kinds.count("data_visualization") > charts:
        raise ValueError(f"Slack takes {tables} tables and {charts} charts here")


def _line(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": one_line(text, _TITLE)}


def _fitting_view(blocks: Sequence[Block]) -> Sequence[Block]:
    return _fitting(blocks, MOST_BLOCKS_OF_A_VIEW, MOST_LETTERS_OF_A_VIEW, _letters_shown)


def _fitting(
    blocks: Sequence[Block], most: int, room: int, letters: Callable[[Block], int]
) -> Sequence[Block]:
    left = room
    for place, block in enumerate(blocks[:most]):
        left -= letters(block)
        if left < 0:
            return blocks[:place]
    return blocks[:most]


def _letters_shown(block: Block) -> int:
    """The letters of a block of a view. Questions are not counted: what they may offer is bounded anyway."""
    return 0 if block["type"] == "input" else _letters(block)


def _letters(block: Block) -> int:
    return sum(_lengths(block))


def _lengths(value: object) -> Iterator[int]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "text" and isinstance(part, str):
                yield len(part)
            else:
                yield from _lengths(part)
    elif isinstance(value, list):
        for part in value:
            yield from _lengths(part)


def _named(blocks: Sequence[Block]) -> list[Block]:
    named = [{"block_id": f"b{place}", **block} for place, block in enumerate(blocks)]
    names = [block["block_id"] for block in named]
    if len(set(names)) < len(names):
        raise ValueError(
            f"two blocks share a name: {sorted(name for name in names if names.count(name) > 1)}"
        )
    return named
