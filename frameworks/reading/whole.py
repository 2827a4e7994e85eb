"""A whole framework from the nodes of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frameworks.allowed import Allowed
from frameworks.model import DIMENSIONS, STATUSES, TRIGGERS, Framework, Level
from frameworks.reading.allowing import read_allowed
from frameworks.reading.fields import Fields, Word
from frameworks.reading.ladder import Skills, read_lanes, read_levels, read_milestones, read_steps
from frameworks.reading.nodes import read_nodes
from frameworks.reading.page import Page, address
from frameworks.reading.skills import SkillReader

_KEYS = frozenset(
    {
        "framework",
        "version",
        "title",
        "status",
        "owners",
        "aliases",
        "extends",
        "dimensions",
        "triggers",
        "lanes",
        "levels",
        "competencies",
        "milestones",
        "points",
        "lint",
    }
)
_SLACK_ID = re.compile(r"[UW][A-Z0-9]{2,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file whose YAML could be read: its page, its keys, its id, what it extends and allows."""

    page: Page
    top: Fields
    id: str
    extends: Word | None
    allowed: Allowed


def open_file(raw: bytes, page: Page) -> Opened | None:
    """The file as keys and values, or None with the reason on the page."""
    entries = read_nodes(raw, page)
    if entries is None:
        return None
    top = Fields(page, entries, what="the framework", known=_KEYS)
    top.require("framework", "version", "title")
    name = top.id("framework")
    page.mark(address("framework"), top.line_of("framework"))
    return Opened(
        page=page,
        top=top,
        id=name.text if name else "",
        extends=top.id("extends"),
        allowed=read_allowed(raw, top),
    )


def read_framework(opened: Opened, shared: Framework | None) -> Framework:
    """The framework over the shared one it extends; true to the file only if the page has no error."""
    top = opened.top
    lanes = read_lanes(top)
    steps = read_steps(top, lanes)
    may_add = shared is None and "extends" in top
    reader = SkillReader(
        top,
        origin=opened.id,
        shared=shared.competencies if shared else (),
        ranks={step.id: step.rank for step in steps},
    )
    competencies = reader.read(may_add=may_add)
    skills = Skills(by_id={one.id: one for one in competencies}, are_all=not may_add)
    levels = read_levels(steps, skills)
    _check_names(top, levels)
    triggers = _words(top, "triggers", {**TRIGGERS, **(shared.triggers if shared else {})})
    return Framework(
        id=opened.id,
        version=top.text("version"),
        title=top.text("title"),
        status=top.choice("status", STATUSES),
        owners=tuple(_owners(top)),
        aliases=tuple(word.text for word in top.words("aliases")),
        dimensions=_dimensions(top, shared),
        triggers=triggers,
        lanes=lanes,
        levels=levels,
        competencies=competencies,
        milestones=read_milestones(top, [level.id for level in levels], triggers, skills),
        stage_points=top.wholes("points"),
    )


def _dimensions(top: Fields, shared: Framework | None) -> Mapping[str, str]:
    words = top.fields("dimensions", what="the dimensions", known=DIMENSIONS.keys())
    base = shared.dimensions if shared else DIMENSIONS
    return MappingProxyType({one: (words.text(one) if words else "") or base[one] for one in DIMENSIONS})


def _words(top: Fields, key: str, base: Mapping[str, str]) -> Mapping[str, str]:
    own: dict[str, Word | None] = {}
    for name, node in top.named(key):
        own[name.text] = top.word_of(f"{key}.{name.text}", node)
        top.page.mark(address(key, name.text), name.line)
    return MappingProxyType({**base, **{name: word.text for name, word in own.items() if word}})


def _owners(top: Fields) -> Iterator[str]:
    for word in top.words("owners"):
        if not _SLACK_ID.fullmatch(word.text):
            how = "Copy the member ID from the person's Slack profile; it looks like U024BE7LH"
            top.page.error(word.line, f"Owner `{word.text}` is not a Slack id", how)
        yield word.text


def _check_names(top: Fields, levels: tuple[Level, ...]) -> None:
    taken = {level.id.casefold(): level.id for level in levels}
    for level in levels:
        for alias in level.aliases:
            holder = taken.setdefault(alias.casefold(), level.id)
            if holder != level.id:
                line = top.page.marks.get(address("level", level.id), 1)
                what = f"`{alias}` names both level {holder} and level {level.id}"
                top.page.error(line, what, "Take the alias from one of them")
