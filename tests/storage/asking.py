"""A function of storage with something to ask of it, and the list of those functions."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import storage
from storage.session import Workspace

Function = Callable[..., Awaitable[object]]

TENANTS = {"workspace", "nobody"}
"""What the first argument is called; `nobody` where it is asked before a tenant is known."""

GENERAL = frozenset({"bulk", "rows"})
"""Modules whose functions take a table; the subjects' functions call them all."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function of storage with what it is asked, without the workspace."""

    function: Function
    given: tuple[Any, ...]
    named: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.function.__name__}{self.given}"

    async def __call__(self, workspace: Workspace) -> object:
        """Ask it in a workspace."""
        return await self.function(workspace, *self.given, **self.named)


def call(function: Function, *given: Any, **named: Any) -> Call:
    """A function with what it is asked."""
    return Call(function, given, named)


def functions_of_storage() -> Iterator[Function]:
    """Every public function that takes a workspace first and knows its table itself."""
    for module in pkgutil.iter_modules(storage.__path__):
        if module.ispkg or module.name in GENERAL:
            continue
        for name, found in vars(importlib.import_module(f"storage.{module.name}")).items():
            is_own = inspect.iscoroutinefunction(found) and found.__module__ == f"storage.{module.name}"
            if is_own and not name.startswith("_") and TENANTS & inspect.signature(found).parameters.keys():
                yield found
