"""What layout checks are made of: a check reads one value and reports what is wrong, in Slack's words.

The numbers stand in limits.json with their sources. A check is built once, at import, from its limit's name;
walking a view then only compares.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

At: TypeAlias = "tuple[()] | tuple[At, str | int]"
"""Where a value stands: its parent's place and its key there; made text only when something is wrong."""

RULES: dict[str, Any] = json.loads(Path(__file__).with_name("limits.json").read_text(encoding="utf-8"))
LIMITS: dict[str, dict[str, Any]] = RULES["limits"]


class Report:
    """What was found on one surface (`message`, `modal` or `home`), and the ids seen on it so far."""

    __slots__ = ("action_ids", "block_ids", "focused", "problems", "surface")

    def __init__(self, surface: str) -> None:
        self.surface = surface
        self.problems: list[str] = []
        self.block_ids: set[str] = set()
        self.action_ids: set[str] = set()
        self.focused = 0

    def add(self, problem: str, at: At) -> None:
        """Keep one problem with its JSON pointer."""
        self.problems.append(f"{problem} [json-pointer:{pointer(at)}]")


Check: TypeAlias = Callable[[object, At, Report], None]
Rule: TypeAlias = Callable[[dict[str, Any], At, Report], None]
"""What holds between the parts of an object; asked only when each part is right by itself."""


def pointer(at: At) -> str:
    """The place as a JSON pointer, such as `/blocks/0/text`."""
    parts: list[str] = []
    while at:
        at, key = at
        parts.append(str(key))
    return "".join(f"/{part}" for part in reversed(parts))


def most(limit: str) -> int:
    """The greatest length, count or number that the limit of this name allows."""
    return int(LIMITS[limit]["max"])


def bounds(limit: str) -> tuple[int, float]:
    """The least and the greatest that the limit of this name allows."""
    known = LIMITS[limit]
    return known.get("min", 0), known.get("max", float("inf"))


def anything(value: object, at: At, report: Report) -> None:
    """No rule: the value was looked at elsewhere."""


def flag(value: object, at: At, report: Report) -> None:
    """A boolean."""
    if not isinstance(value, bool):
        report.add("must provide a boolean", at)


def number(value: object, at: At, report: Report) -> None:
    """A number, whole or not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        report.add("must provide a number", at)
    elif isinstance(value, float) and not math.isfinite(value):
        report.add("must be a finite number", at)


def words(value: object, at: At, report: Report) -> None:
    """A string of any length."""
    if not isinstance(value, str):
        report.add("must provide a string", at)


def string(limit: str) -> Check:
    """A string within a limit, counted in code points."""
    least, greatest = bounds(limit)

    def check(value: object, at: At, report: Report) -> None:
        if not isinstance(value, str):
            report.add("must provide a string", at)
        elif len(value) > greatest:
            report.add(f"must be less than {greatest + 1} characters", at)
        elif len(value) < least:
            report.add(f"must be more than {least - 1} characters", at)

    return check


def address(limit: str, *schemes: str) -> Check:
    """A URL within a limit, with one of these schemes."""
    length = string(limit)
    starts = tuple(f"{scheme}:" for scheme in schemes)

    def check(value: object, at: At, report: Report) -> None:
        before = len(report.problems)
        length(value, at, report)
        if len(report.problems) == before and not str(value).lower().startswith(starts):
            report.add("must be a valid URL", at)

    return check


def whole(limit: str) -> Check:
    """A whole number within a limit."""
    least, greatest = bounds(limit)

    def check(value: object, at: At, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            report.add("must provide an integer", at)
        elif value > greatest:
            report.add(f"must be less than {greatest + 1}", at)
        elif value < least:
            report.add(f"must be greater than {least - 1}", at)

    return check


def choice(*allowed: str) -> Check:
    """One of a few strings."""
    known = frozenset(allowed)

    def check(value: object, at: At, report: Report) -> None:
        if not isinstance(value, str) or value not in known:
            report.add("must be a valid enum value", at)

    return check


def items(limit: str | None, each: Check) -> Check:
    """An array whose count is within a limit and whose items are all right."""
    least, greatest = bounds(limit) if limit else (0, float("inf"))

    def check(value: object, at: At, report: Report) -> None:
        if not isinstance(value, list):
            report.add("must provide an array", at)
            return
        if len(value) > greatest:
            report.add(f"no more than {greatest} items allowed", at)
        elif len(value) < least:
            report.add(f"must provide at least {least} items", at)
        for place, item in enumerate(value):
            each(item, (at, place), report)

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check], *rules: Rule) -> Check:
    """An object with these fields and no others, whose rules hold when each field is right."""
    fields = {**required, **optional}
    needed = tuple(required)

    def check(value: object, at: At, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must provide an object", at)
            return
        before = len(report.problems)
        for key, part in value.items():
            field = fields.get(key)
            if field is None:
                report.add(f"invalid additional property: {key}", at)
            else:
                field(part, (at, key), report)
        for key in needed:
            if key not in value:
                report.add(f"missing required field: {key}", at)
        if len(report.problems) == before:
            for rule in rules:
                rule(value, at, report)

    return check


def by_type(checks: Mapping[str, Check]) -> Check:
    """An object that is checked by what its `type` says it is."""

    def check(value: object, at: At, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must provide an object", at)
        elif "type" not in value:
            report.add("missing required field: type", at)
        elif not isinstance(kind := value["type"], str):
            report.add("must provide a string", (at, "type"))
        elif (known := checks.get(kind)) is None:
            report.add(f"unsupported type: {kind}", (at, "type"))
        else:
            known(value, at, report)

    return check


def needs_one(*fields: str) -> Rule:
    """At least one of these fields is there."""
    named = " or ".join(f"`{field}`" for field in fields)

    def rule(value: dict[str, Any], at: At, report: Report) -> None:
        if not any(field in value for field in fields):
            report.add(f"must define either {named}", at)

    return rule


def not_both(one: str, other: str) -> Rule:
    """Two fields that exclude each other."""

    def rule(value: dict[str, Any], at: At, report: Report) -> None:
        if one in value and other in value:
            report.add(f"cannot define both `{one}` and `{other}`", at)

    return rule


def unique(names: Iterable[str], what: str, at: At, report: Report) -> None:
    """Report each name that was there before."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            report.add(f'`{what}` "{name}" already exists', at)
        seen.add(name)


def action_id(value: object, at: At, report: Report) -> None:
    """An action's id: within its limit, and once in its block."""
    _ACTION_ID(value, at, report)
    _once(value, "action_id", report.action_ids, at, report)


def block_id(value: object, at: At, report: Report) -> None:
    """A block's id: within its limit, and once on its surface."""
    _BLOCK_ID(value, at, report)
    _once(value, "block_id", report.block_ids, at, report)


def focus(value: object, at: At, report: Report) -> None:
    """The wish to be focused first, which one element of a view may have."""
    flag(value, at, report)
    report.focused += value is True
    if value is True and report.focused > most("view.focused"):
        report.add("only one element may set `focus_on_load`", at)


def _once(value: object, what: str, seen: set[str], at: At, report: Report) -> None:
    if not isinstance(value, str):
        return
    if value in seen:
        report.add(f'`{what}` "{value}" already exists', at)
    seen.add(value)


_ACTION_ID = string("element.action_id")
_BLOCK_ID = string("block.block_id")
