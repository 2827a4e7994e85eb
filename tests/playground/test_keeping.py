"""A workspace that outlives its process."""

from __future__ import annotations

import asyncio
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground.clock import Clock
from playground.errors import NotPossible
from tests.playground.an_app import buttons, field, home, modal, playground, socket_app

MONDAY = datetime(2026, 6, 22, 6, 0, tzinfo=UTC)


async def test_all_is_there_again(tmp_path: Path) -> None:
    """Messages, direct messages, Home, an open form with what was typed, people and the clock come back."""
    file = tmp_path / "slack.json"
    async with socket_app(keep=file, clock=Clock(civil_from=MONDAY.timestamp())) as app:
        people = app.slack.control

        async def open_form(payload: dict[str, str]) -> None:
            await app.call("views.open", trigger_id=payload["trigger_id"], view=modal(field("What")))

        app.answer = open_form
        await people.post("U0ANA", "Good morning", "C0GENERAL")
        await app.call("chat.postMessage", channel="U0SAM", text="Only Sam", blocks=[buttons("Go")])
        await app.call("views.publish", user_id="U0ANA", view=home(buttons("Home")))
        await people.command("U0ANA", "/growth")
        await people.choose("U0ANA", "What", "Half a thought")
        await people.update_user("U0SAM", real_name="Sam Olsen")
        await people.move_clock("U0ANA", "tomorrow")
        before = [(await people.screen(user)).json for user in ("U0ANA", "U0SAM")]

    async with playground(keep=file) as again:
        after = [(await again.control.screen(user)).json for user in ("U0ANA", "U0SAM")]
        later = await again.control.post("U0ANA", "And later", "C0GENERAL")

    for one, other in zip(before, after, strict=True):
        for part in ("me", "team", "people", "channels", "home", "views"):
            assert other[part] == one[part], part
    told = [datetime.fromisoformat(one[0]["clock"]["now"]) for one in (before, after)]
    assert timedelta(0) <= told[1] - told[0] < timedelta(minutes=5)
    assert float(later.ts) > max(
        float(one["ts"]) for channel in before[0]["channels"] for one in channel["messages"]
    )
    assert "Half a thought" in json.dumps(after[0]["views"])


async def test_written_while_it_runs(tmp_path: Path) -> None:
    """What happens is in the file soon after, whether or not the process ends well."""
    file = tmp_path / "slack.json"
    async with socket_app(keep=file) as app, asyncio.timeout(20):
        await app.call("chat.postMessage", channel="C0GENERAL", text="Not to be lost")
        while "Not to be lost" not in file.read_text(encoding="utf-8"):
            await asyncio.to_thread(file.stat)

    assert os.listdir(tmp_path) == ["slack.json"]  # noqa: PTH208


async def test_no_secret_is_kept(tmp_path: Path) -> None:
    """Tokens are given anew at each start and stand in no file."""
    file = tmp_path / "slack.json"
    async with socket_app(keep=file) as app:
        await app.slack.control.post("U0ANA", "Good morning", "C0GENERAL")
        secrets = (app.slack.bot_token, app.slack.app_token, app.slack.signing_secret)

    assert not any(secret in file.read_text(encoding="utf-8") for secret in secrets)


@pytest.mark.parametrize("held", ["", "half a fi", "{}", "[]", '{"format": 99}'])
def test_strange_file(tmp_path: Path, held: str) -> None:
    """A file that is something else is named, and left as it is."""
    file = tmp_path / "slack.json"
    file.write_text(held, encoding="utf-8")

    with pytest.raises(NotPossible, match=r"slack\.json holds no workspace"):
        playground(keep=file)

    assert file.read_text(encoding="utf-8") == held
