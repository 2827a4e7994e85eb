"""What Trellis says of a setting that cannot be used: its name, what the value looks like, and the mend."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.settings import (
    HIGHEST_PORT,
    LEAST_DAYS,
    LEAST_LEASE,
    MOST_DAYS,
    MOST_LEASE,
    MOST_PACE,
    Problem,
    Shape,
)
from storage.choices import Keep

_DIRECTORY_MEND = "give a directory that exists, or leave it out for the library that comes with Trellis"
MENDS: Mapping[str, str] = {
    "SLACK_BOT_TOKEN": "a bot token starts with 'xoxb-': copy the Bot User OAuth Token from your app’s page, "
    "OAuth & Permissions",
    "SLACK_APP_TOKEN": "an app token starts with 'xapp-': make one with connections:write on your app’s "
    "page, Basic Information, App-Level Tokens",
    "SLACK_SIGNING_SECRET": "a signing secret is no token and has no spaces: copy it from your app’s page, "
    "Basic Information, App Credentials",
    "SLACK_API_URL": "leave it out for Slack’s own, or give an https address, "
    "or an http one on this machine such as http://127.0.0.1:3100/api/",
    "TRELLIS_DATABASE_URL": "use sqlite+aiosqlite:///trellis.db for a file, "
    "or postgresql+asyncpg://user:password@host/name",
    "TRELLIS_FRAMEWORKS_DIR": _DIRECTORY_MEND,
    "TRELLIS_PROMPTS_DIR": _DIRECTORY_MEND,
    "TRELLIS_COMMAND": "use a slash and up to 31 small letters, digits, '-' or '_', such as /growth",
    "TRELLIS_HOST": "use 127.0.0.1 for this machine alone, 0.0.0.0 for all its networks, or a host name",
    "TRELLIS_PORT": f"use a number from 0 (any free port) to {HIGHEST_PORT}, such as 3000",
    "TRELLIS_SECRET_KEYS": "write id:key, newest first, with commas between: an id of your own, "
    "and a key from 'openssl rand -base64 32'",
    "TRELLIS_LOG_FORMAT": "use text or json",
    "TRELLIS_LEASE_SECONDS": f"use a number of seconds from {LEAST_LEASE} to {MOST_LEASE}, such as 60",
    "TRELLIS_PACE_SECONDS": f"use a number of seconds from 0 (no wait) to {MOST_PACE}, such as 0.25",
    "TRELLIS_RETENTION_DAYS": f"write kind:days with commas between, from {LEAST_DAYS} to {MOST_DAYS} days, "
    f"such as kudos:1095,log:365; the kinds are {', '.join(Keep)}",
    "TRELLIS_PEOPLE_LEADS": "give Slack member ids with commas between, such as U024BE7LH: "
    "in Slack, open a profile and choose Copy member ID",
}
NO_WAY_IN = (
    "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set; "
    "set the first for Socket Mode, which needs no public address, or the second for HTTP."
)
WRONG: Mapping[str, Callable[..., str]] = {
    "not_set": lambda: "is not set",
    "shape": lambda shape: f"is {_looks(shape)}",
    "no_directory": lambda shape: f"is {_looks(shape)} and names no directory",
    "too_high": lambda: "is a number too high",
    "too_low": lambda: "is a number too low",
    "entry": lambda entry, shape: f"is wrong at entry {entry}, {_looks(shape)}",
    "not_base64": lambda entry: f"is wrong at entry {entry}, whose key is not base64",
    "key_length": lambda entry, length, needed: (
        f"is wrong at entry {entry}, whose key is {length} bytes and not {needed}"
    ),
    "days": lambda entry, least, most: f"is wrong at entry {entry}, which is not from {least} to {most} days",
    "same_kind": lambda entry: f"is wrong at entry {entry}, a kind that was named before",
    "same_id": lambda: "is the same id for two keys",
}


def problem(one: Problem) -> str:
    """What a person reads of a problem."""
    values: Mapping[str, Any] = one.values
    if one.key == "no_way_in":
        return NO_WAY_IN
    if one.key == "unreadable":
        fault = values["fault"]
        return f"{one.name} cannot be read ({fault}); make it a text file in UTF-8 that Trellis may read."
    return f"{one.name} {WRONG[one.key](**values)}; {MENDS[one.name]}."


def _looks(shape: Shape) -> str:
    said = "1 character" if shape.length == 1 else f"{shape.length} characters"
    if shape.start:
        said += f" starting with '{shape.start}'"
    if shape.is_quoted:
        said += " with a quotation mark in front"
    if shape.has_space:
        said += " with a space or line break inside"
    return said
