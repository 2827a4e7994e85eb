"""Requests as Slack signs them, sent by hand to the door."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp

from bot.listeners.door_http import PATH
from playground.http_carrier import FORM, JSON, signature
from tests.world import ANA, World

SENTENCE = "the heron left the mill before dawn"
"""Something that nobody but its writer says: whatever holds it has been told of it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    text: str


def command(here: World, text: str, user: str = ANA) -> str:
    """The body of a slash command."""
    said = {
        "command": "/growth",
        "text": text,
        "team_id": here.slack.team_id,
        "user_id": user,
        "user_name": "ana",
        "channel_id": "C0KUDOS",
        "trigger_id": "1.2.abc",
        "response_url": f"{here.slack.base_url}/response/none",
    }
    return urlencode(said)


def interaction(payload: Mapping[str, Any]) -> str:
    """The body of a button or a form."""
    return urlencode({"payload": json.dumps(payload)})


def headers(
    here: World, body: str, at: float | str | None = None, secret: str | None = None
) -> dict[str, str]:
    """What Slack puts above a body, at a moment in seconds since 1970 (now unless said)."""
    moment = here.bot.deps.ticker().timestamp() if at is None else at
    stamp = moment if isinstance(moment, str) else str(int(moment))
    signed = signature(secret or here.slack.signing_secret, stamp, body)
    kind = JSON if body.startswith("{") else FORM
    return {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}


async def posted(
    here: World, body: str, above: Mapping[str, str] | None = None, path: str = PATH
) -> Answered:
    """Post a body, signed now unless its headers are given."""
    chosen = headers(here, body) if above is None else above
    return await asked(here, "POST", path, data=body.encode(), headers=chosen)


async def asked(here: World, method: str, path: str, **request: Any) -> Answered:
    """Any request to the door."""
    address = f"http://127.0.0.1:{here.bot.port}{path}"
    async with aiohttp.ClientSession() as session, session.request(method, address, **request) as response:
        return Answered(response.status, await response.text())
