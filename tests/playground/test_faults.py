"""Faults on request."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from playground.control import Control, Refused
from playground.faults import Kind
from tests.playground.an_app import App


async def _texts(slack: Control) -> list[str]:
    return [message.text for message in await slack.messages("U0ANA", "general")]


async def _post(app: App, text: str = "hi") -> int:
    headers = {"Authorization": f"Bearer {app.slack.bot_token}"}
    message = {"channel": "C0GENERAL", "text": text}
    url = app.slack.api_url + "chat.postMessage"
    async with app.session.post(url, json=message, headers=headers) as response:
        await response.read()
        return response.status


@pytest.mark.parametrize(("acts", "there"), [(None, ["hi"]), (True, ["hi"]), (False, [])])
async def test_cut(app: App, slack: Control, acts: bool | None, there: list[str]) -> None:
    """A cut call loses its answer after the act, or before it when so asked."""
    await slack.fault("chat.postMessage", "cut", acts=acts)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await _post(app)

    assert await _texts(slack) == there


@pytest.mark.parametrize(("acts", "there"), [(None, []), (True, ["hi"])])
async def test_status(app: App, slack: Control, acts: bool | None, there: list[str]) -> None:
    """A broken call answers with its status, whether or not it acted."""
    await slack.fault("chat.postMessage", "status", status=503, acts=acts)

    assert await _post(app) == 503
    assert await _texts(slack) == there


async def test_ratelimited(app: App, slack: Control) -> None:
    """A call can be told to come back later."""
    await slack.fault("*", "ratelimited", seconds=30)

    headers = {"Authorization": f"Bearer {app.slack.bot_token}"}
    async with app.session.post(app.slack.api_url + "auth.test", headers=headers) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "30")


async def test_error(app: App, slack: Control) -> None:
    """A call can be answered with any of Slack's errors."""
    await slack.fault("chat.postMessage", "error", error="fatal_error")

    assert (await app.call("chat.postMessage", channel="C0GENERAL", text="hi"))["error"] == "fatal_error"


@pytest.mark.parametrize(("acts", "before"), [(None, []), (True, ["hi"])])
async def test_delay(app: App, slack: Control, acts: bool | None, before: list[str]) -> None:
    """A delayed call acts once the time is over, or answers late what it did at once."""
    await slack.fault("chat.postMessage", "delay", seconds=20, acts=acts)
    posting = asyncio.create_task(_post(app))
    await slack.until("U0ANA", lambda screen: screen.app["faults"] == 0)

    assert await _texts(slack) == before
    await slack.advance(20)
    assert await posting == 200
    assert await _texts(slack) == ["hi"]


async def test_times(app: App, slack: Control) -> None:
    """A fault befalls as many calls as asked, of its method alone."""
    await slack.fault("chat.postMessage", "status", times=2)

    other = (await app.call("auth.test"))["ok"]

    assert (other, [await _post(app) for _ in range(3)]) == (True, [500, 500, 200])


async def test_until_cleared(app: App, slack: Control) -> None:
    """A fault without a number lasts until it is cleared."""
    await slack.fault("chat.postMessage", "status", times=None)
    during = [await _post(app) for _ in range(5)]

    await slack.clear_faults()

    assert (during, await _post(app)) == ([500] * 5, 200)


async def test_order(app: App, slack: Control) -> None:
    """Faults of one method come in the order in which they were asked for."""
    await slack.fault("chat.postMessage", "status", status=500)
    await slack.fault("chat.postMessage", "status", status=502)

    assert [await _post(app) for _ in range(3)] == [500, 502, 200]


async def test_response_url(app: App, slack: Control) -> None:
    """response_url can be broken too."""
    await slack.command("U0ANA", "/growth")
    await slack.fault("response_url", "status")

    assert (await app.respond(await app.last(), text="hi"))[0] == 500


async def test_unknown_kind(slack: Control) -> None:
    """A fault of an unknown kind is refused, with the kinds there are."""
    kind: Kind = "mystery"  # type: ignore[assignment] # what a client in another language might send

    with pytest.raises(Refused, match="a fault is one of delay, cut"):
        await slack.fault("*", kind)
