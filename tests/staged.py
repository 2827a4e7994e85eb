"""The demo as it is shown, in one process: its local Slack, the bot that lives by its clock, and its page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import yaml

from bot.app import running
from bot.demo.calendar import beginning
from bot.demo.clock import following, shared_clock
from bot.demo.history import make_history
from bot.demo.stage import COMPANY
from bot.machine import now
from bot.settings import read_settings
from bot.usecases.people import take_everyone
from playground.clock import Clock
from playground.company import read_company
from playground.server import Playground
from tests.world import MANIFEST, NO_PACE, World

THURSDAY = datetime(2026, 6, 18, 10, 0, tzinfo=UTC)
MADE_UP = read_company(yaml.safe_load(COMPANY.read_text(encoding="utf-8")))


@asynccontextmanager
async def staged(address: str, *, lived: bool, ticks: bool) -> AsyncIterator[World]:
    """The company on a Thursday, its clock ready to be moved.

    Either it has lived through its history, or Trellis was installed a moment ago and nobody has used it.
    """
    begins = beginning(THURSDAY) if lived else THURSDAY
    playground = Playground(
        manifest=MANIFEST,
        people=MADE_UP.people,
        channels=MADE_UP.channels,
        team_name=MADE_UP.name,
        mode="socket",
        pace=None,
        clock=Clock(civil_from=begins.timestamp()),
    )
    async with playground as slack, shared_clock(slack.base_url) as clock:
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "TRELLIS_DATABASE_URL": address,
            "TRELLIS_PORT": "0",
        }
        settings = read_settings(environ, None, needs_slack=True)
        async with running(settings, today=clock, ticker=now, ticks=False, pace=NO_PACE, in_loop=True) as bot:
            if lived:
                await make_history(clock, bot.deps, THURSDAY)
            else:
                await take_everyone(bot.deps)
            if ticks:
                bot.ticks.start()
            await bot.connected()
            async with following(clock, bot):
                yield World(slack=slack, bot=bot)
