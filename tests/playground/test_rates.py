"""Rate limits: 429 with Retry-After, per method and per channel."""

from __future__ import annotations

from typing import Any

import pytest

from playground.clock import Clock
from playground.methods import METHODS
from playground.pace import Pace
from tests.playground.an_app import App, socket_app


async def _call(app: App, method: str, **args: Any) -> tuple[int, str | None, str]:
    """The status, Retry-After and error of a call."""
    headers = {"Authorization": f"Bearer {app.slack.bot_token}"}
    async with app.session.post(app.slack.api_url + method, json=args, headers=headers) as response:
        error = (await response.json()).get("error", "")
        return response.status, response.headers.get("Retry-After"), error


async def test_tier(app: App) -> None:
    """A method of tier 2 answers twenty times a minute, then says when to come back, and then answers."""
    answers = [await _call(app, "users.list") for _ in range(21)]
    await app.slack.control.advance(60)

    assert [status for status, _, _ in answers] == [200] * 20 + [429]
    assert answers[-1][1:] == ("60", "ratelimited")
    assert (await _call(app, "users.list"))[0] == 200


async def test_channel(app: App) -> None:
    """Messages are limited per channel, so that one busy channel does not stop another."""
    for _ in range(6):
        await _call(app, "chat.postMessage", channel="U0ANA", text="hi")

    busy = await _call(app, "chat.postMessage", channel="U0ANA", text="hi")
    other = await _call(app, "chat.postMessage", channel="U0SAM", text="hi")

    assert (busy[0], other[0]) == (429, 200)
    assert int(busy[1] or 0) >= 1


@pytest.mark.parametrize(("pace", "answered"), [(None, 40), (0.5, 10), (1.5, 30)])
async def test_scale(pace: float | None, answered: int) -> None:
    """The allowances can be scaled, or lifted."""
    async with socket_app(pace=pace) as app:
        statuses = [(await _call(app, "users.list"))[0] for _ in range(40)]

    assert statuses.count(200) == answered


def test_waiting_is_enough() -> None:
    """Whoever waits as told may always call again."""
    seconds = 0.0
    pace = Pace(Clock(ticker=lambda: seconds), 1.0)
    for method in METHODS:
        for _ in range(2000):
            wait = pace.wait(method, "C1")
            seconds += wait
            assert not wait or pace.wait(method, "C1") == 0
            seconds += 0.01
