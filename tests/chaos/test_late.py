"""A worker that comes late, or whose own taking was undone, undoes nothing that others did meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.deps import Deps
from bot.domain.letters import Letter
from bot.domain.ports import SlackAway, SlackBusy, SlackFailure, SlackRefused, SlackUnclear
from bot.jobs.deliver import deliver_due
from bot.jobs.registry import render
from bot.usecases.deliveries import Reader, reap, send_again, settle_failure, take_delivery
from storage.records import Delivery
from storage.session import Database, Workspace
from tests.chaos.trouble import HOUR, MINUTE, PENDING, SECOND, SENT, UNKNOWN, Clock, Replica, replica
from tests.databases import RING


class BetweenDatabase(Database):
    """A store where something else happens between the taking of a message and the next transaction."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, file: Path | None = None) -> None:
        super().__init__(writer, reader, file)
        self.between: Callable[[], Awaitable[object]] | None = None

    @asynccontextmanager
    async def write(self, workspace_id: str) -> AsyncIterator[Workspace]:
        """A transaction."""
        if self.between is not None:
            await self.between()
        async with super().write(workspace_id) as workspace:
            yield workspace


async def cannot(workspace: Workspace, deps: Deps, delivery: Delivery, reader: Reader) -> Letter | None:
    """A message that this worker alone cannot write, say because its connection was cut."""
    raise ConnectionResetError


async def test_an_undone_taking_puts_nothing_back(address: str) -> None:
    """A worker takes a message and fails, so that its taking is undone; before it can say so another takes
    the message and sends it: it stays sent, and never goes again."""
    clock = Clock()
    async with replica(address, today=clock, ticker=clock) as here:
        await here.owe_prompts(2)
        between = BetweenDatabase.at(address, RING)
        between.between = lambda: deliver_due(here.deps)
        behind = replace(here.deps, database=between, ticker=lambda: clock() + SECOND)
        taken = await take_delivery(behind, cannot)
        await between.close()
        states = await here.states()
        clock.move(HOUR)
        await here.deliver()

        assert taken is not None
        assert states == {SENT: 2}
        assert len(here.slack.messages) == 2


async def test_a_taking_that_fails_is_tried_later(address: str) -> None:
    """Where no other took it meanwhile, what a worker could not write waits, and is sent in the end."""
    clock = Clock()
    async with replica(address, today=clock, ticker=clock) as here:
        await here.owe_prompts(2)
        await take_delivery(here.deps, cannot)
        await here.deliver()
        states = await here.states()
        clock.move(HOUR)
        await here.deliver()

        assert states == {SENT: 1, PENDING: 1}
        assert await here.states() == {SENT: 2}


async def lose_and_send_again(here: Replica, clock: Clock) -> Delivery:
    """A worker takes a message and stands still past its lease; the operator has it sent after all."""
    taken = await take_delivery(here.deps, render)
    assert taken is not None
    clock.move(2 * MINUTE)
    await reap(here.deps)
    await send_again(here.deps, taken.delivery.id)
    return taken.delivery


@pytest.mark.parametrize(
    "failure",
    [SlackBusy("ratelimited", 0), SlackAway("not_connected"), SlackRefused("x"), SlackUnclear("http_500")],
)
async def test_a_failure_that_comes_late_changes_nothing(address: str, failure: SlackFailure) -> None:
    """A worker stands still past its lease, its message is sent by another, and only then does it fail: the
    message stays sent, and never goes again."""
    clock = Clock()
    async with replica(address, today=clock, ticker=clock) as here:
        await here.owe_prompts(2)
        late = await lose_and_send_again(here, clock)
        await here.deliver()
        await settle_failure(here.deps, late, failure)
        clock.move(HOUR)
        await here.deliver()

        assert UNKNOWN not in await here.states()
        assert await here.states() == {SENT: 2}
        assert len(here.slack.messages) == 2
