"""Ways to spoil a good framework file, each of which must be noticed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]
Spoiled: TypeAlias = tuple[str, str]

GOOD: dict[str, Any] = {
    "framework": "sample",
    "version": "2026.1",
    "title": "Sample",
    "status": "draft",
    "owners": ["U024BE7LH"],
    "aliases": ["Example"],
    "dimensions": {"influence": "What changes for others"},
    "triggers": {"incident": "Led the answer to an incident"},
    "points": [1, 3],
    "lanes": {
        "ic": {"title": "Depth", "kind": "ic"},
        "manager": {"title": "Leading people", "kind": "manager"},
    },
    "levels": [
        {"id": "e1", "lane": "ic", "title": "Engineer", "rank": 1, "expects": {"delivery": 1}},
        {"id": "e2", "lane": "ic", "title": "Senior", "points": 3, "aliases": ["Two"]},
        {"id": "e2a", "lane": "ic", "title": "Senior, new", "parent": "e2", "status": "legacy"},
        {
            "id": "m1",
            "lane": "manager",
            "title": "Manager",
            "par": "e2",
            "needs": {"required": ["ships"], "any": 1, "months": 6, "witnesses": 2},
        },
    ],
    "competencies": [
        {
            "id": "delivery",
            "title": "Delivery",
            "dimension": "capabilities",
            "about": "Turns a problem into something people use.",
            "aliases": ["Execution"],
            "stages": [
                {
                    "title": "Alone",
                    "behaviours": [
                        {
                            "id": "ships",
                            "text": "Ships a change",
                            "example": "Replaced the export job",
                            "kind": "criterion",
                            "required": True,
                            "links": ["https://example.org/export"],
                        }
                    ],
                },
                {"behaviours": ["Plans a quarter"]},
            ],
        },
        {"id": "people", "title": "People", "category": "Strengthening", "levels": {"m1": ["Hires"]}},
        {"id": "care", "title": "Care", "behaviours": ["Asks first"]},
    ],
    "milestones": [
        {
            "id": "led",
            "level": "e1",
            "trigger": "incident",
            "competencies": ["delivery"],
            "text": "Led the answer to an outage",
        }
    ],
}
_REQUIRED = {
    (): ("framework", "version", "title"),
    ("lanes", "ic"): ("title", "kind"),
    ("levels", 0): ("id", "lane", "title"),
    ("competencies", 0): ("id", "title"),
    ("competencies", 0, "stages", 0, "behaviours", 0): ("text",),
    ("milestones", 0): ("id", "level", "trigger", "text"),
}
_IDENTIFIED = (
    ("levels",),
    ("competencies",),
    ("milestones",),
    ("competencies", 0, "stages", 0, "behaviours"),
    ("competencies", 2, "behaviours"),
)
_NAMES = (
    ("levels", 0, "lane"),
    ("levels", 2, "parent"),
    ("levels", 3, "par"),
    ("levels", 3, "needs", "required", 0),
    ("milestones", 0, "level"),
    ("milestones", 0, "trigger"),
    ("milestones", 0, "competencies", 0),
)
_FREE_KEYS = {("triggers",)}
_SURPRISES = (
    "no",
    "12:30",
    "2026-01-01",
    "1.5",
    "&a x",
    "*a",
    "!!str x",
    "{",
    "]",
    "@x",
    "`x`",
    "a: b",
    '"\\0"',
)


def written(document: dict[str, Any]) -> str:
    """The document as YAML, in the order of its keys."""
    return yaml.safe_dump(document, sort_keys=False, width=1000)


def places() -> list[Path]:
    """All places of the good file, the whole left out."""
    return [path for path, _ in _walk(GOOD, ()) if path]


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from _walk(inner, (*path, key))


def _at(document: Any, path: Path) -> Any:
    for key in path:
        document = document[key]
    return document


def _changed(change: Callable[[Any, Any], None], path: Path) -> str:
    """The good file after a change of what holds the place, given with the place's own key."""
    document = copy.deepcopy(GOOD)
    change(_at(document, path[:-1]), path[-1])
    return written(document)


def wrong_types() -> Iterator[Spoiled]:
    """Each value replaced by values of types that cannot stand there."""
    for path, value in _walk(GOOD, ()):
        for wrong in _wrong_for(value) if path else ():
            yield f"{wrong!r} at {path}", _with(wrong, path)


def _with(value: Any, path: Path) -> str:
    return _changed(lambda held, key: held.__setitem__(key, value), path)


def _wrong_for(value: Any) -> tuple[Any, ...]:
    if isinstance(value, bool):
        return ("perhaps", 1, ["x"], {"x": 1})
    if isinstance(value, int):
        return ("many", 1.5, -1, True, [1], {"x": 1})
    if isinstance(value, str):
        return (12, False, 1.5, ["x"], {"x": "y"}, "")
    return (12, True, [[["x"]]], *(("x", {"x": 1}) if isinstance(value, list) else ()))


def strange_keys() -> Iterator[Spoiled]:
    """Each key of a mapping renamed, so that it is unknown or dangling."""
    for path in places():
        if isinstance(path[-1], str) and path[:-1] not in _FREE_KEYS:
            yield f"renamed {path}", _changed(lambda held, key: held.update({f"{key}z": held.pop(key)}), path)


def missing_keys() -> Iterator[Spoiled]:
    """Each required key taken away."""
    for path, keys in _REQUIRED.items():
        for key in keys:
            yield f"without {key} at {path}", _changed(lambda held, name: held.pop(name), (*path, key))


def doubles() -> Iterator[Spoiled]:
    """Each part that has an id given twice."""
    for path in _IDENTIFIED:
        yield (
            f"double in {path}",
            _changed(lambda held, key: held[key].append(copy.deepcopy(held[key][0])), path),
        )


def dangling_names() -> Iterator[Spoiled]:
    """Each name of another part replaced by one that names nothing."""
    for path in _NAMES:
        yield f"dangling {path}", _with("nowhere", path)


def spoiled_lines() -> Iterator[Spoiled]:
    """Each line given twice, and each with a value that YAML would change or refuse unless quoted."""
    lines = written(GOOD).splitlines()
    for number, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        if colon:
            for surprise in _SURPRISES:
                if not (surprise == "a: b" and value == ""):
                    spoiled = [*lines[:number], f"{key}: {surprise}", *lines[number + 1 :]]
                    yield f"{surprise} on line {number + 1}", "\n".join(spoiled)
            if not key.lstrip().startswith("- "):
                yield (
                    f"line {number + 1} twice",
                    "\n".join([*lines[: number + 1], line, *lines[number + 1 :]]),
                )


def all_spoiled() -> list[Spoiled]:
    """Every spoiled file, with what was done to it."""
    ways = (wrong_types, strange_keys, missing_keys, doubles, dangling_names, spoiled_lines)
    return [one for way in ways for one in way()]
