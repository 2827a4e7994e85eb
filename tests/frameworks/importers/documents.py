"""Random framework files that load, with all that a file can say."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]
IDS = ["1", "1.10", "2", "e1", "E1", "yes", "null", "Lead.X_1", "a-b", "0x1"]
_LETTERS = """=1+1 + - @cmd ' '=x " , ; : # | \\ & <br> &amp; Пишет 計画 🙂 é"""
_WORDS = "TBD,TODO: later,n/a,no,12:30,#id,optional,Ships a change,\t,\r"
_PIECES = st.sampled_from((*_LETTERS.split(" "), *_WORDS.split(",")))
TEXTS = st.lists(_PIECES, min_size=1, max_size=4).map(" ".join).filter(lambda text: bool(text.strip()))
EXAMPLES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
LINKS = st.sampled_from(["https://example.org/a", "https://example.org/b?c=1,2"])


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One or none."""
    return st.none() | values


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """One framework file."""
    lanes = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1, max_size=3))
    names = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=5))
    skills = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4))
    competencies = [draw(_skills(name, names)) for name in skills]
    stages = {one["id"]: len(one["stages"]) for one in competencies if one.get("stages")}
    levels = [draw(_levels(name, lanes, stages)) for name in names]
    for level in levels:
        others = [one["id"] for one in levels if one["lane"] != level["lane"]]
        level["par"] = draw(some(st.sampled_from(others))) if others else None
    own = draw(st.dictionaries(st.sampled_from(IDS), TEXTS, max_size=2))
    return without_nothing(
        {
            "framework": draw(st.sampled_from(IDS)),
            "version": draw(TEXTS),
            "title": draw(TEXTS),
            "status": draw(some(st.sampled_from(["draft", "legacy"]))),
            "owners": draw(st.lists(st.sampled_from(["U024BE7LH", "W012"]), unique=True)),
            "aliases": draw(st.lists(st.sampled_from(["One", "Two, too"]), unique=True)),
            "dimensions": draw(st.dictionaries(st.sampled_from(["experience", "influence"]), TEXTS)),
            "triggers": own,
            "points": draw(st.lists(st.integers(0, 30), max_size=3)),
            "lanes": {name: draw(_lanes()) for name in lanes},
            "levels": [without_nothing(level) for level in levels],
            "competencies": competencies,
            "milestones": draw(_milestones(names, skills, ["scope", *own])) if names else [],
        }
    )


def without_nothing(said: Document) -> Document:
    """Without keys that say nothing."""
    return {key: value for key, value in said.items() if value not in (None, [])}


def _lanes() -> st.SearchStrategy[Document]:
    return st.fixed_dictionaries({"title": TEXTS, "kind": st.sampled_from(["ic", "manager", "shared"])})


def _levels(name: str, lanes: list[str], stages: dict[str, int]) -> st.SearchStrategy[Document]:
    expects = {skill: st.integers(1, last) for skill, last in stages.items()}
    needs = st.fixed_dictionaries(
        {}, optional={"any": st.integers(0, 3), "months": st.integers(0, 9), "witnesses": st.integers(0, 2)}
    )
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "lane": st.sampled_from(lanes),
            "title": TEXTS,
            "scope": some(TEXTS),
            "rank": some(st.integers(0, 9)),
            "status": some(st.sampled_from(["draft", "legacy"])),
            "points": some(st.integers(0, 200)),
            "aliases": st.just([f"{name} too, {IDS.index(name)}"]) | st.just([]),
            "expects": some(st.fixed_dictionaries({}, optional=expects)),
            "needs": some(needs),
        }
    )


@st.composite
def _skills(draw: st.DrawFn, name: str, levels: list[str]) -> Document:
    said = without_nothing(
        {
            "id": name,
            "title": draw(TEXTS),
            "dimension": draw(some(st.sampled_from(["experience", "capabilities"]))),
            "category": draw(some(TEXTS)),
            "about": draw(some(TEXTS)),
            "aliases": draw(st.just([f"{name} as well, {IDS.index(name)}"]) | st.just([])),
        }
    )
    cells = some(_behaviours(name)) | st.fixed_dictionaries(
        {"title": TEXTS}, optional={"behaviours": _behaviours(name)}
    )
    way = draw(st.sampled_from(["levels", "stages", "behaviours", ""]))
    if way == "levels" and levels:
        said["levels"] = draw(st.dictionaries(st.sampled_from(levels), cells, min_size=1))
    elif way == "stages":
        keyed = cells.map(lambda cell: {"behaviours": cell} if isinstance(cell, list) else cell)
        said["stages"] = draw(st.lists(keyed, min_size=1, max_size=3))
    elif way == "behaviours":
        said["behaviours"] = draw(_behaviours(name))
    return said


def _behaviours(skill: str) -> st.SearchStrategy[list[Document]]:
    """Sentences, each with its place in the skill as its id where it has one: an id says one sentence."""
    numbers = st.lists(st.integers(0, 4), unique=True, max_size=3)
    return numbers.flatmap(lambda found: st.tuples(*(_behaviour(skill, one) for one in found))).map(list)


def _behaviour(skill: str, number: int) -> st.SearchStrategy[Document]:
    text = f"{['=Ships', 'TBD', '“Plans”, says', 'План', '@Asks'][number]}"
    identified = {"id": f"{skill}.{number}"} if number % 2 else {}
    return st.fixed_dictionaries(
        {"text": st.just(text)},
        optional={
            "example": EXAMPLES,
            "kind": st.sampled_from(["behaviour", "criterion", "signal", "example", "summary"]),
            "required": st.booleans(),
            "links": st.lists(LINKS, unique=True),
        },
    ).map(lambda said: {**identified, **said})


def _milestones(
    levels: list[str], skills: list[str], triggers: list[str]
) -> st.SearchStrategy[list[Document]]:
    named = st.lists(st.sampled_from(skills), unique=True, max_size=2) if skills else st.just([])
    return st.lists(
        st.fixed_dictionaries(
            {
                "id": st.sampled_from(IDS),
                "level": st.sampled_from(levels),
                "trigger": st.sampled_from(triggers),
                "competencies": named,
                "text": TEXTS,
            }
        ),
        max_size=2,
        unique_by=lambda one: one["id"],
    )
