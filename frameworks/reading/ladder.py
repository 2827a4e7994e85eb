"""Lanes, levels and milestones: the parts that speak of levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frameworks.findings import nearest
from frameworks.model import (
    LANE_KINDS,
    STATUSES,
    BehaviourRef,
    Competency,
    Lane,
    Level,
    Milestone,
    Needs,
)
from frameworks.reading.fields import Fields, Word
from frameworks.reading.page import address

_LEVEL_KEYS = frozenset(
    {
        "id",
        "lane",
        "title",
        "scope",
        "rank",
        "par",
        "parent",
        "expects",
        "needs",
        "status",
        "points",
        "aliases",
    }
)
_MILESTONE_KEYS = frozenset({"id", "level", "trigger", "competencies", "text"})
_NEEDS_KEYS = frozenset({"required", "any", "months", "witnesses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Skills:
    """The competencies one may name; `are_all` is false where a shared file is missing."""

    by_id: Mapping[str, Competency]
    are_all: bool

    def named(self, word: Word, fields: Fields) -> Competency | None:
        """The competency a word names; notes an error where there is none."""
        found = self.by_id.get(word.text)
        if found is None and self.are_all:
            what = f"{fields.subject} names the unknown competency `{word.text}`"
            fields.page.error(word.line, what, nearest(word.text, self.by_id))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A level as far as it is known before the competencies are read."""

    id: str
    lane: str
    rank: int
    fields: Fields


def read_lanes(top: Fields) -> tuple[Lane, ...]:
    """The lanes, in the order given."""
    lanes = []
    for word, node in top.named("lanes"):
        fields = top.fields_of("lanes", node, what=f"lane {word.text}", known={"title", "kind"})
        if fields:
            fields.require("title", "kind")
            kind = fields.choice("kind", LANE_KINDS) or "ic"
            lanes.append(Lane(id=word.text, title=fields.text("title"), kind=kind))
            top.page.mark(address("lane", word.text), word.line)
    return tuple(lanes)


def read_steps(top: Fields, lanes: tuple[Lane, ...]) -> tuple[Step, ...]:
    """The levels with their ranks: the order within the lane, which counts on from the shared lanes."""
    steps: dict[str, Step] = {}
    shared = {lane.id for lane in lanes if lane.kind == "shared"}
    highest: dict[str, int] = {}
    for fields in top.listed("levels", what="a level", known=_LEVEL_KEYS):
        fields.require("id", "lane", "title")
        name = fields.own_id("level", steps)
        lane = _lane_of(fields, lanes)
        below = (one for one in highest if lane in shared or one == lane or one in shared)
        given = fields.whole("rank")
        rank = max((highest[one] for one in below), default=0) + 1 if given is None else given
        highest[lane] = max(rank, highest.get(lane, 0))
        steps[name] = Step(id=name, lane=lane, rank=rank, fields=fields)
        top.page.mark(address("level", name), fields.line)
        top.page.mark(address("scope", name), fields.line_of("scope"))
    return tuple(steps.values())


def read_levels(steps: tuple[Step, ...], skills: Skills) -> tuple[Level, ...]:
    """The levels, with what they expect of the competencies."""
    lanes = {step.id: step.lane for step in steps}
    levels: dict[str, Level] = {}
    for step in steps:
        fields = step.fields
        parent = _parent_of(step, steps)
        inherited = levels.get(parent or "") if "expects" not in fields else None
        levels[step.id] = Level(
            id=step.id,
            lane=step.lane,
            title=fields.text("title"),
            scope=fields.text("scope"),
            rank=step.rank,
            par=_par_of(step, lanes),
            parent=parent,
            expects=inherited.expects if inherited else _expects(fields, skills),
            needs=_needs(fields, skills),
            status=fields.choice("status", STATUSES),
            min_points=fields.whole("points"),
            aliases=tuple(word.text for word in fields.words("aliases")),
        )
    return tuple(levels.values())


def read_milestones(
    top: Fields, levels: Iterable[str], triggers: Iterable[str], skills: Skills
) -> tuple[Milestone, ...]:
    """The milestones, in the order given."""
    found: dict[str, Milestone] = {}
    for fields in top.listed("milestones", what="a milestone", known=_MILESTONE_KEYS):
        fields.require("id", "level", "trigger", "text")
        name = fields.own_id("milestone", found)
        named = (skills.named(one, fields) for one in fields.words("competencies"))
        found[name] = Milestone(
            id=name,
            level=_one_of(fields, "level", levels),
            trigger=_one_of(fields, "trigger", triggers),
            text=fields.text("text"),
            competencies=tuple(one.key for one in named if one),
        )
        top.page.mark(address("milestone", name), fields.line_of("text"))
    return tuple(found.values())


def _one_of(fields: Fields, key: str, options: Iterable[str]) -> str:
    word = fields.word(key)
    if word and word.text not in options:
        what = f"{fields.subject} names the unknown {key} `{word.text}`"
        fields.page.error(word.line, what, nearest(word.text, options))
    return word.text if word else ""


def _lane_of(fields: Fields, lanes: tuple[Lane, ...]) -> str:
    return _one_of(fields, "lane", [lane.id for lane in lanes])


def _par_of(step: Step, lanes: Mapping[str, str]) -> str | None:
    others = [one for one, lane in lanes.items() if lane != step.lane]
    par = step.fields.word("par")
    if par and lanes.get(par.text) == step.lane:
        what = f"{step.fields.subject} is at par with `{par.text}` of its own lane"
        step.fields.page.error(par.line, what, "Name a level of another lane")
        return None
    return _one_of(step.fields, "par", others) or None


def _parent_of(step: Step, steps: tuple[Step, ...]) -> str | None:
    before = [one for one in steps[: steps.index(step)] if one.lane == step.lane]
    whole = [one.id for one in before if "parent" not in one.fields]
    return _one_of(step.fields, "parent", whole) or None


def _expects(fields: Fields, skills: Skills) -> Mapping[str, int]:
    expects: dict[str, int] = {}
    for word, node in fields.named("expects"):
        competency = skills.named(word, fields)
        stage = fields.whole_of(f"expects.{word.text}", node)
        if competency is None or stage is None:
            continue
        problem, how = _beyond(competency, stage)
        if problem:
            what = f"{fields.subject} expects stage {stage} of {word.text}, {problem}"
            fields.page.error(word.line, what, how)
        expects[competency.key] = stage
    return MappingProxyType(expects)


def _beyond(competency: Competency, stage: int) -> tuple[str, str]:
    """Why a stage cannot be expected, and the mend; empty where it can."""
    last = len(competency.stages)
    if competency.is_by_level:
        return "which is described by level", "Leave the entry out: each level expects what it says for it"
    if stage == 0:
        return "but stages count from 1", "Leave the entry out where nothing is expected"
    if stage > last:
        return f"which has {last or 'none'}", "Expect less, or add the stage to the competency"
    return "", ""


def _needs(fields: Fields, skills: Skills) -> Needs | None:
    needs = fields.fields("needs", what=f"needs of {fields.what}", known=_NEEDS_KEYS)
    if needs is None:
        return None
    required = (_required(word, needs, skills) for word in needs.words("required"))
    return Needs(
        required=tuple(ref for ref in required if ref),
        any=needs.whole("any"),
        months=needs.whole("months"),
        witnesses=needs.whole("witnesses"),
    )


def _required(word: Word, needs: Fields, skills: Skills) -> BehaviourRef | None:
    refs = [
        BehaviourRef(competency=competency.key, behaviour=behaviour.id)
        for competency in skills.by_id.values()
        for behaviour in competency.behaviours
    ]
    found = [ref for ref in refs if ref.behaviour == word.text]
    if len(found) > 1:
        what = f"`{word.text}` is a behaviour of {len(found)} competencies"
        needs.page.error(word.line, what, "Give the behaviour an `id` of its own where it stands")
    elif not found and skills.are_all:
        what = f"{needs.subject} names the unknown behaviour `{word.text}`"
        needs.page.error(word.line, what, nearest(word.text, [ref.behaviour for ref in refs]))
    return found[0] if found else None
