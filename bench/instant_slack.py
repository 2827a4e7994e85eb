"""A Slack that says yes at once. Prints its port, and serves until its input ends."""

import asyncio
import itertools
import sys
from typing import Any

from aiohttp import web

TEAM, BOT_USER = "T0BENCH", "U0BOT"
_SAID: dict[str, dict[str, Any]] = {
    "auth.test": {"team_id": TEAM, "team": "Bench", "user_id": BOT_USER, "bot_id": "B0BOT"},
    "conversations.open": {"channel": {"id": "D0BENCH"}},
    "users.list": {"members": []},
}


def slack() -> web.Application:
    """The application: every method answers ok."""
    numbers = itertools.count()

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        await request.read()
        said: dict[str, Any] = {"ok": True, **_SAID.get(method, {})}
        if method == "chat.postMessage":
            said |= {"channel": "D0BENCH", "ts": f"{next(numbers)}.000000"}
        if method == "users.info":
            said |= {"user": {"id": "U0NEW", "name": "new", "tz": "UTC"}}
        return web.json_response(said)

    app = web.Application()
    app.router.add_route("*", "/api/{method}", answer)
    return app


async def serve() -> None:
    """Listen on a free loopback port until standard input ends."""
    runner = web.AppRunner(slack(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
