"""A Slack that writes down each message by its delivery before it answers, and drops some answers.

Prints its port, and serves until its input ends: `python -m tests.chaos.counting_slack FILE [cuts]`.
"""

import asyncio
import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random  # noqa: TID251  # seeded
from typing import Any, TextIO

from aiohttp import web

ROOT = Path(__file__).resolve().parents[2]
SEED = 1
SLOWEST_SECONDS = 0.04
CUT_BEFORE, CUT_AFTER = 0.01, 0.02


def deliveries_of(part: Any) -> Iterator[str]:
    """The deliveries that the buttons of a message name, wherever they stand."""
    for each in part if isinstance(part, list) else part.values():
        if isinstance(each, list | dict):
            yield from deliveries_of(each)
    if isinstance(part, dict) and part.get("type") == "button":
        named = json.loads(part.get("value", "{}")).get("delivery")
        yield from [named] if named else []


class CountingSlack:
    """Every message that arrives is a line of a file."""

    def __init__(self, file: TextIO, *, cuts: bool) -> None:
        self._file = file
        self._cuts = cuts
        self._chance = Random(SEED)  # noqa: S311  # chance, and no secret
        self._numbers = itertools.count(1)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any method: a message is written down, a DM is opened, all else is well."""
        form = await request.post()
        said: dict[str, Any] = {"ok": True}
        match request.match_info["method"]:
            case "chat.postMessage":
                return await self._post(request, str(form["channel"]), str(form["blocks"]))
            case "conversations.open":
                said["channel"] = {"id": "D" + str(form["users"])}
        return web.json_response(said)

    async def _post(self, request: web.Request, channel: str, blocks: str) -> web.StreamResponse:
        drawn = self._chance.random() if self._cuts else 1.0
        await asyncio.sleep(self._chance.uniform(0, SLOWEST_SECONDS))
        if drawn < CUT_BEFORE:
            return _cut(request)
        named = set(deliveries_of(json.loads(blocks)))
        self._file.write("".join(f"{each}\n" for each in named))
        await asyncio.sleep(self._chance.uniform(0, SLOWEST_SECONDS))
        if drawn < CUT_AFTER:
            return _cut(request)
        stands = {"channel": channel, "ts": f"{next(self._numbers)}.000000"}
        return web.json_response({"ok": True, **stands})


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def serve(file: Path, *, cuts: bool) -> None:
    """Listen on a free loopback port until standard input ends."""
    with file.open("a", buffering=1) as written:  # a line is the system's as soon as it is written
        app = web.Application()
        app.router.add_route("*", "/api/{method}", CountingSlack(written, cuts=cuts).answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        print(runner.addresses[0][1], flush=True)  # noqa: T201  # what the parent waits for
        await asyncio.to_thread(sys.stdin.read)
        await runner.cleanup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Where the Slack is, and what it wrote down."""

    api_url: str
    file: Path

    def messages(self) -> list[str]:
        """The deliveries that arrived, in order, as often as they did."""
        return self.file.read_text().split()


@contextmanager
def counting_slack(file: Path, *, cuts: bool) -> Iterator[Counted]:
    """The Slack as a process of its own, which ends with the block; it `cuts` a few calls off, or none."""
    program = [sys.executable, "-m", __name__, str(file), *(["cuts"] if cuts else [])]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        with child.stdin:
            port = int(child.stdout.readline())
            yield Counted(api_url=f"http://127.0.0.1:{port}/api/", file=file)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), cuts="cuts" in sys.argv[2:]))
