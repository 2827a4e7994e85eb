"""Whether each lane, and each level, is thought through like the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from frameworks.lint.examined import Examined, Hit
from frameworks.model import Level, expectations
from frameworks.reading.page import address

_FAR_MORE = 2
"""Times as much, and at least …"""
_LEAST = {"levels": 3, "behaviours": 10, "milestones a level": 1}
"""… this much more, before lanes are called unequal."""


def unequal_lanes(file: Examined) -> Iterator[Hit]:
    """A lane with far fewer levels, behaviours or milestones a level than another."""
    counts = {lane: _counts(file, levels) for lane, levels in _main_lanes(file)}
    for name, least in _LEAST.items():
        most = max(counts, key=lambda lane: counts[lane][name], default="")
        for lane in counts:
            few, many = counts[lane][name], counts[most][name]
            if few and many > _FAR_MORE * few and many - few >= least:
                what = f"Lane {lane} has {few:g} {name}, lane {most} {many:g}"
                how = "Add to the thinner lane, so that both are worth growing in"
                yield Hit(address("lane", lane), what, how)


def no_milestones(file: Examined) -> Iterator[Hit]:
    """A level, a lane or a whole framework of levels without a sign that somebody has arrived."""
    per_level = Counter(one.level for one in file.framework.milestones)
    if not per_level:
        if file.lanes:
            what = "The framework names no milestones"
            yield Hit(address("framework"), what, f"Add `milestones:`, two a level: {_MILESTONE}")
        return
    for levels in file.lanes:
        without = [one for one in levels if not per_level[one.id] and not one.parent and one.status is None]
        if len(without) == len(levels):
            lane = levels[0].lane
            yield Hit(
                address("lane", lane), f"Lane {lane} has no milestones", f"Add two a level: {_MILESTONE}"
            )
        else:
            for one in without:
                what = f"Level {one.id} has no milestone"
                yield Hit(
                    address("level", one.id), what, f"Add what shows that somebody is there: {_MILESTONE}"
                )


_MILESTONE = "‘owned …’, ‘led … to its end’, ‘coached a colleague into …’"


def _main_lanes(file: Examined) -> Iterator[tuple[str, tuple[Level, ...]]]:
    """Lanes but for shared ones, with their levels but for sub-levels."""
    for levels in file.lanes:
        whole = tuple(one for one in levels if one.parent is None)
        if file.framework.lane(levels[0].lane).kind != "shared" and whole:
            yield levels[0].lane, whole


def _counts(file: Examined, levels: tuple[Level, ...]) -> dict[str, float]:
    asked = frozenset[object]().union(*(expectations(file.framework, one.id) for one in levels))
    ids = {one.id for one in levels}
    milestones = sum(one.level in ids for one in file.framework.milestones)
    return {
        "levels": len(levels),
        "behaviours": len(asked),
        "milestones a level": round(milestones / len(levels), 1),
    }
