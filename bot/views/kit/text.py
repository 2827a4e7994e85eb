"""Words on their way to Slack: cleaned, cut to what fits, escaped where Slack would read them as markup."""

from __future__ import annotations

import re
import unicodedata

from slackblocks import PlainText, Text, TextType

EMPTY = "\N{EN DASH}"
"""Shown where there are no words, since Slack refuses an empty text."""

_PERSON = re.compile(r"[UW][A-Z0-9]+")
_CHANNEL = re.compile(r"[CG][A-Z0-9]+")
_BROADCAST = re.compile(r"<!(?:(channel|here|everyone|group)|subteam\^\w+)(?:\|@?([^<>]*))?>")
_LINE_ENDS = re.compile("\r\n?|[\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\x85\v\f]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_HALF_MARKUP = re.compile(r"(?:<[^<>]*|&[a-z]{0,3})$")
_JOINER = "\N{ZERO WIDTH JOINER}"


class Markup(str):
    """Slack's mrkdwn, safe to be read as such: made by `markup`, `person` and `channel` only."""

    __slots__ = ()


def clean(text: str) -> str:
    """The same words without control and bidirectional characters and broadcasts."""
    if not text.isprintable():
        text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return strip_broadcasts(text)


def strip_broadcasts(text: str) -> str:
    """The text with `<!channel>`, `<!here>` and group mentions as bare words; nested ones too."""
    while (
        "<!" in text
        and (stripped := _BROADCAST.sub(lambda found: found[2] or found[1] or "group", text)) != text
    ):
        text = stripped
    return text


def clamp(text: str, limit: int) -> str:
    """At most `limit` code points, cut between characters as a person sees them, ending in an ellipsis."""
    if len(text) <= limit:
        return text
    return text[: _edge(text, limit - 1)].rstrip() + "…"


def one_line(text: str, limit: int) -> str:
    """Clean words on one line, for titles, labels and buttons; never empty."""
    return clamp(" ".join(clean(text).split()), limit) or EMPTY


def several_lines(text: str, limit: int) -> str:
    """Clean words with their line breaks; never empty."""
    return clamp(clean(text).strip(), limit) or EMPTY


def escape(text: str) -> str:
    """The text with the three characters escaped that mrkdwn reads: `&`, `<` and `>`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def markup(template: str, /, **values: object) -> Markup:
    """Our own mrkdwn with values put in: `markup("*{name}* thanked you", name=name)`.

    Values are cleaned and escaped; a value that is `Markup` already stays as it is.
    """
    return Markup(template.format_map({name: _safe(value) for name, value in values.items()}))


def person(user_id: str) -> Markup:
    """A mention of a person, for `markup`."""
    return Markup(f"<@{user_id}>" if _PERSON.fullmatch(user_id) else escape(clean(user_id)))


def channel(channel_id: str) -> Markup:
    """A mention of a channel, for `markup`."""
    return Markup(f"<#{channel_id}>" if _CHANNEL.fullmatch(channel_id) else escape(clean(channel_id)))


def is_person(user_id: str) -> bool:
    """Whether this can be a person's id at Slack."""
    return _PERSON.fullmatch(user_id) is not None


def is_web_link(url: str) -> bool:
    """Whether a link may be shown as one: http(s), no spaces or unseen characters, at most 3,000 long."""
    return len(url) <= 3000 and re.fullmatch(r"https?://[^\s<>|\x00-\x1f\x7f]+", url) is not None


def plain(text: str, limit: int) -> PlainText:
    """A plain text of one line."""
    return PlainText(one_line(text, limit))


def body(text: str, limit: int) -> Text:
    """A text that may run over lines: `Markup` as mrkdwn that links nothing by itself, all else plain."""
    if isinstance(text, Markup):
        return Text(clamp_markup(text, limit) or EMPTY, TextType.MARKDOWN, verbatim=True)
    return PlainText(several_lines(text, limit))


def clamp_markup(text: str, limit: int) -> str:
    """At most `limit` code points of mrkdwn, with no mention or escape cut in half."""
    if len(text) <= limit:
        return text
    return _HALF_MARKUP.sub("", text[: _edge(text, limit - 1)]).rstrip() + "…"


def _safe(value: object) -> str:
    return value if isinstance(value, Markup) else escape(clean(str(value)))


def _edge(text: str, at: int) -> int:
    """The last place at or before `at` where a cut splits no character that a person sees as one."""
    for place in range(at, max(at - 32, 0), -1):
        if not _holds_together(text, place):
            return place
    return at


def _holds_together(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or unicodedata.category(after) in ("Mn", "Me", "Mc"):
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    return _is_flag_half(before) and _is_flag_half(after) and _flags_before(text, at) % 2 == 1


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < at and _is_flag_half(text[at - 1 - count]):
        count += 1
    return count
