"""The one place that joins: clocks, store, Slack, doors and ticks."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import structlog
from aiohttp import web

from bot.deps import Deps
from bot.domain.ports import Clock, Identity, SlackFailure
from bot.ids import id_maker
from bot.jobs.ticks import Ticks
from bot.listeners import register_all
from bot.listeners.dispatch import TrellisApp
from bot.listeners.door_http import http_door
from bot.listeners.door_socket import SocketDoor
from bot.logs import without_words
from bot.settings import Mode, Settings
from bot.slack.client import SlackClient, session, web_client
from bot.usecases.installing import begin
from bot.usecases.people import take_everyone
from prompts.load import load_prompts
from storage.errors import StorageError
from storage.schema import check_schema, migrate
from storage.session import Database
from storage.types import KeyRing

DRAIN_SECONDS = 3.0
_log = structlog.get_logger()


class StartError(Exception):
    """Why Trellis does not start, in one sentence with its mend."""


def now() -> datetime:
    """The machine's clock, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  # the one place that reads it


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A started Trellis: where it listens, and what it was joined from."""

    deps: Deps
    app: TrellisApp
    ticks: Ticks
    mode: Mode
    port: int


def open_store(settings: Settings) -> Database:
    """The store that the settings name."""
    return Database.at(
        settings.database_url.get_secret_value(), KeyRing(settings.secret_keys.get_secret_value())
    )


async def ready_store(settings: Settings, database: Database) -> None:
    """Make sure of the schema: an embedded database is migrated, another one must have been."""
    address = settings.database_url.get_secret_value()
    try:
        await check_schema(database)
    except StorageError as error:
        if not address.startswith("sqlite"):
            raise StartError(str(error)) from None
        await migrate(address)
    except OSError as error:
        raise StartError(
            f"The database cannot be reached ({type(error).__name__}). Check TRELLIS_DATABASE_URL."
        ) from None


@asynccontextmanager
async def running(
    settings: Settings, *, today: Clock = now, ticker: Clock = now, ticks: bool = True
) -> AsyncIterator[Running]:
    """Trellis from start to end: everything that was opened is closed in the reverse order.

    Raises StartError.
    """
    async with AsyncExitStack() as stack:
        database = open_store(settings)
        stack.push_async_callback(database.close)
        await ready_store(settings, database)
        http = await stack.enter_async_context(session())
        token = settings.slack_bot_token.get_secret_value()
        client = web_client(token, settings.slack_api_url, http)
        slack = SlackClient(client)
        identity = await _identity(slack)
        deps = Deps(
            database=database,
            workspace_id=identity.team_id,
            slack=slack,
            today=today,
            ticker=ticker,
            ids=id_maker(ticker, os.urandom),
            prompts=load_prompts(settings.prompts_dir).prompts,
            named_leads=frozenset(settings.people_leads),
            command=settings.command,
        )
        clockwork = Ticks(deps)
        deps = replace(deps, wake=clockwork.wake)
        app = TrellisApp(client=client, identity=identity, token=token, deps=deps)
        register_all(app, settings.command)
        await begin(deps, identity)
        port = await _open_doors(stack, settings, app, deps)
        stack.callback(clockwork.stop)
        if ticks:
            clockwork.start()
            await _meet_everyone(deps)
        stack.push_async_callback(app.drain, DRAIN_SECONDS)
        mode = settings.mode or Mode.HTTP
        _log.info("ready", mode=mode, team=identity.team_id, port=port)
        yield Running(deps=deps, app=app, ticks=clockwork, mode=mode, port=port)


async def _identity(slack: SlackClient) -> Identity:
    try:
        return await slack.identity()
    except SlackFailure as failure:
        raise StartError(
            f"Slack did not accept SLACK_BOT_TOKEN ({failure.code}). "
            "Copy the Bot User OAuth Token anew from your app’s page, and check SLACK_API_URL."
        ) from None


async def _open_doors(stack: AsyncExitStack, settings: Settings, app: TrellisApp, deps: Deps) -> int:
    socket: SocketDoor | None = None
    if settings.mode is Mode.SOCKET:
        socket = SocketDoor(app, settings.slack_app_token.get_secret_value(), deps.ticker)
        await socket.open()
        stack.push_async_callback(socket.close)

    async def is_ready() -> bool:
        await check_schema(deps.database)
        return socket is None or await socket.is_connected()

    secret = settings.slack_signing_secret.get_secret_value()
    site = http_door(app if socket is None else None, secret, deps.ticker, is_ready)
    runner = web.AppRunner(site, access_log=None, handle_signals=False)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    listener = web.TCPSite(runner, settings.host, settings.port)
    await listener.start()
    port: int = runner.addresses[0][1]
    return port


async def _meet_everyone(deps: Deps) -> None:
    try:
        await take_everyone(deps)
    except SlackFailure as failure:
        _log.warning("people_not_read", **without_words(failure))
