"""One call of the Web API: its method, token and arguments, whichever way they came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from playground.errors import SlackError
from playground.model import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`args` holds strings as they came in a form, or any JSON."""

    method: str
    token: str
    args: Json

    def text(self, name: str) -> str:
        """An argument as a string; empty when absent."""
        value = self.args.get(name)
        return "" if value is None else str(value)

    def needed(self, name: str) -> str:
        """The same, or invalid_arguments when it is absent."""
        value = self.text(name)
        if not value:
            raise SlackError("invalid_arguments", [f"missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"1", "true"}

    def json(self, name: str, error: str) -> Any:
        """An argument that is JSON, or a string of it; raises the error named when it cannot be read."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise SlackError(error) from None


async def read_call(request: web.Request, method: str) -> Call:
    """Take the arguments from the query, the form or the JSON body, and the token from the header or form."""
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        args |= _json_body(await request.text())
    elif request.body_exists:
        args |= {key: str(value) for key, value in (await request.post()).items()}
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    given = args.pop("token", "")
    return Call(method=method, token=token.strip() if scheme == "Bearer" else str(given), args=args)


def _json_body(text: str) -> Json:
    try:
        body = json.loads(text) if text else {}
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(body, dict):
        raise SlackError("json_not_object")
    return body
