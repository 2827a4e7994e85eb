"""The checks of `trellis doctor`: each gives one finding, and none changes anything."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.app import open_store
from bot.cli.manifest import faults_of, opens_sockets, read_manifest, scopes_of
from bot.cli.manifest_file import find_manifest
from bot.cli.terminal import ENV_FILE
from bot.domain.ports import Identity, SlackAway, SlackFailure, SlackRefused
from bot.settings import Mode, Problem, Settings, SettingsError, read_settings
from bot.slack.client import SlackClient, session, web_client
from bot.usecases.viewers import people_leads
from bot.words import doctor as words
from bot.words import keys as key_words
from bot.words import operating
from bot.words import settings as settings_words
from bot.words.lists import listed
from frameworks.content import framework_from_content
from frameworks.lint import lint
from frameworks.load import load_folder, load_library
from prompts.lint import lint as lint_prompts
from prompts.load import load_prompts
from storage.errors import Unreachable, WrongSchema
from storage.frameworks import heads
from storage.people import people_among
from storage.records import FrameworkVersion, Installation
from storage.schema import check_schema
from storage.sealing import keys_in_use
from storage.session import Database, sqlite_file
from storage.workspaces import installations


class Check(StrEnum):
    """What is looked at; the word stands in what programs read."""

    SETTINGS = auto()
    FRAMEWORKS = auto()
    PROMPTS = auto()
    MANIFEST = auto()
    DATABASE = auto()
    MIGRATIONS = auto()
    PUBLISHED = auto()
    KEYS = auto()
    PEOPLE_LEADS = auto()
    SLACK = auto()
    SLACK_TOKEN = auto()
    SCOPES = auto()
    APP_TOKEN = auto()
    SIGNING_SECRET = auto()
    MESSAGE = auto()


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: what was looked at, how it is, and what to do where it is wrong."""

    check: Check
    state: State
    said: str


async def examine(dm: str | None) -> AsyncIterator[Finding]:
    """All checks, in the order in which they depend on each other; `dm` is whom to send a test to."""
    settings, problems = _settings()
    for problem in problems:
        yield _wrong(Check.SETTINGS, settings_words.problem(problem))
    if not problems:
        yield _ok(Check.SETTINGS, words.SETTINGS_OK)
    for finding in _files(settings):
        yield finding
    if settings is None:
        for check in (Check.DATABASE, Check.SLACK):
            yield _skipped(check, words.NEEDS_SETTINGS)
        return
    async for finding in _Patient(settings, dm).findings():
        yield finding


def _ok(check: Check, said: str) -> Finding:
    return Finding(check=check, state=State.OK, said=said)


def _wrong(check: Check, said: str) -> Finding:
    return Finding(check=check, state=State.WRONG, said=said)


def _skipped(check: Check, said: str) -> Finding:
    return Finding(check=check, state=State.SKIPPED, said=said)


def _settings() -> tuple[Settings | None, tuple[Problem, ...]]:
    """The settings and what is wrong with them; what Slack needs may be missing, and the rest still holds."""
    try:
        return read_settings(os.environ, ENV_FILE, needs_slack=True), ()
    except SettingsError as error:
        problems = error.problems
    try:
        return read_settings(os.environ, ENV_FILE), problems
    except SettingsError:
        return None, problems


def _files(settings: Settings | None) -> Iterator[Finding]:
    yield _frameworks(settings)
    yield _prompts(settings)
    yield _manifest(settings)


def _prompts(settings: Settings | None) -> Finding:
    loaded = load_prompts(settings.prompts_dir if settings else None)
    if loaded.findings:
        return _wrong(Check.PROMPTS, words.prompts_wrong([str(one) for one in loaded.findings]))
    warnings = [str(one) for one in lint_prompts(loaded)]
    return _ok(
        Check.PROMPTS,
        words.prompts_ok(len(loaded.prompts), len(loaded.guides), len(loaded.answers), warnings),
    )


def _frameworks(settings: Settings | None) -> Finding:
    folder = settings.frameworks_dir if settings else None
    files = (*load_library(), *(load_folder(folder) if folder else ()))
    errors = sum(len(one.findings) for one in files)
    if errors:
        return _wrong(Check.FRAMEWORKS, words.frameworks_wrong(errors))
    return _ok(Check.FRAMEWORKS, words.frameworks_ok(len(files), sum(len(lint(one)) for one in files)))


def _manifest(settings: Settings | None) -> Finding:
    path = find_manifest()
    if path is None:
        return _skipped(Check.MANIFEST, words.NO_MANIFEST)
    manifest = read_manifest(path)
    faults = tuple(faults_of(manifest, settings))
    if faults:
        return _wrong(Check.MANIFEST, words.manifest_wrong(path.name, faults))
    needs_addresses = settings is not None and settings.mode is Mode.HTTP and opens_sockets(manifest)
    return _ok(Check.MANIFEST, words.manifest_ok(path.name, needs_addresses=needs_addresses))


class _Patient:
    """The store and the workspace of one set of settings."""

    def __init__(self, settings: Settings, dm: str | None) -> None:
        self._settings = settings
        self._dm = dm
        self._served: tuple[Installation, ...] = ()

    async def findings(self) -> AsyncIterator[Finding]:
        """The store first, since it says which workspace is served; then Slack."""
        async with AsyncExitStack() as stack:
            database = open_store(self._settings)
            stack.push_async_callback(database.close)
            async for finding in self._store(database):
                yield finding
            http = await stack.enter_async_context(session())
            token = self._settings.slack_bot_token.get_secret_value()
            slack = SlackClient(web_client(token, self._settings.slack_api_url, http), http)
            async for finding in self._slack(slack):
                yield finding

    async def _store(self, database: Database) -> AsyncIterator[Finding]:
        file = sqlite_file(self._settings.database_url.get_secret_value())
        if file is not None and not file.exists():
            yield _ok(Check.DATABASE, words.FILE_TO_COME)
            return
        try:
            await check_schema(database)
        except Unreachable as error:
            yield _wrong(Check.DATABASE, operating.storage_refused(error))
            yield _skipped(Check.MIGRATIONS, words.NO_DATABASE)
            return
        except WrongSchema as error:
            yield _ok(Check.DATABASE, words.REACHABLE)
            is_mended_at_start = file is not None and error.is_older
            said = words.SCHEMA_AT_START if is_mended_at_start else operating.storage_refused(error)
            yield _ok(Check.MIGRATIONS, said) if is_mended_at_start else _wrong(Check.MIGRATIONS, said)
            return
        yield _ok(Check.DATABASE, words.REACHABLE)
        yield _ok(Check.MIGRATIONS, words.SCHEMA_OK)
        yield await self._published(database)
        yield await self._keys(database)
        yield await self._led(database)

    async def _keys(self, database: Database) -> Finding:
        """Every stored word can be read with the keys that are set."""
        held = self._settings.secret_keys.get_secret_value()
        words_by_key: dict[str, int] = {}
        for served in self._served:
            async with database.read(served.id) as workspace:
                found = await keys_in_use(workspace)
            if found.missing:
                return _wrong(Check.KEYS, key_words.all_missing(found.missing))
            words_by_key = found.words
        return _ok(Check.KEYS, key_words.well(words_by_key, held[0][0] if held else None))

    async def _led(self, database: Database) -> Finding:
        """The last step of an installation, in Slack: somebody looks after it."""
        for served in self._served:
            async with database.read(served.id) as workspace:
                known = await people_among(workspace, await people_leads(workspace))
            if known:
                return _ok(Check.PEOPLE_LEADS, listed([person.name for person in known.values()]))
        return _ok(Check.PEOPLE_LEADS, words.nobody_leads(self._settings.command))

    async def _published(self, database: Database) -> Finding:
        async with database.read("") as nobody:
            self._served = await installations(nobody)
        found: list[FrameworkVersion] = []
        for served in self._served:
            async with database.read(served.id) as workspace:
                found.extend(await heads(workspace))
        for version in found:
            try:
                framework_from_content(version.content)
            except ValueError:
                return _wrong(Check.PUBLISHED, words.unreadable(version.framework))
        titles = [f"{version.title} {version.version}" for version in found]
        return _ok(Check.PUBLISHED, words.published(titles) if titles else words.NOTHING_PUBLISHED)

    async def _slack(self, slack: SlackClient) -> AsyncIterator[Finding]:
        if not self._settings.slack_bot_token.get_secret_value():
            yield _skipped(Check.SLACK_TOKEN, words.NEEDS_TOKEN)
            return
        try:
            identity = await slack.identity()
            yield self._identity(identity)
            yield self._scopes(await slack.scopes())
        except SlackRefused as refused:
            yield _wrong(Check.SLACK_TOKEN, operating.bot_token_refused(refused.code))
            return
        except SlackFailure as failure:
            yield _wrong(Check.SLACK_TOKEN, operating.slack_away(failure.code))
            return
        yield await self._way_in(slack)
        if self._dm:
            yield await self._posting(slack, self._dm)

    def _identity(self, identity: Identity) -> Finding:
        if self._served and identity.team_id not in {one.id for one in self._served}:
            return _wrong(Check.SLACK_TOKEN, words.other_workspace(identity.team_name))
        return _ok(Check.SLACK_TOKEN, words.token_ok(identity.team_name))

    def _scopes(self, granted: frozenset[str] | None) -> Finding:
        path = find_manifest()
        if granted is None:
            return _skipped(Check.SCOPES, words.SCOPES_UNSAID)
        asked = scopes_of(read_manifest(path)) if path else ()
        missing = sorted(set(asked) - granted)
        if missing:
            return _wrong(Check.SCOPES, words.scopes_missing(missing))
        return _ok(Check.SCOPES, words.scopes_ok(sorted(granted)))

    async def _way_in(self, slack: SlackClient) -> Finding:
        if self._settings.mode is Mode.HTTP:
            return _ok(Check.SIGNING_SECRET, words.SIGNING_SECRET_OK)
        if self._settings.mode is None:
            return _skipped(Check.APP_TOKEN, words.NEEDS_SETTINGS)
        try:
            await slack.check_app_token(self._settings.slack_app_token.get_secret_value())
        except SlackRefused as refused:
            return _wrong(Check.APP_TOKEN, operating.app_token_refused(refused.code))
        except SlackFailure as failure:
            return _wrong(Check.APP_TOKEN, operating.slack_away(failure.code))
        return _ok(Check.APP_TOKEN, words.APP_TOKEN_OK)

    async def _posting(self, slack: SlackClient, person_id: str) -> Finding:
        try:
            await slack.post(await slack.dm_channel(person_id), {"text": words.DM_TEXT})
        except SlackAway as away:
            return _wrong(Check.MESSAGE, operating.slack_away(away.code))
        except SlackFailure as failure:
            return _wrong(Check.MESSAGE, words.dm_failed(failure.code))
        return _ok(Check.MESSAGE, words.DM_SENT)
