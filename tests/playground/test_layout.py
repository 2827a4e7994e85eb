"""Laws of the layout checks that are not a single limit: surfaces, places, ids, and what belongs together."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.layout import CODES, check_message, check_view
from playground.layout_rules import RULES
from tests.playground.layout_faults import REFUSED_BLOCKS
from tests.playground.layout_samples import (
    BLOCKS,
    ELEMENTS,
    HOLDERS,
    asked,
    button,
    home,
    message,
    modal,
    mrkdwn,
    plain,
    section,
    table,
    text_box,
)

CHECKS: dict[str, Any] = {
    "message": lambda *blocks: check_message(message(*blocks)),
    "modal": lambda *blocks: check_view(modal(*blocks)),
    "home": lambda *blocks: check_view(home(*blocks)),
}


@pytest.mark.parametrize("surface", CHECKS)
@pytest.mark.parametrize("kind", RULES["surfaces"])
def test_a_block_stands_only_where_slack_takes_it(kind: str, surface: str) -> None:
    """A sample of each block passes on its surfaces and is an unsupported type on the others."""
    problems = CHECKS[surface](BLOCKS[kind])

    if surface in RULES["surfaces"][kind]["on"]:
        assert problems == []
    else:
        assert problems[0].startswith(f"unsupported type: {kind} ")


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("kind", RULES["places"])
def test_an_element_stands_only_in_its_blocks(kind: str, holder: str) -> None:
    """A sample of each element passes in its blocks and is an unsupported type in the others."""
    problems = check_message(message(HOLDERS[holder](ELEMENTS[kind])))

    if holder in RULES["places"][kind]:
        assert problems == []
    else:
        assert problems[0].startswith(f"unsupported type: {kind} ")


@pytest.mark.parametrize(("block", "problem"), REFUSED_BLOCKS, ids=[row[1][:60] for row in REFUSED_BLOCKS])
def test_a_wrong_block_is_refused_with_its_place(block: dict[str, Any], problem: str) -> None:
    """Each fault gives exactly one sentence, which says what is wrong and where."""
    assert check_message(message(block)) == [problem]


@pytest.mark.parametrize("surface", CHECKS)
def test_a_block_id_names_one_block(surface: str) -> None:
    """Two blocks of a surface with one block_id are refused, also when one stands in a container."""
    problems = CHECKS[surface](section(block_id="b"), {"type": "divider", "block_id": "b"})

    root = "" if surface == "message" else "/view"
    assert problems == [f'`block_id` "b" already exists [json-pointer:{root}/blocks/1/block_id]']


def test_a_container_shares_the_block_ids_of_its_surface() -> None:
    """A block in a container may not repeat the block_id of one outside."""
    inside = BLOCKS["container"] | {"child_blocks": [section(block_id="b")]}

    assert len(check_message(message(section(block_id="b"), inside))) == 1


def test_one_action_id_may_serve_several_blocks() -> None:
    """An action_id need only be unique in its block."""
    rows = [section(accessory=button(action_id="open")) for _ in range(3)]

    assert check_view(modal(*rows)) == []


@pytest.mark.parametrize(
    ("payload", "problem"),
    [
        ({}, "no_text"),
        ({"text": "", "blocks": []}, "no_text"),
        ({"text": "x", "markdown_text": "y"}, "markdown_text_conflict"),
        ({"text": 5}, "must provide a string [json-pointer:/text]"),
        ({"blocks": "[]"}, "must provide an array [json-pointer:/blocks]"),
        ({"text": "x", "attachments": [{"shade": 1}]}, "invalid additional property: shade"),
        (
            {"text": "x", "attachments": [{"blocks": [{"type": "foo"}]}]},
            "unsupported type: foo [json-pointer:/attachments/0/blocks/0/type]",
        ),
        ({"text": "x", "metadata": {"event_type": "e"}}, "missing required field: event_payload"),
        (message(table(), {"type": "divider"}, table()), "only_one_table_allowed"),
        (message(table(), BLOCKS["container"] | {"child_blocks": [table()]}), "only_one_table_allowed"),
        ({"text": "x", "attachments": [{"blocks": [table()]}] * 2}, "only_one_table_allowed"),
    ],
)
def test_a_wrong_message_is_refused(payload: dict[str, Any], problem: str) -> None:
    """What concerns the message as a whole is refused, by Slack's own code where it has one."""
    assert [found[: len(problem)] for found in check_message(payload)] == [problem]


def test_a_message_of_blocks_alone_is_valid() -> None:
    """Slack takes a message without text when it has blocks; asking for text is the sender's own rule."""
    assert check_message({"blocks": [section()]}) == []


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        ({}, "missing required field: type [json-pointer:/view]"),
        ({"type": "drawer"}, "unsupported type: drawer [json-pointer:/view/type]"),
        ({"type": "modal", "blocks": []}, "missing required field: title [json-pointer:/view]"),
        ({"type": "home"}, "missing required field: blocks [json-pointer:/view]"),
        (home(title=plain()), "invalid additional property: title [json-pointer:/view]"),
        (home(submit=plain()), "invalid additional property: submit [json-pointer:/view]"),
        (modal(state={}), "invalid additional property: state [json-pointer:/view]"),
        (modal(title=mrkdwn()), "must be a valid enum value [json-pointer:/view/title/type]"),
        (
            {"type": "modal", "title": plain(), "blocks": [section(), asked(text_box())]},
            "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]",
        ),
    ],
)
def test_a_wrong_view_is_refused(view: dict[str, Any], problem: str) -> None:
    """What concerns the view as a whole is refused with its place."""
    assert check_view(view) == [problem]


def test_lengths_are_counted_in_code_points() -> None:
    """A face beyond the basic plane counts once, as Slack counts it."""
    assert check_view(modal(title=plain("\N{SEEDLING}" * 24))) == []


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["section", "input"]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["type", "text"]), inner),
    max_leaves=6,
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON value that can be replaced: its holder and its key there."""
    keys: list[Any] = []
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """A valid surface with one value replaced by anything."""
    block = draw(st.sampled_from(list(BLOCKS.values())) | st.sampled_from([row[0] for row in REFUSED_BLOCKS]))
    whole: dict[str, Any] = copy.deepcopy(draw(st.sampled_from([message, modal, home]))(block))
    holder, key = draw(st.sampled_from(places(whole)))
    holder[key] = draw(JSON)
    return whole


@settings(max_examples=100)
@given(damaged() | st.dictionaries(st.text() | st.sampled_from(["blocks", "text", "type"]), JSON))
def test_no_input_breaks_the_checks(payload: dict[str, Any]) -> None:
    """Whatever JSON arrives, the answer is a list of sentences that are a code or name a place."""
    problems = check_message(payload) + check_message(payload, update=True) + check_view(payload)

    assert all("[json-pointer:" in problem or problem in CODES for problem in problems)
