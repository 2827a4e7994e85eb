"""Ids of blocks, and the state of their inputs, whatever the blocks."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playground.elements import fields, with_ids
from playground.ids import Ids
from playground.model import Json
from playground.values import carried_values, first_values, with_value
from tests.playground.an_app import buttons, field, options, text

KINDS: list[Json] = [
    {"type": "plain_text_input"},
    {"type": "static_select", "options": options("One", "Two")},
    {"type": "checkboxes", "options": options("One", "Two")},
    {"type": "datepicker"},
]
ENTERED: dict[str, Any] = {
    "plain_text_input": "typed",
    "static_select": options("Two")[0],
    "checkboxes": options("One", "Two"),
    "datepicker": "2026-01-02",
}
names = st.sampled_from(["a", "b", "c"])
inputs = st.builds(
    lambda block, action, kind: field("What", block=block, **(kind | {"action_id": action})),
    names,
    names,
    st.sampled_from(KINDS),
)
forms = st.lists(inputs, max_size=5, unique_by=lambda block: str(block["block_id"]))


def _filled(blocks: list[Json]) -> Json:
    values = first_values(blocks)
    for one in fields(blocks):
        values = with_value(values, one, ENTERED[one.element["type"]])
    return values


@given(before=forms, after=forms)
def test_carried(before: list[Json], after: list[Json]) -> None:
    """An update keeps exactly what stood under the same block, action and type, and begins all else anew."""
    kept = {(one.block_id, one.action_id, one.element["type"]) for one in fields(before)}

    values = carried_values(after, _filled(before))

    fresh, filled = first_values(after), _filled(after)
    for one in fields(after):
        source = filled if (one.block_id, one.action_id, one.element["type"]) in kept else fresh
        assert values[one.block_id][one.action_id] == source[one.block_id][one.action_id]
    assert values.keys() == fresh.keys()


@given(forms)
def test_ids_are_whole(blocks: list[Json]) -> None:
    """Every block gets an id that no other has, given ones stay, and what was sent is left as it was."""
    bare = [{key: part for key, part in block.items() if key != "block_id"} for block in blocks]
    mixed = [*blocks, *bare]

    named = with_ids(mixed, Ids())

    assert [block["block_id"] for block in named[: len(blocks)]] == [block["block_id"] for block in blocks]
    assert len({block["block_id"] for block in named}) == len(mixed)
    assert all("block_id" not in block for block in bare)


def test_nested() -> None:
    """Elements are found inside containers and cards, under the block that holds them."""
    card = {"type": "card", "title": text("Card"), "actions": buttons("Open")["elements"]}
    container = {"type": "container", "title": text("Box"), "child_blocks": [buttons("Go", block="inner")]}
    carousel = {"type": "carousel", "elements": [card]}

    found = list(fields(with_ids([container, carousel], Ids())))

    assert [(one.action_id, one.block["type"]) for one in found] == [("go", "actions"), ("open", "card")]
    assert found[0].block_id == "inner"


def test_rich_text_is_left() -> None:
    """What is no block gets no block id."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "hi"}]}

    named = with_ids([{"type": "rich_text", "elements": [section]}], Ids())

    assert named[0]["elements"] == [section]


@given(st.lists(st.floats(min_value=0, max_value=4e9), max_size=20))
def test_timestamps_rise(walls: list[float]) -> None:
    """Timestamps rise whatever the wall does, and have six places."""
    ids = Ids()

    stamps = [ids.ts(wall) for wall in walls]

    assert [float(stamp) for stamp in stamps] == sorted(float(stamp) for stamp in stamps)
    assert len(set(stamps)) == len(stamps)
    assert all(len(stamp.partition(".")[2]) == 6 for stamp in stamps)
