"""Checks of Block Kit's blocks, and which of them a surface takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.layout_elements import BUTTON, elements_of
from playground.layout_objects import IMAGE, PICTURE, WEB, plain, text
from playground.layout_rich_text import RICH_TEXT, RICH_TEXT_BLOCK
from playground.layout_rules import (
    RULES,
    At,
    Check,
    Report,
    Rule,
    address,
    anything,
    block_id,
    by_type,
    choice,
    flag,
    items,
    needs_one,
    not_both,
    shape,
    string,
    unique,
    words,
)
from playground.layout_tables import CHART, DATA_TABLE, TABLE

SURFACES: Mapping[str, frozenset[str]] = {
    name: frozenset(row["on"]) for name, row in RULES["surfaces"].items()
}


def _block(required: Mapping[str, Check], optional: Mapping[str, Check], *rules: Rule) -> Check:
    return shape({"type": anything, **required}, {"block_id": block_id, **optional}, *rules)


def _text_or_fields(value: dict[str, Any], at: At, report: Report) -> None:
    needs_one("text", "fields")(value, (at, "type"), report)


def _collapses(value: dict[str, Any], at: At, report: Report) -> None:
    collapsible = value.get("is_collapsible", False)
    if value.get("default_collapsed", False) and not collapsible:
        report.add("requires `is_collapsible`", (at, "default_collapsed"))
    if value.get("has_header_divider", False) and collapsible:
        report.add("cannot be used with `is_collapsible`", (at, "has_header_divider"))


def _not_pending(value: dict[str, Any], at: At, report: Report) -> None:
    if value["status"] == "pending":
        report.add("only a task of a plan may be pending", (at, "status"))


def _unique_tasks(value: dict[str, Any], at: At, report: Report) -> None:
    unique((task["task_id"] for task in value["tasks"]), "task_id", (at, "tasks"), report)


_TASK_REQUIRED: Mapping[str, Check] = {
    "task_id": string("task_card.title"),
    "title": string("task_card.title"),
    "status": choice("pending", "in_progress", "complete", "error"),
}
_TASK_OPTIONAL: Mapping[str, Check] = {
    "details": RICH_TEXT,
    "output": RICH_TEXT,
    "sources": items(
        None, shape({"type": choice("url"), "url": address("video.url", *WEB), "text": words}, {})
    ),
}
_CARD_OPTIONAL: Mapping[str, Check] = {
    "hero_image": IMAGE,
    "icon": IMAGE,
    "slack_icon": shape({"type": choice("icon"), "name": words}, {}),
    "title": text("card.title"),
    "subtitle": text("card.subtitle"),
    "body": text("card.body"),
    "subtext": text("card.subtext"),
    "actions": items("card.actions", by_type({"button": BUTTON})),
}
_CARD = _block(
    {}, _CARD_OPTIONAL, needs_one("hero_image", "title", "actions", "body"), not_both("icon", "slack_icon")
)
_HTTPS = address("video.url", "https")

_BLOCKS: dict[str, Check] = {
    "actions": _block({"elements": items("actions.elements", elements_of("actions"))}, {}),
    "alert": _block(
        {"text": text("alert.text")}, {"level": choice("default", "info", "warning", "error", "success")}
    ),
    "card": _CARD,
    "carousel": _block({"elements": items("carousel.elements", by_type({"card": _CARD}))}, {}),
    "context": _block({"elements": items("context.elements", elements_of("context"))}, {}),
    "context_actions": _block(
        {"elements": items("context_actions.elements", elements_of("context_actions"))}, {}
    ),
    "data_table": DATA_TABLE,
    "data_visualization": CHART,
    "divider": _block({}, {}),
    "header": _block({"text": plain("header.text")}, {}),
    "image": _block(
        {"alt_text": string("image.alt_text")},
        {**PICTURE, "title": plain("image.title")},
        needs_one("image_url", "slack_file"),
        not_both("image_url", "slack_file"),
    ),
    "input": _block(
        {"label": plain("input.label"), "element": elements_of("input")},
        {"hint": plain("input.hint"), "optional": flag, "dispatch_action": flag},
    ),
    "markdown": _block({"text": string("markdown.text")}, {}),
    "plan": _block(
        {
            "title": string("task_card.title"),
            "tasks": items(
                "plan.tasks",
                shape(_TASK_REQUIRED, {"type": choice("task_card"), "block_id": block_id, **_TASK_OPTIONAL}),
            ),
        },
        {},
        _unique_tasks,
    ),
    "rich_text": RICH_TEXT_BLOCK,
    "section": _block(
        {},
        {
            "text": text("section.text"),
            "fields": items("section.fields", text("section.field")),
            "accessory": elements_of("section"),
            "expand": flag,
        },
        _text_or_fields,
    ),
    "table": TABLE,
    "task_card": _block(_TASK_REQUIRED, _TASK_OPTIONAL, _not_pending),
    "video": _block(
        {
            "title": plain("video.title"),
            "alt_text": string("video.alt_text"),
            "thumbnail_url": _HTTPS,
            "video_url": _HTTPS,
        },
        {
            "author_name": string("video.author_name"),
            "description": plain("video.description"),
            "provider_icon_url": _HTTPS,
            "provider_name": string("video.provider_name"),
            "title_url": _HTTPS,
        },
    ),
}
_IN_CONTAINER = (
    "actions",
    "context",
    "divider",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "table",
    "video",
)


def block(value: object, at: At, report: Report) -> None:
    """One block, of a type that the report's surface takes; its action ids are its own."""
    report.action_ids.clear()
    _known_here(value, at, report, _ANY_BLOCK)


def _child(value: object, at: At, report: Report) -> None:
    report.action_ids.clear()
    _known_here(value, at, report, _CHILD_BLOCK)


def _known_here(value: object, at: At, report: Report, check: Check) -> None:
    kind = value.get("type") if isinstance(value, dict) else None
    if isinstance(kind, str) and kind in SURFACES and report.surface not in SURFACES[kind]:
        report.add(f"unsupported type: {kind}", (at, "type"))
    else:
        check(value, at, report)


_CHILD_BLOCK = by_type({name: _BLOCKS[name] for name in _IN_CONTAINER})
_BLOCKS["container"] = _block(
    {"child_blocks": items("container.child_blocks", _child)},
    {
        "title": plain("container.title"),
        "rich_text_title": RICH_TEXT,
        "subtitle": text("container.subtitle"),
        "width": choice("narrow", "standard", "wide", "full"),
        "icon": IMAGE,
        "is_collapsible": flag,
        "default_collapsed": flag,
        "has_header_divider": flag,
    },
    needs_one("title", "rich_text_title"),
    _collapses,
)
_ANY_BLOCK = by_type(_BLOCKS)
