"""Delivery by signed HTTP: form bodies for commands and interactions, JSON for events."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import aiohttp

from playground.carriers import FAILED, Answer, Parcel

AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def signature(secret: str, timestamp: str, body: str) -> str:
    """Slack's v0 signature of a raw body."""
    base = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def encode(parcel: Parcel) -> tuple[str, str]:
    """The content type and raw body that Slack uses for a kind of payload."""
    if parcel.kind == "events_api":
        return JSON, json.dumps(parcel.payload)
    if parcel.kind == "slash_commands":
        return FORM, urlencode(parcel.payload)
    return FORM, urlencode({"payload": json.dumps(parcel.payload)})


class HttpCarrier:
    """Posts to the app's one address."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, secret: str, wall: Callable[[], float]
    ) -> None:
        self._session = session
        self._url = url
        self._secret = secret
        self._wall = wall

    async def carry(self, parcel: Parcel) -> Answer:
        """Post and read the answer; a status other than 200, or no answer, is a failed dispatch."""
        content_type, body = encode(parcel)
        headers = {"Content-Type": content_type, **self._signed(body), **_retry_headers(parcel)}
        try:
            async with self._session.post(self._url, data=body.encode(), headers=headers) as response:
                return await _read(response)
        except aiohttp.ClientError:
            return Answer(problem=FAILED)

    def _signed(self, body: str) -> dict[str, str]:
        timestamp = str(int(self._wall()))
        return {
            "User-Agent": AGENT,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
        }


def _retry_headers(parcel: Parcel) -> dict[str, str]:
    if not parcel.attempt:
        return {}
    return {"X-Slack-Retry-Num": str(parcel.attempt), "X-Slack-Retry-Reason": parcel.reason}


async def _read(response: aiohttp.ClientResponse) -> Answer:
    text = await response.text()
    problem = "" if response.status == 200 else FAILED
    body = _parse(text, response.content_type)
    return Answer(status=response.status, body=body, headers=dict(response.headers), problem=problem)


def _parse(text: str, content_type: str) -> Any:
    if content_type != JSON or not text:
        return text or None
    try:
        return json.loads(text)
    except ValueError:
        return text
