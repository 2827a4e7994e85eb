"""`trellis demo`, as a process of its own."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from playground.control import Control

pytestmark = pytest.mark.slow
WITHIN = 30


@asynccontextmanager
async def demo(folder: Path, *arguments: str, **environ: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The demo with its files in a folder; in a session of its own, as a terminal would have it."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "TRELLIS_"))}
    plain["PYTHONPATH"] = str(Path(__file__).parents[3])
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", *arguments),
        cwd=folder,
        env=plain | environ,
        stdout=pipe,
        stderr=pipe,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def address(process: asyncio.subprocess.Process) -> str:
    """The one address that it prints."""
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), WITHIN)).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+\S*", line)
    assert found, line
    return found.group()


def child_of(pid: int) -> int:
    """The one child of a process, where the system tells."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        pytest.skip("this system does not tell a process's children")
    (child,) = map(int, children.read_text().split())
    return child


def is_open(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def test_one_address_leads_to_a_company_at_work(tmp_path: Path) -> None:
    """After its line anybody of the company can be played; Ctrl-C ends all of it and complains of nothing."""
    async with demo(tmp_path, SLACK_BOT_TOKEN="") as trellis:
        url = await address(trellis)
        async with Control(url) as people:
            help_ = await people.command("U0POPPY", "/growth help")
        os.killpg(trellis.pid, signal.SIGINT)
        _, complaint = await asyncio.wait_for(trellis.communicate(), 10)

    assert help_.messages
    assert trellis.returncode == 0
    assert complaint == b""
    assert not is_open(int(url.rpartition(":")[2].strip("/")))


async def test_what_was_done_is_there_the_next_time(tmp_path: Path) -> None:
    """A second start goes on: the same messages on the same screens, and what is new arrives beside them."""
    async with demo(tmp_path) as first, Control(await address(first)) as people:
        await people.post("U0OTIS", "The wind is good today", "C0FLIGHT")
        before = await people.screen("U0POPPY")
        first.terminate()
        await asyncio.wait_for(first.communicate(), 10)

    async with demo(tmp_path) as second, Control(await address(second)) as people:
        after = await people.screen("U0POPPY")
        await people.command("U0OTIS", "/growth kudos @poppy You asked the right question")
        await people.submit("U0OTIS")
        thanked = await people.until(
            "U0POPPY", lambda screen: len(screen.dms) > len(after.dms), within=WITHIN
        )

    assert after.json["channels"] == before.json["channels"]
    assert "The wind is good today" in [message.text for message in after.messages("C0FLIGHT")]
    assert "Otis Fenwick thanked you" in thanked.dms[-1].words


async def test_a_fresh_start_forgets(tmp_path: Path) -> None:
    """With --fresh the company is as on its first day."""
    async with demo(tmp_path) as first, Control(await address(first)) as people:
        await people.post("U0OTIS", "The wind is good today", "C0FLIGHT")
        first.terminate()
        await asyncio.wait_for(first.communicate(), 10)

    async with demo(tmp_path, "--fresh") as second, Control(await address(second)) as people:
        screen = await people.screen("U0POPPY")

    assert "The wind is good today" not in [message.text for message in screen.messages("C0FLIGHT")]
    assert screen.dms


async def test_a_history_that_was_broken_off_begins_anew(tmp_path: Path) -> None:
    """What is left of a start that did not come to its end is no hindrance."""
    (tmp_path / "demo-data").mkdir()
    (tmp_path / "demo-data" / "trellis.db").write_text("half a store")

    async with demo(tmp_path) as trellis:
        assert await address(trellis)


async def test_a_real_token_is_left_unread_where_that_is_wished(tmp_path: Path) -> None:
    """With --ignore-environment a real token in the environment is neither used nor in the way."""
    async with demo(tmp_path, "--ignore-environment", SLACK_BOT_TOKEN="xoxb-real") as trellis:
        assert await address(trellis)


async def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """Another program's port is not fought for: one sentence and 1."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        async with demo(tmp_path, "--port", str(taken.getsockname()[1])) as trellis:
            _, complaint = await asyncio.wait_for(trellis.communicate(), WITHIN)

    assert trellis.returncode == 1
    assert b"is taken" in complaint


async def test_it_ends_with_its_local_slack(tmp_path: Path) -> None:
    """Where the local Slack dies, the demo says so and ends instead of waiting for ever."""
    async with demo(tmp_path) as trellis:
        await address(trellis)
        os.kill(child_of(trellis.pid), signal.SIGKILL)
        _, complaint = await asyncio.wait_for(trellis.communicate(), 15)

    assert trellis.returncode == 1
    assert b"ended by itself" in complaint


async def test_a_quarter_passes_at_once(tmp_path: Path) -> None:
    """With the clock moved a quarter ahead, not one weekly prompt on the way is left out or comes twice."""
    async with demo(tmp_path) as trellis, Control(await address(trellis)) as people:
        before = len(await people.dms("U0WREN"))
        await people.move_clock("U0WREN", "quarter")
        new = (await people.dms("U0WREN"))[before:]

    prompts = [one for one in new if "Your 1:1 with Otis" in one.words]
    days = [datetime.fromtimestamp(float(one.ts), UTC).date() for one in prompts]
    assert {(later - earlier).days for earlier, later in pairwise(days)} == {7}
