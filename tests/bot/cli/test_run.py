"""`trellis run`, as a process of its own: its start, its signals, its end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from playground.server import Playground
from storage.choices import DeliveryState
from storage.deliveries import count_by_state
from tests.databases import opened
from tests.world import ANA, MANIFEST, PEOPLE

pytestmark = pytest.mark.slow
WITHIN = 20


@asynccontextmanager
async def started(
    slack: Playground, address: str, **changed: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program over Socket Mode against a local Slack; killed at the end where it still runs."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "TRELLIS_"))
    }
    environ |= {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "TRELLIS_DATABASE_URL": address,
        "TRELLIS_PORT": "0",
    }
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ | changed, stdout=pipe, stderr=pipe
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def first_line(stream: asyncio.StreamReader | None) -> str:
    """What it says first."""
    assert stream is not None
    return (await asyncio.wait_for(stream.readline(), WITHIN)).decode()


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    """A local Slack that reaches its app over sockets."""
    async with Playground(manifest=MANIFEST, people=PEOPLE, pace=None) as made:
        yield made


async def test_it_says_how_slack_comes_in_and_answers(slack: Playground, sqlite_address: str) -> None:
    """Once it says that it serves, a command gets its answer."""
    async with started(slack, sqlite_address) as trellis:
        said = await first_line(trellis.stderr)
        await slack.control.until(ANA, lambda screen: screen.app["connections"], within=WITHIN)
        reply = await slack.control.command(ANA, "/growth help")

    assert "Socket Mode" in said
    assert "a workspace owner or admin types /growth admin" in said
    assert reply.messages


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_in_order(
    slack: Playground, sqlite_address: str, number: signal.Signals
) -> None:
    """The first signal ends it well within ten seconds, with 0 and without a word of complaint."""
    async with started(slack, sqlite_address) as trellis:
        await first_line(trellis.stderr)

        trellis.send_signal(number)
        _, complaint = await asyncio.wait_for(trellis.communicate(), 10)

    assert trellis.returncode == 0
    assert complaint == b""


async def test_the_message_on_its_way_is_settled_before_the_end(
    slack: Playground, sqlite_address: str
) -> None:
    """A message that Slack takes slowly is waited for: it is sent and not unknown."""
    async with started(slack, sqlite_address) as trellis:
        await first_line(trellis.stderr)
        await slack.control.until(ANA, lambda screen: screen.app["connections"], within=WITHIN)
        await slack.control.fault("chat.postMessage", "delay", seconds=1.5)
        await slack.control.command(ANA, "/growth kudos @ben Untangled the rota")
        await slack.control.submit(ANA)
        await slack.control.traffic("conversations.open", least=1)

        trellis.send_signal(signal.SIGTERM)
        await asyncio.wait_for(trellis.communicate(), 10)

    async with opened(sqlite_address) as database, database.read(slack.team_id) as workspace:
        counts = await count_by_state(workspace)
    assert counts[DeliveryState.SENT] >= 1
    assert not counts.keys() & {DeliveryState.SENDING, DeliveryState.UNKNOWN}


async def test_a_second_signal_ends_it_at_once(slack: Playground, sqlite_address: str) -> None:
    """Who does not want to wait for the end signals again."""
    async with started(slack, sqlite_address) as trellis:
        await first_line(trellis.stderr)
        await slack.control.until(ANA, lambda screen: screen.app["connections"], within=WITHIN)
        await slack.control.fault("chat.postMessage", "delay", seconds=8, times=None)
        await slack.control.command(ANA, "/growth kudos @ben Untangled the rota")
        await slack.control.submit(ANA)
        await slack.control.traffic("view_submission", least=1)

        trellis.send_signal(signal.SIGTERM)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(trellis.wait(), 1)
        trellis.send_signal(signal.SIGTERM)
        await asyncio.wait_for(trellis.communicate(), 1)

    assert trellis.returncode == -signal.SIGTERM


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "Slack did not accept SLACK_BOT_TOKEN (invalid_auth)."),
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, "Slack did not accept SLACK_APP_TOKEN (invalid_auth)."),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "Slack could not be reached (not_connected)."),
        ({"TRELLIS_HOST": "203.0.113.7"}, "Trellis cannot listen on 203.0.113.7"),
        ({"TRELLIS_DATABASE_URL": "sqlite+aiosqlite:////nowhere/new.db"}, "The database cannot be reached"),
    ],
    ids=["bot token", "app token", "away", "host", "database"],
)
async def test_what_keeps_it_from_starting_is_one_sentence(
    slack: Playground, sqlite_address: str, changed: dict[str, str], sentence: str
) -> None:
    """A start that cannot be ends with 1 and says why and what to do, without a traceback."""
    async with started(slack, sqlite_address, **changed) as trellis:
        _, said = await asyncio.wait_for(trellis.communicate(), WITHIN)

    assert trellis.returncode == 1
    assert said.decode().startswith(sentence)
    assert len(said.decode().splitlines()) == 1
