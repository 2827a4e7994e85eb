"""python -m playground: runs a local Slack until it is interrupted."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from playground.clock import Clock
from playground.company import read_company
from playground.errors import NotPossible
from playground.server import Playground


def arguments() -> argparse.ArgumentParser:
    """What the program takes."""
    parser = argparse.ArgumentParser(prog="python -m playground", description="A local Slack with one app.")
    parser.add_argument("--port", type=int, default=0, help="loopback port; 0 takes a free one")
    parser.add_argument("--manifest", type=Path, required=True, help="the app's manifest.yml")
    parser.add_argument("--company", type=Path, help="YAML with people and channels")
    parser.add_argument("--mode", choices=("socket", "http"), default="socket", help="how the app is reached")
    parser.add_argument("--bot-url", default="", help="where payloads go with --mode http")
    parser.add_argument("--signing-secret", default="", help="made anew unless given")
    parser.add_argument("--at", type=_moment, help="where the civil clock begins, as 2026-06-15T09:00+01:00")
    parser.add_argument("--keep", type=Path, help="file that holds the workspace from one start to the next")
    parser.add_argument("--attached", action="store_true", help="end when the standard input ends")
    parser.add_argument("--pace", type=float, default=1.0, help="scales the rate limits; 0 lifts them")
    return parser


def playground(asked: argparse.Namespace) -> Playground:
    """The playground that was asked for, not yet started."""
    company = read_company(_yaml(asked.company) if asked.company else {})
    return Playground(
        manifest=_yaml(asked.manifest),
        people=company.people,
        channels=company.channels,
        tries=company.tries,
        team_name=company.name,
        mode=asked.mode,
        bot_url=asked.bot_url,
        signing_secret=asked.signing_secret,
        port=asked.port,
        pace=asked.pace or None,
        keep=asked.keep,
        clock=Clock(civil_from=asked.at.timestamp() if asked.at else None),
    )


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written).astimezone()
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{written} is not a moment such as 2026-06-15T09:00+01:00"
        ) from None


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def addresses(slack: Playground) -> str:
    """One line of JSON: where it is, and what an app needs to be let in."""
    return json.dumps(
        {
            "url": slack.base_url,
            "api_url": slack.api_url,
            "bot_token": slack.bot_token,
            "app_token": slack.app_token,
            "signing_secret": slack.signing_secret,
            "team_id": slack.team_id,
            "bot_user_id": slack.bot_user_id,
        }
    )


async def serve(asked: argparse.Namespace) -> None:
    """Run until a signal to stop."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with playground(asked) as slack, asyncio.TaskGroup() as group:
        print(addresses(slack), flush=True)  # noqa: T201 - the program's one line of output
        watching = group.create_task(_input_ended(stopped)) if asked.attached else None
        await stopped.wait()
        if watching:
            watching.cancel()


async def _input_ended(stopped: asyncio.Event) -> None:
    """Whoever started us is gone, however it ended: so are we."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    stopped.set()


def main() -> None:
    """Read the arguments and serve."""
    parser = arguments()
    asked = parser.parse_args()
    if asked.mode == "http" and not asked.bot_url:
        parser.error("--mode http needs --bot-url, the address that payloads are posted to")
    try:
        asyncio.run(serve(asked))
    except NotPossible as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
