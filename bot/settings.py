"""The settings of Trellis, from the environment or `.env` (DESIGN 4).

A wrong setting is told with its name, the shape of its value and the mend; the value itself, which may be a
secret pasted under the wrong name, stands in no error and no repr.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
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

KEY_BYTES = 32
HIGHEST_PORT = 65535

# Starts that say what was pasted without giving any of it away.
TOKEN_STARTS = ("xoxb-", "xoxp-", "xoxa-", "xoxe-", "xoxe.", "xoxs-", "xoxc-", "xapp-")
WEB_STARTS = ("http://", "https://")
DATABASE_STARTS = ("sqlite+aiosqlite:", "sqlite:", "postgresql+asyncpg:", "postgresql:", "postgres:")

DIRECTORY_MEND = "give a directory that exists, or leave it out for the library that comes with Trellis"
MENDS = {
    "SLACK_BOT_TOKEN": "a bot token starts with 'xoxb-': copy the Bot User OAuth Token from your app's page, "
    "OAuth & Permissions",
    "SLACK_APP_TOKEN": "an app token starts with 'xapp-': make one with connections:write on your app's "
    "page, Basic Information, App-Level Tokens",
    "SLACK_SIGNING_SECRET": "a signing secret is no token and has no spaces: copy it from your app's page, "
    "Basic Information, App Credentials",
    "SLACK_API_URL": "leave it out for Slack's own, or give an https address, "
    "or an http one on this machine such as http://127.0.0.1:3100/api/",
    "TRELLIS_DATABASE_URL": "use sqlite+aiosqlite:///trellis.db for a file, "
    "or postgresql+asyncpg://user:password@host/name",
    "TRELLIS_FRAMEWORKS_DIR": DIRECTORY_MEND,
    "TRELLIS_PROMPTS_DIR": DIRECTORY_MEND,
    "TRELLIS_COMMAND": "use a slash and up to 31 small letters, digits, '-' or '_', such as /growth",
    "TRELLIS_HOST": "use 127.0.0.1 for this machine alone, 0.0.0.0 for all its networks, or a host name",
    "TRELLIS_PORT": f"use a number from 0 (any free port) to {HIGHEST_PORT}, such as 3000",
    "TRELLIS_SECRET_KEYS": "write id:key, newest first, with commas between: an id of your own, "
    "and a key from 'openssl rand -base64 32'",
    "TRELLIS_LOG_FORMAT": "use text or json",
    "TRELLIS_PEOPLE_LEADS": "give Slack member ids with commas between, such as U024BE7LH: "
    "in Slack, open a profile and choose Copy member ID",
}


class SettingsError(Exception):
    """The settings cannot be used; `problems` holds one sentence each, all of them at once."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
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


def _shape(text: str) -> str:
    """What a value looks like, without any of it: its length, a telling start, quotation marks, spaces."""
    said = "1 character" if len(text) == 1 else f"{len(text)} characters"
    start = next(
        (start for start in TOKEN_STARTS + WEB_STARTS + DATABASE_STARTS if text.startswith(start)), None
    )
    if start:
        said += f" starting with '{start}'"
    if text[0] in "'\"":
        said += " with a quotation mark in front"
    if re.search(r"\s", text):
        said += " with a space or line break inside"
    return said


def _wrong(shape: str) -> PydanticCustomError:
    return PydanticCustomError("setting", "is {shape}", {"shape": shape})


def _matching(pattern: str) -> Callable[[str], str]:
    """A check that a value is wholly of the pattern, given back as it is."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise _wrong(_shape(text))
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
        raise _wrong(_shape(text))
    return text.rstrip("/") + "/"


def _directory(text: str) -> Path:
    try:
        is_there = Path(text).is_dir()
    except OSError:
        is_there = False
    if not is_there:
        raise _wrong(f"{_shape(text)} and names no directory")
    return Path(text)


def _host(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return _matching(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")(text)


def _port(text: str) -> int:
    _matching(r"[0-9]{1,5}")(text)
    if int(text) > HIGHEST_PORT:
        raise _wrong("a number too high")
    return int(text)


def _log_format(text: str) -> LogFormat:
    return LogFormat(_matching("|".join(LogFormat))(text.lower()))


def _entries(text: str) -> list[tuple[int, str]]:
    """The parts between commas, numbered from 1 as a person counts, without the empty ones."""
    return [(place, part.strip()) for place, part in enumerate(text.split(","), start=1) if part.strip()]


def _people_leads(text: str) -> tuple[str, ...]:
    for place, lead in _entries(text):
        if not re.fullmatch(r"[UW][A-Z0-9]+", lead, re.ASCII):
            raise _wrong(f"wrong at entry {place}, {_shape(lead)}")
    return tuple(lead for _, lead in _entries(text))


def _secret_key(place: int, entry: str) -> tuple[str, bytes]:
    key_id, _, encoded = entry.partition(":")
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,32}", key_id, re.ASCII) or not encoded:
        raise _wrong(f"wrong at entry {place}, {_shape(entry)}")
    try:
        key = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise _wrong(f"wrong at entry {place}, whose key is not base64") from None
    if len(key) != KEY_BYTES:
        raise _wrong(f"wrong at entry {place}, whose key is {len(key)} bytes and not {KEY_BYTES}")
    return key_id, key


def _secret_keys(text: str) -> KeysByAge:
    keys = tuple(_secret_key(place, entry) for place, entry in _entries(text))
    if len({key_id for key_id, _ in keys}) < len(keys):
        raise _wrong("the same id for two keys")
    return keys


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
    operator's own files, beside the library that comes with Trellis.
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
        wrong = [(str(each["loc"][0]), each["msg"]) for each in error.errors(include_input=False)]
        raise SettingsError([f"{name} {what}; {MENDS[name]}." for name, what in wrong] + problems) from None
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
        what = f"{env_file} cannot be read ({type(error).__name__})"
        raise SettingsError([f"{what}; make it a text file in UTF-8 that Trellis may read."]) from None


def _missing(given: Mapping[str, str]) -> list[str]:
    problems = []
    if "SLACK_BOT_TOKEN" not in given:
        problems.append(f"SLACK_BOT_TOKEN is not set; {MENDS['SLACK_BOT_TOKEN']}.")
    if not given.keys() & {"SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"}:
        problems.append(
            "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set; "
            "set the first for Socket Mode, which needs no public address, or the second for HTTP."
        )
    return problems
