"""Checks of Slack's composition objects: texts, options, confirmations, filters, pictures."""

from __future__ import annotations

from typing import Any

from playground.layout_rules import (
    At,
    Check,
    Report,
    address,
    anything,
    by_type,
    choice,
    flag,
    items,
    needs_one,
    not_both,
    shape,
    string,
    words,
)

WEB = ("http", "https")
LINKS = (*WEB, "mailto", "slack")


def plain(limit: str) -> Check:
    """A text object that must be `plain_text`."""
    inner = shape({"type": choice("plain_text"), "text": string(limit)}, {"emoji": flag})

    def check(value: object, at: At, report: Report) -> None:
        if isinstance(value, dict) and value.get("type", "plain_text") != "plain_text":
            choice("plain_text")(value["type"], (at, "type"), report)
        else:
            inner(value, at, report)

    return check


def text(limit: str) -> Check:
    """A text object, `plain_text` or `mrkdwn`."""
    length = string(limit)
    return by_type(
        {
            "plain_text": shape({"type": anything, "text": length}, {"emoji": flag}),
            "mrkdwn": shape({"type": anything, "text": length}, {"verbatim": flag}),
        }
    )


STYLE = choice("primary", "danger")

CONFIRM = shape(
    {"title": plain("confirm.title"), "text": text("confirm.text")},
    {"confirm": plain("confirm.confirm"), "deny": plain("confirm.deny"), "style": STYLE},
)

OPTION = shape(
    {"text": plain("option.text"), "value": string("option.value")},
    {"description": plain("option.description")},
)
LINK_OPTION = shape(
    {"text": plain("option.text"), "value": string("option.value")},
    {"description": plain("option.description"), "url": address("option.url", *LINKS)},
)
BOX_OPTION = shape(
    {"text": text("option.text"), "value": string("option.value")},
    {"description": text("option.description")},
)
OPTION_GROUP = shape(
    {"label": plain("option_group.label"), "options": items("option_group.options", OPTION)}, {}
)

DISPATCH = shape(
    {
        "trigger_actions_on": items(
            "dispatch_action_config.trigger_actions_on", choice("on_enter_pressed", "on_character_entered")
        )
    },
    {},
)

FILTER = shape(
    {},
    {
        "include": items("filter.include", choice("im", "mpim", "private", "public")),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    },
    needs_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)

SLACK_FILE = shape({}, {"id": words, "url": words}, needs_one("id", "url"), not_both("id", "url"))

PICTURE = {
    "image_url": address("image.image_url", *WEB),
    "slack_file": SLACK_FILE,
}
IMAGE = shape(
    {"type": choice("image"), "alt_text": string("image.alt_text")},
    PICTURE,
    needs_one("image_url", "slack_file"),
    not_both("image_url", "slack_file"),
)

WORKFLOW = shape(
    {
        "trigger": shape(
            {"url": address("button.url", *WEB)},
            {"customizable_input_parameters": items(None, shape({"name": words, "value": words}, {}))},
        )
    },
    {},
)


def choices(value: dict[str, Any]) -> list[Any]:
    """All options of a select, those in its groups included."""
    grouped = [option for group in value.get("option_groups", []) for option in group["options"]]
    return [*value.get("options", []), *grouped]
