"""The sheet's rows (DESIGN 4): one a behaviour, and by their kind rows for all else that a framework says.

A row's `kind` says what its `text` is. Empty or `behaviour` is an example of a skill; `criterion`, `signal`,
`example` and `summary` are the other kinds of those. What has an id of its own carries it there too
(`behaviour #ships`), and `optional` marks what is not required.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import NamedTuple

from frameworks.model import BEHAVIOUR_KINDS

OF_FRAMEWORKS = frozenset({"title", "owner", "extends", "dimension", "trigger", "lint-allow", "lint-words"})
OF_LANES = frozenset({"lane", "lane-kind"})
OF_LEVELS = frozenset(
    {
        "level",
        "scope",
        "parent",
        "expects",
        "needs",
        "needs-required",
        "needs-any",
        "needs-months",
        "needs-witnesses",
    }
)
OF_SKILLS = frozenset({"skill", "about", "category", "stage"})
OF_SEVERAL = frozenset({"status", "alias", "points"})
"""Of the level or the skill that the row names, else of the framework."""
KINDS = frozenset(
    {
        *BEHAVIOUR_KINDS,
        *OF_FRAMEWORKS,
        *OF_LANES,
        *OF_LEVELS,
        *OF_SKILLS,
        *OF_SEVERAL,
        "link",
        "milestone",
    }
)
_OPTIONAL = "optional"
_PLACEHOLDER = re.compile(
    r"\W*(to ?do|tbd|tba|tbc|wip|fixme|xxx|n/?a|none|nil|placeholder|coming soon|lorem ipsum.*"
    r"|to be (defined|done|determined|added|written|confirmed|decided)"
    r"|ditto|idem|(same )?as (above|before)|same as [^ ]+( [^ ]+)?)\W*"
    r"|\W*(to ?do|tbd|tbc|fixme|wip)\s*[-:–—(\[].*"
    r"|(?-i:\W*(TODO|TBD|TBC|FIXME|WIP)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, every cell as text; `line` is its line in the source."""

    line: int = 1
    framework: str = ""
    version: str = ""
    lane: str = ""
    level: str = ""
    rank: str = ""
    par: str = ""
    skill: str = ""
    dimension: str = ""
    stage: str = ""
    kind: str = ""
    text: str = ""
    example: str = ""
    trigger: str = ""


COLUMNS = tuple(one.name for one in fields(Row) if one.name != "line")


class Kind(NamedTuple):
    """What the cell `kind` says: its word, the id it carries, whether what it tells of may be left out."""

    word: str
    id: str | None
    is_optional: bool


def read_kind(cell: str) -> Kind:
    """The parts of a cell `kind`, such as `criterion optional #ships`; its word may be none of KINDS."""
    parts = cell.split()
    name = next((part[1:] for part in parts if part.startswith("#")), None)
    words = [part.casefold() for part in parts if not part.startswith("#")]
    plain = "-".join(word for word in words if word != _OPTIONAL)
    return Kind(word=plain or "behaviour", id=name, is_optional=_OPTIONAL in words)


def kind_cell(word: str, name: str | None = None, *, is_optional: bool = False) -> str:
    """The cell `kind` that says this."""
    return " ".join(filter(None, (word, _OPTIONAL if is_optional else "", f"#{name}" if name else "")))


def is_placeholder(text: str) -> bool:
    """Whether a cell only says that something is still to be written, such as `TBD` or a dash."""
    return not any(letter.isalnum() for letter in text) or _PLACEHOLDER.fullmatch(text) is not None


def on_one_line(text: str) -> str:
    """A text as the reader of framework files keeps it, without what no file can hold."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """A text without letters that cannot stand in YAML."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
