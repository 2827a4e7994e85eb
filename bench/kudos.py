"""`/growth kudos`, signed HTTP to acknowledgement with the modal opened, beside a hand-written listener."""

import asyncio
import hashlib
import hmac
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import aiohttp

from bench.company import GIVER, found_company, names
from bench.desk import IDENTITY, desk
from bench.instant_slack import TEAM
from bench.processes import SECRET, instant_slack, program, seconds_until, settings_for
from bench.start import free_port, is_ready
from bot.machine import now

REQUESTS, WARM_UP, ROUNDS = 400, 60, 3
OURS, BY_HAND = "ours", "by hand"


async def measure() -> dict[str, float]:
    """Milliseconds at the percentiles, and the ratio of the medians; rounds in turn, so both drift alike."""
    with tempfile.TemporaryDirectory() as folder, instant_slack() as api_url:
        address = f"sqlite+aiosqlite:///{Path(folder)}/bench.db"
        async with desk(address, api_url) as deps:
            await found_company(deps, IDENTITY, 50)
        environ = {name: settings_for(api_url, address, free_port()) for name in (OURS, BY_HAND)}
        with (
            program(["-m", "bot", "run"], environ[OURS]),
            program(["-m", "bench.by_hand"], environ[BY_HAND]),
        ):
            for one in environ.values():
                await asyncio.to_thread(seconds_until, lambda one=one: is_ready(one["TRELLIS_PORT"]))
            return await _figures({name: one["TRELLIS_PORT"] for name, one in environ.items()})


async def _figures(ports: dict[str, str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    async with aiohttp.ClientSession() as http:
        for name in (OURS, BY_HAND):
            await _load(http, ports[name], 1, WARM_UP)
        for in_flight in (1, 16):
            times: dict[str, list[float]] = {name: [] for name in ports}
            for _ in range(ROUNDS):
                for name, port in ports.items():
                    times[name] += await _load(http, port, in_flight, REQUESTS)
            shown = {name: quantiles(found, n=100) for name, found in times.items()}
            figures[f"kudos, {in_flight} in flight, p50 ms"] = shown[OURS][49]
            figures[f"kudos, {in_flight} in flight, p99 ms"] = shown[OURS][98]
            figures[f"kudos, {in_flight} in flight, p50 over a hand-written listener"] = (
                shown[OURS][49] / shown[BY_HAND][49]
            )
    return figures


async def _load(http: aiohttp.ClientSession, port: str, in_flight: int, many: int) -> list[float]:
    left = iter(range(many))
    times: list[float] = []

    async def worker() -> None:
        for number in left:
            begin = time.perf_counter()
            body, headers = _command(number)
            async with http.post(
                f"http://127.0.0.1:{port}/slack/events", data=body, headers=headers
            ) as answer:
                await answer.read()
                assert answer.status == 200, answer.status
            times.append((time.perf_counter() - begin) * 1000)

    await asyncio.gather(*(worker() for _ in range(in_flight)))
    return times


def _command(number: int) -> tuple[bytes, dict[str, str]]:
    receiver = names(50)[number % 50]
    form = {
        "token": "x",
        "team_id": TEAM,
        "team_domain": "bench",
        "channel_id": "D0BENCH",
        "user_id": GIVER,
        "command": "/growth",
        "text": f"kudos <@{receiver}|name> Mended the build",
        "api_app_id": "A0",
        "response_url": "http://127.0.0.1:9/respond",
        "trigger_id": f"1.2.{number}",
    }
    body, stamp = urlencode(form).encode(), str(int(now().timestamp()))
    signature = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return body, {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={signature}",
    }
