"""From the start of the process to readiness, and the memory that it holds then."""

import socket
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from bench.processes import instant_slack, program, resident_megabytes, seconds_until, settings_for

RUNS = 5


def measure() -> dict[str, float]:
    """Seconds (median of five starts on a migrated store) and megabytes."""
    times, memory = [], 0.0
    with tempfile.TemporaryDirectory() as folder, instant_slack() as api_url:
        environ = settings_for(api_url, f"sqlite+aiosqlite:///{Path(folder)}/bench.db", free_port())
        for _ in range(RUNS + 1):
            with program(["-m", "bot", "run"], environ) as bot:
                times.append(seconds_until(lambda: is_ready(environ["TRELLIS_PORT"])))
                memory = max(memory, resident_megabytes(bot.pid))
    return {"start to ready, s": median(times[1:]), "resident memory when ready, MB": memory}


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def is_ready(port: str) -> bool:
    """What /readyz says."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
