"""The demo: a local Slack as a child, Trellis against it, and one address to open.

The child starts while Trellis itself is still being loaded: nobody waits for one after the other.
Nothing leaves the machine: both listen on the loopback alone, and no setting of the environment is read.
"""

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.cli.manifest_file import find_manifest
from bot.cli.terminal import loading
from bot.demo.calendar import beginning
from bot.errors import StartError
from bot.machine import now
from bot.words import demo as words

COMPANY = Path(__file__).parent / "company.yaml"
ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1"
START_SECONDS = 20
END_SECONDS = 3
PREFIXES = ("SLACK_", "TRELLIS_")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSlack:
    """The playground that has started: where its page is, and what lets Trellis in."""

    url: str
    api_url: str
    bot_token: str
    app_token: str


async def show(
    port: int,
    folder: Path,
    say: Callable[[str], None],
    *,
    fresh: bool = False,
    machine: Callable[[], datetime] = now,
) -> None:
    """Run the demo until cancelled, or until the local Slack ends by itself. Raises StartError.

    It goes on from what the folder holds; where that is nothing, or all is to be `fresh`, from a history.
    """
    _check_port(port)
    is_new, here = _prepare(folder, fresh=fresh), machine()
    async with local_slack(port, folder, beginning(here)) as starting:
        with loading():
            from bot.demo.living import live  # takes as long to load as the local Slack to start

        slack = await greeted(starting)
        async with live(slack, store_of(folder), here if is_new else None):
            _complete(folder).touch()
            say(words.ready(slack.url, str(folder)))
            code = await starting.wait()
    raise StartError(words.slack_ended(code))


@asynccontextmanager
async def local_slack(port: int, folder: Path, begins: datetime) -> AsyncIterator[asyncio.subprocess.Process]:
    """A playground on a port of this machine, 0 for any free one, ended with the block. Raises StartError.

    Its civil clock and all that was said go on from what the folder holds; a new one begins at a moment.
    """
    manifest = find_manifest()
    if manifest is None:
        raise StartError(words.NO_MANIFEST)
    child = await _start(port, manifest, _slack(folder), begins)
    try:
        yield child
    finally:
        await _end(child)


async def greeted(child: asyncio.subprocess.Process) -> LocalSlack:
    """What the playground says of itself in its one line, once it has started. Raises StartError."""
    line = b""
    if child.stdout is not None:
        try:
            line = await asyncio.wait_for(child.stdout.readline(), START_SECONDS)
        except TimeoutError:
            raise StartError(words.SLACK_SILENT) from None
    if not line:
        raise StartError(words.slack_ended(await child.wait()))
    said = json.loads(line)
    parts = {name: said[name] for name in ("url", "api_url", "bot_token", "app_token")}
    return LocalSlack(**parts)


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise StartError(words.port_taken(port)) from None


async def _start(port: int, manifest: Path, keep: Path, begins: datetime) -> asyncio.subprocess.Process:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIXES)}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "playground"),
        *("--port", str(port)),
        *("--manifest", str(manifest)),
        *("--company", str(COMPANY)),
        *("--pace", "0"),
        "--attached",
        *("--keep", str(keep)),
        *("--at", begins.isoformat()),
        cwd=ROOT,
        env=inherited,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        process_group=0,  # a Ctrl-C is ours alone: the local Slack ends after Trellis has hung up
    )


async def _end(child: asyncio.subprocess.Process) -> None:
    if child.returncode is not None:
        return
    child.terminate()
    try:
        await asyncio.wait_for(child.wait(), END_SECONDS)
    except TimeoutError:
        child.kill()
        await child.wait()


def store_of(folder: Path) -> Path:
    """The file of the demo's store."""
    return folder.resolve() / "trellis.db"


def _slack(folder: Path) -> Path:
    return folder.resolve() / "slack.json"


def _complete(folder: Path) -> Path:
    """A file that says that the history was made to its end."""
    return folder / "complete"


def _prepare(folder: Path, *, fresh: bool) -> bool:
    """Whether the history is to be made; what is left of one that was broken off is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = (_complete(folder), store_of(folder), _slack(folder))
    if not fresh and all(file.exists() for file in kept):
        return False
    for file in kept:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{file}{suffix}").unlink(missing_ok=True)
    return True
