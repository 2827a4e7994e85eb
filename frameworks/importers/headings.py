"""What the headings over tables and lists are: clusters, lanes, categories, levels or skills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from frameworks.importers.grid import Place
from frameworks.importers.guessing import are_levels, is_lane
from frameworks.importers.marked import Heading, Table
from frameworks.importers.remarks import Notebook

Path = tuple[Heading, ...]
CLUSTERS, LANES, CATEGORIES = "clusters", "lanes", "categories"
_SAID = re.compile(r"(cluster|function|lane|track|category|level|skill|competency)\s*:\s*(.+)", re.IGNORECASE)
_ROLES = {"function": "cluster", "track": "lane", "competency": "skill"}


def said_role(text: str) -> tuple[str, str]:
    """The role that a heading names itself (`Level: Senior`), and its name; no role where it names none."""
    found = _SAID.fullmatch(text)
    if found is None:
        return "", text
    word = found[1].casefold()
    return _ROLES.get(word, word), found[2].strip()


def shared_path(paths: Sequence[Path]) -> int:
    """How many headings stand over all of them."""
    count = 0
    for together in zip(*paths, strict=False):
        if any(one != together[0] for one in together):
            break
        count += 1
    return count


def table_places(tables: Sequence[Table], headings: str | None, notebook: Notebook) -> list[Place]:
    """Where each table belongs; the heading over all of them is the title where they are one framework."""
    paths = [table.path for table in tables]
    if len(tables) == 1:
        return [Place(framework=paths[0][0].text if paths[0] else "")]
    shared = shared_path(paths)
    title = paths[0][shared - 1].text if shared else ""
    outer = _named(path[shared : shared + 1] for path in paths)
    inner = _named(path[shared + 1 : shared + 2] for path in paths)
    are_lanes = bool(inner) and all(map(is_lane, inner))
    role = headings or _role(tables, outer, notebook)
    return [_place(role, title, path[shared:], are_lanes=are_lanes) for path in paths]


def _named(parts: Iterable[Path]) -> list[str]:
    return [part[0].text for part in parts if part]


def _place(role: str, title: str, path: Path, *, are_lanes: bool) -> Place:
    """A table's place, by what the outer heading is; the next one is a lane or a category."""
    outer = said_role(path[0].text)[1] if path else ""
    inner = said_role(path[1].text)[1] if len(path) > 1 else ""
    lane, category = (inner, "") if are_lanes else ("", inner)
    if role == CLUSTERS:
        return Place(outer or title, lane, category)
    if role == LANES:
        return Place(title, outer, inner)
    return Place(title, lane, outer)


def _role(tables: Sequence[Table], names: Sequence[str], notebook: Notebook) -> str:
    """What the headings over several tables are."""
    roles = {said_role(name)[0] for name in names}
    if roles & {"lane", "cluster", "category"}:
        return {"lane": LANES, "cluster": CLUSTERS, "category": CATEGORIES}[min(roles - {""})]
    if not names:
        return CATEGORIES
    found = LANES if all(map(is_lane, names)) or _share_skills(tables) else CLUSTERS
    notebook.guess(tables[0].path[-1].line if tables[0].path else 1, found, names=tuple(dict.fromkeys(names)))
    return found


def _share_skills(tables: Sequence[Table]) -> bool:
    """Whether every two tables speak of the same skills for other levels, as lanes do."""
    sides = [
        ({row[0].text for row in one.cells[1:] if row}, {cell.text for cell in one.cells[0][1:]})
        for one in tables
    ]
    return all(
        len(skills & others) * 2 >= max(len(skills), len(others)) and not levels & other_levels
        for (skills, levels), (others, other_levels) in combinations(sides, 2)
    )


def outline_roles(paths: Sequence[Path], headings: str | None, notebook: Notebook) -> list[str]:
    """The role of each heading of a path that is not over all: by what it says itself, else by its names."""
    depth = max(map(len, paths), default=0)
    names = [list(dict.fromkeys(path[at].text for path in paths if len(path) > at)) for at in range(depth)]
    roles = [next((role for name in group if (role := said_role(name)[0])), "") for group in names]
    for at, group in enumerate(names):
        if not roles[at] and "level" not in roles and are_levels(group):
            roles[at] = "level"
    free = [at for at in range(depth) if not roles[at]]
    if "level" not in roles and len(free) > 1 and _repeats(paths, free[-1]):
        roles[free.pop()] = "level"
        notebook.guess(1, "deepest_levels", names=tuple(names[free[-1] + 1]))
    if "skill" not in roles and free:
        roles[free.pop()] = "skill"
    for at in free:
        roles[at] = _outer_role(paths, at, names[at], headings, notebook)
    return roles


def _repeats(paths: Sequence[Path], at: int) -> bool:
    """Whether headings come again under other ones, as levels do under skills."""
    under = {(path[at - 1].text, path[at].text) for path in paths if len(path) > at}
    names = {name for _, name in under}
    return len(names) > 1 and len(under) >= 2 * len(names)


def _outer_role(
    paths: Sequence[Path], at: int, names: Sequence[str], headings: str | None, notebook: Notebook
) -> str:
    chosen = {CLUSTERS: "cluster", LANES: "lane", CATEGORIES: "category"}
    if headings:
        return chosen[headings]
    first = next(path[at] for path in paths if len(path) > at)
    is_top = at == 0 and first.depth == 1
    role = LANES if all(map(is_lane, names)) else CLUSTERS if is_top else CATEGORIES
    notebook.guess(first.line, role, names=tuple(names))
    return chosen[role]
