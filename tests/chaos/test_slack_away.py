"""Slack fails for minutes: little becomes unknown, nothing is lost, and no other workspace waits."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.ports import SlackBusy, SlackFailure, SlackShut, SlackUnclear
from bot.usecases.installing import end
from tests.chaos.trouble import (
    MINUTE,
    PENDING,
    SECOND,
    SENT,
    UNKNOWN,
    Clock,
    Replica,
    replica,
)

MANY = 60
STEP = 5 * SECOND
NO_PACE = timedelta(0)


async def live(here: Replica, clock: Clock, span: timedelta) -> None:
    """Tick for a while; both clocks go on."""
    end = clock.moment + span
    while clock.moment < end:
        await here.deliver()
        clock.move(STEP)


@pytest.mark.parametrize(
    ("trouble", "most_asked"),
    [(lambda: SlackBusy("ratelimited", 30), 44), (lambda: SlackShut("token_revoked"), 24)],
    ids=["rate limited", "token taken back"],
)
async def test_what_was_surely_not_sent_waits(
    address: str, trouble: Callable[[], SlackFailure], most_asked: int
) -> None:
    """While Slack takes nothing for five minutes it is asked a few times in all, each worker once a pause;
    then every message goes once, and none was given up."""
    clock = Clock()
    async with replica(address, today=clock, ticker=clock) as here:
        await here.owe_prompts(MANY)
        here.slack.trouble = trouble
        await live(here, clock, 5 * MINUTE)
        asked, states = here.slack.asked, await here.states()
        here.slack.trouble = None
        await live(here, clock, 2 * MINUTE)

        assert asked <= most_asked
        assert states == {PENDING: MANY}
        assert await here.states() == {SENT: MANY}
        assert sorted(here.slack.messages) == sorted(one.id for one in await here.every())


async def test_an_outage_leaves_few_in_doubt(address: str) -> None:
    """While Slack answers 500 for five minutes, what is tried becomes unknown: some two a minute are tried
    and not four a second, and all the others go once when Slack is back."""
    clock = Clock()
    async with replica(address, today=clock, ticker=clock) as here:
        await here.owe_prompts(MANY)
        here.slack.trouble = lambda: SlackUnclear("http_500")
        await live(here, clock, 5 * MINUTE)
        in_doubt = (await here.states())[UNKNOWN]
        here.slack.trouble = None
        await live(here, clock, 4 * MINUTE)

        assert 0 < in_doubt <= 16
        assert await here.states() == {UNKNOWN: in_doubt, SENT: MANY - in_doubt}
        assert sorted(here.slack.messages) == sorted(
            one.id for one in await here.every() if one.state is SENT
        )


async def is_busy(there: Replica) -> None:
    """Its Slack limits it."""
    there.slack.trouble = lambda: SlackBusy("ratelimited", 600)


async def is_shut(there: Replica) -> None:
    """Its token was taken back."""
    there.slack.trouble = lambda: SlackShut("token_revoked")


async def is_unclear(there: Replica) -> None:
    """Its Slack breaks off."""
    there.slack.trouble = lambda: SlackUnclear("http_503")


async def is_removed(there: Replica) -> None:
    """The app was removed from it."""
    await end(there.deps)


@pytest.mark.parametrize("befalls", [is_busy, is_shut, is_unclear, is_removed])
async def test_no_workspace_holds_up_another(
    address: str, befalls: Callable[[Replica], Awaitable[None]]
) -> None:
    """Whatever befalls one workspace of a store, another's messages all go in the same tick."""
    async with (
        replica(address, pace=NO_PACE) as here,
        replica(address, pace=NO_PACE, team="T0TROUBLED") as there,
    ):
        await there.owe_prompts(8)
        await here.owe_prompts(8)
        await befalls(there)
        await there.deliver()
        await here.deliver()

        assert not there.slack.messages
        assert await here.states() == {SENT: 8}
