"""What an import has to say of its source: what is wrong, what was guessed, what somebody should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ERROR, GUESS, LOOK = "error", "guess", "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing to say at a line of the source, as the key of its sentence with the values that fill it."""

    weight: str
    line: int
    key: str
    values: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class Notebook:
    """Gathers remarks while a source is read; the same one twice is one."""

    remarks: list[Remark] = field(default_factory=list)
    _said: set[Remark] = field(default_factory=set)

    @property
    def has_errors(self) -> bool:
        """Whether the source cannot be taken over as it is."""
        return any(one.weight == ERROR for one in self.remarks)

    def error(self, line: int, key: str, **values: str | tuple[str, ...]) -> None:
        """Something that must be mended in the source first."""
        self._note(ERROR, line, key, values)

    def guess(self, line: int, key: str, **values: str | tuple[str, ...]) -> None:
        """Something that the source leaves open."""
        self._note(GUESS, line, key, values)

    def look(self, line: int, key: str, **values: str | tuple[str, ...]) -> None:
        """Something that a person should look at."""
        self._note(LOOK, line, key, values)

    def _note(self, weight: str, line: int, key: str, values: Mapping[str, str | tuple[str, ...]]) -> None:
        remark = Remark(weight=weight, line=line, key=key, values=values)
        if remark not in self._said:
            self._said.add(remark)
            self.remarks.append(remark)
