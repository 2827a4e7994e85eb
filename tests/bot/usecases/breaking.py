"""A store whose process dies at the nth statement, and everything that an act needs upon it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.deps import Deps
from bot.domain.ports import Identity, Payload, Posted, Slack
from bot.ids import Ids
from bot.usecases.frameworks import publish_framework
from bot.usecases.installing import begin
from frameworks.load import load_library
from prompts.load import load_prompts
from storage.people import add_to_rollout, put_person
from storage.session import Database
from tests.databases import RING
from tests.ids import counted_ids
from tests.storage.builders import NOON, OURS, some_person

BOSS, ANA, BEN, CLEO = PEOPLE = ("U0BOSS", "U0ANA", "U0BEN", "U0CLEO")
PROMPTS = load_prompts(None).prompts
(ENGINEERING,) = (
    one.framework for one in load_library() if one.framework and one.framework.id == "engineering"
)


STEPS = ("before_cursor_execute", "commit")
"""What a store does, whichever of its engines does it."""


class Died(BaseException):
    """The process is gone: no `except` and nothing else of it runs any more."""


class BreakingDatabase(Database):
    """A store that counts the steps of its program, statements and commits, and dies at one of them."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, file: Path | None = None) -> None:
        super().__init__(writer, reader, file)
        self._dies_in: int | None = None
        for name in STEPS:
            event.listen(Engine, name, self._step)

    async def close(self) -> None:
        """Close every connection, and count no more."""
        await super().close()
        for name in STEPS:
            event.remove(Engine, name, self._step)

    async def outlives(self, act: Awaitable[object], step: int) -> bool:
        """Do an act that dies at a step; whether it was done before that."""
        self._dies_in = step
        try:
            await act
        except Died:
            return False
        finally:
            self._dies_in = None
        return True

    def _step(self, *_: Any) -> None:
        if self._dies_in is not None:
            self._dies_in -= 1
            if self._dies_in == 0:
                raise Died


class HearingSlack(Slack):
    """A Slack that takes every message, and remembers where it was posted."""

    def __init__(self) -> None:
        self.posts: list[str] = []

    async def dm_channel(self, person_id: str) -> str:
        """The DM of a person with the bot."""
        return f"D{person_id}"

    async def post(self, channel: str, message: Payload) -> Posted:  # noqa: ARG002  # the port's signature
        """Take a message."""
        self.posts.append(channel)
        return Posted(channel=channel, ts=f"{len(self.posts)}.0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A store that may break, and what its messages come to."""

    database: BreakingDatabase
    slack: HearingSlack
    ids: Ids

    def deps(self, *, later: timedelta = timedelta(0)) -> Deps:
        """What a process that has just begun is given; the machine's clock may have gone on."""
        return Deps(
            database=self.database,
            workspace_id=OURS,
            slack=self.slack,
            today=lambda: NOON,
            ticker=lambda: NOON + later,
            ids=self.ids,
            prompts=PROMPTS,
            pace=timedelta(0),
        )


@asynccontextmanager
async def company(address: str) -> AsyncIterator[Company]:
    """Four people in the rollout, and the framework of engineering published."""
    database = BreakingDatabase.at(address, RING)
    slack = HearingSlack()  # type: ignore[abstract]  # no more than its two methods is asked for here
    made = Company(database=database, slack=slack, ids=counted_ids())
    try:
        await _settle_in(made.deps())
        yield made
    finally:
        await database.close()


async def _settle_in(deps: Deps) -> None:
    await begin(deps, Identity(team_id=OURS, team_name="Fernhill", user_id="U0APP", bot_id="B0APP"))
    await publish_framework(deps, ENGINEERING, None)
    async with deps.write() as workspace:
        for person_id in PEOPLE:
            await put_person(workspace, some_person(id=person_id, name=person_id.lower()))
        await add_to_rollout(workspace, PEOPLE, None, NOON)
