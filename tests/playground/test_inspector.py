"""What a developer reads of the traffic: lines, pages of them, and one exchange whole."""

from __future__ import annotations

from typing import Any

import pytest

from playground.control import Control
from playground.inspector import LOOKED_AT
from playground.traffic import KEPT, Traffic
from tests.playground.an_app import App, Json, home, lapse


async def _lines(app: App, **asked: Any) -> Json:
    url = f"{app.slack.base_url}/control/inspect"
    async with app.session.get(url, params=asked) as response:
        page: Json = await response.json()
        return page


async def _names(app: App, **asked: Any) -> list[str]:
    return [entry["name"] for entry in (await _lines(app, **asked))["entries"]]


async def test_newest_first(app: App) -> None:
    """Lines come by pages, the newest first, and hold nothing of what was said."""
    for _ in range(5):
        await app.call("auth.test")

    first = await _lines(app, most=4)
    rest = await _lines(app, most=4, before=first["next"])

    numbers = [entry["number"] for page in (first, rest) for entry in page["entries"]]
    assert numbers == [6, 5, 4, 3, 2, 1]
    assert (first["next"], rest["next"], first["newest"], first["kept"]) == (3, 0, 6, 6)
    assert not {"request", "answer"} & first["entries"][0].keys()


async def test_since_then(app: App) -> None:
    """A page that follows asks only for what came after a number."""
    last = (await _lines(app))["newest"]
    await app.call("users.list")

    assert await _names(app, after=last) == ["users.list"]
    assert await _names(app, after=last + 1) == []


async def test_chosen_lines(app: App, slack: Control) -> None:
    """Lines are chosen by kind, by trouble, and by any text in them: what was said, or the person's name."""
    await slack.command("U0SAM", "/growth help")
    await app.call("users.info", user="U0ANA")
    await app.call("users.info", user="U0NOBODY")

    assert await _names(app, kind="delivery") == ["/growth"]
    assert [entry["problem"] for entry in (await _lines(app, problems=1))["entries"]] == ["user_not_found"]
    assert await _names(app, text="HELP") == ["/growth"]
    assert await _names(app, text="okoye") == ["/growth"]
    assert await _names(app, text="nobody") == ["users.info"]


@pytest.mark.parametrize(
    ("method", "asked", "about"),
    [
        ("chat.postMessage", {"channel": "U0ANA", "text": "Hi"}, "U0ANA"),
        ("chat.postMessage", {"channel": "C0GENERAL", "text": "Hi"}, "C0GENERAL"),
        ("chat.postEphemeral", {"channel": "C0GENERAL", "user": "U0SAM", "text": "Hi"}, "U0SAM"),
        ("views.publish", {"user_id": "U0SAM", "view": home()}, "U0SAM"),
        ("conversations.open", {"users": "U0SAM"}, "U0SAM"),
        ("users.list", {}, ""),
    ],
)
async def test_about_whom(app: App, method: str, asked: Json, about: str) -> None:
    """A call is about the person whom it names or whose conversation or view it is, else about a channel."""
    await app.call(method, **asked)

    assert (await _lines(app))["entries"][0]["about"] == about


async def test_about_who_acted(app: App, slack: Control) -> None:
    """A delivery is about who acted, and so is what answers it."""

    async def answer(payload: Json) -> None:
        await app.call("views.open", trigger_id=payload["trigger_id"], view={})
        await app.respond(payload, text="Hello")

    app.answer = answer
    await slack.command("U0SAM", "/growth help")

    lines = (await _lines(app))["entries"]
    assert [(entry["name"], entry["about"]) for entry in lines[:3]] == [
        ("/growth", "U0SAM"),
        ("response_url", "U0SAM"),
        ("views.open", "U0SAM"),
    ]


async def test_troubles(app: App, slack: Control) -> None:
    """A line says whether a call was refused or met a fault, a delivery was slow, late or failed."""

    async def slowly(_payload: Json) -> None:
        await slack.advance(1.5)

    await app.call("users.info", user="U0NOBODY")
    await slack.fault("users.info", "delay", seconds=0)
    await app.call("users.info", user="U0ANA")
    app.answer = slowly
    await slack.command("U0ANA", "/growth")
    app.stays_silent()
    await lapse(app, 4, slack.command("U0ANA", "/growth"))
    await slack.disconnect("cut")
    await slack.until("U0ANA", lambda screen: not screen.app["connections"])
    await slack.command("U0ANA", "/growth")

    lines = (await _lines(app, problems=1))["entries"]
    assert [entry["trouble"] for entry in lines] == ["failed", "late", "slow", "fault", "refused"]
    assert [entry["fault"] for entry in lines] == ["", "", "", "delay", ""]


async def test_whole(app: App) -> None:
    """One exchange is read whole by its number; one that is not kept is said to be gone."""
    await app.call("users.info", user="U0ANA")
    url = f"{app.slack.base_url}/control/inspect"

    async with app.session.get(f"{url}/2") as response:
        entry = await response.json()
    async with app.session.get(f"{url}/99") as response:
        gone = (response.status, (await response.json())["error"])

    assert (entry["request"], entry["answer"]["user"]["name"]) == ({"user": "U0ANA"}, "ana")
    assert gone == (409, "entry 99 is not kept any more")


def _full() -> Traffic:
    """As much traffic as is kept, and one entry more."""
    traffic = Traffic(lambda _number: None)
    for number in range(KEPT + 1):
        traffic.note(
            at=0.0, kind="api", name=f"call {number}", request={}, answer={}, status=200, seconds=0.0
        )
    return traffic


def test_much_is_kept() -> None:
    """The newest entries are kept and found by their numbers, the oldest forgotten."""
    traffic = _full()

    found = [traffic.find(number) for number in (1, 2, KEPT + 1, KEPT + 2)]

    assert [entry and entry.name for entry in found] == [None, "call 1", f"call {KEPT}", None]
    assert len(traffic) == KEPT


async def test_long_searches_are_cut(app: App) -> None:
    """A search looks at so many entries at a time, and says where to go on."""
    for _ in range(LOOKED_AT + 1):
        await app.call("auth.test")

    first = await _lines(app, text="apps.connections.open")
    rest = await _lines(app, text="apps.connections.open", before=first["next"])

    assert (first["entries"], first["next"]) == ([], 3)
    assert [entry["name"] for entry in rest["entries"]] == ["apps.connections.open"]
