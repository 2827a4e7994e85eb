"""`trellis run`."""

import asyncio
from typing import TYPE_CHECKING

import typer

from bot.cli.terminal import loading, settings_or_stop, stop

if TYPE_CHECKING:
    from bot.settings import Settings


def run() -> None:
    """Serve a workspace until a signal ends it."""
    with loading():
        settings = settings_or_stop(needs_slack=True)
        from bot.cli.ending import until_told
        from bot.errors import StartError
        from bot.logs import configure_logs

    configure_logs(settings.log_format)
    try:
        asyncio.run(until_told(_serve(settings)))
    except StartError as error:
        stop(str(error))


async def _serve(settings: "Settings") -> None:
    from bot.app import running
    from bot.usecases.admin import has_lead
    from bot.words.operating import serving

    async with running(settings) as bot:
        is_led = await has_lead(bot.deps)
        said = serving(bot.mode, settings.host, bot.port, settings.command, is_led=is_led)
        typer.echo(said, err=True)
        await asyncio.Event().wait()
