"""A file while it is read: its path, what was found wrong, and where its parts stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from frameworks.findings import Finding


@dataclass(slots=True, kw_only=True)
class Page:
    """Gathers findings and marks; `marks` maps the address of a part (see `address`) to its line."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)

    def error(self, line: int, what: str, how: str) -> None:
        """Note an error."""
        self.findings.append(Finding(path=self.path, line=line, what=what, how=how))

    def mark(self, address: str, line: int) -> None:
        """Note where a part stands; the first place counts."""
        self.marks.setdefault(address, line)


def address(kind: str, *names: str) -> str:
    """Under what a part's line is kept: its kind, then its ids ("behaviour", competency key, id)."""
    return " ".join((kind, *names))
