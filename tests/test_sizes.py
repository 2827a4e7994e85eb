"""Sizes that keep the code readable (STYLE.md)."""

import ast
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "frameworks", "playground", "prompts", "storage")
BROAD = {"Exception", "BaseException"}


@dataclass(frozen=True, slots=True, order=True)
class Sized:
    """A function, with its size in lines and where it stands."""

    lines: int
    place: str


@cache
def sources(folder: str) -> tuple[Path, ...]:
    """The Python files of a folder at the root."""
    return tuple(sorted((ROOT / folder).rglob("*.py")))


@cache
def tree(file: Path) -> ast.Module:
    """A file, parsed."""
    return ast.parse(file.read_bytes(), str(file))


def program() -> Iterator[Path]:
    """Every file of the program; the tests apart."""
    for package in PACKAGES:
        yield from sources(package)


def place(file: Path, line: int) -> str:
    """Where something stands, as an editor takes it."""
    return f"{file.relative_to(ROOT)}:{line}"


def functions() -> list[Sized]:
    """Every function of the program, the shortest first."""
    found = []
    for file in program():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append(Sized(lines, f"{place(file, node.lineno)} {node.name}"))
    return sorted(found)


def listed(found: list[Sized]) -> str:
    """The longest of them, one a line."""
    return "\n".join(f"{one.place}: {one.lines} lines" for one in reversed(found[-20:]))


def catches_all(node: ast.AST) -> bool:
    """Whether an `except` or a `suppress` takes every error."""
    if isinstance(node, ast.ExceptHandler):
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    elif isinstance(node, ast.Call) and "suppress" in ast.unparse(node.func):
        caught = node.args
    else:
        return False
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in BROAD) for kind in caught)


def test_no_function_is_over_50_lines() -> None:
    """No function of the program is longer than 50 lines."""
    long = [one for one in functions() if one.lines > 50]

    assert not long, listed(long)


def test_functions_are_short() -> None:
    """Half of all functions are at most 8 lines long, and 95 of 100 at most 35."""
    every = functions()
    sizes = [one.lines for one in every]
    longest_twentieth = every[int(len(every) * 0.95) :]

    assert statistics.median(sizes) <= 8, f"the median is {statistics.median(sizes)}"
    assert longest_twentieth[0].lines <= 35, listed(longest_twentieth)


def test_no_file_is_over_400_lines() -> None:
    """No file of the program or of its tests is longer than 400 lines."""
    sized = [
        Sized(len(file.read_bytes().splitlines()), place(file, 1))
        for file in [*program(), *sources("tests"), *sources("bench")]
    ]
    long = sorted(one for one in sized if one.lines > 400)

    assert not long, listed(long)


def test_broad_catches_are_few() -> None:
    """At most three places of the program catch every error."""
    broad = [
        place(file, getattr(node, "lineno", 1))
        for file in program()
        for node in ast.walk(tree(file))
        if catches_all(node)
    ]

    assert len(broad) <= 3, "\n".join(broad)
