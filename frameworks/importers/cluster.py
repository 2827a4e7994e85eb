"""One framework put together from its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from frameworks.findings import nearest
from frameworks.importers.drafts import (
    WHOLE,
    CellDraft,
    LevelDraft,
    Place,
    Said,
    SkillDraft,
    say,
    say_more,
)
from frameworks.importers.finishing import finished
from frameworks.importers.names import Names
from frameworks.importers.naming import free_id, id_from, is_id
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import (
    OF_FRAMEWORKS,
    OF_LANES,
    OF_LEVELS,
    OF_SEVERAL,
    Kind,
    Row,
    is_placeholder,
)
from frameworks.model import BEHAVIOUR_KINDS, DIMENSIONS, LANE_KINDS, STATUSES, TRIGGERS, behaviour_id

Taker = Callable[["ClusterDraft", Row, Kind], None]


class ClusterDraft:
    """A framework while its rows come in; `cell` is how they name it."""

    def __init__(self, name: str, cell: str, rows: Iterable[Row], notebook: Notebook) -> None:
        kept = list(rows)
        self.notebook = notebook
        self.cell = cell
        self.said: Said = {"framework": name}
        self.lanes: dict[str, Said] = {}
        self.levels: dict[tuple[str, str], LevelDraft] = {}
        self.skills: dict[str, SkillDraft] = {}
        self.milestones: dict[str, Said] = {}
        self.points: dict[int, int] = {}
        self.lane_names, self.level_names, self.skill_names = (
            Names(kind, kept) for kind in ("lane", "level", "skill")
        )
        self._level_ids: set[str] = set()
        self._skill_ids: set[str] = set()
        self._claimed: dict[str, str] = {}

    def take(self, row: Row, kind: Kind) -> None:
        """Take in one row."""
        say(self.said, "version", row.version, row.line, self.notebook)
        _TAKERS[kind.word](self, row, kind)

    def document(self) -> Said:
        """What its file says."""
        return finished(self)

    def lane_of(self, cell: str) -> str:
        """The id of a lane, which begins here where it is new."""
        key = self.lane_names.key(cell) if cell else "ic"
        found = next((name for name, lane in self.lanes.items() if lane["key"] == key), None)
        if found is None:
            found = self.lane_names.id(cell, self.lanes) if cell else free_id("ic", self.lanes)
            self.lanes[found] = {"key": key, "cell": cell}
        return found

    def find_level(self, row: Row, cell: str) -> LevelDraft | None:
        """The level that a cell names, in the row's lane if it gives one; noted where there are several."""
        key = self.level_names.key(cell)
        found = [one for (_, name), one in self.levels.items() if name == key]
        if row.lane:
            found = [one for one in found if one.lane == self.lane_of(row.lane)]
        if len(found) > 1:
            lanes = tuple(one.lane for one in found)
            self.notebook.error(row.line, "level_in_lanes", level=cell, lanes=lanes)
        return found[0] if found else None

    def level_of(self, row: Row) -> LevelDraft:
        """The level that a row names, which begins here where it is new."""
        found = self.find_level(row, row.level)
        if found is None:
            lane = self.lane_of(row.lane)
            name = self.level_names.id(row.level, self._level_ids, lane)
            self._level_ids.add(name)
            found = LevelDraft(id=name, lane=lane, cell=row.level, line=row.line)
            self.levels[lane, self.level_names.key(row.level)] = found
        say(found.said, "rank", self.number(row, "rank", row.rank), row.line, self.notebook)
        say(found.said, "par", row.par, row.line, self.notebook)
        return found

    def skill_of(self, row: Row) -> SkillDraft:
        """The skill that a row names, which begins here where it is new."""
        key = self.skill_names.key(row.skill)
        if key not in self.skills:
            name = self.skill_names.id(row.skill, self._skill_ids)
            self._skill_ids.add(name)
            self.skills[key] = SkillDraft(id=name, cell=row.skill, line=row.line)
        skill = self.skills[key]
        dimension = self.one_of(row, "dimension", row.dimension, DIMENSIONS)
        say(skill.said, "dimension", dimension, row.line, self.notebook)
        return skill

    def number(self, row: Row, column: str, text: str) -> int | None:
        """A whole number in a cell, or None where it is empty or no number."""
        plain = text.removesuffix(".0")
        if plain.isascii() and plain.isdigit() and len(plain) < 7:
            return int(plain)
        if text:
            self.notebook.error(row.line, "number", column=column, value=text)
        return None

    def one_of(self, row: Row, column: str, text: str, options: Iterable[str]) -> str:
        """One of a few words, whatever its case, or nothing."""
        known = {option.casefold(): option for option in options}
        if text and text.casefold() not in known:
            self.notebook.error(row.line, "choice", column=column, value=text, how=nearest(text, known))
        return known.get(text.casefold(), "")

    def needs(self, row: Row, *columns: str) -> bool:
        """Whether the row fills all these columns; what it lacks is noted."""
        lacking = [column for column in columns if not getattr(row, column)]
        for column in lacking:
            self.notebook.error(row.line, "lacks", column=column, kind=row.kind or "behaviour")
        return not lacking

    def place_of(self, skill: SkillDraft, row: Row) -> Place | None:
        """Where in a skill a row stands; None where another row says otherwise how the skill is described."""
        place: Place = WHOLE
        if row.stage:
            place = ("stage", self._stage(skill, row))
            if row.level:
                self.level_of(row).expect(row.skill, int(place[1]), row.line)
        elif row.level:
            place = ("level", self.level_of(row).id)
        if skill.cells and skill.way != place[0]:
            key = f"mixed_{place[0] or 'whole'}"
            self.notebook.error(row.line, key, skill=skill.name, way=skill.way or "one")
            return None
        return place

    def _stage(self, skill: SkillDraft, row: Row) -> int:
        """A stage by its number, or by a name of its own in the order of the rows."""
        if row.stage.removesuffix(".0").isdigit():
            number = self.number(row, "stage", row.stage) or 0
            if not 0 < number <= 60:
                self.notebook.error(row.line, "stage", value=row.stage)
            return min(max(number, 1), 60)
        names = skill.stage_titles
        if row.stage not in names:
            names.append(row.stage)
            number = names.index(row.stage) + 1
            skill.cells.setdefault(("stage", number), CellDraft(title=row.stage))
        return names.index(row.stage) + 1

    def of_framework(self, row: Row, kind: Kind) -> None:
        """Its title, owners, what it extends, and words of its own."""
        if kind.word == "owner":
            say_more(self.said, "owners", row.text)
        elif kind.word.startswith("lint-"):
            say_more(self.said.setdefault("lint", {}), kind.word.removeprefix("lint-"), row.text)
        elif kind.word in {"dimension", "trigger"} and self.needs(row, kind.word, "text"):
            name = getattr(row, kind.word)
            say(self.said.setdefault(f"{kind.word}s", {}), name, row.text, row.line, self.notebook)
        elif kind.word in {"title", "extends"}:
            say(self.said, kind.word, row.text, row.line, self.notebook)

    def of_lane(self, row: Row, kind: Kind) -> None:
        """A lane's title, and whether it is of depth, of leading people, or shared."""
        if self.needs(row, "lane", "text"):
            lane = self.lanes[self.lane_of(row.lane)]
            if kind.word == "lane-kind":
                say(lane, "kind", self.one_of(row, "text", row.text, LANE_KINDS), row.line, self.notebook)
            else:
                say(lane, "title", row.text, row.line, self.notebook)

    def of_level(self, row: Row, kind: Kind) -> None:
        """What a level is, and what it asks."""
        if not self.needs(row, "level"):
            return
        level = self.level_of(row)
        if kind.word in {"level", "scope", "parent"}:
            key = "title" if kind.word == "level" else kind.word
            say(level.said, key, row.text, row.line, self.notebook)
        elif kind.word == "expects":
            self._expects(level, row)
        else:
            self._needs(level, row, kind.word.removeprefix("needs").strip("-"))

    def _expects(self, level: LevelDraft, row: Row) -> None:
        level.expects = level.expects or {}
        if row.skill and self.needs(row, "stage"):
            level.expect(row.skill, self.number(row, "stage", row.stage) or 0, row.line)

    def _needs(self, level: LevelDraft, row: Row, word: str) -> None:
        level.needs = level.needs if level.needs is not None else {}
        if word == "required":
            say_more(level.needs, word, row.text)
        elif word and self.needs(row, "text"):
            say(level.needs, word, self.number(row, "text", row.text), row.line, self.notebook)

    def of_several(self, row: Row, kind: Kind) -> None:
        """A status, another name, or points: of the level or skill in the row, else of the framework."""
        if not self.needs(row, "text"):
            return
        said = self.said
        if row.level:
            said = self.level_of(row).said
        elif row.skill:
            said = self.skill_of(row).said
        if kind.word == "alias":
            say_more(said, "aliases", row.text)
        elif kind.word == "status":
            say(said, "status", self.one_of(row, "text", row.text, STATUSES), row.line, self.notebook)
        elif row.level:
            say(said, "points", self.number(row, "text", row.text), row.line, self.notebook)
        elif self.needs(row, "stage"):
            stage = self.number(row, "stage", row.stage) or 0
            self.points[stage] = self.number(row, "text", row.text) or 0

    def of_skill(self, row: Row, kind: Kind) -> None:
        """What a skill is called, what it is about, and what its stages are called."""
        if not self.needs(row, "skill"):
            return
        skill = self.skill_of(row)
        if kind.word == "stage":
            place = self.place_of(skill, row)
            if place:
                cell = skill.cells.setdefault(place, CellDraft())
                cell.title = cell.title or row.text
        else:
            key = "title" if kind.word == "skill" else kind.word
            say(skill.said, key, row.text, row.line, self.notebook)

    def behaviour(self, row: Row, kind: Kind) -> None:
        """One sentence of a skill, or a place where it is still to be written."""
        if not self.needs(row, "skill"):
            return
        skill = self.skill_of(row)
        place = self.place_of(skill, row)
        if place is None:
            return
        cell = skill.cells.setdefault(place, CellDraft())
        if kind.id is None and is_placeholder(row.text):
            self._blank(skill, place, row)
        else:
            self._add(skill, cell, row, kind)

    def _blank(self, skill: SkillDraft, place: Place, row: Row) -> None:
        skill.blanks.setdefault(place, row.line)
        if row.text and any(map(str.isalnum, row.text)):
            self.notebook.look(row.line, "placeholder", text=row.text, skill=skill.name)
        if row.example:
            self.notebook.error(row.line, "lacks", column="text", kind="example")

    def _add(self, skill: SkillDraft, cell: CellDraft, row: Row, kind: Kind) -> None:
        said: Said = {"text": row.text, "example": row.example, "kind": kind.word}
        name = self._own_id(skill, row, kind)
        key = name or behaviour_id(row.text)
        before = cell.behaviours.get(key)
        if before is not None:
            self.notebook.look(row.line, "repeated", text=row.text, skill=skill.name)
            lines = dict.fromkeys((*before["example"].splitlines(), *row.example.splitlines()))
            before["example"] = "\n".join(lines)
            return
        if name:
            said = {"id": name, **said}
        if kind.is_optional:
            said["required"] = False
        cell.behaviours[key] = said

    def _own_id(self, skill: SkillDraft, row: Row, kind: Kind) -> str | None:
        """The id that a row gives, unless it cannot be one or names another sentence already."""
        if kind.id is None:
            return None
        text = f"{skill.id} {behaviour_id(row.text)}"
        if is_id(kind.id) and self._claimed.setdefault(kind.id, text) == text:
            return kind.id
        self.notebook.look(
            row.line, "id_taken" if is_id(kind.id) else "id_wrong", name=kind.id, text=row.text
        )
        return None

    def link(self, row: Row, kind: Kind) -> None:
        """A link of a behaviour: of the one that the row names by id in the place it stands in."""
        if not self.needs(row, "skill", "text"):
            return
        skill = self.skill_of(row)
        place = self.place_of(skill, row)
        found = skill.cells[place].behaviours.get(kind.id or "") if place in skill.cells else None
        if found is None:
            self.notebook.error(row.line, "link", value=row.text)
        else:
            say_more(found, "links", row.text)

    def milestone(self, row: Row, kind: Kind) -> None:
        """A sign that somebody works at a level."""
        if self.needs(row, "level", "trigger", "text"):
            wanted = (
                kind.id
                if kind.id and is_id(kind.id)
                else id_from(" ".join(row.text.split()[:6]), "milestone")
            )
            skills = [cell for one in row.skill.split(",") if (cell := one.strip())]
            name = free_id(wanted, self.milestones)
            self.milestones[name] = {
                "id": name,
                "level": self.level_of(row).id,
                "trigger": self._trigger(row),
                "competencies": skills,
                "text": row.text,
                "line": row.line,
            }

    def _trigger(self, row: Row) -> str:
        """A trigger by its id or its words; a new one where it is neither."""
        own: Mapping[str, str] = self.said.get("triggers", {})
        known = {**TRIGGERS, **own}
        if row.trigger in known:
            return row.trigger
        plain = row.trigger.casefold()
        for name, words in known.items():
            if plain in {name.casefold(), name.replace("_", " ").replace("-", " "), words.casefold()}:
                return name
        if "extends" in self.said and is_id(row.trigger):
            return row.trigger
        name = id_from(row.trigger, "trigger")
        self.said.setdefault("triggers", {})[name] = row.trigger
        self.notebook.guess(row.line, "trigger", name=row.trigger)
        return name


_TAKERS: dict[str, Taker] = {
    **dict.fromkeys(BEHAVIOUR_KINDS, ClusterDraft.behaviour),
    **dict.fromkeys(OF_FRAMEWORKS, ClusterDraft.of_framework),
    **dict.fromkeys(OF_LANES, ClusterDraft.of_lane),
    **dict.fromkeys(OF_LEVELS, ClusterDraft.of_level),
    **dict.fromkeys(OF_SEVERAL, ClusterDraft.of_several),
    **dict.fromkeys(("skill", "about", "category", "stage"), ClusterDraft.of_skill),
    "link": ClusterDraft.link,
    "milestone": ClusterDraft.milestone,
}
