"""Every limit of limits.json is kept: its value passes, one beyond it fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from playground.layout import check_message, check_view
from playground.layout_rules import LIMITS, RULES
from tests.playground.layout_samples import (
    FEEDBACK,
    asked,
    bar,
    button,
    card,
    data_table,
    home,
    image,
    message,
    modal,
    mrkdwn,
    option,
    options,
    pie,
    plain,
    raw,
    rich_text,
    section,
    table,
    task,
    text_box,
)

Problems = list[str]


def said(*blocks: Any, **more: Any) -> Problems:
    return check_message(message(*blocks, **more))


def shown(*blocks: Any, **more: Any) -> Problems:
    return check_view(modal(*blocks, **more))


def acted(element: Any) -> Problems:
    return said({"type": "actions", "elements": [element]})


def filled(**more: Any) -> Problems:
    return shown(asked(text_box(**more)))


def select(**more: Any) -> Problems:
    return shown(asked({"type": "static_select", "options": [option()], **more}))


def confirmed(**parts: Any) -> Problems:
    return acted(button(confirm={"title": plain(), "text": plain(), **parts}))


def link(length: int) -> str:
    return "https:" + "x" * (length - 6) if length else ""


def listed(**more: Any) -> Problems:
    parts = [{"type": "rich_text_section", "elements": [{"type": "text", "text": "words"}]}]
    inner = {"type": "rich_text_list", "style": "bullet", "elements": parts, **more}
    return said({"type": "rich_text", "elements": [inner]})


def long_words(count: int) -> list[Any]:
    """Sections whose words make up this many characters together."""
    return [section("x" * min(3000, count - start)) for start in range(0, count, 3000)]


def view_of_bytes(count: int) -> Problems:
    blocks = [section("x" * 2430) for _ in range(100)]
    base = len(json.dumps(home(*blocks, private_metadata=""), separators=(",", ":")))
    return check_view(home(*blocks, private_metadata="x" * (count - base)))


def metadata_of_bytes(count: int) -> Problems:
    empty = {"event_type": "e", "event_payload": {"ids": ""}}
    left = count - len(json.dumps(empty, separators=(",", ":")))
    return said(metadata={"event_type": "e", "event_payload": {"ids": "x" * left}})


def video(**more: Any) -> Problems:
    link_to = "https://example.com/v"
    whole = {"title": plain(), "alt_text": "a", "thumbnail_url": link_to, "video_url": link_to}
    return said({"type": "video", **whole, **more})


def container(**more: Any) -> Problems:
    return said({"type": "container", "title": plain(), "child_blocks": [section()], **more})


def feedback(**more: Any) -> Problems:
    good = {"text": plain(), "value": "y", **more}
    return said({"type": "context_actions", "elements": [{**FEEDBACK, "positive_button": good}]})


def icon(**more: Any) -> Problems:
    element = {"type": "icon_button", "icon": "trash", "text": plain(), **more}
    return said({"type": "context_actions", "elements": [element]})


def named(text: str) -> Problems:
    chart = bar()
    chart["chart"]["series"][0]["name"] = text
    return said(chart)


def cells(count: int) -> Problems:
    return said(table(text="x" * count))


SUBJECTS: dict[str, Callable[[int], Problems]] = {
    "message.blocks": lambda n: said(*[{"type": "divider"}] * n),
    "message.blocks_text": lambda n: said(*long_words(n)),
    "message.update_text": lambda n: check_message({"text": "x" * n}, update=True),
    "message.markdown_text": lambda n: check_message({"markdown_text": "x" * n}),
    "message.markdown_blocks": lambda n: said(
        {"type": "markdown", "text": "x" * (n // 2)}, {"type": "markdown", "text": "x" * (n - n // 2)}
    ),
    "message.attachments": lambda n: check_message({"text": "t", "attachments": [{"text": "a"}] * n}),
    "message.tables": lambda n: said(*[table()] * n),
    "message.table_cells": cells,
    "message.charts": lambda n: said(*[pie()] * n),
    "message.metadata": metadata_of_bytes,
    "view.blocks": lambda n: shown(*[{"type": "divider"}] * n),
    "view.bytes": view_of_bytes,
    "view.title": lambda n: shown(title=plain("x" * n)),
    "view.submit": lambda n: shown(submit=plain("x" * n)),
    "view.close": lambda n: shown(close=plain("x" * n)),
    "view.private_metadata": lambda n: shown(private_metadata="x" * n),
    "view.callback_id": lambda n: shown(callback_id="x" * n),
    "view.external_id": lambda n: shown(external_id="x" * n),
    "view.focused": lambda n: shown(*[asked(text_box(focus_on_load=True))] * n),
    "block.block_id": lambda n: said(section(block_id="x" * n)),
    "element.action_id": lambda n: acted(button(action_id="x" * n)),
    "element.placeholder": lambda n: filled(placeholder=plain("x" * n)),
    "text.text": lambda n: said({"type": "context", "elements": [plain("x" * n)]}),
    "confirm.title": lambda n: confirmed(title=plain("x" * n)),
    "confirm.text": lambda n: confirmed(text=mrkdwn("x" * n)),
    "confirm.confirm": lambda n: confirmed(confirm=plain("x" * n)),
    "confirm.deny": lambda n: confirmed(deny=plain("x" * n)),
    "option.text": lambda n: select(options=[{"text": plain("x" * n), "value": "v"}]),
    "option.value": lambda n: select(options=[option("x" * n)]),
    "option.description": lambda n: select(options=[option(description=plain("x" * n))]),
    "option.url": lambda n: acted({"type": "overflow", "options": [option(url=link(n))]}),
    "option_group.label": lambda n: shown(
        asked(
            {
                "type": "static_select",
                "option_groups": [{"label": plain("x" * n), "options": [option()]}],
            }
        )
    ),
    "option_group.options": lambda n: shown(
        asked({"type": "static_select", "option_groups": [{"label": plain(), "options": options(n)}]})
    ),
    "dispatch_action_config.trigger_actions_on": lambda n: filled(
        dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"] * n}
    ),
    "filter.include": lambda n: acted({"type": "conversations_select", "filter": {"include": ["im"] * n}}),
    "button.text": lambda n: acted({"type": "button", "text": plain("x" * n)}),
    "button.value": lambda n: acted(button(value="x" * n)),
    "button.url": lambda n: acted(button(url=link(n))),
    "button.accessibility_label": lambda n: acted(button(accessibility_label="x" * n)),
    "button.agent_prompt": lambda n: acted(button(agent_prompt="x" * n)),
    "feedback_buttons.value": lambda n: feedback(value="x" * n),
    "icon_button.value": lambda n: icon(value="x" * n),
    "icon_button.visible_to_user_ids": lambda n: icon(visible_to_user_ids=["U1"] * n),
    "select.options": lambda n: select(options=options(n)),
    "select.option_groups": lambda n: shown(
        asked(
            {"type": "static_select", "option_groups": [{"label": plain(), "options": [option()]}] * n},
        )
    ),
    "select.max_selected_items": lambda n: acted({"type": "multi_users_select", "max_selected_items": n}),
    "external_select.min_query_length": lambda n: acted({"type": "external_select", "min_query_length": n}),
    "overflow.options": lambda n: acted({"type": "overflow", "options": options(n)}),
    "checkboxes.options": lambda n: acted({"type": "checkboxes", "options": options(n)}),
    "radio_buttons.options": lambda n: acted({"type": "radio_buttons", "options": options(n)}),
    "plain_text_input.min_length": lambda n: filled(min_length=n),
    "plain_text_input.max_length": lambda n: filled(max_length=n),
    "plain_text_input.initial_value": lambda n: filled(initial_value="x" * n),
    "rich_text_input.min_lines": lambda n: shown(asked({"type": "rich_text_input", "min_lines": n})),
    "rich_text_input.max_lines": lambda n: shown(asked({"type": "rich_text_input", "max_lines": n})),
    "file_input.max_files": lambda n: shown(asked({"type": "file_input", "max_files": n})),
    "file_input.filetypes": lambda n: shown(asked({"type": "file_input", "filetypes": ["pdf"] * n})),
    "image.image_url": lambda n: said(image(image_url=link(n))),
    "image.alt_text": lambda n: said(image(alt_text="x" * n)),
    "image.title": lambda n: said(image(title=plain("x" * n))),
    "section.text": lambda n: said(section("x" * n)),
    "section.fields": lambda n: said({"type": "section", "fields": [mrkdwn()] * n}),
    "section.field": lambda n: said({"type": "section", "fields": [mrkdwn("x" * n)]}),
    "header.text": lambda n: said({"type": "header", "text": plain("x" * n)}),
    "context.elements": lambda n: said({"type": "context", "elements": [plain()] * n}),
    "actions.elements": lambda n: said({"type": "actions", "elements": [button()] * n}),
    "context_actions.elements": lambda n: said({"type": "context_actions", "elements": [FEEDBACK] * n}),
    "input.label": lambda n: shown({"type": "input", "label": plain("x" * n), "element": text_box()}),
    "input.hint": lambda n: shown(asked(text_box(), hint=plain("x" * n))),
    "markdown.text": lambda n: said({"type": "markdown", "text": "x" * n}),
    "rich_text.elements": lambda n: said({"type": "rich_text", "elements": rich_text()["elements"] * n}),
    "rich_text.parts": lambda n: said(
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_quote", "elements": [{"type": "text", "text": "x"}] * n}],
        }
    ),
    "rich_text.text": lambda n: said(rich_text({"type": "text", "text": "x" * n})),
    "rich_text_list.indent": lambda n: listed(indent=n),
    "rich_text_list.offset": lambda n: listed(offset=n),
    "rich_text.border": lambda n: listed(border=n),
    "table.rows": lambda n: said(table(rows=n)),
    "table.cells": lambda n: said(table(cells=n)),
    "table.column_settings": lambda n: said(table(column_settings=[{"align": "left"}] * n)),
    "table.cell": lambda n: said(table(text="x" * n)),
    "data_table.rows": lambda n: said(data_table(rows=n)),
    "data_table.cells": lambda n: said(data_table(cells=n)),
    "data_table.page_size": lambda n: said(data_table(page_size=n)),
    "data_table.row_header_column_index": lambda n: said(data_table(row_header_column_index=n)),
    "data_table.caption": lambda n: said(data_table(caption="x" * n)),
    "data_table.characters": lambda n: check_view(
        home({"type": "data_table", "caption": "c", "rows": [[raw("x")], [raw("x" * (n - 1))]]})
    ),
    "data_visualization.title": lambda n: said({**pie(), "title": "x" * n}),
    "data_visualization.segments": lambda n: said(pie(n)),
    "data_visualization.series": lambda n: said(bar(series=n)),
    "data_visualization.points": lambda n: said(bar(points=n)),
    "data_visualization.categories": lambda n: said(bar(points=n)),
    "data_visualization.label": lambda n: named("x" * n),
    "data_visualization.axis_label": lambda n: said(bar(x_label="x" * n)),
    "container.title": lambda n: container(title=plain("x" * n)),
    "container.subtitle": lambda n: container(subtitle=plain("x" * n)),
    "container.child_blocks": lambda n: container(child_blocks=[section()] * n),
    "card.title": lambda n: said(card(title=plain("x" * n))),
    "card.subtitle": lambda n: said(card(subtitle=plain("x" * n))),
    "card.body": lambda n: said(card(body=plain("x" * n))),
    "card.subtext": lambda n: said(card(subtext=plain("x" * n))),
    "card.actions": lambda n: said(card(actions=[button()] * n)),
    "carousel.elements": lambda n: said({"type": "carousel", "elements": [card()] * n}),
    "alert.text": lambda n: shown({"type": "alert", "text": plain("x" * n)}),
    "plan.tasks": lambda n: said({"type": "plan", "title": "P", "tasks": [task(f"t{i}") for i in range(n)]}),
    "task_card.title": lambda n: said(task(type="task_card") | {"title": "x" * n}),
    "video.title": lambda n: video(title=plain("x" * n)),
    "video.author_name": lambda n: video(author_name="x" * n),
    "video.provider_name": lambda n: video(provider_name="x" * n),
    "video.description": lambda n: video(description=plain("x" * n)),
    "video.alt_text": lambda n: video(alt_text="x" * n),
    "video.url": lambda n: video(title_url=link(n)),
}

KEPT_HERE = {name: row for name, row in LIMITS.items() if row.get("kept_by") != "server"}


def test_every_limit_has_a_subject() -> None:
    """No limit stands in the file without being tried here."""
    assert SUBJECTS.keys() == KEPT_HERE.keys()


@pytest.mark.parametrize("name", [name for name, row in KEPT_HERE.items() if "max" in row])
def test_the_greatest_passes_and_one_more_fails(name: str) -> None:
    """What is as large as the limit says is valid; one larger is refused."""
    greatest = LIMITS[name]["max"]

    found = SUBJECTS[name](greatest), bool(SUBJECTS[name](greatest + 1))

    assert found == ([], True)


@pytest.mark.parametrize("name", [name for name, row in KEPT_HERE.items() if "min" in row])
def test_the_least_passes_and_one_less_fails(name: str) -> None:
    """What is as small as the limit says is valid; one smaller is refused."""
    least = LIMITS[name]["min"]

    found = SUBJECTS[name](max(least, 6) if "url" in name else least), bool(SUBJECTS[name](least - 1))

    assert found == ([], True)


def test_every_row_names_its_source() -> None:
    """Each limit, and each block's surfaces, say where they were read."""
    rows = [*LIMITS.values(), *RULES["surfaces"].values()]

    assert {row["source"].split()[0] for row in rows} == set(RULES["sources"])
