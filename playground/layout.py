"""Whether Slack would take a message or a view, and what it would say if not.

`check_message` and `check_view` return Slack's kind of sentences, each with a JSON pointer; an empty list is
valid. A sentence that is one of `CODES` names the API error itself (`msg_blocks_too_long`); any other means
`invalid_blocks` for a message and `invalid_arguments` for a view. Limits and their sources stand in
limits.json, the checks of the parts in the modules beside this one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playground.layout_blocks import block
from playground.layout_objects import plain
from playground.layout_rules import (
    At,
    Check,
    Report,
    anything,
    choice,
    flag,
    items,
    most,
    shape,
    string,
    words,
)
from playground.layout_tables import letters

CODES = (
    "no_text",
    "msg_too_long",
    "msg_blocks_too_long",
    "markdown_text_conflict",
    "only_one_table_allowed",
    "metadata_too_large",
    "view_too_large",
)


def check_message(payload: Mapping[str, Any], *, update: bool = False) -> list[str]:
    """What is wrong with the text, blocks, attachments and metadata of a message; other fields are not read.

    `update` is for chat.update, whose text may be shorter only. A text over 40,000 characters is no error:
    Slack cuts it.
    """
    report = Report("message")
    _check_words(payload, report, update=update)
    for field, check in _MESSAGE.items():
        if payload.get(field) is not None:
            check(payload[field], ((), field), report)
    if not report.problems:
        _check_whole_message(payload, report)
    return report.problems


def check_view(view: Mapping[str, Any]) -> list[str]:
    """What is wrong with a modal or a home tab; pointers begin with `/view`."""
    at: At = ((), "view")
    kind = view.get("type")
    if not isinstance(kind, str) or kind not in _VIEWS:
        report = Report("modal")
        problem = "missing required field: type" if kind is None else f"unsupported type: {kind}"
        report.add(problem, at if kind is None else (at, "type"))
        return report.problems
    report = Report(kind)
    _VIEWS[kind](dict(view), at, report)
    if not report.problems:
        _check_whole_view(view, at, report)
    return report.problems


def _check_words(payload: Mapping[str, Any], report: Report, *, update: bool) -> None:
    if not any(payload.get(field) for field in ("text", "blocks", "attachments", "markdown_text")):
        report.problems.append("no_text")
    if payload.get("markdown_text") and (payload.get("text") or payload.get("blocks")):
        report.problems.append("markdown_text_conflict")
    text = payload.get("text")
    if update and isinstance(text, str) and len(text) > most("message.update_text"):
        report.problems.append("msg_too_long")


def _metadata(value: object, at: At, report: Report) -> None:
    _METADATA(value, at, report)
    if not report.problems and _size(value) > most("message.metadata"):
        report.problems.append("metadata_too_large")


def _payload(value: object, at: At, report: Report) -> None:
    if not isinstance(value, dict):
        report.add("must provide an object", at)


def _attachment(value: object, at: At, report: Report) -> None:
    inner = Report(report.surface)
    _ATTACHMENT(value, at, inner)
    report.problems.extend(inner.problems)


def _check_whole_message(payload: Mapping[str, Any], report: Report) -> None:
    blocks = [*(payload.get("blocks") or [])]
    for attachment in payload.get("attachments") or []:
        blocks += attachment.get("blocks") or []
    blocks += [child for outer in blocks for child in outer.get("child_blocks", [])]
    tables = [part for part in blocks if part["type"] in ("table", "data_table")]
    at: At = ((), "blocks")
    if sum(part["type"] == "table" for part in tables) > most("message.tables"):
        report.problems.append("only_one_table_allowed")
    if sum(part["type"] == "data_visualization" for part in blocks) > most("message.charts"):
        report.add(f"no more than {most('message.charts')} data_visualization blocks allowed", at)
    _at_most("message.table_cells", sum(letters([part["rows"] for part in tables])), at, report)
    _at_most(
        "message.markdown_blocks",
        sum(len(part["text"]) for part in blocks if part["type"] == "markdown"),
        at,
        report,
    )
    if sum(letters(payload.get("blocks"))) > most("message.blocks_text"):
        report.problems.append("msg_blocks_too_long")


def _at_most(limit: str, count: int, at: At, report: Report) -> None:
    if count > most(limit):
        report.add(f"must be less than {most(limit) + 1} characters in all {limit.split('.')[1]}", at)


def _check_whole_view(view: Mapping[str, Any], at: At, report: Report) -> None:
    if view["type"] == "modal" and "submit" not in view:
        for place, part in enumerate(view["blocks"]):
            if part["type"] == "input":
                where: At = (((at, "blocks"), place), "input")
                report.add("must define `submit` to use an `input` block in modals", where)
    if _size(view) > most("view.bytes"):
        report.problems.append("view_too_large")


def _size(value: object) -> int:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(written.encode("utf-8", "surrogatepass"))


_METADATA = shape({"event_type": words, "event_payload": _payload}, {"entities": anything})
_LEGACY = (
    "actions author_icon author_id author_link author_name callback_id color fallback fields footer "
    "footer_icon image_url mrkdwn_in pretext text thumb_url title title_link ts"
)
_BLOCKS = items("message.blocks", block)
_ATTACHMENT = shape({}, {"blocks": _BLOCKS, **dict.fromkeys(_LEGACY.split(), anything)})
_MESSAGE: Mapping[str, Check] = {
    "text": words,
    "markdown_text": string("message.markdown_text"),
    "blocks": _BLOCKS,
    "attachments": items("message.attachments", _attachment),
    "metadata": _metadata,
}

_ANY_VIEW: Mapping[str, Check] = {
    "private_metadata": string("view.private_metadata"),
    "callback_id": string("view.callback_id"),
    "external_id": string("view.external_id"),
}
_VIEW_BLOCKS = items("view.blocks", block)
_VIEWS: Mapping[str, Check] = {
    "home": shape({"type": choice("home"), "blocks": _VIEW_BLOCKS}, _ANY_VIEW),
    "modal": shape(
        {"type": choice("modal"), "title": plain("view.title"), "blocks": _VIEW_BLOCKS},
        {
            "submit": plain("view.submit"),
            "close": plain("view.close"),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
            **_ANY_VIEW,
        },
    ),
}
