"""Blocks with one fault each, and what Slack would say to it."""

from __future__ import annotations

import copy
from typing import Any

from tests.playground.layout_samples import (
    BLOCKS,
    asked,
    bar,
    button,
    card,
    data_table,
    image,
    mrkdwn,
    option,
    options,
    plain,
    raw,
    rich_text,
    section,
    task,
    text_box,
)

NO_FILTER = "must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`"
CHART = bar(series=2, points=2)


def chart(**more: Any) -> dict[str, Any]:
    whole = copy.deepcopy(CHART)
    whole["chart"].update(more)
    return whole


def group(*found: dict[str, Any]) -> dict[str, Any]:
    return {"label": plain(), "options": list(found)}


def boxed(**more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": [{"type": "checkboxes", "options": options(2), **more}]}


def select(**more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": [{"type": "static_select", **more}]}


REFUSED_BLOCKS: list[tuple[dict[str, Any], str]] = [
    ({"type": "section"}, "must define either `text` or `fields` [json-pointer:/blocks/0/type]"),
    ({"type": "header"}, "missing required field: text [json-pointer:/blocks/0]"),
    ({"type": "foo"}, "unsupported type: foo [json-pointer:/blocks/0/type]"),
    ({"text": plain()}, "missing required field: type [json-pointer:/blocks/0]"),
    ({"type": 4}, "must provide a string [json-pointer:/blocks/0/type]"),
    ({"type": "divider", "text": "x"}, "invalid additional property: text [json-pointer:/blocks/0]"),
    ({"type": "header", "text": mrkdwn()}, "must be a valid enum value [json-pointer:/blocks/0/text/type]"),
    ({"type": "section", "text": "hi"}, "must provide an object [json-pointer:/blocks/0/text]"),
    (
        section(text="x", accessory=None),
        "must provide an object [json-pointer:/blocks/0/accessory]",
    ),
    (
        {"type": "section", "text": {**plain(), "verbatim": True}},
        "invalid additional property: verbatim [json-pointer:/blocks/0/text]",
    ),
    (
        {"type": "section", "text": {**mrkdwn(), "emoji": True}},
        "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ),
    (
        {"type": "actions", "elements": [button(text=plain("x" * 76))]},
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        {"type": "actions", "elements": [button(style="loud")]},
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
    ),
    (
        {"type": "actions", "elements": [button(url="example")]},
        "must be a valid URL [json-pointer:/blocks/0/elements/0/url]",
    ),
    (
        {"type": "actions", "elements": [button(action_id="go"), button(action_id="go")]},
        '`action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ),
    (
        select(),
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]",
    ),
    (
        select(options=options(1), option_groups=[group(option())]),
        "cannot define both `options` and `option_groups` [json-pointer:/blocks/0/elements/0]",
    ),
    (
        select(options=options(2), initial_option=option("9")),
        "must match one of the options exactly [json-pointer:/blocks/0/elements/0]",
    ),
    (
        select(option_groups=[group(option("1"))], initial_option=option("9")),
        "must match one of the options exactly [json-pointer:/blocks/0/elements/0]",
    ),
    (
        select(options=[{"text": mrkdwn(), "value": "v"}]),
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/options/0/text/type]",
    ),
    (
        boxed(initial_options=[option("9")]),
        "must match one of the options exactly [json-pointer:/blocks/0/elements/0]",
    ),
    (
        {
            "type": "actions",
            "elements": [
                {"type": "multi_users_select", "initial_users": ["U1", "U2"], "max_selected_items": 1}
            ],
        },
        "no more than 1 items allowed [json-pointer:/blocks/0/elements/0]",
    ),
    (
        {"type": "actions", "elements": [{"type": "datepicker", "initial_date": "2026-02-30"}]},
        "must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    (
        {"type": "actions", "elements": [{"type": "timepicker", "initial_time": "24:00"}]},
        "must be a time in the format HH:mm [json-pointer:/blocks/0/elements/0/initial_time]",
    ),
    (
        {"type": "actions", "elements": [{"type": "datetimepicker", "initial_date_time": 5}]},
        "must be a UNIX timestamp of 10 digits [json-pointer:/blocks/0/elements/0/initial_date_time]",
    ),
    (
        {"type": "actions", "elements": [{"type": "conversations_select", "filter": {}}]},
        NO_FILTER + " [json-pointer:/blocks/0/elements/0/filter]",
    ),
    (
        asked(text_box(min_length=3, max_length=2)),
        "`min_length` must not be greater than `max_length` [json-pointer:/blocks/0/element]",
    ),
    (
        asked(text_box(max_length=2, initial_value="abc")),
        "must be less than 3 characters [json-pointer:/blocks/0/element/initial_value]",
    ),
    (
        asked({"type": "number_input", "is_decimal_allowed": True, "min_value": "5", "max_value": "1.5"}),
        "`min_value` must not be greater than `max_value` [json-pointer:/blocks/0/element]",
    ),
    (
        asked({"type": "number_input", "is_decimal_allowed": True, "min_value": "five"}),
        "must be a number as a string [json-pointer:/blocks/0/element/min_value]",
    ),
    (
        {"type": "image", "alt_text": "a leaf"},
        "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]",
    ),
    (
        image(slack_file={"id": "F123"}),
        "cannot define both `image_url` and `slack_file` [json-pointer:/blocks/0]",
    ),
    (
        rich_text({"type": "text", "text": "x", "style": {"loud": True}}),
        "invalid additional property: loud [json-pointer:/blocks/0/elements/0/elements/0/style]",
    ),
    (
        rich_text({"type": "link", "url": "javascript:alert(1)"}),
        "must be a valid URL [json-pointer:/blocks/0/elements/0/elements/0/url]",
    ),
    (
        {"type": "rich_text", "elements": [{"type": "text", "text": "x"}]},
        "unsupported type: text [json-pointer:/blocks/0/elements/0/type]",
    ),
    (
        {"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [plain()]}]},
        "unsupported type: plain_text [json-pointer:/blocks/0/elements/0/elements/0/type]",
    ),
    (
        chart(series=[CHART["chart"]["series"][0]], axis_config={"categories": ["c0", "c9"]}),
        "must have exactly one value for each category [json-pointer:/blocks/0/chart/series/0/data]",
    ),
    (
        chart(series=[CHART["chart"]["series"][0]] * 2),
        '`name` "s0" already exists [json-pointer:/blocks/0/chart/series]',
    ),
    (
        {"type": "data_visualization", "title": "t", "chart": {"type": "dots"}},
        "unsupported type: dots [json-pointer:/blocks/0/chart/type]",
    ),
    (
        {
            "type": "data_visualization",
            "title": "t",
            "chart": {"type": "pie", "segments": [{"label": "a", "value": 0}]},
        },
        "must be greater than 0 [json-pointer:/blocks/0/chart/segments/0/value]",
    ),
    (
        data_table() | {"rows": [[raw(), raw()], [raw()]]},
        "must have as many cells as the first row [json-pointer:/blocks/0/rows/1]",
    ),
    (
        data_table() | {"rows": [[rich_text()], [raw()]]},
        "unsupported type: rich_text [json-pointer:/blocks/0/rows/0/0/type]",
    ),
    (
        data_table(row_header_column_index=1),
        "must be less than 1 [json-pointer:/blocks/0/row_header_column_index]",
    ),
    (
        {"type": "container", "child_blocks": [section()]},
        "must define either `title` or `rich_text_title` [json-pointer:/blocks/0]",
    ),
    (
        BLOCKS["container"] | {"child_blocks": [card()]},
        "unsupported type: card [json-pointer:/blocks/0/child_blocks/0/type]",
    ),
    (
        BLOCKS["container"] | {"default_collapsed": True},
        "requires `is_collapsible` [json-pointer:/blocks/0/default_collapsed]",
    ),
    (
        BLOCKS["container"] | {"is_collapsible": True, "has_header_divider": True},
        "cannot be used with `is_collapsible` [json-pointer:/blocks/0/has_header_divider]",
    ),
    (
        {"type": "card", "subtitle": plain()},
        "must define either `hero_image` or `title` or `actions` or `body` [json-pointer:/blocks/0]",
    ),
    (
        {"type": "plan", "title": "P", "tasks": [task(), task()]},
        '`task_id` "t" already exists [json-pointer:/blocks/0/tasks]',
    ),
    (
        task(type="task_card") | {"status": "pending"},
        "only a task of a plan may be pending [json-pointer:/blocks/0/status]",
    ),
    (
        BLOCKS["video"] | {"video_url": "http://example.com"},
        "must be a valid URL [json-pointer:/blocks/0/video_url]",
    ),
]
