"""Everything an act needs, on a store and a Slack that answers at once."""

import itertools
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.company import NOW
from bench.instant_slack import BOT_USER, TEAM
from bot.deps import Deps
from bot.domain.ports import Identity
from bot.ids import id_text
from bot.machine import now
from bot.slack.client import SlackClient, session, web_client
from prompts.load import load_prompts
from storage.schema import migrate
from storage.session import Database
from tests.databases import create_postgres_database
from tests.postgres import PostgresMissing, postgres_folder, start_postgres

IDENTITY = Identity(team_id=TEAM, team_name="Bench", user_id=BOT_USER, bot_id="B0BOT")


@asynccontextmanager
async def desk(address: str, api_url: str = "http://127.0.0.1:9/api/") -> AsyncIterator[Deps]:
    """Deps on a migrated store; the civil clock stands."""
    numbers = itertools.count(1)
    await migrate(address)
    database = Database.at(address)
    async with session() as http:
        yield Deps(
            database=database,
            workspace_id=TEAM,
            slack=SlackClient(web_client("xoxb-bench", api_url, http), http),
            today=lambda: NOW,
            ticker=now,
            ids=lambda: id_text(next(numbers)),
            prompts=load_prompts(None).prompts,
        )
    await database.close()


@asynccontextmanager
async def addresses() -> AsyncIterator[dict[str, str]]:
    """A store on each database that this machine has."""
    with tempfile.TemporaryDirectory() as folder, postgres_folder() as postgres:
        found = {"SQLite": f"sqlite+aiosqlite:///{Path(folder)}/bench.db"}
        try:
            start_postgres(postgres)
            found["PostgreSQL"] = await create_postgres_database(postgres, "bench")
        except PostgresMissing:
            pass
        yield found
