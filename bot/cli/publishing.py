"""The work of `trellis frameworks publish`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.cli.terminal import BAD_USE, printable, stop
from bot.deps import Deps
from bot.usecases.frameworks import publish_framework
from bot.usecases.skills import find_published
from bot.words import framework_changes, framework_files
from frameworks.compare import Comparison, compare
from frameworks.load import Loaded, is_only_extended
from frameworks.model import Framework


class Outcome(StrEnum):
    """What became of one file."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    DRAFT = "draft"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One framework and what became of it; `before` and `comparison` where another version was in force."""

    framework: Framework
    outcome: Outcome
    before: str | None = None
    comparison: Comparison | None = None

    def plain(self) -> dict[str, Any]:
        """For programs."""
        return {
            "framework": self.framework.id,
            "version": self.framework.version,
            "outcome": self.outcome,
            "owners": list(self.framework.owners),
            "before": self.before,
            "changes": len(self.comparison.changes) if self.comparison else None,
            "orphaned": len(self.comparison.orphaned) if self.comparison else None,
        }


def check_owners(owners: Sequence[str]) -> tuple[str, ...]:
    """Member ids; any other word ends the command."""
    for owner in owners:
        if not re.fullmatch(r"[UW][A-Z0-9]+", owner, re.ASCII):
            stop(framework_files.no_owner(printable(owner)), code=BAD_USE)
    return tuple(dict.fromkeys(owners))


async def publish_all(
    deps: Deps, files: Iterable[Loaded], owners: tuple[str, ...], *, all_named: bool
) -> list[Done]:
    """Publish each, with these owners added; drafts stay files, and so does what the others only build on.

    `all_named`: the files were named one by one, so each is meant.
    """
    found = [one.framework for one in files if one.framework is not None]
    done = []
    for framework in found:
        if framework.status == "draft":
            done.append(Done(framework=framework, outcome=Outcome.DRAFT))
        elif not all_named and is_only_extended(framework, found):
            done.append(Done(framework=framework, outcome=Outcome.SHARED))
        else:
            done.append(await _publish(deps, framework, owners))
    return done


async def _publish(deps: Deps, framework: Framework, owners: tuple[str, ...]) -> Done:
    owned = replace(framework, owners=tuple(dict.fromkeys((*framework.owners, *owners))))
    async with deps.read() as workspace:
        before = await find_published(workspace, deps, framework.id)
    is_new = await publish_framework(deps, owned, None)
    return Done(
        framework=owned,
        outcome=Outcome.PUBLISHED if is_new else Outcome.UNCHANGED,
        before=before.version if before else None,
        comparison=compare(before, owned) if before and is_new else None,
    )


def said(done: Done) -> str:
    """What became of a framework, in words."""
    framework = done.framework
    match done.outcome:
        case Outcome.DRAFT:
            return framework_files.draft(framework.id)
        case Outcome.SHARED:
            return framework_files.shared(framework.id)
        case Outcome.UNCHANGED:
            return framework_files.unchanged(framework.id, framework.version)
    lines = [framework_files.published(framework.id, framework.version, framework.owners)]
    if done.comparison is not None and done.before is not None:
        lines.append(framework_files.since(done.before, framework_changes.counts(done.comparison)))
        if done.before == framework.version:
            lines.append(framework_files.same_version(done.before))
    return "\n  ".join(lines)
