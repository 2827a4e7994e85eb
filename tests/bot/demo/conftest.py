"""The demo's company, with its history lived through up to a Thursday."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import yaml

from bot.app import now, running
from bot.demo.clock import following, shared_clock
from bot.demo.history import beginning, make_history
from bot.demo.stage import COMPANY
from bot.settings import read_settings
from playground.clock import Clock as SlackTime
from playground.company import read_company
from playground.server import Playground
from tests.world import MANIFEST, NO_PACE, World

THURSDAY = datetime(2026, 6, 18, 10, 0, tzinfo=UTC)
MADE_UP = read_company(yaml.safe_load(COMPANY.read_text(encoding="utf-8")))


@pytest.fixture
async def demo(sqlite_address: str) -> AsyncIterator[World]:
    """The company at work, its clock ready to be moved."""
    playground = Playground(
        manifest=MANIFEST,
        people=MADE_UP.people,
        channels=MADE_UP.channels,
        mode="socket",
        pace=None,
        clock=SlackTime(civil_from=beginning(THURSDAY).timestamp()),
    )
    async with playground as slack, shared_clock(slack.base_url) as clock:
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "TRELLIS_DATABASE_URL": sqlite_address,
            "TRELLIS_PORT": "0",
        }
        settings = read_settings(environ, None, needs_slack=True)
        async with running(settings, today=clock, ticker=now, ticks=False, pace=NO_PACE) as bot:
            await make_history(clock, bot.deps, THURSDAY)
            async with following(clock, bot.deps):
                yield World(slack=slack, bot=bot)
