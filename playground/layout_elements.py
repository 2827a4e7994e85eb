"""Checks of Block Kit's elements: buttons, selects, pickers, inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from playground.layout_objects import (
    BOX_OPTION,
    CONFIRM,
    DISPATCH,
    FILTER,
    IMAGE,
    LINK_OPTION,
    LINKS,
    OPTION,
    OPTION_GROUP,
    STYLE,
    WORKFLOW,
    choices,
    plain,
    text,
)
from playground.layout_rich_text import RICH_TEXT
from playground.layout_rules import (
    RULES,
    At,
    Check,
    Report,
    Rule,
    action_id,
    address,
    anything,
    by_type,
    choice,
    flag,
    focus,
    items,
    needs_one,
    not_both,
    shape,
    string,
    whole,
    words,
)


def _element(required: Mapping[str, Check], optional: Mapping[str, Check], *rules: Rule) -> Check:
    return shape({"type": anything, **required}, {"action_id": action_id, **optional}, *rules)


def _initial_option_known(value: dict[str, Any], at: At, report: Report) -> None:
    wanted = [value["initial_option"]] if "initial_option" in value else value.get("initial_options", [])
    known = choices(value)
    for option in wanted:
        if option not in known:
            report.add("must match one of the options exactly", at)


def _fewer_than_max(value: dict[str, Any], at: At, report: Report) -> None:
    limit = value.get("max_selected_items")
    chosen: list[Any] = next((part for key, part in value.items() if key.startswith("initial_")), [])
    if limit is not None and len(chosen) > limit:
        report.add(f"no more than {limit} items allowed", at)


def _in_order(low: str, high: str) -> Rule:
    def rule(value: dict[str, Any], at: At, report: Report) -> None:
        if low in value and high in value and float(value[low]) > float(value[high]):
            report.add(f"`{low}` must not be greater than `{high}`", at)

    return rule


def _initial_value_fits(value: dict[str, Any], at: At, report: Report) -> None:
    limit = value.get("max_length")
    if limit is not None and len(value.get("initial_value", "")) > limit:
        report.add(f"must be less than {limit + 1} characters", (at, "initial_value"))


def _calendar_date(value: object, at: At, report: Report) -> None:
    try:
        valid = isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        valid = False
    if not valid:
        report.add("must be a date in the format YYYY-MM-DD", at)


def _clock_time(value: object, at: At, report: Report) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        report.add("must be a time in the format HH:mm", at)


def _instant(value: object, at: At, report: Report) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 10**9 <= value < 10**10:
        report.add("must be a UNIX timestamp of 10 digits", at)


def _digits(value: object, at: At, report: Report) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value, re.ASCII):
        report.add("must be a number as a string", at)


_CONFIRM: Mapping[str, Check] = {"confirm": CONFIRM}
_PLACEHOLDER: Mapping[str, Check] = {"placeholder": plain("element.placeholder")}
_FOCUS: Mapping[str, Check] = {"focus_on_load": focus}
_PICKER: Mapping[str, Check] = {**_CONFIRM, **_PLACEHOLDER, **_FOCUS}
_TYPED: Mapping[str, Check] = {**_PLACEHOLDER, **_FOCUS, "dispatch_action_config": DISPATCH}
_STATIC: Mapping[str, Check] = {
    "options": items("select.options", OPTION),
    "option_groups": items("select.option_groups", OPTION_GROUP),
}
_STATIC_RULES = (
    needs_one("options", "option_groups"),
    not_both("options", "option_groups"),
    _initial_option_known,
)
_MANY: Mapping[str, Check] = {**_PICKER, "max_selected_items": whole("select.max_selected_items")}
_QUERY: Mapping[str, Check] = {"min_query_length": whole("external_select.min_query_length")}
_CURRENT: Mapping[str, Check] = {"default_to_current_conversation": flag, "filter": FILTER}
_ANSWER: Mapping[str, Check] = {"response_url_enabled": flag}
_IDS = items(None, words)

BUTTON = _element(
    {"text": plain("button.text")},
    {
        "value": string("button.value"),
        "url": address("button.url", *LINKS),
        "style": STYLE,
        "confirm": CONFIRM,
        "accessibility_label": string("button.accessibility_label"),
        "agent_prompt": string("button.agent_prompt"),
        "agent_prompt_display": words,
    },
)
_FEEDBACK = shape(
    {"text": plain("button.text"), "value": string("feedback_buttons.value")},
    {"accessibility_label": string("button.accessibility_label")},
)

ELEMENTS: Mapping[str, Check] = {
    "button": BUTTON,
    "workflow_button": _element(
        {"text": plain("button.text"), "workflow": WORKFLOW, "action_id": action_id},
        {"style": STYLE, "accessibility_label": string("button.accessibility_label"), **_CONFIRM},
    ),
    "feedback_buttons": _element({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, {}),
    "icon_button": _element(
        {"icon": choice("trash"), "text": plain("button.text")},
        {
            "value": string("icon_button.value"),
            "confirm": CONFIRM,
            "accessibility_label": string("button.accessibility_label"),
            "visible_to_user_ids": items("icon_button.visible_to_user_ids", words),
        },
    ),
    "static_select": _element({}, {**_STATIC, **_PICKER, "initial_option": OPTION}, *_STATIC_RULES),
    "external_select": _element({}, {**_PICKER, **_QUERY, "initial_option": OPTION}),
    "users_select": _element({}, {**_PICKER, "initial_user": words}),
    "conversations_select": _element({}, {**_PICKER, **_CURRENT, **_ANSWER, "initial_conversation": words}),
    "channels_select": _element({}, {**_PICKER, **_ANSWER, "initial_channel": words}),
    "multi_static_select": _element(
        {}, {**_STATIC, **_MANY, "initial_options": items(None, OPTION)}, *_STATIC_RULES, _fewer_than_max
    ),
    "multi_external_select": _element(
        {}, {**_MANY, **_QUERY, "initial_options": items(None, OPTION)}, _fewer_than_max
    ),
    "multi_users_select": _element({}, {**_MANY, "initial_users": _IDS}, _fewer_than_max),
    "multi_conversations_select": _element(
        {}, {**_MANY, **_CURRENT, "initial_conversations": _IDS}, _fewer_than_max
    ),
    "multi_channels_select": _element({}, {**_MANY, "initial_channels": _IDS}, _fewer_than_max),
    "overflow": _element({"options": items("overflow.options", LINK_OPTION)}, _CONFIRM),
    "checkboxes": _element(
        {"options": items("checkboxes.options", BOX_OPTION)},
        {"initial_options": items(None, BOX_OPTION), **_CONFIRM, **_FOCUS},
        _initial_option_known,
    ),
    "radio_buttons": _element(
        {"options": items("radio_buttons.options", BOX_OPTION)},
        {"initial_option": BOX_OPTION, **_CONFIRM, **_FOCUS},
        _initial_option_known,
    ),
    "datepicker": _element({}, {**_PICKER, "initial_date": _calendar_date}),
    "timepicker": _element({}, {**_PICKER, "initial_time": _clock_time, "timezone": words}),
    "datetimepicker": _element({}, {"initial_date_time": _instant, **_CONFIRM, **_FOCUS}),
    "plain_text_input": _element(
        {},
        {
            **_TYPED,
            "initial_value": string("plain_text_input.initial_value"),
            "multiline": flag,
            "min_length": whole("plain_text_input.min_length"),
            "max_length": whole("plain_text_input.max_length"),
        },
        _in_order("min_length", "max_length"),
        _initial_value_fits,
    ),
    "rich_text_input": _element(
        {},
        {
            **_TYPED,
            "initial_value": RICH_TEXT,
            "min_lines": whole("rich_text_input.min_lines"),
            "max_lines": whole("rich_text_input.max_lines"),
        },
        _in_order("min_lines", "max_lines"),
    ),
    "number_input": _element(
        {"is_decimal_allowed": flag},
        {**_TYPED, "initial_value": _digits, "min_value": _digits, "max_value": _digits},
        _in_order("min_value", "max_value"),
        _in_order("min_value", "initial_value"),
        _in_order("initial_value", "max_value"),
    ),
    "email_text_input": _element({}, {**_TYPED, "initial_value": words}),
    "url_text_input": _element({}, {**_TYPED, "initial_value": words}),
    "file_input": _element(
        {},
        {
            "filetypes": items("file_input.filetypes", words),
            "max_files": whole("file_input.max_files"),
        },
    ),
    "image": IMAGE,
}

_TEXTS: Mapping[str, Check] = dict.fromkeys(("plain_text", "mrkdwn"), text("text.text"))


def elements_of(block: str) -> Check:
    """Any element that may stand in this kind of block."""
    known = {**ELEMENTS, **_TEXTS}
    return by_type({name: known[name] for name, blocks in RULES["places"].items() if block in blocks})
