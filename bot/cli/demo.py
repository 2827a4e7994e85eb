"""`trellis demo`."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import BAD_USE, stop
from bot.words import program as words

FOLDER = Path("demo-data")
TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET")


def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help=words.DEMO_PORT)] = 0,
    fresh: Annotated[bool, typer.Option("--fresh", help=words.DEMO_FRESH)] = False,
    ignore_environment: Annotated[bool, typer.Option("--ignore-environment", help=words.DEMO_IGNORE)] = False,
) -> None:
    """The local Slack, the company and the bot, until a signal ends them."""
    near = [name for name in TOKENS if os.environ.get(name)]
    from bot.cli.ending import until_told
    from bot.demo.stage import show
    from bot.errors import StartError
    from bot.words.demo import real_tokens

    if near and not ignore_environment:
        stop(real_tokens(near), code=BAD_USE)
    try:
        asyncio.run(until_told(show(port, FOLDER, typer.echo, fresh=fresh)))
    except StartError as error:
        stop(str(error))
