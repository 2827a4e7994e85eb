"""The one place that joins: clocks, store, Slack, doors and ticks."""

import asyncio
import os
import zoneinfo
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.deps import Deps
from bot.domain.ports import Clock, Identity, SlackFailure, SlackRefused
from bot.domain.retention import RETENTION
from bot.errors import StartError
from bot.ids import id_maker
from bot.jobs.ticks import Ticks
from bot.listeners import register_all
from bot.listeners.dispatch import DEADLINE_SECONDS, TrellisApp
from bot.listeners.door_http import http_door
from bot.listeners.door_socket import SocketDoor
from bot.machine import now
from bot.settings import Mode, Settings
from bot.slack.client import SlackClient, session, web_client
from bot.usecases.installing import begin
from bot.usecases.people import take_everyone
from bot.words import operating as words
from bot.words.keys import missing
from prompts.load import load_prompts
from storage.errors import KeyMissing, StorageError, WrongSchema
from storage.schema import check_schema, migrate
from storage.sealing import check_keys
from storage.session import Database, sqlite_file
from storage.types import KeyRing
from storage.workspaces import installations

DRAIN_SECONDS = 3.0
_NO_SOCKETS = frozenset({"unknown_method", "http_404"})
_log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A started Trellis: where it listens, and what it was joined from.

    `connected` waits until Slack can reach it: over HTTP it can at once.
    """

    deps: Deps
    app: TrellisApp
    ticks: Ticks
    mode: Mode
    port: int
    connected: Callable[[], Awaitable[None]]


def open_store(settings: Settings, *, in_loop: bool = False) -> Database:
    """The store that the settings name; `in_loop` as `Database.at` has it."""
    ring = KeyRing(settings.secret_keys.get_secret_value())
    return Database.at(settings.database_url.get_secret_value(), ring, in_loop=in_loop)


async def ready_store(settings: Settings, database: Database) -> None:
    """Make sure of the schema: an embedded database is migrated, another one must have been."""
    address = settings.database_url.get_secret_value()
    try:
        try:
            await check_schema(database)
        except WrongSchema:
            if sqlite_file(address) is None:
                raise
            await migrate(address)
    except StorageError as error:
        raise StartError(words.storage_refused(error)) from None


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    today: Clock = now,
    ticker: Clock = now,
    ticks: bool = True,
    deadline: float = DEADLINE_SECONDS,
    pace: timedelta | None = None,
    in_loop: bool = False,
) -> AsyncIterator[Running]:
    """Trellis from start to end: everything that was opened is closed in the reverse order.

    `in_loop` is for the store, as `Database.at` has it; a `pace` stands before that of the settings.
    Raises StartError.
    """
    async with AsyncExitStack() as stack:
        desk = await _opened(stack, settings, today, ticker, in_loop=in_loop)
        identity = await _identity(desk.slack)
        await _check_app_token(desk.slack, settings)
        loaded = load_prompts(settings.prompts_dir)
        deps = replace(
            desk.deps,
            workspace_id=identity.team_id,
            prompts=loaded.prompts,
            guides=loaded.guides,
            answers=loaded.answers,
            pace=timedelta(seconds=settings.pace_seconds) if pace is None else pace,
            lease=timedelta(seconds=settings.lease_seconds),
        )
        clockwork = Ticks(deps)
        deps = replace(deps, wake=clockwork.wake)
        token = settings.slack_bot_token.get_secret_value()
        app = TrellisApp(client=desk.client, identity=identity, token=token, deps=deps, deadline=deadline)
        register_all(app, settings.command)
        await _begin(deps, identity)
        await _check_keys(deps)
        port, connected = await _open_doors(stack, settings, app, deps)
        stack.push_async_callback(_come_to_rest, app, clockwork)
        if ticks:
            clockwork.start()
            await _meet_everyone(deps)
        mode = settings.mode or Mode.HTTP
        _log.info("ready", mode=mode, team=identity.team_id, port=port)
        yield Running(deps=deps, app=app, ticks=clockwork, mode=mode, port=port, connected=connected)


@asynccontextmanager
async def at_desk(settings: Settings) -> AsyncIterator[Deps]:
    """The store and Slack without doors or ticks, for the operator's commands.

    The workspace is the one that the store serves, else the one of the bot token. Raises StartError.
    """
    has_token = bool(settings.slack_bot_token.get_secret_value())
    file = sqlite_file(settings.database_url.get_secret_value())
    if file is not None and not file.exists() and not has_token:
        raise StartError(words.NO_WORKSPACE)
    async with AsyncExitStack() as stack:
        desk = await _opened(stack, settings, now, now)
        async with desk.deps.read() as nobody:
            served = await installations(nobody)
        if len(served) == 1:
            yield replace(desk.deps, workspace_id=served[0].id)
        elif not has_token:
            raise StartError(words.NO_WORKSPACE)
        else:
            identity = await _identity(desk.slack)
            deps = replace(desk.deps, workspace_id=identity.team_id)
            await _begin(deps, identity)
            yield deps


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    deps: Deps
    slack: SlackClient
    client: AsyncWebClient


async def _opened(
    stack: AsyncExitStack, settings: Settings, today: Clock, ticker: Clock, *, in_loop: bool = False
) -> _Desk:
    """The store, ready, and Slack; the workspace is not known yet."""
    zoneinfo.reset_tzpath(to=())  # the zones of the pinned tzdata, the same on every machine
    database = open_store(settings, in_loop=in_loop)
    stack.push_async_callback(database.close)
    await ready_store(settings, database)
    http = await stack.enter_async_context(session())
    client = web_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url, http)
    slack = SlackClient(client, http)
    deps = Deps(
        database=database,
        workspace_id="",
        slack=slack,
        today=today,
        ticker=ticker,
        ids=id_maker(ticker, os.urandom),
        prompts=(),
        named_leads=frozenset(settings.people_leads),
        command=settings.command,
        frameworks_dir=settings.frameworks_dir,
        retention={**RETENTION, **settings.retention},
    )
    return _Desk(deps=deps, slack=slack, client=client)


async def _come_to_rest(app: TrellisApp, clockwork: Ticks) -> None:
    """Claim and take nothing new, and wait for what is under way."""
    await asyncio.gather(clockwork.stop(DRAIN_SECONDS), app.drain(DRAIN_SECONDS))


async def _check_app_token(slack: SlackClient, settings: Settings) -> None:
    """Bolt would ask with a wrong token for ever (SLACK.md 1). Raises StartError."""
    if settings.mode is not Mode.SOCKET:
        return
    try:
        await slack.check_app_token(settings.slack_app_token.get_secret_value())
    except SlackFailure as failure:
        if failure.code in _NO_SOCKETS:
            raise StartError(words.no_sockets(failure.code)) from None
        if not isinstance(failure, SlackRefused):
            _log.warning("socket_not_tried", code=failure.code)
            return
        raise StartError(words.app_token_refused(failure.code)) from None


async def _identity(slack: SlackClient) -> Identity:
    try:
        return await slack.identity()
    except SlackRefused as refused:
        raise StartError(words.bot_token_refused(refused.code)) from None
    except SlackFailure as failure:
        raise StartError(words.slack_away(failure.code)) from None


async def _begin(deps: Deps, identity: Identity) -> None:
    try:
        await begin(deps, identity)
    except SlackFailure as failure:
        raise StartError(words.slack_away(failure.code)) from None


async def _check_keys(deps: Deps) -> None:
    """A start without a key would hide what people wrote from them, line by line. Raises StartError."""
    try:
        async with deps.read() as workspace:
            await check_keys(workspace)
    except KeyMissing as error:
        raise StartError(missing(error.key_id)) from None


async def _open_doors(
    stack: AsyncExitStack, settings: Settings, app: TrellisApp, deps: Deps
) -> tuple[int, Callable[[], Awaitable[None]]]:
    socket: SocketDoor | None = None
    if settings.mode is Mode.SOCKET:
        socket = SocketDoor(app, settings.slack_app_token.get_secret_value(), deps.ticker)
        await socket.open()
        stack.push_async_callback(socket.close)

    async def is_ready() -> bool:
        try:
            await check_schema(deps.database)
        except StorageError:
            return False
        return socket is None or await socket.is_connected()

    secret = settings.slack_signing_secret.get_secret_value()
    site = http_door(app if socket is None else None, secret, deps.ticker, is_ready)
    runner = web.AppRunner(site, access_log=None, handle_signals=False, shutdown_timeout=1.0)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        fault = error.strerror or type(error).__name__
        raise StartError(words.port_taken(settings.host, settings.port, fault)) from None
    port: int = runner.addresses[0][1]
    return port, socket.connected if socket else _at_once


async def _at_once() -> None:
    """Nothing to wait for."""


async def _meet_everyone(deps: Deps) -> None:
    try:
        await take_everyone(deps)
    except SlackFailure as failure:
        _log.warning("people_not_read", code=failure.code)
