"""What changed between two versions of a framework, in plain words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.words.lists import counted, listed
from frameworks.compare import Change, Comparison

NO_CHANGE = "Nothing changed that people read."
_ONE = {"level": "level", "competency": "skill", "behaviour": "example", "milestone": "milestone"}
_MANY = {"level": "levels", "competency": "skills", "behaviour": "examples", "milestone": "milestones"}
_COUNTED = {"added": "added", "removed": "removed"}
_CHANGED = "changed"
_WAYS = {
    "added": "is new",
    "removed": "is gone",
    "reworded": "is reworded",
    "example": "has another real example",
    "moved": "moved",
    "expects": "asks for something else",
}


def counts(comparison: Comparison) -> str:
    """How many of each kind came, went or changed."""
    found: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[str, str | None, str]] = set()
    for change in comparison.changes:
        way = _COUNTED.get(change.way, _CHANGED)
        if (thing := (change.subject, change.competency, change.id)) not in seen:
            seen.add(thing)
            found[change.subject, way] += 1
    said = [f"{counted(many, _ONE[what], _MANY[what])} {way}" for (what, way), many in found.items()]
    return listed(said) if said else "nothing that people read"


def lines(comparison: Comparison) -> Iterator[str]:
    """Every change, what was and what is."""
    for change in comparison.changes:
        yield f"{_thing(change)} {_WAYS[change.way]}:"
        if change.before:
            yield f"    was: {change.before}" if change.after else f"    {change.before}"
        if change.after:
            yield f"    now: {change.after}" if change.before else f"    {change.after}"
    if comparison.orphaned:
        names = [f"{ref.behaviour} ({_skill(ref.competency)})" for ref in comparison.orphaned]
        yield _orphaned(names)


def _orphaned(names: Sequence[str]) -> str:
    many = counted(len(names), "example", "examples")
    return f"Notes on {many} find no place in the new version: {listed(names)}."


def _thing(change: Change) -> str:
    where = f" of {_skill(change.competency)}" if change.competency else ""
    name = _skill(change.id) if change.subject == "competency" else change.id
    return f"The {_ONE[change.subject]} {name}{where}"


def _skill(key: str) -> str:
    return key.partition("/")[2] or key
