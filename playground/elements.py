"""Finding the interactive elements of blocks, by id or by what a person reads on them."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playground.errors import NotPossible
from playground.ids import Ids
from playground.model import Json

_LISTS = ("elements", "actions", "child_blocks")
_SINGLE = ("element", "accessory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An element with the block that holds it."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])

    @property
    def is_input(self) -> bool:
        return bool(self.block["type"] == "input")

    @property
    def names(self) -> tuple[str, ...]:
        """All that one may call it by: ids first, then the words on it."""
        shown = (self.block.get("label"), self.element.get("text"), self.element.get("placeholder"))
        words = [_words(text) for text in shown if text]
        if self.element.get("type") == "button" and self.element.get("value"):
            words.append(str(self.element["value"]))
        return (self.action_id, self.block_id, *words)


def with_ids(blocks: Sequence[Json], ids: Ids) -> list[Json]:
    """A copy in which every block and every interactive element has an id, as Slack gives them."""
    named = copy.deepcopy(list(blocks))
    for block in named:
        _name_block(block, ids)
    return named


def _name_block(block: Json, ids: Ids) -> None:
    block.setdefault("block_id", ids.token(5))
    for part in _parts(block):
        if part.get("type") in INTERACTIVE:
            part.setdefault("action_id", ids.token(5))
        elif part.get("type") == "card" or part in block.get("child_blocks", ()):
            _name_block(part, ids)


def fields(blocks: Sequence[Json]) -> Iterator[Field]:
    """Every element that a person can act on, in reading order."""
    for block in blocks:
        for part in _parts(block):
            if part.get("type") in INTERACTIVE:
                yield from _elements_in(block, part)
            elif "block_id" in part:
                yield from fields([part])


def _elements_in(block: Json, element: Json) -> Iterator[Field]:
    if "action_id" in element:
        yield Field(block=block, element=element)


def _parts(block: Json) -> Iterator[Json]:
    for key in _SINGLE:
        if isinstance(block.get(key), dict):
            yield block[key]
    for key in _LISTS:
        yield from block.get(key) or ()


def find_field(blocks: Sequence[Json], name: str, *, block: str = "", value: str = "") -> Field:
    """The one element called so.

    `block` and `value` tell apart elements of one name. Raises NotPossible when none or several remain.
    """
    all_fields = list(fields(blocks))
    for exact in (True, False):
        found = [field for field in all_fields if _is_called(field, name, exact=exact)]
        found = [field for field in found if _is_meant(field, block, value)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotPossible(
                f"{len(found)} elements are called {name!r}: {_list(found)}; give block or value"
            )
    raise NotPossible(f"nothing here is called {name!r}; there are: {_list(all_fields) or 'no elements'}")


def _is_called(field: Field, name: str, *, exact: bool) -> bool:
    return name in field.names if exact else any(name.casefold() == _bare(word) for word in field.names)


def _bare(word: str) -> str:
    return word.casefold().strip(" .:…*")


def _is_meant(field: Field, block: str, value: str) -> bool:
    return (not block or field.block_id == block) and (
        not value or field.element.get("value", value) == value
    )


def _list(found: Sequence[Field]) -> str:
    return "; ".join(f"{field.names[-1]!r} ({field.action_id} in {field.block_id})" for field in found)


def _words(text: Any) -> str:
    return str(text.get("text", "")) if isinstance(text, dict) else str(text)


STATEFUL = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
"""Element type -> the key under which its state, and the action it sends, carries what was chosen."""

INTERACTIVE = frozenset(
    {*STATEFUL, "button", "workflow_button", "overflow", "feedback_buttons", "icon_button", "file_input"}
)
