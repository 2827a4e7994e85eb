"""Checks of tables and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playground.layout_rich_text import RICH_TEXT
from playground.layout_rules import (
    At,
    Check,
    Report,
    anything,
    block_id,
    by_type,
    choice,
    flag,
    items,
    most,
    number,
    shape,
    string,
    unique,
    whole,
)

_CELL_TEXT = string("table.cell")
_RAW: Mapping[str, Check] = {
    "raw_text": shape({"type": anything, "text": _CELL_TEXT}, {}),
    "raw_number": shape({"type": anything, "value": number, "text": _CELL_TEXT}, {}),
}
_HEADER_CELL = by_type(_RAW)
_CELL = by_type({**_RAW, "rich_text": RICH_TEXT})


def letters(value: Any) -> Iterator[int]:
    """The lengths of all strings under a key `text`, at any depth."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "text" and isinstance(part, str):
                yield len(part)
            else:
                yield from letters(part)
    elif isinstance(value, list):
        for part in value:
            yield from letters(part)


def _column_setting(value: object, at: At, report: Report) -> None:
    if value is not None:
        _SETTING(value, at, report)


_SETTING = shape({}, {"align": choice("left", "center", "right"), "is_wrapped": flag})

TABLE = shape(
    {"type": anything, "rows": items("table.rows", items("table.cells", _CELL))},
    {"block_id": block_id, "column_settings": items("table.column_settings", _column_setting)},
)


def _same_columns(value: dict[str, Any], at: At, report: Report) -> None:
    columns = len(value["rows"][0])
    for place, row in enumerate(value["rows"]):
        if len(row) != columns:
            report.add("must have as many cells as the first row", ((at, "rows"), place))
    if value.get("row_header_column_index", 0) >= columns:
        report.add(f"must be less than {columns}", (at, "row_header_column_index"))


def _plain_header(value: dict[str, Any], at: At, report: Report) -> None:
    for place, cell in enumerate(value["rows"][0]):
        _HEADER_CELL(cell, (((at, "rows"), 0), place), report)


def _table_size(value: dict[str, Any], at: At, report: Report) -> None:
    limit = most("data_table.characters")
    if sum(letters(value["rows"])) > limit:
        report.add(f"must be less than {limit + 1} characters in all cells", (at, "rows"))


DATA_TABLE = shape(
    {
        "type": anything,
        "rows": items("data_table.rows", items("data_table.cells", _CELL)),
        "caption": string("data_table.caption"),
    },
    {
        "block_id": block_id,
        "page_size": whole("data_table.page_size"),
        "row_header_column_index": whole("data_table.row_header_column_index"),
    },
    _same_columns,
    _plain_header,
    _table_size,
)

_LABEL = string("data_visualization.label")
_POINT = shape({"label": _LABEL, "value": number}, {})
_SERIES = shape({"name": _LABEL, "data": items("data_visualization.points", _POINT)}, {})
_AXIS = shape(
    {"categories": items("data_visualization.categories", _LABEL)},
    {
        "x_label": string("data_visualization.axis_label"),
        "y_label": string("data_visualization.axis_label"),
    },
)


def _positive(value: dict[str, Any], at: At, report: Report) -> None:
    if value["value"] <= 0:
        report.add("must be greater than 0", (at, "value"))


def _unique_names(value: dict[str, Any], at: At, report: Report) -> None:
    unique((series["name"] for series in value["series"]), "name", (at, "series"), report)
    categories = value["axis_config"]["categories"]
    unique(categories, "category", ((at, "axis_config"), "categories"), report)


def _value_per_category(value: dict[str, Any], at: At, report: Report) -> None:
    categories = sorted(value["axis_config"]["categories"])
    for place, series in enumerate(value["series"]):
        if sorted(point["label"] for point in series["data"]) != categories:
            report.add("must have exactly one value for each category", (((at, "series"), place), "data"))


_AXIS_CHART = shape(
    {"type": anything, "series": items("data_visualization.series", _SERIES), "axis_config": _AXIS},
    {},
    _unique_names,
    _value_per_category,
)
_PIE = shape(
    {
        "type": anything,
        "segments": items(
            "data_visualization.segments", shape({"label": _LABEL, "value": number}, {}, _positive)
        ),
    },
    {},
)
CHART = shape(
    {
        "type": anything,
        "title": string("data_visualization.title"),
        "chart": by_type({"pie": _PIE, "bar": _AXIS_CHART, "area": _AXIS_CHART, "line": _AXIS_CHART}),
    },
    {"block_id": block_id},
)
