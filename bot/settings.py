"""The settings of Trellis, from the environment or `.env` (DESIGN 4).

A wrong setting is told with its name and the shape of its value, in the sentence of words/settings.py; the
value itself, which may be a secret pasted under the wrong name, stands in no error and no repr.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, TypeAlias
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, Secret, SecretStr, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from storage.choices import Keep

KEY_BYTES = 32
HIGHEST_PORT = 65535
# A lease outlasts the longest wait for Slack's answer (connecting and reading, bot/slack), or every slow
# message would be thought lost.
LEAST_LEASE, MOST_LEASE = 20, 3600
MOST_PACE = 60
# Deliveries of the last months keep a message from coming twice.
LEAST_DAYS, MOST_DAYS = 90, 36500

# Starts that say what was pasted without giving any of it away.
TOKEN_STARTS = ("xoxb-", "xoxp-", "xoxa-", "xoxe-", "xoxe.", "xoxs-", "xoxc-", "xapp-")
WEB_STARTS = ("http://", "https://")
DATABASE_STARTS = ("sqlite+aiosqlite:", "sqlite:", "postgresql+asyncpg:", "postgresql:", "postgres:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a value looks like, without any of it: `start` is one of ours that it begins with, or empty."""

    length: int
    start: str
    is_quoted: bool
    has_space: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a setting: its name, the key of the sentence in words, and what fills that."""

    name: str
    key: str
    values: Mapping[str, object]


class SettingsError(Exception):
    """The settings cannot be used; `problems` holds all that is wrong at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(f"{problem.name}: {problem.key}" for problem in problems))
        self.problems = tuple(problems)


class Mode(StrEnum):
    """How Slack reaches Trellis."""

    SOCKET = "socket"
    HTTP = "http"


class LogFormat(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"


# Pairs of id and key, newest first, as storage takes them.
KeysByAge: TypeAlias = tuple[tuple[str, bytes], ...]


def _shape(text: str) -> Shape:
    starts = TOKEN_STARTS + WEB_STARTS + DATABASE_STARTS
    return Shape(
        length=len(text),
        start=next((start for start in starts if text.startswith(start)), ""),
        is_quoted=text[0] in "'\"",
        has_space=re.search(r"\s", text) is not None,
    )


def _wrong(key: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(key, key, values)


def _matching(pattern: str) -> Callable[[str], str]:
    """A check that a value is wholly of the pattern, given back as it is."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise _wrong("shape", shape=_shape(text))
        return text

    return check


def _host_of(url: str) -> str | None:
    """The host of a web address that is only an address: no password, query, fragment or trick in it."""
    try:
        parts = urlsplit(url)
        is_plain = parts.port != 0 and not (parts.username or parts.password or parts.query or parts.fragment)
    except ValueError:
        return None
    return parts.hostname if is_plain and not re.search(r"[\s\\]", url) else None


def is_on_this_machine(url: str) -> bool:
    """Whether a web address leads nowhere else."""
    host = _host_of(url) or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _api_url(text: str) -> str:
    """Tokens go to this address, so it is encrypted or does not leave the machine. Ends with a slash."""
    host, scheme = _host_of(text), text.partition("://")[0].lower()
    if not host or not (scheme == "https" or (scheme == "http" and is_on_this_machine(text))):
        raise _wrong("shape", shape=_shape(text))
    return text.rstrip("/") + "/"


def _directory(text: str) -> Path:
    try:
        is_there = Path(text).is_dir()
    except OSError:
        is_there = False
    if not is_there:
        raise _wrong("no_directory", shape=_shape(text))
    return Path(text)


def _host(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return _matching(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")(text)


def _port(text: str) -> int:
    _matching(r"[0-9]{1,5}")(text)
    if int(text) > HIGHEST_PORT:
        raise _wrong("too_high")
    return int(text)


def _seconds(least: int, most: int) -> Callable[[str], float]:
    """A check of a number of seconds, with up to three decimals."""

    def check(text: str) -> float:
        _matching(r"[0-9]{1,6}(\.[0-9]{1,3})?")(text)
        if float(text) > most:
            raise _wrong("too_high")
        if float(text) < least:
            raise _wrong("too_low")
        return float(text)

    return check


def _log_format(text: str) -> LogFormat:
    return LogFormat(_matching("|".join(LogFormat))(text.lower()))


def _entries(text: str) -> list[tuple[int, str]]:
    """The parts between commas, numbered from 1 as a person counts, without the empty ones."""
    return [(place, part.strip()) for place, part in enumerate(text.split(","), start=1) if part.strip()]


def _people_leads(text: str) -> tuple[str, ...]:
    for place, lead in _entries(text):
        if not re.fullmatch(r"[UW][A-Z0-9]+", lead, re.ASCII):
            raise _wrong("entry", entry=place, shape=_shape(lead))
    return tuple(lead for _, lead in _entries(text))


def _secret_key(place: int, entry: str) -> tuple[str, bytes]:
    key_id, _, encoded = entry.partition(":")
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,32}", key_id, re.ASCII) or not encoded:
        raise _wrong("entry", entry=place, shape=_shape(entry))
    try:
        key = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise _wrong("not_base64", entry=place) from None
    if len(key) != KEY_BYTES:
        raise _wrong("key_length", entry=place, length=len(key), needed=KEY_BYTES)
    return key_id, key


def _secret_keys(text: str) -> KeysByAge:
    keys = tuple(_secret_key(place, entry) for place, entry in _entries(text))
    if len({key_id for key_id, _ in keys}) < len(keys):
        raise _wrong("same_id")
    return keys


def _retention(text: str) -> dict[Keep, timedelta]:
    """The days of some kinds; a kind that is not named stays as it is by default."""
    found: dict[Keep, timedelta] = {}
    for place, entry in _entries(text):
        kind, _, days = entry.partition(":")
        if kind not in set(Keep) or not re.fullmatch(r"[0-9]{1,5}", days, re.ASCII):
            raise _wrong("entry", entry=place, shape=_shape(entry))
        if not LEAST_DAYS <= int(days) <= MOST_DAYS:
            raise _wrong("days", entry=place, least=LEAST_DAYS, most=MOST_DAYS)
        if Keep(kind) in found:
            raise _wrong("same_kind", entry=place)
        found[Keep(kind)] = timedelta(days=int(days))
    return found


SQLITE_FILE = r"sqlite\+aiosqlite:///(?!:memory:)\S+"
POSTGRESQL = r"postgresql\+asyncpg://(\S*@)?(\[[0-9A-Fa-f:]+\]|[^\s@:/?]+)?(:[0-9]+)?([/?]\S*)"

BotToken = BeforeValidator(_matching(r"xoxb-[!-~]+"))
AppToken = BeforeValidator(_matching(r"xapp-[!-~]+"))
SigningSecret = BeforeValidator(_matching(r"(?!xox|xapp)[!-~]+"))
Command = BeforeValidator(_matching(r"/[a-z0-9_-]{1,31}"))
Directory = Annotated[Path, BeforeValidator(_directory)]
DatabaseUrl = BeforeValidator(_matching(f"{SQLITE_FILE}|{POSTGRESQL}"))
NO_SECRET = SecretStr("")


class Settings(BaseSettings):
    """Every setting, checked. A secret that is not set is the empty secret.

    `secret_keys` are pairs of id and 32 bytes, newest first. `frameworks_dir` and `prompts_dir` are the
    operator's own files, beside the library that comes with Trellis. `lease_seconds` is how long a worker
    holds a message before it counts as lost with its worker, `pace_seconds` the wait between two of bulk.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, enable_decoding=False, validate_default=False
    )

    slack_bot_token: Annotated[SecretStr, BotToken] = Field(NO_SECRET, alias="SLACK_BOT_TOKEN")
    slack_app_token: Annotated[SecretStr, AppToken] = Field(NO_SECRET, alias="SLACK_APP_TOKEN")
    slack_signing_secret: Annotated[SecretStr, SigningSecret] = Field(NO_SECRET, alias="SLACK_SIGNING_SECRET")
    slack_api_url: Annotated[str, BeforeValidator(_api_url)] = Field(
        "https://slack.com/api/", alias="SLACK_API_URL"
    )
    database_url: Annotated[SecretStr, DatabaseUrl] = Field(
        SecretStr("sqlite+aiosqlite:///trellis.db"), alias="TRELLIS_DATABASE_URL"
    )
    frameworks_dir: Directory | None = Field(None, alias="TRELLIS_FRAMEWORKS_DIR")
    prompts_dir: Directory | None = Field(None, alias="TRELLIS_PROMPTS_DIR")
    command: Annotated[str, Command] = Field("/growth", alias="TRELLIS_COMMAND")
    # This machine alone, until the operator says otherwise: a proxy or tunnel in front is the usual way in,
    # and a container image, whose only way in is its network, sets 0.0.0.0 for itself.
    host: Annotated[str, BeforeValidator(_host)] = Field("127.0.0.1", alias="TRELLIS_HOST")
    port: Annotated[int, BeforeValidator(_port)] = Field(3000, alias="TRELLIS_PORT")
    secret_keys: Annotated[Secret[KeysByAge], BeforeValidator(_secret_keys)] = Field(
        Secret[KeysByAge](()), alias="TRELLIS_SECRET_KEYS"
    )
    log_format: Annotated[LogFormat, BeforeValidator(_log_format)] = Field(
        LogFormat.TEXT, alias="TRELLIS_LOG_FORMAT"
    )
    lease_seconds: Annotated[float, BeforeValidator(_seconds(LEAST_LEASE, MOST_LEASE))] = Field(
        60.0, alias="TRELLIS_LEASE_SECONDS"
    )
    pace_seconds: Annotated[float, BeforeValidator(_seconds(0, MOST_PACE))] = Field(
        0.25, alias="TRELLIS_PACE_SECONDS"
    )
    retention: Annotated[dict[Keep, timedelta], BeforeValidator(_retention)] = Field(
        {}, alias="TRELLIS_RETENTION_DAYS"
    )
    people_leads: Annotated[tuple[str, ...], BeforeValidator(_people_leads)] = Field(
        (), alias="TRELLIS_PEOPLE_LEADS"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what it is given: the environment is passed in, never looked up."""
        return (init_settings,)

    @property
    def mode(self) -> Mode | None:
        """How Slack reaches Trellis: an app token wins; None where neither way is set."""
        if self.slack_app_token.get_secret_value():
            return Mode.SOCKET
        return Mode.HTTP if self.slack_signing_secret.get_secret_value() else None


def read_settings(
    environ: Mapping[str, str],
    env_file: Path | None,
    *,
    needs_slack: bool = False,
    only: frozenset[str] | None = None,
) -> Settings:
    """The settings of an environment, over those of a `.env` file where there is one.

    Spaces around a value are dropped and an empty one is as unset. With `needs_slack` a bot token and a way
    in for Slack must be there. With `only`, settings of other names are as unset, so that a command that
    needs few is not stopped by the rest. Raises `SettingsError` with all that is wrong.
    """
    given = {**_file_values(env_file), **_filled(environ)}
    if only is not None:
        given = {name: value for name, value in given.items() if name in only}
    problems = _missing(given) if needs_slack else []
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        wrong = [
            Problem(name=str(each["loc"][0]), key=each["type"], values=each.get("ctx", {}))
            for each in error.errors(include_input=False)
        ]
        raise SettingsError(wrong + problems) from None
    if problems:
        raise SettingsError(problems)
    return settings


def _filled(values: Mapping[str, Any]) -> dict[str, str]:
    names = {field.alias for field in Settings.model_fields.values()}
    return {name: value.strip() for name, value in values.items() if name in names and value.strip()}


def _file_values(env_file: Path | None) -> dict[str, str]:
    try:
        return _filled(DotEnvSettingsSource(Settings, env_file=env_file, env_file_encoding="utf-8")())
    except (OSError, UnicodeDecodeError) as error:
        values = {"fault": type(error).__name__}
        raise SettingsError([Problem(name=str(env_file), key="unreadable", values=values)]) from None


def _missing(given: Mapping[str, str]) -> list[Problem]:
    problems = []
    if "SLACK_BOT_TOKEN" not in given:
        problems.append(Problem(name="SLACK_BOT_TOKEN", key="not_set", values={}))
    if not given.keys() & {"SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"}:
        problems.append(Problem(name="SLACK_APP_TOKEN", key="no_way_in", values={}))
    return problems
