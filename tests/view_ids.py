"""Which ids the views give to what answers: read from their source, so that no view need be shown.

An element answers to a listener unless it stands in an input that waits for the form to be sent. Where an id
is a parameter, its values are those of every call of that function.
"""

import ast
import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from bot.listeners.commands import ON_WORD
from bot.views import kit

VIEWS = Path(kit.__file__).parent.parent
CHOICES = {"word": tuple(ON_WORD)}
"""Parameters whose values are given elsewhere: a word of the slash command."""
ELEMENTS = frozenset(
    name
    for name, made in vars(kit).items()
    if isinstance(made, FunctionType) and next(iter(inspect.signature(made).parameters), "") == "action_id"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A call of the kit, with the function and the module that it stands in."""

    call: ast.Call
    function: ast.FunctionDef
    module: ModuleType


def listened_actions() -> set[str]:
    """Every action_id that needs a listener."""
    waiting = {id(element) for spot in spots("input_block") for element in _silent(spot)}
    answering = [spot for name in sorted(ELEMENTS) for spot in spots(name) if id(spot.call) not in waiting]
    return {value for spot in answering for value in _values(spot.call.args[0], spot)}


def listened_forms() -> set[str]:
    """Every callback_id of a modal that can be sent."""
    sent = [spot for spot in spots("modal") if any(word.arg == "submit" for word in spot.call.keywords)]
    return {value for spot in sent for value in _values(spot.call.args[0], spot)}


def shown_views() -> set[str]:
    """Every callback_id of a modal."""
    return {value for spot in spots("modal") for value in _values(spot.call.args[0], spot)}


def spots(name: str) -> list[Spot]:
    """Every place where a view calls `kit.NAME`."""
    return [spot for spot in _calls() if ast.unparse(spot.call.func) == f"kit.{name}"]


@cache
def _calls() -> tuple[Spot, ...]:
    return tuple(spot for file in sorted(VIEWS.glob("*.py")) for spot in _calls_in(file))


def _calls_in(file: Path) -> Iterator[Spot]:
    module = importlib.import_module(f"bot.views.{file.stem}")
    for function in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if isinstance(call, ast.Call):
                    yield Spot(call, function, module)


def _silent(spot: Spot) -> Iterator[ast.expr]:
    """The element of an input that waits for the form, and whatever the name that it has stands for."""
    if any(word.arg == "dispatch" for word in spot.call.keywords):
        return
    element = spot.call.args[2]
    yield element
    for step in ast.walk(spot.function):
        if isinstance(step, ast.Assign) and ast.unparse(step.targets[0]) == ast.unparse(element):
            yield step.value


def _values(said: ast.expr, spot: Spot) -> set[str]:
    """All that an expression may be."""
    if isinstance(said, ast.Name) and said.id in CHOICES:
        return set(CHOICES[said.id])
    places = [place.arg for place in spot.function.args.args]
    if isinstance(said, ast.Name) and said.id in places:
        callers = [one for one in _calls() if _named(one.call) == spot.function.name]
        at = places.index(said.id)
        return {value for caller in callers for value in _values(caller.call.args[at], caller)}
    if isinstance(said, ast.Subscript):
        return set(_evaluated(said.value, spot).values())
    if isinstance(said, ast.Call):
        make = _evaluated(said.func, spot)
        return {make(value) for value in _values(said.args[0], spot)}
    return {_evaluated(said, spot)}


def _named(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _evaluated(said: ast.expr, spot: Spot) -> Any:
    return eval(ast.unparse(said), vars(spot.module))  # noqa: S307  # our own source
