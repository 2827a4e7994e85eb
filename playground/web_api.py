"""The addresses that the app uses: the Web API, response_url and Socket Mode."""

from __future__ import annotations

import json

from aiohttp import web

from playground.api.files import take_bytes
from playground.call import Call, read_call
from playground.control_web import TEAM
from playground.errors import SlackError
from playground.gate import HOOK, Outcome, answer

_BAD_ADDRESS = {"invalid_url", "expired_url", "used_url"}


async def call_method(request: web.Request) -> web.StreamResponse:
    """/api/METHOD by GET or POST."""
    name = request.match_info["method"]
    try:
        call = await read_call(request, name if name != HOOK else "")
    except SlackError as error:
        return web.json_response(error.body())
    outcome = await answer(request.app[TEAM], call)
    if outcome.cut:
        return _cut(request)
    return web.json_response(outcome.body, status=outcome.status, headers=outcome.headers)


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


async def post_to_hook(request: web.Request) -> web.StreamResponse:
    """POST /response/TOKEN; answers `ok`, 404 for an address that is used up, 400 for a message refused."""
    try:
        body = json.loads(await request.text())
    except ValueError:
        return web.Response(status=400, text="invalid_payload")
    call = Call(method=HOOK, token="", args={"hook": request.match_info["token"], "body": body})
    outcome = await answer(request.app[TEAM], call)
    return _cut(request) if outcome.cut else _hook_response(outcome)


def _hook_response(outcome: Outcome) -> web.Response:
    if outcome.body["ok"]:
        return web.Response(text="ok")
    status = outcome.status
    if status == 200:
        status = 404 if outcome.body["error"] in _BAD_ADDRESS else 400
    return web.json_response(outcome.body, status=status, headers=outcome.headers)


async def take_upload(request: web.Request) -> web.Response:
    """POST /upload/FILE with its bytes, as files.getUploadURLExternal gave the address."""
    try:
        take_bytes(request.app[TEAM], request.match_info["file"], await request.read())
    except SlackError as error:
        return web.Response(status=400, text=error.error)
    return web.Response(text="OK")


async def connect_socket(request: web.Request) -> web.StreamResponse:
    """/socket?ticket=T, as apps.connections.open gave it."""
    return await request.app[TEAM].sockets.serve(request)


ROUTES = (
    web.get("/api/{method}", call_method),
    web.post("/api/{method}", call_method),
    web.post("/response/{token}", post_to_hook),
    web.post("/upload/{file}", take_upload),
    web.get("/socket", connect_socket),
)
