"""What the place that joins sees to."""

import zoneinfo
from typing import Any

import pytest

from bot.app import running
from bot.errors import StartError
from bot.settings import read_settings
from playground.server import Playground
from tests.world import ANA, MANIFEST, PEOPLE, World


async def refusal(address: str, method: str, **fault: Any) -> str:
    """Why Trellis does not start over Socket Mode where a method of Slack's fails."""
    async with Playground(manifest=MANIFEST, people=PEOPLE, pace=None) as slack:
        await slack.control.fault(method, times=None, **fault)
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "TRELLIS_DATABASE_URL": address,
            "TRELLIS_PEOPLE_LEADS": ANA,
            "TRELLIS_PORT": "0",
        }
        with pytest.raises(StartError) as raised:
            async with running(read_settings(environ, None, needs_slack=True), ticks=False):
                pass
    return str(raised.value)


async def test_time_zones_are_those_of_the_pinned_data(here: World) -> None:
    """Once Trellis is open, the machine's own zone files count for nothing: every machine reckons alike."""
    assert here.bot.port
    assert zoneinfo.TZPATH == ()


async def test_a_slack_without_socket_mode_is_told_from_a_wrong_token(sqlite_address: str) -> None:
    """The mend is another one: such a server is reached over HTTP."""
    said = await refusal(sqlite_address, "apps.connections.open", kind="error", error="unknown_method")

    assert said.startswith("This Slack offers no Socket Mode (unknown_method).")
    assert "SLACK_SIGNING_SECRET" in said


async def test_a_slack_that_fails_while_leads_are_looked_up_is_said_so(sqlite_address: str) -> None:
    """The start ends with a sentence wherever Slack fails in it."""
    said = await refusal(sqlite_address, "users.info", kind="status", status=500)

    assert said.startswith("Slack could not be reached (internal_error).")
