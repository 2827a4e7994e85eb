"""The door that Slack's socket comes through: its watchdog, gaps and repetitions (SLACK.md 1)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.listeners import register_all
from bot.listeners.dispatch import TrellisApp
from bot.listeners.door_socket import SocketDoor
from bot.slack.client import session, web_client
from storage.kudos import kudos_not_kept
from tests.bot.doors.deaf import DeafSlack, deaf_slack
from tests.stored import stored
from tests.world import ANA, BEN, CivilClock, World, world

OFTEN = 0.02
SOMETIMES = 0.2
"""Seconds between the client's attempts: of a test where none succeeds, and where pings must be answered."""
MUCH_LATER = timedelta(seconds=60.1)


@asynccontextmanager
async def door(
    here: World, api_url: str, ticker: CivilClock, ping_seconds: float
) -> AsyncIterator[SocketDoor]:
    """A door of its own to a Slack, whose watchdog looks only when it is told to."""
    async with session() as http:
        slack = here.bot.deps.slack
        client = web_client(here.slack.bot_token, api_url, http)
        app = TrellisApp(
            client=client, identity=await slack.identity(), token=here.slack.bot_token, deps=here.bot.deps
        )
        register_all(app, here.bot.deps.command)
        made = SocketDoor(app, here.slack.app_token, ticker, ping_seconds)
        await made.open()
        try:
            yield made
        finally:
            await made.close()


@pytest.fixture
def ticker() -> CivilClock:
    """The watchdog's clock, which stands until it is moved."""
    return CivilClock(datetime(2026, 6, 16, 10, 0, tzinfo=UTC))


@pytest.fixture
async def deaf() -> AsyncIterator[DeafSlack]:
    """A Slack that lets nobody in."""
    async with deaf_slack() as slack:
        yield slack


async def test_an_address_that_lets_nobody_in_is_forgotten_after_15_seconds(
    here: World, deaf: DeafSlack, ticker: CivilClock
) -> None:
    """The client knocks at one address for ever; the watchdog makes it ask for another, and not before."""
    async with door(here, deaf.url, ticker, OFTEN) as made:
        await deaf.until(knocked=2)
        ticker.moment += timedelta(seconds=15)
        await made.look()
        await deaf.until(knocked=len(deaf.knocks) + 3)
        knocked_before = set(deaf.knocks)

        ticker.moment += timedelta(seconds=0.1)
        await made.look()
        await deaf.until(asked=2)

    assert knocked_before == {"1"}


async def test_a_client_that_stays_down_is_replaced_after_60_seconds(
    here: World, deaf: DeafSlack, ticker: CivilClock
) -> None:
    """A new client asks for its own address, and its minute begins anew."""
    async with door(here, deaf.url, ticker, OFTEN) as made:
        await deaf.until(knocked=1)
        ticker.moment += MUCH_LATER
        await made.look()
        await deaf.until(asked=2)
        ticker.moment += timedelta(seconds=15)
        await made.look()
        await deaf.until(knocked=len(deaf.knocks) + 3)

        assert deaf.asked == 2
        assert set(deaf.knocks[-2:]) == {"2"}


async def test_a_client_that_is_up_is_left_alone(here: World, ticker: CivilClock) -> None:
    """However late it is, a connection that stands is neither forgotten nor replaced."""
    async with door(here, here.slack.api_url, ticker, SOMETIMES) as made:
        await here.people.until(ANA, lambda screen: screen.app["connections"] == 1)
        for _ in range(3):
            ticker.moment += MUCH_LATER
            await made.look()

        assert await made.is_connected()
    assert len(await here.people.traffic("apps.connections.open")) == 1


async def test_a_socket_on_this_machine_goes_to_no_proxy(
    here: World, ticker: CivilClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes the way of all calls, whatever the environment says."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    async with door(here, here.slack.api_url, ticker, SOMETIMES) as made:
        await here.people.until(ANA, lambda screen: screen.app["connections"] == 1)

        assert await made.is_connected()


async def test_a_watchdog_that_replaces_leads_back_to_slack(here: World, ticker: CivilClock) -> None:
    """While Slack gives no address nothing is up; once it does, the new client stands."""
    await here.people.fault("apps.connections.open", "status", times=None)
    async with door(here, here.slack.api_url, ticker, SOMETIMES) as made:
        await here.people.traffic("apps.connections.open", least=1)
        was_up = await made.is_connected()
        await here.people.clear_faults()
        ticker.moment += MUCH_LATER
        await made.look()

        await here.people.until(ANA, lambda screen: screen.app["connections"] == 1)
        assert await made.is_connected()
    assert not was_up


@pytest.mark.parametrize("reason", ["refresh_requested", "link_disabled", "cut"])
async def test_after_a_farewell_the_bot_comes_back(here: World, ticker: CivilClock, reason: str) -> None:
    """Slack asks connections to go about once an hour, and a network just drops them: another one follows."""
    async with door(here, here.slack.api_url, ticker, SOMETIMES):
        await here.people.until(ANA, lambda screen: screen.app["connections"] == 1)
        await here.people.disconnect(reason)

        await here.people.traffic("apps.connections.open", least=2)
        await here.people.until(ANA, lambda screen: screen.app["connections"] >= 1)


async def connected(here: World) -> None:
    """The bot's own door stands."""
    await here.people.until(ANA, lambda screen: screen.app["connections"] == 1)


@pytest.fixture
async def socketed(sqlite_address: str) -> AsyncIterator[World]:
    """Trellis over Socket Mode."""
    async with world(sqlite_address, mode="socket") as made:
        await connected(made)
        yield made


async def test_a_disconnected_bot_answers_again(socketed: World) -> None:
    """What people do after the gap is answered."""
    await socketed.people.disconnect()
    await socketed.people.traffic("apps.connections.open", least=3)
    await connected(socketed)

    said = await socketed.people.command(ANA, "/growth help")

    assert said.acked
    assert said.text


async def test_a_redelivered_form_acts_once(socketed: World) -> None:
    """An envelope that comes again, by whichever id, is acknowledged and changes nothing."""
    await socketed.people.command(ANA, "/growth kudos @ben Kept the rota fair")
    await socketed.people.submit(ANA)
    (sent,) = await socketed.people.traffic("view_submission")

    again = await socketed.people.send(sent)

    assert again.acked
    async with socketed.bot.deps.read() as workspace:
        assert len(await kudos_not_kept(workspace, BEN)) == 1


async def test_a_redelivered_event_acts_once(socketed: World) -> None:
    """An event whose acknowledgement was lost comes again and is acknowledged, without a second effect."""
    await socketed.people.mention(ANA, "summary", "C0KUDOS")
    (sent,) = await socketed.people.traffic("app_mention")
    before = await stored(socketed.bot.deps.database)

    again = await socketed.people.send(sent)

    assert again.acked
    assert await stored(socketed.bot.deps.database) == before
