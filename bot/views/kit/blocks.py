"""The blocks of a surface. Each is a finished JSON value; a block without a name gets one from its place.

A plain `str` is shown as it stands, whoever wrote it; only `markup(...)` is read as Slack's mrkdwn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any, Literal, TypeAlias

import slackblocks as sb

from bot.views.kit.elements import Element
from bot.views.kit.text import body, clamp, clean, is_person, is_web_link, one_line, plain, several_lines

Block: TypeAlias = dict[str, Any]
"""One block as JSON. Its `block_id` is there only where a view named it."""
Part: TypeAlias = sb.RichTextElement
"""A piece of rich text: words, a mention, a link."""
Align: TypeAlias = Literal["left", "center", "right"]

MOST_ACTIONS = 25
MOST_IN_CONTEXT = 10
MOST_FIELDS = 10
MOST_ROWS = 100
MOST_COLUMNS = 20
MOST_TABLE_LETTERS = 10_000
MOST_CATEGORIES = 20
MOST_SERIES = 6
LONGEST_TEXT = 3000
_FIELD = 2000
_CELL = 500
_CHART_LABEL = 20
_UNNAMED = "-"


def section(
    text: str | None = None,
    *,
    fields: Sequence[str] = (),
    accessory: Element | None = None,
    block_id: str = _UNNAMED,
) -> Block:
    """A paragraph, up to ten short texts in two columns, and one element at its side."""
    return _written(
        sb.SectionBlock(
            text=body(text, LONGEST_TEXT) if text is not None else None,
            fields=[body(field, _FIELD) for field in fields[:MOST_FIELDS]] or None,
            accessory=accessory,
            block_id=block_id,
        )
    )


def header(text: str) -> Block:
    """A heading of one line."""
    return _written(sb.HeaderBlock(plain(text, 150), block_id=_UNNAMED))


def divider() -> Block:
    """A line across."""
    return _written(sb.DividerBlock(block_id=_UNNAMED))


def context(*texts: str) -> Block:
    """Up to ten small grey texts."""
    shown = [body(text, LONGEST_TEXT) for text in texts[:MOST_IN_CONTEXT]]
    return _written(sb.ContextBlock([*shown] or [plain("", 1)], block_id=_UNNAMED))


def actions(*elements: Element, block_id: str = _UNNAMED) -> Block:
    """Up to 25 buttons and menus. Raises ValueError where there is none, or two share an action_id."""
    block = _written(sb.ActionsBlock(list(elements[:MOST_ACTIONS]), block_id=block_id))
    names = [element["action_id"] for element in block["elements"]]
    if not names:
        raise ValueError("a row of actions needs at least one")
    if len(set(names)) < len(names):
        raise ValueError(f"two elements of one block share an action_id: {sorted(names)}")
    return block


def input_block(
    block_id: str,
    label: str,
    element: Element,
    *,
    hint: str | None = None,
    optional: bool = False,
    dispatch: bool = False,
) -> Block:
    """A question of a form. Its name is what its answer and its error come back under."""
    return _written(
        sb.InputBlock(
            label=plain(label, 2000),
            element=element,
            block_id=block_id,
            hint=sb.PlainText(several_lines(hint, 2000)) if hint else None,
            optional=optional,
            dispatch_action=dispatch,
        )
    )


def words(text: str, *, bold: bool = False, italic: bool = False, code: bool = False) -> Part:
    """Words in rich text: shown as they stand, never parsed."""
    return sb.RichText(
        clamp(clean(text), LONGEST_TEXT) or " ", bold=bold or None, italic=italic or None, code=code or None
    )


def mention(user_id: str) -> Part:
    """A person in rich text."""
    return sb.RichTextUser(user_id) if is_person(user_id) else words(user_id)


def link(url: str, text: str | None = None) -> Part:
    """A link in rich text; what is no web link is shown as words."""
    if not is_web_link(url):
        return words(text or url)
    return sb.RichTextLink(url, one_line(text, LONGEST_TEXT) if text else None)


def phrase(template: str, **parts: Part) -> list[Part]:
    """A sentence of ours with parts in its blanks: `phrase("{giver} thanked {receiver}", giver=…, …)`."""
    pieces = Formatter().parse(template)
    return [
        part
        for text, blank, _, _ in pieces
        for part in ([words(text)] if text else []) + ([parts[blank]] if blank else [])
    ]


def paragraph(*parts: str | Part) -> Block:
    """Rich text: words, mentions and links side by side."""
    return _rich(sb.RichTextSection(_parts(parts)))


def quote(*parts: str | Part) -> Block:
    """What someone wrote, set apart as a quotation and never parsed."""
    return _rich(sb.RichTextQuote(_parts(parts)))


def bullets(items: Sequence[str | Part | Sequence[str | Part]], *, ordered: bool = False) -> Block:
    """A list; each item is words, or several parts side by side."""
    sections = [
        sb.RichTextSection(_parts([item] if isinstance(item, str | Part) else item)) for item in items
    ]
    style = "ordered" if ordered else "bullet"
    return _rich(sb.RichTextList(style, sections or [sb.RichTextSection(_parts([]))]))


def table(rows: Sequence[Sequence[str]], *, align: Sequence[Align] = ()) -> Block:
    """A table whose first row is its heading; for messages (one in each) and Home, since modals take none.

    Rows beyond 100, or beyond 10,000 characters together, are left off.
    """
    cells = [[several_lines(cell, _CELL) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    left = MOST_TABLE_LETTERS
    fitting = []
    for row in cells:
        left -= sum(map(len, row))
        if left < 0:
            break
        fitting.append([sb.RawText(cell) for cell in row])
    return _written(
        sb.TableBlock(
            rows=fitting,  # type: ignore[arg-type]  # the library asks for a list of a union
            column_settings=[sb.ColumnSettings(align=side) for side in align] or None,
            block_id=_UNNAMED,
        )
    )


def bar_chart(
    title: str,
    categories: Sequence[str],
    series: Mapping[str, Sequence[float]],
    *,
    x_label: str | None = None,
    y_label: str | None = None,
) -> Block:
    """Bars for up to 20 categories and six series; for messages (two in each) and Home, not for modals."""
    names = _told_apart(categories[:MOST_CATEGORIES])
    lines = list(series.values())[:MOST_SERIES]
    chart = sb.BarChart(
        series=[
            sb.DataSeries(
                name, [sb.DataPoint(label, value) for label, value in zip(names, values, strict=False)]
            )
            for name, values in zip(_told_apart(list(series)[:MOST_SERIES]), lines, strict=True)
        ],
        axis_config=sb.AxisConfig(
            names,
            x_label=one_line(x_label, 50) if x_label else None,
            y_label=one_line(y_label, 50) if y_label else None,
        ),
    )
    return _written(sb.DataVisualizationBlock(one_line(title, 50), chart, block_id=_UNNAMED))


def _written(block: sb.Block) -> Block:
    """The block as JSON, without the name that the library wants at once.

    The library has no public way to write one block, and its views and messages write each three times.
    """
    written: Block = block._resolve()
    if written["block_id"] == _UNNAMED:
        del written["block_id"]
    return written


def _rich(inside: sb.RichTextObject) -> Block:
    return _written(sb.RichTextBlock(inside, block_id=_UNNAMED))


def _parts(parts: Sequence[str | Part]) -> list[Part]:
    return [words(part) if isinstance(part, str) else part for part in parts] or [words("")]


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names cut to a chart's labels, numbered where the cut made two alike."""
    told: list[str] = []
    for place, name in enumerate(names, start=1):
        label = one_line(name, _CHART_LABEL)
        told.append(label if label not in told else f"{one_line(name, _CHART_LABEL - 4)} {place}")
    return told
