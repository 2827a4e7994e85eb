"""What the rooms are given: the store, Slack, two clocks, ids and the libraries."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from bot.domain.ports import Clock, Slack
from bot.domain.retention import RETENTION
from bot.ids import Ids
from frameworks.content import framework_from_content
from frameworks.model import Framework
from prompts.model import Answer, Guide, Prompt
from storage.choices import Keep
from storage.frameworks import get_version
from storage.session import Act, Database, Workspace

KEPT_FRAMEWORKS = 64
BULK_EVERY = timedelta(milliseconds=250)
LEASE = timedelta(seconds=60)


class FrameworkShelf:
    """Published versions that were read before: a version never changes, so one reading is enough."""

    def __init__(self) -> None:
        self._read: dict[str, Framework] = {}

    async def version(self, workspace: Workspace, version_id: str) -> Framework:
        """The framework of a published version; raises NotFound."""
        known = self._read.get(version_id)
        if known is None:
            known = framework_from_content((await get_version(workspace, version_id)).content)
            if len(self._read) >= KEPT_FRAMEWORKS:
                self._read.pop(next(iter(self._read)))
            self._read[version_id] = known
        return known


_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deps:
    """Everything that an act needs besides its own arguments.

    `today` is the civil clock, which the demo moves; `ticker` is never moved (DESIGN 3).
    `frameworks_dir` holds the company's own framework files, if it has any.
    `pace` lies between two messages that are not answers (DESIGN 6.4); the demo's own Slack needs none.
    What is older than its `retention` goes, by kind (DESIGN 5.15).
    A worker holds a message for a `lease`: one that lasts longer died with its worker (DESIGN 6.3).
    `wake` says that a message was owed, so that the deliverer need not wait for its tick.
    """

    database: Database
    workspace_id: str
    slack: Slack
    today: Clock
    ticker: Clock
    ids: Ids
    prompts: tuple[Prompt, ...]
    guides: tuple[Guide, ...] = ()
    answers: tuple[Answer, ...] = ()
    named_leads: frozenset[str] = frozenset()
    command: str = "/growth"
    frameworks_dir: Path | None = None
    retention: Mapping[Keep, timedelta] = field(default_factory=lambda: RETENTION)
    pace: timedelta = BULK_EVERY
    lease: timedelta = LEASE
    wake: Callable[[], None] = field(default=lambda: None)
    shelf: FrameworkShelf = field(default_factory=FrameworkShelf)

    def write(self) -> AbstractAsyncContextManager[Workspace]:
        """One writing transaction of this workspace."""
        return self.database.write(self.workspace_id)

    async def act(self, act: Act[_Result]) -> _Result:
        """One writing transaction of this workspace, as `Database.act` has it."""
        return await self.database.act(self.workspace_id, act)

    def read(self) -> AbstractAsyncContextManager[Workspace]:
        """One reading transaction of this workspace."""
        return self.database.read(self.workspace_id)
