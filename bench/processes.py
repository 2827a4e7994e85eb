"""Processes that a benchmark starts, and ends by their own ids."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECRET = "bench"


@contextmanager
def instant_slack() -> Iterator[str]:
    """The address of a Slack that answers at once."""
    program = [sys.executable, "-m", "bench.instant_slack"]
    with subprocess.Popen(
        program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        yield f"http://127.0.0.1:{int(child.stdout.readline())}/api/"
        assert child.stdin is not None
        child.stdin.close()


def settings_for(api_url: str, database: str, port: int) -> dict[str, str]:
    """The environment of a bot in HTTP mode on a Slack of ours."""
    return {
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": api_url,
        "TRELLIS_DATABASE_URL": database,
        "TRELLIS_PORT": str(port),
    }


@contextmanager
def program(arguments: list[str], environ: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Python program, ended at the end of the block."""
    whole = {"PATH": os.environ.get("PATH", ""), **environ}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=whole, stdout=quiet, stderr=quiet
    ) as child:
        try:
            yield child
        finally:
            child.terminate()
            child.wait(timeout=15)


def resident_megabytes(pid: int) -> float:
    """The resident memory of a process now."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(pid)


def seconds_until(ready: object, limit: float = 20.0) -> float:
    """Seconds until a callable says yes."""
    assert callable(ready)
    begin = time.perf_counter()
    while not ready():
        if time.perf_counter() - begin > limit:
            raise TimeoutError(limit)
        time.sleep(0.005)
    return time.perf_counter() - begin
