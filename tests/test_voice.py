"""One voice (docs/decisions/0011-one-voice.md): what a person reads stands in bot/words, and nowhere else."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_sizes import ROOT, place, sources, tree

WORDS = ROOT / "bot" / "words"
FICTION = ROOT / "bot" / "demo" / "story"
TERMINAL = {"bot/words/operating.py", "bot/words/people_import.py", "bot/cli/deliveries.py"}
"""Where a date is printed as data, as ISO has it."""
PICKERS = "bot/views/kit/elements.py"
HOLE = "\0"
"""Stands for a value in an f-string."""
_WORD = r"[^\W\d_]{2,}"
_SPOKEN = re.compile(
    rf"(?:{_WORD}|{HOLE})[’'”\")]?[,.;:]? +[“(]?{_WORD}"  # a word, or a value, and a word
    rf"|{_WORD}[’'”\")]?[,.;:]? +[“(]?{HOLE}"  # a word and a value
    r"|^[A-Z][a-z]{2,}[.?!…]?$"  # a label
)
_JOINS = re.compile(r"[,;·&]|\w")


def spoken(text: str) -> bool:
    """Whether a literal reads like something that is said to a person: two words, or a word as a label."""
    return _SPOKEN.search(text) is not None


def literals(file: Path) -> Iterator[tuple[int, str]]:
    """The strings of a file that could be said, with their lines.

    Docstrings, annotations, `__all__` and the errors of programmers (Python's own) are for readers of code,
    and a command to copy is code.
    """
    unsaid = {id(part) for node in ast.walk(tree(file)) for part in _unsaid(node)}
    for node in ast.walk(tree(file)):
        if id(node) in unsaid:
            continue
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(map(_piece, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            glue = node.func.value
            if node.func.attr == "join" and isinstance(glue, ast.Constant) and _JOINS.search(str(glue.value)):
                yield node.lineno, f"{HOLE} joined to {HOLE} by {glue.value!r}"


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else HOLE


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below one that nobody is told."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield from ast.walk(node.annotation)
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
        yield from ast.walk(node.returns)
    elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        yield from ast.walk(node.value)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "example":
        yield from node.args
    elif isinstance(node, ast.Raise) and _is_programmers(node.exc):
        yield from ast.walk(node)


def _is_programmers(raised: ast.expr | None) -> bool:
    """Whether an error is one of Python's own: a mistake in the code, which words never tell."""
    name = ast.unparse(raised.func) if isinstance(raised, ast.Call) else ""
    return isinstance(getattr(builtins, name, None), type)


def outside_words() -> list[Path]:
    """The files of the bot that say nothing themselves; the demo's story is fiction."""
    rooms = (WORDS, FICTION)
    return [file for file in sources("bot") if not any(room in file.parents for room in rooms)]


def test_every_sentence_stands_in_words() -> None:
    """No string outside bot/words reads like something that is said to a person."""
    found = [
        f"{place(file, line)}: {text.replace(HOLE, '{}')}"
        for file in outside_words()
        for line, text in literals(file)
        if spoken(text)
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "is_spoken"),
    [
        ("Nothing has changed.", True),
        ("the file is made at the first start", True),
        (f"{HOLE} thanked {HOLE}", True),
        (f"Hello {HOLE}", True),
        ("Close", True),
        ("Saved.", True),
        ("not_yours", False),
        (f"event:{HOLE}", False),
        (f"{HOLE} {HOLE}", False),
        ("%Y-%m-%d %H:%M", False),
        ("Retry-After", False),
        (r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>", False),
        ("xoxb-", False),
    ],
)
def test_what_reads_like_a_sentence_is_known(text: str, is_spoken: bool) -> None:
    """Sentences, fragments and labels are told from keys, formats and patterns."""
    assert spoken(text) == is_spoken


def dates_written(file: Path) -> Iterator[int]:
    """The lines of a file that make words of a date or a time themselves."""
    for node in ast.walk(tree(file)):
        is_format = isinstance(node, ast.FormattedValue) and "%" in ast.unparse(
            node.format_spec or node.value
        )
        if is_format or (isinstance(node, ast.Attribute) and node.attr in {"strftime", "ctime"}):
            yield getattr(node, "lineno", 1)


def test_dates_are_said_in_one_place() -> None:
    """Only words/dates.py makes words of a date, by the reader's clock; a terminal and pickers take ISO's."""
    files = {str(file.relative_to(ROOT)): file for file in sources("bot")}
    found = {
        name: lines
        for name, file in files.items()
        if name not in TERMINAL and (lines := list(dates_written(file)))
    }

    assert set(found) <= {"bot/words/dates.py", PICKERS}, found
