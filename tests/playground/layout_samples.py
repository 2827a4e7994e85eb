"""One small valid sample of every block and element, for the laws of the layout checks."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str = "words") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "words") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "words", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def option(value: str = "v", **more: Any) -> Json:
    return {"text": plain(), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(str(place)) for place in range(count)]


def asked(element: Json, **more: Any) -> Json:
    return {"type": "input", "label": plain(), "element": element, **more}


def text_box(**more: Any) -> Json:
    return {"type": "plain_text_input", "action_id": "box", **more}


def rich_text(*parts: Json) -> Json:
    inside = list(parts) or [{"type": "text", "text": "words"}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": inside}]}


def raw(text: str = "cell") -> Json:
    return {"type": "raw_text", "text": text}


def table(rows: int = 1, cells: int = 1, text: str = "cell", **more: Any) -> Json:
    return {"type": "table", "rows": [[raw(text) for _ in range(cells)] for _ in range(rows)], **more}


def data_table(rows: int = 2, cells: int = 1, text: str = "cell", **more: Any) -> Json:
    return {**table(rows, cells, text), "type": "data_table", "caption": "Who has what", **more}


def pie(count: int = 1, label: str = "a") -> Json:
    segments = [{"label": label + "x" * place, "value": 1} for place in range(count)]
    return {"type": "data_visualization", "title": "Notes", "chart": {"type": "pie", "segments": segments}}


def bar(series: int = 1, points: int = 1, **axis: Any) -> Json:
    categories = [f"c{place}" for place in range(points)]
    lines = [
        {"name": f"s{place}", "data": [{"label": name, "value": 1} for name in categories]}
        for place in range(series)
    ]
    chart = {"type": "bar", "series": lines, "axis_config": {"categories": categories, **axis}}
    return {"type": "data_visualization", "title": "Notes", "chart": chart}


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "a leaf", **more}


def task(name: str = "t", **more: Any) -> Json:
    return {"task_id": name, "title": "Read", "status": "complete", **more}


def card(**more: Any) -> Json:
    return {"type": "card", "title": plain(), **more}


def message(*blocks: Json, **more: Any) -> Json:
    return {"text": "words", "blocks": list(blocks), **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}


FEEDBACK = {
    "type": "feedback_buttons",
    "positive_button": {"text": plain(), "value": "y"},
    "negative_button": {"text": plain(), "value": "n"},
}

ELEMENTS: dict[str, Json] = {
    "button": button(),
    "workflow_button": {
        "type": "workflow_button",
        "text": plain(),
        "action_id": "w",
        "workflow": {"trigger": {"url": "https://example.com/t"}},
    },
    "feedback_buttons": FEEDBACK,
    "icon_button": {"type": "icon_button", "icon": "trash", "text": plain()},
    "static_select": {"type": "static_select", "options": options(2)},
    "multi_static_select": {"type": "multi_static_select", "options": options(2)},
    "overflow": {"type": "overflow", "options": options(2)},
    "checkboxes": {"type": "checkboxes", "options": options(2)},
    "radio_buttons": {"type": "radio_buttons", "options": options(2)},
    "number_input": {"type": "number_input", "is_decimal_allowed": False},
    "image": image(),
    "plain_text": plain(),
    "mrkdwn": mrkdwn(),
    **{
        name: {"type": name}
        for name in (
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "plain_text_input",
            "rich_text_input",
            "email_text_input",
            "url_text_input",
            "file_input",
        )
    },
}

BLOCKS: dict[str, Json] = {
    "actions": {"type": "actions", "elements": [button()]},
    "alert": {"type": "alert", "text": plain()},
    "card": card(),
    "carousel": {"type": "carousel", "elements": [card()]},
    "container": {"type": "container", "title": plain(), "child_blocks": [section()]},
    "context": {"type": "context", "elements": [plain()]},
    "context_actions": {"type": "context_actions", "elements": [FEEDBACK]},
    "data_table": data_table(),
    "data_visualization": bar(),
    "divider": {"type": "divider"},
    "header": {"type": "header", "text": plain()},
    "image": image(),
    "input": asked(text_box()),
    "markdown": {"type": "markdown", "text": "words"},
    "plan": {"type": "plan", "title": "Plan", "tasks": [task()]},
    "rich_text": rich_text(),
    "section": section(),
    "table": table(),
    "task_card": task(type="task_card"),
    "video": {
        "type": "video",
        "title": plain(),
        "alt_text": "a talk",
        "thumbnail_url": "https://example.com/a.png",
        "video_url": "https://example.com/v",
    },
}

HOLDERS: dict[str, Any] = {
    "section": lambda element: section(accessory=element),
    "actions": lambda element: {"type": "actions", "elements": [element]},
    "input": asked,
    "context": lambda element: {"type": "context", "elements": [element]},
    "context_actions": lambda element: {"type": "context_actions", "elements": [element]},
}
"""How an element stands in each kind of block that holds elements."""
