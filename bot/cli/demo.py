"""`trellis demo`."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import BAD_USE, stop

FOLDER = Path("demo-data")
TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET")


def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the page on this machine; 0 takes a free one.")
    ] = 0,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin anew instead of going on where you were.")
    ] = False,
    ignore_environment: Annotated[
        bool, typer.Option("--ignore-environment", help="Run even where real Slack tokens are set, unread.")
    ] = False,
) -> None:
    """Try Trellis in a local Slack with a made-up company: prints one address to open.

    Needs no Slack, no settings and no network; everything listens on this machine alone.
    """
    near = [name for name in TOKENS if os.environ.get(name)]
    from bot.app import StartError
    from bot.cli.ending import until_told
    from bot.demo.stage import show
    from bot.logs import configure_logs
    from bot.words.demo import real_tokens

    if near and not ignore_environment:
        stop(real_tokens(near), code=BAD_USE)
    configure_logs("text", quiet=True)
    try:
        asyncio.run(until_told(show(port, FOLDER, typer.echo, fresh=fresh)))
    except StartError as error:
        stop(str(error))
