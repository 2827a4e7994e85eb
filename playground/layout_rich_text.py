"""Checks of rich text: its paragraphs, lists, quotes and code, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping

from playground.layout_objects import LINKS
from playground.layout_rules import (
    Check,
    address,
    anything,
    block_id,
    by_type,
    choice,
    flag,
    items,
    shape,
    string,
    whole,
    words,
)


def _style(*names: str) -> Mapping[str, Check]:
    return {"style": shape({}, dict.fromkeys(names, flag))}


_TEXT_STYLE = _style("bold", "italic", "strike", "code", "underline")
_MENTION_STYLE = _style("bold", "italic", "strike", "highlight", "client_highlight", "unlink")
_TYPE: Mapping[str, Check] = {"type": anything}
_LETTERS = string("rich_text.text")

PARTS: Mapping[str, Check] = {
    "text": shape({**_TYPE, "text": _LETTERS}, _TEXT_STYLE),
    "link": shape(
        {**_TYPE, "url": address("button.url", *LINKS)}, {"text": _LETTERS, "unsafe": flag, **_TEXT_STYLE}
    ),
    "emoji": shape({**_TYPE, "name": _LETTERS}, {"unicode": words, "skin_tone": anything, **_TEXT_STYLE}),
    "user": shape({**_TYPE, "user_id": _LETTERS}, _MENTION_STYLE),
    "usergroup": shape({**_TYPE, "usergroup_id": _LETTERS}, _MENTION_STYLE),
    "channel": shape({**_TYPE, "channel_id": _LETTERS}, _MENTION_STYLE),
    "broadcast": shape({**_TYPE, "range": choice("here", "channel", "everyone")}, _MENTION_STYLE),
    "date": shape(
        {**_TYPE, "timestamp": anything, "format": _LETTERS}, {"url": words, "fallback": words, **_TEXT_STYLE}
    ),
    "color": shape({**_TYPE, "value": _LETTERS}, _TEXT_STYLE),
    "team": shape({**_TYPE, "team_id": _LETTERS}, _MENTION_STYLE),
}
_ANY_PART = by_type(PARTS)
_CODE_PART = by_type({name: PARTS[name] for name in ("text", "link")})
_BORDER: Mapping[str, Check] = {"border": whole("rich_text.border")}
_SECTION = shape({**_TYPE, "elements": items("rich_text.parts", _ANY_PART)}, {})

_BODY: Mapping[str, Check] = {
    "elements": items(
        "rich_text.elements",
        by_type(
            {
                "rich_text_section": _SECTION,
                "rich_text_list": shape(
                    {
                        **_TYPE,
                        "style": choice("bullet", "ordered"),
                        "elements": items("rich_text.parts", by_type({"rich_text_section": _SECTION})),
                    },
                    {
                        "indent": whole("rich_text_list.indent"),
                        "offset": whole("rich_text_list.offset"),
                        **_BORDER,
                    },
                ),
                "rich_text_preformatted": shape(
                    {**_TYPE, "elements": items("rich_text.parts", _CODE_PART)},
                    {"language": words, **_BORDER},
                ),
                "rich_text_quote": shape({**_TYPE, "elements": items("rich_text.parts", _ANY_PART)}, _BORDER),
            }
        ),
    )
}

RICH_TEXT_BLOCK = shape({**_TYPE, **_BODY}, {"block_id": block_id})
"""Rich text as a block of a surface."""

RICH_TEXT = shape({"type": choice("rich_text"), **_BODY}, {"block_id": words})
"""Rich text inside another thing: a cell, a task, an input's first value. Its block_id names nothing."""
