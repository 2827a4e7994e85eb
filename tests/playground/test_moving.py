"""A civil clock that moves, alone and with a bot that follows it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from playground.clock import Clock
from playground.control import Refused
from tests.playground.an_app import App, Json, http_app, socket_app

THURSDAY = datetime(2026, 6, 18, 15, 20, tzinfo=UTC)
MONDAY = datetime(2026, 6, 22, 6, 0, tzinfo=UTC)  # 09:00 in Sofia


def _then() -> Clock:
    return Clock(civil_from=THURSDAY.timestamp())


def _moment(json_: Json) -> datetime:
    return datetime.fromisoformat(json_["now"])


@asynccontextmanager
async def following(app: App) -> AsyncIterator[asyncio.Queue[Json]]:
    """A bot that lives by the clock: what it is told."""
    told: asyncio.Queue[Json] = asyncio.Queue()

    async def listen(stream: aiohttp.ClientResponse) -> None:
        async for line in stream.content:
            if line.startswith(b"data: "):
                told.put_nowait(json.loads(line.removeprefix(b"data: ")))

    async with app.session.get(f"{app.slack.base_url}/control/clock/follow") as stream:
        listening = asyncio.create_task(listen(stream))
        yield told
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


async def test_alone() -> None:
    """Where no bot follows, the clock is there at once, and offers itself to nobody."""
    async with socket_app(clock=_then()) as app:
        await app.slack.control.move_clock("U0ANA", "monday")
        clock = (await app.slack.control.screen("U0ANA")).json["clock"]

    assert _moment(clock) - MONDAY < timedelta(minutes=5)
    assert clock["now"].startswith("2026-06-22T09:")
    assert (clock["target"], clock["moves"]) == (None, [])


async def test_followed() -> None:
    """A bot that follows is told where to, comes there by its own steps, and the clock goes with it."""
    async with socket_app(clock=_then()) as app, following(app) as told:
        people = app.slack.control
        first = await told.get()
        moving = asyncio.create_task(people.move_clock("U0ANA", "monday"))
        target = (await told.get())["target"]
        await people.reach(THURSDAY + timedelta(days=2))
        on_the_way = (await people.screen("U0ANA")).json["clock"]
        was_done = moving.done()
        await people.reach(datetime.fromtimestamp(target, UTC))
        await moving
        there = (await people.screen("U0ANA")).json["clock"]

    assert first["target"] is None
    assert datetime.fromtimestamp(target, UTC) == MONDAY
    assert not was_done
    assert _moment(on_the_way) - THURSDAY >= timedelta(days=2)
    assert datetime.fromisoformat(on_the_way["target"]) == MONDAY
    assert _moment(there) >= MONDAY
    assert there["target"] is None
    assert [move["name"] for move in there["moves"]] == ["hour", "tomorrow", "monday", "quarter"]


async def test_one_at_a_time() -> None:
    """While the clock is on its way, nobody else moves it."""
    async with socket_app(clock=_then()) as app, following(app) as told:
        await told.get()
        moving = asyncio.create_task(app.slack.control.move_clock("U0ANA", "monday"))
        target = (await told.get())["target"]

        with pytest.raises(Refused, match="being moved already"):
            await app.slack.control.move_clock("U0SAM", "tomorrow")

        await app.slack.control.reach(datetime.fromtimestamp(target, UTC))
        await moving


async def test_forward_only() -> None:
    """A moment that has passed does not come again."""
    async with socket_app(clock=_then()) as app:
        await app.slack.control.reach(MONDAY)
        await app.slack.control.reach(THURSDAY)

        assert _moment((await app.slack.control.screen("U0ANA")).json["clock"]) >= MONDAY


async def test_unknown_move() -> None:
    """A moment that has no name is refused, with those that have."""
    async with socket_app(clock=_then()) as app:
        with pytest.raises(Refused, match="hour, tomorrow, monday, quarter"):
            await app.slack.control.move_clock("U0ANA", "yesterday")


async def test_messages_are_dated_by_it() -> None:
    """What is posted carries the civil moment; a signature carries the machine's, or it would be refused."""
    async with http_app(clock=_then()) as app:
        await app.slack.control.reach(MONDAY)
        posted = await app.call("chat.postMessage", channel="C0GENERAL", text="Good morning")
        await app.slack.control.command("U0ANA", "/growth")

    assert abs(float(posted["ts"]) - MONDAY.timestamp()) < timedelta(minutes=5).total_seconds()
    signed = float(app.headers[-1]["X-Slack-Request-Timestamp"])
    assert signed - THURSDAY.timestamp() > timedelta(days=30).total_seconds()


async def test_every_page_hears() -> None:
    """A page that is open learns that the clock moved."""
    async with (
        socket_app(clock=_then()) as app,
        app.session.get(f"{app.slack.base_url}/control/live?user=U0SAM") as stream,
    ):
        await stream.content.readline()
        await app.slack.control.move_clock("U0ANA", "tomorrow")
        lines = [line async for line in _until_clock(stream)]

    assert lines


async def _until_clock(stream: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    async for line in stream.content:
        if b'"clock"' in line:
            yield line
            return
