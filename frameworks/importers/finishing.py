"""What a file says in the end: names resolved, keys in the usual order, what stayed open noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from frameworks.importers.drafts import WHOLE, CellDraft, LevelDraft, Said, SkillDraft
from frameworks.importers.guessing import KNOWN_LANES, lane_kind

if TYPE_CHECKING:
    from frameworks.importers.cluster import ClusterDraft

_ABOUT = ("framework", "version", "title", "status", "owners", "aliases", "extends")
_TOP = (*_ABOUT, "lint", "dimensions", "triggers")
_LEVEL = (
    "id",
    "lane",
    "title",
    "rank",
    "par",
    "parent",
    "scope",
    "points",
    "status",
    "aliases",
    "expects",
    "needs",
)
_SKILL = ("id", "title", "dimension", "category", "about", "aliases")
_BEHAVIOUR = ("id", "text", "example", "kind", "required", "links")


def finished(draft: ClusterDraft) -> Said:
    """The whole document."""
    draft.said.setdefault("title", draft.cell)
    if "version" not in draft.said:
        draft.said["version"] = "1"
        draft.notebook.guess(1, "version", framework=str(draft.said["title"]))
    _note_dimensions(draft)
    levels = [_level(draft, one) for one in draft.levels.values()]
    skills = [_skill(draft, one) for one in draft.skills.values()]
    parts = {
        "points": [draft.points.get(one, 0) for one in range(1, max(draft.points, default=0) + 1)],
        "lanes": _lanes(draft),
        "levels": levels,
        "competencies": skills,
        "milestones": [_milestone(draft, one) for one in draft.milestones.values()],
    }
    if skills and not levels:
        draft.notebook.guess(1, "one_sheet", framework=str(draft.said["title"]))
    _note_pars(draft)
    return _ordered(draft.said, _TOP) | {key: part for key, part in parts.items() if part}


def _note_pars(draft: ClusterDraft) -> None:
    """Levels of managers that say of no other level that it is equal in standing."""
    bare = [
        level
        for level in draft.levels.values()
        if draft.lanes[level.lane]["kind"] == "manager" and not {"par", "parent"} & level.said.keys()
    ]
    if bare and len(draft.lanes) > 1:
        draft.notebook.look(bare[0].line, "no_par", levels=tuple(one.name for one in bare))


def _ordered(said: Said, keys: tuple[str, ...]) -> Said:
    return {key: said[key] for key in keys if said.get(key) not in (None, "", [])}


def _lanes(draft: ClusterDraft) -> Said:
    found: Said = {}
    for name, lane in draft.lanes.items():
        if "kind" not in lane:
            lane["kind"] = lane_kind(lane.get("title") or lane["cell"])
            if not lane["cell"]:
                draft.notebook.guess(1, "one_lane", framework=str(draft.said["title"]))
            elif name not in KNOWN_LANES:
                draft.notebook.guess(1, "lane_kind", lane=lane["cell"], kind=lane["kind"])
        title = lane.get("title") or KNOWN_LANES.get(name) or lane["cell"]
        found[name] = {"title": title, "kind": lane["kind"]}
    return found


def _level(draft: ClusterDraft, level: LevelDraft) -> Said:
    said = {"id": level.id, "lane": level.lane, "title": level.cell, **level.said}
    if "par" in said:
        said["par"] = _level_id(draft, level, said["par"])
    if "parent" in said:
        said["parent"] = _level_id(draft, level, said["parent"], lane=level.lane)
    if "status" not in said and _is_unwritten(draft, level):
        said["status"] = "draft"
        draft.notebook.look(level.line, "level_draft", level=str(said["title"]))
    if level.expects is not None:
        expects = {_skill_id(draft, cell, line): stage for cell, (stage, line) in level.expects.items()}
        said["expects"] = expects
    if level.needs is not None:
        said["needs"] = level.needs
    return _ordered(said, _LEVEL)


def _level_id(draft: ClusterDraft, level: LevelDraft, cell: str, lane: str | None = None) -> str:
    """The id of the level that a cell names, in a lane or in any other than the level's own."""
    key = draft.level_names.key(cell)
    for (other, name), found in draft.levels.items():
        if name == key and (other == lane if lane else other != level.lane):
            return found.id
    draft.notebook.error(level.line, "level_unknown", level=level.cell, names=cell)
    return cell


def _is_unwritten(draft: ClusterDraft, level: LevelDraft) -> bool:
    """Whether a level has places where something is still to be written, and nothing else."""
    place = ("level", level.id)
    cells = [skill.cells[place] for skill in draft.skills.values() if place in skill.cells]
    has_blanks = any(place in skill.blanks for skill in draft.skills.values())
    return has_blanks and not any(cell.behaviours for cell in cells)


def _skill_id(draft: ClusterDraft, cell: str, line: int) -> str:
    found = draft.skills.get(draft.skill_names.key(cell))
    if found is None and "extends" not in draft.said:
        draft.notebook.error(line, "skill_unknown", skill=cell)
    return found.id if found else cell


def _skill(draft: ClusterDraft, skill: SkillDraft) -> Said:
    is_defined = draft.skill_names.is_defined(draft.skill_names.key(skill.cell))
    said = {"id": skill.id, **({} if is_defined else {"title": skill.cell}), **skill.said}
    _note_blanks(draft, skill)
    return _ordered(said, _SKILL) | _cells(skill)


def _note_blanks(draft: ClusterDraft, skill: SkillDraft) -> None:
    empty = {place: line for place, line in skill.blanks.items() if not skill.cells[place].behaviours}
    if empty:
        titles = {one.id: one.name for one in draft.levels.values()}
        where = tuple(titles.get(str(place), str(place)) for _, place in empty if place != "")
        line = min(empty.values())
        draft.notebook.look(line, "empty_cells" if where else "empty_skill", skill=skill.name, where=where)


def _cells(skill: SkillDraft) -> Said:
    """What a skill says, in the way that its rows describe it."""
    if skill.way == "level":
        return {"levels": {str(place[1]): _cell(cell) for place, cell in skill.cells.items()}}
    if skill.way == "stage":
        last = max(int(place[1]) for place in skill.cells)
        cells = (skill.cells.get(("stage", number), CellDraft()) for number in range(1, last + 1))
        return {"stages": [_stage(cell) for cell in cells]}
    return {"behaviours": _behaviours(skill.cells[WHOLE])} if skill.cells else {}


def _cell(cell: CellDraft) -> Any:
    """A level's cell: a list, with keys where it has a title, nothing where it is empty."""
    return _stage(cell) if cell.title else _behaviours(cell) or None


def _stage(cell: CellDraft) -> Said | None:
    title = {"title": cell.title} if cell.title else {}
    behaviours = {"behaviours": _behaviours(cell)} if cell.behaviours else {}
    return title | behaviours or None


def _behaviours(cell: CellDraft) -> list[Any]:
    return [_behaviour(one) for one in cell.behaviours.values()]


def _behaviour(said: Said) -> Any:
    kept = _ordered({**said, "kind": said["kind"] if said["kind"] != "behaviour" else ""}, _BEHAVIOUR)
    return said["text"] if kept.keys() == {"text"} else kept


def _milestone(draft: ClusterDraft, said: Said) -> Said:
    skills = [_skill_id(draft, cell, said["line"]) for cell in said["competencies"]]
    return _ordered({**said, "competencies": skills}, ("id", "level", "trigger", "competencies", "text"))


def _note_dimensions(draft: ClusterDraft) -> None:
    without = tuple(one.name for one in draft.skills.values() if "dimension" not in one.said)
    if without and "extends" not in draft.said:
        draft.notebook.guess(1, "no_dimension", framework=str(draft.said["title"]), skills=without)
