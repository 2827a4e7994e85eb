"""Frameworks of all shapes, sound or not, for laws that hold for each."""

from __future__ import annotations

from hypothesis import strategies as st

from frameworks.lint.words import among
from frameworks.model import (
    BEHAVIOUR_KINDS,
    DIMENSIONS,
    LANE_KINDS,
    STATUSES,
    TRIGGERS,
    Behaviour,
    Competency,
    Framework,
    Lane,
    Level,
    Milestone,
    Stage,
)
from frameworks.reading.page import address

WORDS = st.sampled_from(
    sorted(
        among("""
            Ships often and helps he proactively TODO OKR / , and/or … ß ’ ( leverages strong tells Is - 1 .
            etc. İ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
    )
)
SENTENCES = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=80))
IDS = st.sampled_from(["a", "b", "c"])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Any framework that the model can hold, sound or not, as long as its ids lead somewhere."""
    lanes = tuple(
        Lane(id=name, title=draw(SENTENCES), kind=draw(st.sampled_from(LANE_KINDS)))
        for name in draw(st.lists(IDS, unique=True, max_size=3))
    )
    names = draw(st.lists(st.sampled_from(["l1", "l2", "l3", "l4"]), unique=True)) if lanes else []
    keys = draw(st.lists(IDS.map("sample/{}".format), unique=True, max_size=3))
    skills = tuple(draw(_skills(key, names)) for key in keys)
    return Framework(
        id="sample",
        version="1",
        title=draw(SENTENCES),
        triggers={**TRIGGERS, "own": "Own"},
        lanes=lanes,
        levels=tuple(draw(_levels(name, rank, lanes, names, skills)) for rank, name in enumerate(names)),
        competencies=skills,
        milestones=tuple(
            draw(_milestones(names, keys)) for _ in range(draw(st.integers(0, 3)) if names else 0)
        ),
    )


@st.composite
def _skills(draw: st.DrawFn, key: str, levels: list[str]) -> Competency:
    sentences = st.builds(
        Behaviour, id=st.text("abc", min_size=1), text=SENTENCES, example=st.none() | SENTENCES,
        kind=st.sampled_from(BEHAVIOUR_KINDS),
    )  # fmt: skip
    cells = draw(st.lists(st.lists(sentences, max_size=4), max_size=4))
    by_level = draw(st.booleans()) and len(levels) >= len(cells)
    return Competency(
        key=key,
        id=key.partition("/")[2],
        title=draw(SENTENCES),
        about=draw(SENTENCES),
        dimension=draw(st.none() | st.sampled_from(sorted(DIMENSIONS))),
        stages=tuple(
            Stage(number=number, level=levels[number] if by_level else None, behaviours=tuple(cell))
            for number, cell in enumerate(cells)
        ),
    )


@st.composite
def _levels(
    draw: st.DrawFn,
    name: str,
    rank: int,
    lanes: tuple[Lane, ...],
    names: list[str],
    skills: tuple[Competency, ...],
) -> Level:
    expected = draw(st.lists(st.sampled_from(skills), unique_by=id)) if skills else []
    return Level(
        id=name,
        lane=draw(st.sampled_from(lanes)).id,
        title=draw(SENTENCES),
        scope=draw(SENTENCES),
        rank=rank,
        par=draw(st.none() | st.sampled_from(names)),
        parent=draw(st.none() | st.sampled_from(names)),
        status=draw(st.none() | st.sampled_from(STATUSES)),
        min_points=draw(st.none() | st.integers(0, 9)),
        expects={one.key: draw(st.integers(1, 4)) for one in expected},
    )


@st.composite
def _milestones(draw: st.DrawFn, levels: list[str], keys: list[str]) -> Milestone:
    return Milestone(
        id=draw(st.sampled_from(["m", "n", "o"])),
        level=draw(st.sampled_from(levels)),
        trigger=draw(st.sampled_from(sorted(TRIGGERS))),
        text=draw(SENTENCES),
        competencies=tuple(draw(st.lists(st.sampled_from(keys)))) if keys else (),
    )


def places(framework: Framework) -> list[str]:
    """The address of each of its parts."""
    skills = framework.competencies
    return [
        *(address(kind, one.key) for one in skills for kind in ("competency", "about")),
        *(address("stage", one.key, str(at.number), at.level or "") for one in skills for at in one.stages),
        *(
            address(kind, one.key, behaviour.id)
            for one in skills
            for behaviour in one.behaviours
            for kind in ("behaviour", "example")
        ),
        *(address(kind, one.id) for one in framework.levels for kind in ("level", "scope")),
        *(address("lane", one.id) for one in framework.lanes),
        *(address("milestone", one.id) for one in framework.milestones),
        address("framework"),
        address("triggers", "own"),
    ]
