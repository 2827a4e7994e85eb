"""The neutral JSON: clusters of levels and competencies, whose behaviours name a level or a stage."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from frameworks.importers.guessing import dimension_of
from frameworks.importers.remarks import Notebook
from frameworks.importers.rows import Row, is_placeholder, kind_cell, on_one_line
from frameworks.model import BEHAVIOUR_KINDS, behaviour_id

_CLUSTER = {"id", "name", "version", "lanes", "levels", "competencies", "status", "description"}
_LEVEL = {
    "id",
    "name",
    "lane",
    "min_points",
    "points",
    "rank",
    "par",
    "parent",
    "scope",
    "description",
    "status",
}
_SKILL = {"id", "name", "category", "description", "dimension", "aliases", "behaviours"}
_BEHAVIOUR = {
    "level",
    "stage",
    "text",
    "kind",
    "uid",
    "id",
    "parent",
    "proficiency",
    "required",
    "links",
    "examples",
}
_LANES = {"single": "ic", "ic": "ic", "manager": "manager", "shared": "shared"}


def neutral_rows(text: str, notebook: Notebook) -> list[Row]:
    """The rows that say what the JSON says; a fault is noted at its line."""
    document = _parsed(text, notebook)
    clusters = document.get("clusters") if isinstance(document, dict) else None
    if document is not None and not (isinstance(clusters, list) and clusters):
        notebook.error(1, "json_clusters")
    if notebook.has_errors or document is None:
        return []
    _note_left_out(document, notebook)
    points = _points(document.get("extra"))
    reader = _Reader(text, notebook)
    return [
        row for cluster in reader.objects(clusters, "clusters") for row in reader.cluster(cluster, points)
    ]


def _parsed(text: str, notebook: Notebook) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        notebook.error(error.lineno, "not_json", why=error.msg, column=str(error.colno))
    except RecursionError:
        notebook.error(1, "json_deep")
    return None


def _note_left_out(document: Mapping[str, Any], notebook: Notebook) -> None:
    """What stands beside the clusters and has no place in a framework file."""
    extra = document.get("extra")
    known = {"milestone_points", "milestones", "points_to_level", "note", "axes"}
    names = [f"extra.{key}" for key in extra if key not in known] if isinstance(extra, dict) else []
    names += [
        key for key in document if key not in {"name", "source", "licence", "license", "clusters", "extra"}
    ]
    if names:
        notebook.look(1, "left_out", names=tuple(names))


def _points(extra: Any) -> list[Any]:
    """What each stage is worth; the list may begin with what no stage at all is worth."""
    given = extra.get("milestone_points") if isinstance(extra, dict) else None
    points = given if isinstance(given, list) else []
    return points[1:] if points[:1] == [0] else points


class _Reader:
    """Reads objects whose shape nobody has checked; lines are found by what stands there."""

    def __init__(self, text: str, notebook: Notebook) -> None:
        self._text = text
        self._notebook = notebook
        self._from = 0
        self._line = 1

    def objects(self, value: Any, name: str) -> Iterator[Mapping[str, Any]]:
        """The objects of a list; anything else is an error."""
        if value is not None and not isinstance(value, list):
            self._notebook.error(self._line, "json_shape", name=name, wanted="a list")
            return
        for one in value or ():
            if isinstance(one, dict):
                yield one
            else:
                self._notebook.error(self._line, "json_shape", name=name, wanted="a list of objects")

    def cluster(self, cluster: Mapping[str, Any], points: list[Any]) -> Iterator[Row]:
        """The rows of one cluster."""
        self._go_to(cluster, "id", "name")
        self._note_unknown(cluster, _CLUSTER, "clusters")
        title = self._text_in(cluster, "name") or self._text_in(cluster, "id")
        base = Row(framework=self._text_in(cluster, "id") or title, version=self._text_in(cluster, "version"))
        rows = [replace(base, kind="title", text=title), *self._status(cluster, title), *self._lanes(cluster)]
        levels = list(self.objects(cluster.get("levels"), "levels"))
        for level in levels:
            rows.extend(self._level(level))
        used = set[str]()
        names = {self._text_in(level, "id") or self._text_in(level, "name") for level in levels}
        for skill in self.objects(cluster.get("competencies"), "competencies"):
            rows.extend(self._skill(skill, names, used))
        if any(row.stage for row in rows):
            numbered = enumerate(points, 1)
            rows.extend(Row(kind="points", stage=str(stage), text=str(one)) for stage, one in numbered)
        return (replace(row, framework=base.framework) for row in rows)

    def _status(self, cluster: Mapping[str, Any], title: str) -> Iterator[Row]:
        status = self._text_in(cluster, "status")
        if status:
            yield Row(line=self._line, kind="status", text=status)
        elif "legacy" in title.casefold():
            self._notebook.guess(self._line, "legacy", framework=title)
            yield Row(line=self._line, kind="status", text="legacy")

    def _lanes(self, cluster: Mapping[str, Any]) -> Iterator[Row]:
        """The lanes whose kind their name says; of others it is guessed when all is known."""
        for lane in cluster.get("lanes") or ():
            name = lane if isinstance(lane, str) else ""
            if name in _LANES and name != "single":
                yield Row(line=self._line, lane=name, kind="lane-kind", text=_LANES[name])

    def _level(self, level: Mapping[str, Any]) -> Iterator[Row]:
        self._go_to(level, "id", "name")
        self._note_unknown(level, _LEVEL, "levels")
        said = {key: self._text_in(level, key) for key in _LEVEL}
        lane = "" if said["lane"] == "single" else said["lane"]
        place = Row(line=self._line, lane=lane, level=said["id"] or said["name"])
        title = said["name"] or said["id"]
        yield replace(place, kind="level", text=title, rank=said["rank"], par=said["par"])
        scope = said["scope"] or said["description"]
        points = said["min_points"] or said["points"]
        for kind, text in (
            ("scope", scope),
            ("points", points),
            ("parent", said["parent"]),
            ("status", said["status"]),
        ):
            if text:
                yield replace(place, kind=kind, text=text)

    def _skill(self, skill: Mapping[str, Any], levels: Iterable[str], used: set[str]) -> Iterator[Row]:
        self._go_to(skill, "id", "name")
        self._note_unknown(skill, _SKILL, "competencies")
        title = self._text_in(skill, "name") or self._text_in(skill, "id")
        name = self._free(self._text_in(skill, "id") or title, used)
        place = Row(line=self._line, skill=name)
        category = self._text_in(skill, "category")
        yield replace(place, kind="skill", text=title, dimension=self._dimension(skill, title, category))
        for kind, text in (("category", category), ("about", self._text_in(skill, "description"))):
            if text:
                yield replace(place, kind=kind, text=text)
        for alias in skill.get("aliases") or ():
            yield replace(place, kind="alias", text=str(alias))
        behaviours = list(self.objects(skill.get("behaviours"), "behaviours"))
        named = {self._text_in(one, "level") for one in behaviours} - {""}
        for level in sorted(named - set(levels)) if named & set(levels) else ():
            self._notebook.look(self._line, "level_added", level=level, skill=title)
        place_key = "level" if named & set(levels) or not all(map(str.isdigit, named)) else "stage"
        yield from self._behaviours(behaviours, place, place_key)

    def _dimension(self, skill: Mapping[str, Any], title: str, category: str) -> str:
        given = self._text_in(skill, "dimension")
        found = given or dimension_of(category)
        if found and not given:
            self._notebook.guess(self._line, "dimension", skill=title, category=category, dimension=found)
        return found

    def _free(self, name: str, used: set[str]) -> str:
        """The name of a skill, numbered where another one of the cluster has it."""
        found, number = name, 1
        while found.casefold() in used:
            number += 1
            found = f"{name}-{number}"
        if found != name:
            self._notebook.look(self._line, "same_name", skill=name, name=found)
        used.add(found.casefold())
        return found

    def _behaviours(self, behaviours: list[Mapping[str, Any]], place: Row, key: str) -> Iterator[Row]:
        """The rows of a skill's behaviours, each with the examples that belong to it."""
        examples, alone = self._examples(behaviours)
        for number, one in enumerate(behaviours):
            if self._is_example(one) and number not in alone:
                continue
            self._go_to(one, "text")
            self._note_unknown(one, _BEHAVIOUR, "behaviours")
            where = self._text_in(one, "stage")
            given = {"stage": where} if where else {key: self._text_in(one, "level")}
            here = replace(place, line=self._line, **given)
            if title := self._text_in(one, "proficiency"):
                yield replace(here, kind="stage", text=title)
            yield from self._behaviour(one, here, "\n".join(examples.get(number, ())))

    def _behaviour(self, one: Mapping[str, Any], place: Row, examples: str) -> Iterator[Row]:
        text = on_one_line(self._text_in(one, "text"))
        name = self._text_in(one, "uid") or self._text_in(one, "id")
        word = self._text_in(one, "kind") or "behaviour"
        if word not in BEHAVIOUR_KINDS:
            self._notebook.guess(self._line, "kind_unknown", kind=word)
            word = "behaviour"
        kind = kind_cell(word, name or None, is_optional=one.get("required") is False)
        yield replace(place, kind="" if is_placeholder(text) else kind, text=text, example=examples)
        for link in one.get("links") or ():
            yield replace(place, kind=kind_cell("link", name or behaviour_id(text)), text=str(link))

    def _examples(self, behaviours: list[Mapping[str, Any]]) -> tuple[dict[int, list[str]], set[int]]:
        """The examples by the place of their behaviour in the list, and those that belong to none.

        An example names its behaviour by `parent`, or else follows the criterion that it is of.
        """
        places = {name: at for at, one in enumerate(behaviours) if (name := self._text_in(one, "uid"))}
        found: dict[int, list[str]] = {}
        alone: set[int] = set()
        owner: int | None = None
        for number, one in enumerate(behaviours):
            own = one.get("examples")
            found.setdefault(number, []).extend(map(str, own if isinstance(own, list) else ()))
            if not self._is_example(one):
                owner = number if one.get("kind") == "criterion" else None
                continue
            parent = places.get(self._text_in(one, "parent"), owner)
            if parent is None or behaviours[parent].get("level") != one.get("level"):
                alone.add(number)
            else:
                found[parent].append(on_one_line(self._text_in(one, "text")))
        return found, alone

    def _is_example(self, one: Mapping[str, Any]) -> bool:
        return one.get("kind") == "example"

    def _text_in(self, said: Mapping[str, Any], key: str) -> str:
        value = said.get(key)
        if value is None or isinstance(value, str):
            return value or ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if key not in {"required", "links", "examples"}:
            self._notebook.error(self._line, "json_shape", name=key, wanted="a text")
        return ""

    def _go_to(self, said: Mapping[str, Any], *keys: str) -> None:
        """Find the line on which an object stands: the next place that holds what it says under a key."""
        value = next((said[key] for key in keys if isinstance(said.get(key), str)), None)
        if value is None:
            return
        for written in (json.dumps(value, ensure_ascii=False), json.dumps(value)):
            found = self._text.find(written, self._from)
            if found >= 0:
                self._line += self._text.count("\n", self._from, found)
                self._from = found
                return

    def _note_unknown(self, said: Mapping[str, Any], known: set[str], where: str) -> None:
        names = tuple(f"{where}.{key}" for key in said if key not in known)
        if names:
            self._notebook.look(1, "left_out", names=names)
