"""A wrong setting is told plainly, and no secret is told at all."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.settings import LogFormat, Mode, SettingsError, read_settings
from bot.words.settings import MENDS, problem

HIDDEN = "S3cr3tQz9"
KEY = base64.b64encode(b"k" * 32).decode()
OLDER_KEY = base64.b64encode(b"o" * 32).decode()
SHORT_KEY = base64.b64encode(b"short").decode()
BOT = {"SLACK_BOT_TOKEN": "xoxb-1-2-abc"}
APP = {"SLACK_APP_TOKEN": "xapp-1-A1-abc"}
SIGNED = {"SLACK_SIGNING_SECRET": "8f742231b10e8888abcd99yyyzzz85a5"}


def problems_of(environ: Mapping[str, str], needs_slack: bool = False) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings(environ, None, needs_slack=needs_slack)
    return tuple(map(problem, caught.value.problems))


def env_file(directory: Path, text: str) -> Path:
    path = directory / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_set_is_enough_to_work_with_files() -> None:
    """Without any setting the defaults of the contract hold."""
    found = read_settings({}, None)

    assert found.database_url.get_secret_value() == "sqlite+aiosqlite:///trellis.db"
    assert (found.slack_api_url, found.command) == ("https://slack.com/api/", "/growth")
    assert (found.host, found.port) == ("127.0.0.1", 3000)
    assert (found.log_format, found.people_leads) == (LogFormat.TEXT, ())
    assert (found.frameworks_dir, found.prompts_dir) == (None, None)
    assert (found.lease_seconds, found.pace_seconds) == (60, 0.25)
    assert (found.mode, found.secret_keys.get_secret_value()) == (None, ())


def test_every_setting_is_read(tmp_path: Path) -> None:
    """Each name of the contract reaches its field."""
    found = read_settings(
        {
            **BOT,
            **APP,
            **SIGNED,
            "SLACK_API_URL": "http://127.0.0.1:3100/api",
            "TRELLIS_DATABASE_URL": "postgresql+asyncpg://trellis:pw@db:5432/trellis",
            "TRELLIS_FRAMEWORKS_DIR": str(tmp_path),
            "TRELLIS_PROMPTS_DIR": str(tmp_path),
            "TRELLIS_COMMAND": "/grow-dev",
            "TRELLIS_HOST": "::1",
            "TRELLIS_PORT": "8080",
            "TRELLIS_SECRET_KEYS": f"new:{KEY}, old:{OLDER_KEY}",
            "TRELLIS_LOG_FORMAT": "JSON",
            "TRELLIS_PEOPLE_LEADS": "U024BE7LH, W012A3CDE,",
            "TRELLIS_LEASE_SECONDS": "90",
            "TRELLIS_PACE_SECONDS": "1.5",
        },
        None,
        needs_slack=True,
    )

    assert found.slack_bot_token.get_secret_value() == BOT["SLACK_BOT_TOKEN"]
    assert found.slack_app_token.get_secret_value() == APP["SLACK_APP_TOKEN"]
    assert found.slack_signing_secret.get_secret_value() == SIGNED["SLACK_SIGNING_SECRET"]
    assert found.slack_api_url == "http://127.0.0.1:3100/api/"
    assert found.database_url.get_secret_value() == "postgresql+asyncpg://trellis:pw@db:5432/trellis"
    assert (found.frameworks_dir, found.prompts_dir) == (tmp_path, tmp_path)
    assert (found.command, found.host, found.port) == ("/grow-dev", "::1", 8080)
    assert found.secret_keys.get_secret_value() == (("new", b"k" * 32), ("old", b"o" * 32))
    assert (found.lease_seconds, found.pace_seconds) == (90, 1.5)
    assert (found.log_format, found.people_leads) == (LogFormat.JSON, ("U024BE7LH", "W012A3CDE"))


@pytest.mark.parametrize(
    ("environ", "mode"),
    [
        (BOT | APP, Mode.SOCKET),
        (BOT | SIGNED, Mode.HTTP),
        (BOT | APP | SIGNED, Mode.SOCKET),
        (BOT, None),
    ],
    ids=["app token", "signing secret", "both", "neither"],
)
def test_the_way_in_follows_from_what_is_set(environ: Mapping[str, str], mode: Mode | None) -> None:
    """An app token means Socket Mode, a signing secret without one HTTP."""
    assert read_settings(environ, None).mode == mode


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-123", "is 8 characters starting with 'xoxp-'; a bot token starts with"),
        ("SLACK_BOT_TOKEN", "xoxb-", "is 5 characters starting with 'xoxb-'; a bot token starts with"),
        ("SLACK_BOT_TOKEN", '"xoxb-1"', "is 8 characters with a quotation mark in front; a bot token"),
        ("SLACK_BOT_TOKEN", "xoxb-1 2", "with a space or line break inside; a bot token"),
        ("SLACK_APP_TOKEN", "xoxb-123", "is 8 characters starting with 'xoxb-'; an app token starts with"),
        ("SLACK_SIGNING_SECRET", "xoxb-123", "starting with 'xoxb-'; a signing secret is no token"),
        ("SLACK_SIGNING_SECRET", "xapp-123", "starting with 'xapp-'; a signing secret is no token"),
        (
            "SLACK_API_URL",
            "http://slack.example/api/",
            "is 25 characters starting with 'http://'; leave it out",
        ),
        ("SLACK_API_URL", "slack.com/api", "is 13 characters; leave it out"),
        ("SLACK_API_URL", "https://", "is 8 characters starting with 'https://'; leave it out"),
        ("SLACK_API_URL", "https://me:pw@slack.com/api/", "starting with 'https://'; leave it out"),
        ("SLACK_API_URL", "https://slack.com/api/?to=x", "starting with 'https://'; leave it out"),
        ("SLACK_API_URL", "https://slack.com:port/", "starting with 'https://'; leave it out"),
        ("SLACK_API_URL", "http://127.0.0.1@far.example/", "starting with 'http://'; leave it out"),
        ("SLACK_API_URL", "http://localhost.far.example/", "starting with 'http://'; leave it out"),
        ("TRELLIS_DATABASE_URL", "postgres://u:pw@h/db", "starting with 'postgres:'; use sqlite+aiosqlite"),
        ("TRELLIS_DATABASE_URL", "postgresql://u:pw@h/db", "starting with 'postgresql:'; use sqlite"),
        ("TRELLIS_DATABASE_URL", "sqlite:///x.db", "starting with 'sqlite:'; use sqlite+aiosqlite"),
        (
            "TRELLIS_DATABASE_URL",
            "sqlite+aiosqlite:///:memory:",
            "use sqlite+aiosqlite:///trellis.db for a file",
        ),
        ("TRELLIS_DATABASE_URL", "sqlite+aiosqlite://", "use sqlite+aiosqlite:///trellis.db for a file"),
        (
            "TRELLIS_DATABASE_URL",
            "postgresql+asyncpg://u:pw@h:no/db",
            "or postgresql+asyncpg://user:password@host",
        ),
        (
            "TRELLIS_FRAMEWORKS_DIR",
            "/nowhere/at/all",
            "is 15 characters and names no directory; give a directory",
        ),
        ("TRELLIS_PROMPTS_DIR", "x" * 9000, "is 9000 characters and names no directory; give a directory"),
        ("TRELLIS_COMMAND", "growth", "is 6 characters; use a slash"),
        ("TRELLIS_COMMAND", "/" + "g" * 32, "is 33 characters; use a slash and up to 31"),
        ("TRELLIS_COMMAND", "/", "is 1 character; use a slash"),
        ("TRELLIS_HOST", "http://localhost", "starting with 'http://'; use 127.0.0.1"),
        ("TRELLIS_HOST", "127.0.0.1:80", "is 12 characters; use 127.0.0.1"),
        ("TRELLIS_PORT", "http", "is 4 characters; use a number from 0"),
        ("TRELLIS_PORT", "65536", "is a number too high; use a number from 0"),
        ("TRELLIS_PORT", "-1", "is 2 characters; use a number from 0"),
        ("TRELLIS_LEASE_SECONDS", "1m", "is 2 characters; use a number of seconds from 20 to 3600"),
        ("TRELLIS_LEASE_SECONDS", "19.9", "is a number too low; use a number of seconds from 20"),
        ("TRELLIS_LEASE_SECONDS", "3601", "is a number too high; use a number of seconds from 20"),
        ("TRELLIS_PACE_SECONDS", "-1", "is 2 characters; use a number of seconds from 0"),
        ("TRELLIS_PACE_SECONDS", "61", "is a number too high; use a number of seconds from 0"),
        ("TRELLIS_SECRET_KEYS", KEY, "is wrong at entry 1, 44 characters; write id:key"),
        (
            "TRELLIS_SECRET_KEYS",
            f"a:{KEY},b:***",
            "is wrong at entry 2, whose key is not base64; write id:key",
        ),
        ("TRELLIS_SECRET_KEYS", f"a:{SHORT_KEY}", "whose key is 5 bytes and not 32; write id:key"),
        ("TRELLIS_SECRET_KEYS", f"a:{KEY},a:{OLDER_KEY}", "is the same id for two keys; write id:key"),
        ("TRELLIS_LOG_FORMAT", "xml", "is 3 characters; use text or json"),
        (
            "TRELLIS_PEOPLE_LEADS",
            "U024BE7LH,@kim",
            "is wrong at entry 2, 4 characters; give Slack member ids",
        ),
    ],
)
def test_a_wrong_setting_says_its_name_shape_and_mend(name: str, value: str, sentence: str) -> None:
    """Each wrong setting gives one sentence: its name, what its value looks like, and what to do."""
    (problem,) = problems_of({name: value})

    assert problem.startswith(f"{name} is ")
    assert sentence in problem
    assert problem.endswith(f"; {MENDS[name]}.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_API_URL", "https://slack.example:8443/api/"),
        ("SLACK_API_URL", "http://localhost:3100/api/"),
        ("SLACK_API_URL", "http://[::1]:3100/api/"),
        ("TRELLIS_DATABASE_URL", "sqlite+aiosqlite:////var/lib/trellis/trellis.db"),
        ("TRELLIS_DATABASE_URL", "postgresql+asyncpg://u:p@ss/w#rd@[::1]:5432/trellis"),
        ("TRELLIS_DATABASE_URL", "postgresql+asyncpg:///trellis?host=/run/postgresql"),
        ("TRELLIS_HOST", "0.0.0.0"),  # noqa: S104 - what a container sets
        ("TRELLIS_HOST", "trellis.internal"),
        ("TRELLIS_PORT", "0"),
    ],
)
def test_a_good_value_is_taken(name: str, value: str) -> None:
    """What works elsewhere in Trellis is not refused here, and is kept as it was written."""
    taken = read_settings({name: value}, None)

    found = getattr(taken, name.lower().removeprefix("trellis_"))
    assert str(found.get_secret_value() if isinstance(found, SecretStr) else found) == value


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Several wrong settings and missing ones come in one error, a line each."""
    problems = problems_of({"TRELLIS_PORT": "no", "SLACK_BOT_TOKEN": "no"}, needs_slack=True)

    assert [problem.split()[0] for problem in problems] == ["SLACK_BOT_TOKEN", "TRELLIS_PORT", "Neither"]


@pytest.mark.parametrize(
    ("environ", "missing"),
    [
        ({}, ["SLACK_BOT_TOKEN is not set;", "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set;"]),
        (BOT, ["Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set;"]),
        (APP, ["SLACK_BOT_TOKEN is not set;"]),
        (BOT | {"SLACK_APP_TOKEN": "  "}, ["Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set;"]),
    ],
)
def test_serving_slack_needs_a_token_and_a_way_in(environ: Mapping[str, str], missing: list[str]) -> None:
    """To run, a bot token and one of the two ways in must be there; an empty one is as none."""
    problems = problems_of(environ, needs_slack=True)

    assert [problem.partition(";")[0] + ";" for problem in problems] == missing


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """A `.env` file fills what the environment leaves unset or empty."""
    path = env_file(tmp_path, 'TRELLIS_PORT=4000\nTRELLIS_HOST="10.0.0.1"\nTRELLIS_COMMAND=/file\nOTHER=1\n')

    found = read_settings({"TRELLIS_PORT": "5000", "TRELLIS_HOST": ""}, path)

    assert (found.port, found.host, found.command) == (5000, "10.0.0.1", "/file")


def test_a_file_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    """A `.env` file is optional."""
    assert read_settings({}, tmp_path / ".env") == read_settings({}, None)


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    """A `.env` file that cannot be read stops the start with its name."""
    path = tmp_path / ".env"
    path.write_bytes(b"TRELLIS_PORT=\xff\xfe\n")

    with pytest.raises(SettingsError) as caught:
        read_settings({}, path)

    (said,) = map(problem, caught.value.problems)
    assert said.startswith(f"{path} cannot be read (UnicodeDecodeError); make it")


def test_the_machine_is_not_asked_behind_our_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the environment that is passed in counts."""
    monkeypatch.setenv("TRELLIS_PORT", "4000")

    assert read_settings({}, None).port == 3000


def told_of(environ: Mapping[str, str]) -> str:
    """All that can be printed of a reading, whether it went well or not."""
    try:
        found = read_settings(environ, None)
    except SettingsError as error:
        return f"{error} {error!r} {error.__cause__!r} {[problem(one) for one in error.problems]}"
    return f"{found} {found!r}"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.sampled_from(sorted(MENDS.keys() - {"TRELLIS_HOST"})), st.text(max_size=12), st.text(max_size=12))
def test_no_value_is_ever_told(name: str, before: str, after: str) -> None:
    """Whatever is pasted under whichever name, neither the error nor the settings show it.

    A host alone may be any word.
    """
    assert HIDDEN not in told_of({name: f"{before}{HIDDEN}{after}"})


def test_secrets_stand_in_no_repr() -> None:
    """Tokens, the signing secret, keys and the database's address are hidden however they are printed."""
    encoded = base64.b64encode(HIDDEN.ljust(32).encode()).decode()
    found = read_settings(
        {
            "SLACK_BOT_TOKEN": f"xoxb-{HIDDEN}",
            "SLACK_APP_TOKEN": f"xapp-{HIDDEN}",
            "SLACK_SIGNING_SECRET": HIDDEN,
            "TRELLIS_DATABASE_URL": f"postgresql+asyncpg://trellis:{HIDDEN}@db/trellis",
            "TRELLIS_SECRET_KEYS": f"key:{encoded}",
        },
        None,
    )

    printed = f"{found!r} {found} {found.model_dump()} {found.model_dump_json()}"
    assert HIDDEN not in printed
    assert encoded not in printed
