"""Competencies, their stages and behaviours, over the shared ones that a file takes through `extends`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from frameworks.findings import nearest
from frameworks.model import BEHAVIOUR_KINDS, DIMENSIONS, Behaviour, Competency, Stage, behaviour_id
from frameworks.reading.fields import Fields, Word
from frameworks.reading.nodes import Entries, Items, Node, Scalar, is_null, line_of
from frameworks.reading.page import address

_DEFINING_KEYS = ("title", "dimension", "about", "category")
_MODELS = ("stages", "levels", "behaviours")
_COMPETENCY_KEYS = frozenset({"id", "aliases", *_DEFINING_KEYS, *_MODELS})
_BEHAVIOUR_KEYS = frozenset({"id", "text", "example", "kind", "required", "links"})
_STAGE_KEYS = frozenset({"title", "behaviours"})


class SkillReader:
    """Reads the competencies of one file.

    `origin` is the file's framework id, `shared` what it takes over, `ranks` the rank of each of its levels.
    """

    def __init__(
        self, top: Fields, *, origin: str, shared: tuple[Competency, ...], ranks: Mapping[str, int]
    ) -> None:
        self._top = top
        self._page = top.page
        self._origin = origin
        self._ranks = ranks
        self._taken = {one.id: self._placed(one) for one in shared}
        self._home = {behaviour.id: one.id for one in shared for behaviour in one.behaviours}

    def read(self, *, may_add: bool) -> tuple[Competency, ...]:
        """The shared competencies with what the file adds to them, then its own.

        `may_add` is true where the shared file could not be read, so that an entry may be an addition to it.
        """
        found = dict(self._taken)
        given: set[str] = set()
        for fields in self._top.listed("competencies", what="a competency", known=_COMPETENCY_KEYS):
            fields.require("id")
            name = fields.own_id("competency", given)
            given.add(name)
            found[name] = self._competency(fields, name, may_add=may_add)
            self._page.mark(address("competency", found[name].key), fields.line)
            self._page.mark(address("about", found[name].key), fields.line_of("about"))
        self._check_aliases(found)
        return tuple(found.values())

    def _competency(self, fields: Fields, name: str, *, may_add: bool) -> Competency:
        base = self._taken.get(name)
        if base is None:
            if not may_add:
                fields.require("title")
            base = self._new(fields, name)
        else:
            self._refuse_redefinition(fields, base)
        aliases = (*base.aliases, *(word.text for word in fields.words("aliases")))
        return replace(base, aliases=tuple(dict.fromkeys(aliases)), stages=self._stages(fields, base))

    def _new(self, fields: Fields, name: str) -> Competency:
        return Competency(
            key=f"{self._origin}/{name}",
            id=name,
            title=fields.text("title"),
            dimension=fields.choice("dimension", DIMENSIONS),
            about=fields.text("about"),
            category=fields.text("category") or None,
        )

    def _refuse_redefinition(self, fields: Fields, base: Competency) -> None:
        for key in _DEFINING_KEYS:
            if key in fields:
                what = f"Competency `{base.id}` is defined in `{base.origin}`, and its `{key}` is given again"
                how = f"Leave `{key}` out and only add behaviours, or give the competency an id of its own"
                fields.error(key, what, how)

    def _placed(self, competency: Competency) -> Competency:
        """A shared competency with the ranks of this file's levels."""
        for stage in competency.stages:
            if stage.level is not None and stage.level not in self._ranks:
                what = f"Shared competency `{competency.id}` speaks of level `{stage.level}`, unknown here"
                self._top.error("extends", what, "Add the level, or describe the shared competency by stages")
        stages = (
            replace(one, number=self._ranks.get(one.level or "", one.number)) for one in competency.stages
        )
        return replace(competency, stages=_in_order(stages))

    def _stages(self, fields: Fields, base: Competency) -> tuple[Stage, ...]:
        given = [key for key in _MODELS if key in fields]
        if len(given) > 1:
            what = f"{fields.subject} gives both `{given[0]}` and `{given[1]}`"
            fields.error(given[1], what, "Describe a competency in one way")
        if not given or (base.stages and not self._may_join(fields, base, given[0])):
            return base.stages
        stages = {(stage.number, stage.level): stage for stage in base.stages}
        texts = {one.id: one.text for one in base.behaviours}
        for number, level, node in self._cells(fields, given[0]):
            under = stages.get((number, level)) or Stage(number=number, level=level)
            stages[number, level] = self._stage(fields, base, node, under, texts)
        return _in_order(stages.values())

    def _may_join(self, fields: Fields, base: Competency, model: str) -> bool:
        if base.is_by_level == (model == "levels") and (model != "behaviours" or len(base.stages) == 1):
            return True
        way = "by level" if base.is_by_level else f"in {len(base.stages)} stages"
        how = f"Add to it under `{'levels' if base.is_by_level else 'stages'}`"
        fields.error(model, f"Competency `{base.id}` is described {way} in `{base.origin}`", how)
        return False

    def _cells(self, fields: Fields, model: str) -> Iterator[tuple[int, str | None, Node]]:
        """Number, level and content of each stage that the entry gives."""
        if model == "levels":
            for word, node in fields.named("levels"):
                if word.text not in self._ranks:
                    what = f"{fields.subject} names the unknown level `{word.text}`"
                    self._page.error(word.line, what, nearest(word.text, self._ranks))
                yield self._ranks.get(word.text, 0), word.text, node
        elif model == "behaviours":
            yield 1, None, Items(list(fields.nodes("behaviours")), fields.line_of("behaviours"))
        else:
            for number, node in enumerate(fields.nodes("stages"), 1):
                if isinstance(node, Entries) or is_null(node):
                    yield number, None, node
                else:
                    fields.fields_of("stages", node, what=f"stage {number}", known=_STAGE_KEYS)

    def _stage(
        self, fields: Fields, base: Competency, node: Node, under: Stage, texts: dict[str, str]
    ) -> Stage:
        self._page.mark(address("stage", base.key, str(under.number), under.level or ""), line_of(node))
        title, nodes = self._cell(fields, node, under)
        here = {one.id for one in under.behaviours}
        added = []
        for one in nodes:
            behaviour = self._behaviour(fields, base, one)
            if behaviour and self._is_fresh(behaviour, line_of(one), here, texts):
                added.append(behaviour)
                here.add(behaviour.id)
                texts[behaviour.id] = behaviour.text
        behaviours = (*under.behaviours, *added)
        return Stage(number=under.number, title=title, level=under.level, behaviours=behaviours)

    def _cell(self, fields: Fields, node: Node, under: Stage) -> tuple[str | None, tuple[Node, ...]]:
        """A stage's title and the nodes of its behaviours."""
        if is_null(node):
            return under.title, ()
        if isinstance(node, Items):
            return under.title, tuple(node.nodes)
        what = f"level {under.level}" if under.level else f"stage {under.number}"
        cell = fields.fields_of("levels", node, what=f"{what} of {fields.what}", known=_STAGE_KEYS)
        if cell is None:
            return under.title, ()
        if under.title and "title" in cell:
            cell.error("title", f"The shared {what} is already called `{under.title}`", "Leave `title` out")
        return under.title or cell.text("title") or None, cell.nodes("behaviours")

    def _behaviour(self, fields: Fields, base: Competency, node: Node) -> Behaviour | None:
        if not isinstance(node, Scalar):
            return self._full_behaviour(fields, base, node)
        word = fields.word_of("behaviours", node)
        if word is None:
            return None
        behaviour = Behaviour(id=behaviour_id(word.text), text=word.text)
        self._page.mark(address("behaviour", base.key, behaviour.id), word.line)
        return behaviour

    def _full_behaviour(self, fields: Fields, base: Competency, node: Node) -> Behaviour | None:
        what = f"a behaviour of {fields.what}"
        one = fields.fields_of("behaviours", node, what=what, known=_BEHAVIOUR_KEYS)
        if one is None:
            return None
        one.require("text")
        text = one.text("text")
        if not text:
            return None
        name = one.id("id")
        if name:
            self._claim(name, base.id)
        key = name.text if name else behaviour_id(text)
        self._page.mark(address("behaviour", base.key, key), one.line_of("text"))
        self._page.mark(address("example", base.key, key), one.line_of("example"))
        return Behaviour(
            id=key,
            text=text,
            example=one.lines("example"),
            kind=one.choice("kind", BEHAVIOUR_KINDS) or "behaviour",
            required=one.flag("required", default=True),
            links=tuple(self._links(one)) if "links" in one else (),
        )

    def _claim(self, name: Word, competency: str) -> None:
        home = self._home.setdefault(name.text, competency)
        if home != competency:
            what = f"Behaviour `{name.text}` is also in competency {home}"
            self._page.error(name.line, what, "Give one of them an id of its own")

    def _links(self, one: Fields) -> Iterator[str]:
        for word in one.words("links"):
            if not word.text.startswith(("https://", "http://")):
                how = "Give the whole address, beginning with https://"
                self._page.error(word.line, f"`{word.text[:40]}` is not a link", how)
            yield word.text

    def _is_fresh(self, behaviour: Behaviour, line: int, here: set[str], texts: Mapping[str, str]) -> bool:
        """Whether it is neither in this stage already nor another sentence under an id that is taken."""
        known = texts.get(behaviour.id)
        if known is not None and behaviour_id(known) != behaviour_id(behaviour.text):
            what = f"Behaviour `{behaviour.id}` already says another sentence in this competency"
            self._page.error(line, what, "Give one of them an id of its own")
            return False
        if behaviour.id in here:
            how = "Keep one of them, or reword it"
            self._page.error(line, f"Behaviour `{behaviour.id}` is given twice in this stage", how)
            return False
        return True

    def _check_aliases(self, found: Mapping[str, Competency]) -> None:
        taken = {name.casefold(): name for name in found}
        for competency in found.values():
            for alias in competency.aliases:
                holder = taken.setdefault(alias.casefold(), competency.id)
                if holder != competency.id:
                    line = self._page.marks.get(address("competency", competency.key), 1)
                    what = f"`{alias}` names both {holder} and {competency.id}"
                    self._page.error(line, what, "Take the alias from one of them")


def _in_order(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    return tuple(sorted(stages, key=lambda stage: stage.number))
