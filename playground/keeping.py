"""Keeps what a playground remembers in one file, so that another start goes on where the last one ended.

Tokens, triggers and traffic are not kept: each start gives new ones.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playground.errors import NotPossible
from playground.model import Channel, File, Json, Message, Person, View
from playground.state import State
from playground.team import Team

FORMAT = 1
REST = 1.0  # seconds between two writings: what a burst of changes makes is written once
FOREVER = 86_400.0


def take_up(team: Team, file: Path) -> None:
    """Put what a file holds in the place of what the workspace began with; a missing file changes nothing.

    Raises NotPossible for a file that is not a playground's.
    """
    if not file.exists():
        return
    try:
        _restore(team, json.loads(file.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError):
        raise NotPossible(f"{file} holds no workspace that this playground can take up") from None


@asynccontextmanager
async def kept_in(team: Team, file: Path) -> AsyncIterator[None]:
    """Write the workspace to a file soon after each change, and at the end of the block."""
    writing = asyncio.create_task(_keep_writing(team, file))
    try:
        yield
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        _write(file, _written(team))


async def _keep_writing(team: Team, file: Path) -> None:
    while True:
        seen = team.live.version
        _write(file, _written(team))
        await team.live.wait(seen, FOREVER)
        await asyncio.sleep(REST)


def _write(file: Path, text: str) -> None:
    """All or nothing: a crash leaves the file as it was."""
    beside = file.with_name(f"{file.name}.new")
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)


def _written(team: Team) -> str:
    state = team.state
    kept = {
        "format": FORMAT,
        "begun": team.begun,
        "civil_ahead": team.clock.civil_ahead,
        "ids": [team.ids.number, team.ids.last_ts],
        "people": [asdict(person) for person in state.people.values()],
        "channels": [{**asdict(one), "members": sorted(one.members)} for one in state.channels.values()],
        "messages": [asdict(one) for known in state.messages.values() for one in known.values()],
        "files": [asdict(file) for file in state.files.values()],
        "posted": state.posted,
        "views": [asdict(view) for view in state.views.values()],
        "stacks": state.stacks,
        "homes": state.homes,
        "typed": [[*place, values] for place, values in state.typed.items()],
        "dms": [[*two, channel] for two, channel in state.dms.items()],
    }
    return json.dumps(kept, ensure_ascii=False)


def _restore(team: Team, kept: Json) -> None:
    if kept["format"] != FORMAT:
        raise ValueError
    state, team.begun = team.state, str(kept["begun"])
    team.clock.civil_ahead = float(kept["civil_ahead"])
    team.ids.number, team.ids.last_ts = kept["ids"]
    state.people = {entry["id"]: Person(**entry) for entry in kept["people"]}
    state.channels = {entry["id"]: _channel(entry) for entry in kept["channels"]}
    state.messages = {channel: {} for channel in state.channels}
    for entry in kept["messages"]:
        message = Message(**entry)
        state.messages[message.channel][message.ts] = message
    state.files = {entry["id"]: File(**entry) for entry in kept.get("files", ())}
    _restore_screens(state, kept)


def _restore_screens(state: State, kept: Json) -> None:
    state.posted = [(channel, ts) for channel, ts in kept["posted"]]
    state.views = {entry["id"]: View(**entry) for entry in kept["views"]}
    state.stacks, state.homes = kept["stacks"], kept["homes"]
    state.typed = {(user, channel, ts): values for user, channel, ts, values in kept["typed"]}
    state.dms = {(user, other): channel for user, other, channel in kept["dms"]}


def _channel(entry: dict[str, Any]) -> Channel:
    return Channel(**{**entry, "members": frozenset(entry["members"])})
