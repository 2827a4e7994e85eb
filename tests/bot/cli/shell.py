"""The program as an operator calls it, in this process; the environment of the tests does not count."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli import program
from tests.world import World


def trellis(*arguments: str | Path, **environ: str) -> Result:
    """One command with just these settings; what it says on stdout and stderr is apart in the result."""
    settings: dict[str, str | None] = {
        name: None for name in os.environ if name.startswith(("SLACK_", "TRELLIS_"))
    }
    return CliRunner().invoke(program, [str(one) for one in arguments], env={**settings, **environ})


@dataclass(frozen=True, slots=True)
class Beside:
    """Commands on the store and the Slack of a running Trellis."""

    here: World
    address: str

    async def __call__(self, *arguments: str | Path, **environ: str) -> Result:
        """One command."""
        known = {
            "TRELLIS_DATABASE_URL": self.address,
            "SLACK_BOT_TOKEN": self.here.slack.bot_token,
            "SLACK_API_URL": self.here.slack.api_url,
            "SLACK_SIGNING_SECRET": self.here.slack.signing_secret,
        }
        return await asyncio.to_thread(trellis, *arguments, **(known | environ))
