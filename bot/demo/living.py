"""Trellis at work for the demo: against its local Slack, by the clock of that, with a past."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import running
from bot.demo.clock import following, shared_clock
from bot.demo.history import make_history
from bot.demo.stage import HOST, START_SECONDS, LocalSlack
from bot.logs import configure_logs
from bot.settings import Settings, read_settings

NO_PACE = timedelta(0)


@asynccontextmanager
async def live(slack: LocalSlack, store: Path, lived_until: datetime | None) -> AsyncIterator[None]:
    """Trellis until the block ends; a history up to a moment is lived through first, if one is named."""
    configure_logs("text", quiet=True)
    settings = demo_settings(slack, store)
    async with (
        shared_clock(slack.url) as clock,
        running(settings, today=clock, ticks=False, pace=NO_PACE, in_loop=True) as bot,
    ):
        if lived_until is not None:
            await make_history(clock, bot.deps, lived_until)
        bot.ticks.start()
        await asyncio.wait_for(bot.connected(), START_SECONDS)
        async with following(clock, bot):
            yield


def demo_settings(slack: LocalSlack, store: Path) -> Settings:
    """Trellis in Socket Mode against the local Slack, with its store in a file."""
    given = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "TRELLIS_DATABASE_URL": f"sqlite+aiosqlite:///{store}",
        "TRELLIS_HOST": HOST,
        "TRELLIS_PORT": "0",
    }
    return read_settings(given, None, needs_slack=True)
