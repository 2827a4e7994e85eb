"""The control API's addresses, which only programs and the playground's own page may use; and that page."""

from __future__ import annotations

import base64
import json
from contextlib import aclosing, suppress
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from playground.control_api import act
from playground.errors import NotPossible, SlackError
from playground.inspector import Wanted, page, whole
from playground.snapshot import snapshot, welcome
from playground.team import Team

WAIT = 25.0  # seconds that a question for something newer may wait
TEAM = web.AppKey("team", Team)
APPS_OWN = ("/api/", "/response/", "/upload/", "/socket")
PAGE = Path(__file__).parent / "page"
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page runs and asks nothing but what is its own; pictures are wherever a message says they are."""


@web.middleware
async def own_page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse pages from elsewhere all but the addresses of the app, which ask for tokens of their own.

    A foreign origin betrays one (`null` is foreign), another host a name that was bound to this machine, and
    where a browser sends neither, as for a picture, its word on where a request comes from.
    """
    if not request.path.startswith(APPS_OWN) and not _is_own(request):
        raise web.HTTPForbidden(text="only the playground's own page may use its controls")
    return await handler(request)


def _is_own(request: web.Request) -> bool:
    own = request.app[TEAM].origin
    origins = {own, own.replace("127.0.0.1", "localhost")}
    named = {f"http://{request.host}", request.headers.get("Origin", own)}
    is_link = not request.path.startswith("/control/")  # anybody may link to the page
    from_here = request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}
    return named <= origins and (from_here or is_link)


async def act_now(request: web.Request) -> web.Response:
    """POST /control/act/NAME with a JSON object; 409 with a sentence when it is not possible."""
    try:
        asked = await request.json() if request.body_exists else {}
        return web.json_response(await act(request.app[TEAM], request.match_info["name"], asked))
    except (NotPossible, ValueError) as error:
        return web.json_response({"error": str(error)}, status=409)


async def show_state(request: web.Request) -> web.Response:
    """GET /control/state?user=U[&after=VERSION]: what they see, at once or as soon as it is newer."""
    team = request.app[TEAM]
    if "after" in request.query:
        seconds = min(float(request.query.get("seconds", WAIT)), WAIT)
        await team.live.wait(int(request.query["after"]), seconds)
    try:
        return web.json_response(snapshot(team, request.query.get("user", "")))
    except NotPossible as error:
        return web.json_response({"error": str(error)}, status=409)


async def show_people(request: web.Request) -> web.Response:
    """GET /control/people: whom one may act as, what to try first as whom, and the civil time in seconds."""
    return web.json_response(welcome(request.app[TEAM]))


async def show_traffic(request: web.Request) -> web.Response:
    """GET /control/traffic[?after=NUMBER][&name=METHOD or type][&least=N&seconds=S].

    What passed between Slack and the app; waits for so many entries, for so long.
    """
    query, team = request.query, request.app[TEAM]
    least, end = int(query.get("least", 0)), team.live.now() + float(query.get("seconds", 0))
    while True:
        version = team.live.version
        entries = list(team.traffic.since(int(query.get("after", 0)), query.get("name", "")))
        left = end - team.live.now()
        if len(entries) >= least or left <= 0:
            return web.json_response({"traffic": entries})
        await team.live.wait(version, left)


async def show_lines(request: web.Request) -> web.Response:
    """GET /control/inspect[?before=N][&after=N][&most=N][&kind=K][&text=T][&problems=1].

    Lines of the traffic, the newest first.
    """
    asked = request.query
    numbers = {name: int(asked[name]) for name in ("before", "after", "most") if name in asked}
    wanted = Wanted(
        kind=asked.get("kind", ""), text=asked.get("text", ""), problems="problems" in asked, **numbers
    )
    return web.json_response(page(request.app[TEAM], wanted))


async def show_entry(request: web.Request) -> web.Response:
    """GET /control/inspect/NUMBER: one exchange with what was said in it; 409 when it is forgotten."""
    try:
        return web.json_response(whole(request.app[TEAM], int(request.match_info["number"])))
    except NotPossible as error:
        return web.json_response({"error": str(error)}, status=409)


async def stream_changes(request: web.Request) -> web.StreamResponse:
    """GET /control/live?user=U: server-sent events, one for each change that this person would see."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    with suppress(ConnectionResetError):  # the page was closed
        await response.write(b": watching\n\n")
        async for change in request.app[TEAM].live.watch(request.query.get("user", "")):
            await response.write(f"data: {json.dumps(change)}\n\n".encode())
    return response


async def stream_targets(request: web.Request) -> web.StreamResponse:
    """GET /control/clock/follow: server-sent events for a bot that lives by the civil clock.

    The first says where the clock is, each later one where to; the bot reports by the act `reach`.
    """
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    with suppress(ConnectionResetError):  # the bot has ended
        async with aclosing(request.app[TEAM].moving.follow()) as targets:
            async for target in targets:
                await response.write(f"data: {json.dumps(target)}\n\n".encode())
    return response


async def show_page(request: web.Request) -> web.FileResponse:
    """GET /, /style.css and /script.js: the page to act as people with one's own hands."""
    file = request.match_info.get("file", "index.html")
    return web.FileResponse(PAGE / file, headers=PAGE_HEADERS)


async def give_file(request: web.Request) -> web.Response:
    """GET /control/files/FILE/NAME: the bytes of a file, to be kept and never shown as a page."""
    try:
        file = request.app[TEAM].state.file(request.match_info["id"])
    except SlackError as error:
        raise web.HTTPNotFound(text=error.error) from None
    kept = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=base64.b64decode(file.content), headers=kept)


ROUTES = (
    web.get("/", show_page),
    web.get(r"/{file:style\.css|script\.js}", show_page),
    web.post("/control/act/{name}", act_now),
    web.get("/control/state", show_state),
    web.get("/control/people", show_people),
    web.get("/control/traffic", show_traffic),
    web.get("/control/inspect", show_lines),
    web.get(r"/control/inspect/{number:\d+}", show_entry),
    web.get("/control/files/{id}/{name}", give_file),
    web.get("/control/live", stream_changes),
    web.get("/control/clock/follow", stream_targets),
)
