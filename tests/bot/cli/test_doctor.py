"""`trellis doctor`."""

import asyncio
import copy
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playground.server import Playground
from tests.bot.cli.shell import trellis
from tests.databases import sqlite_url
from tests.world import ANA, MANIFEST, PEOPLE


@asynccontextmanager
async def a_slack(manifest: Mapping[str, Any] = MANIFEST) -> AsyncIterator[Playground]:
    """A local Slack in which the app was installed with this manifest."""
    async with Playground(manifest=manifest, people=PEOPLE, pace=None) as slack:
        yield slack


async def examined(
    slack: Playground, address: str, *options: str, **changed: str
) -> tuple[int, dict[str, tuple[str, str]]]:
    """The exit code, and state and sentence of each check."""
    environ = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "TRELLIS_DATABASE_URL": address,
    }
    said = await asyncio.to_thread(trellis, "doctor", "--json", *options, **(environ | changed))
    found = {one["check"]: (one["state"], one["said"]) for one in json.loads(said.stdout)}
    return said.exit_code, found


async def test_all_is_well(sqlite_address: str) -> None:
    """With everything in place each check is well, and the program ends with 0."""
    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_address)

    assert code == 0
    assert {state for state, _ in found.values()} == {"ok"}
    assert set(found) == {
        "settings", "frameworks", "prompts", "manifest", "database", "migrations", "published",
    "keys",
        "people_leads", "slack_token", "scopes", "app_token",
    }  # fmt: skip


async def test_what_comes_next_is_said(sqlite_address: str, tmp_path: Path) -> None:
    """After the checks an installer knows the next step: to start it, then to go on in Slack."""
    async with a_slack() as slack:
        _, before = await examined(slack, sqlite_url(tmp_path / "new.db"))
        _, after = await examined(slack, sqlite_address)

    assert before["database"][1].endswith("`trellis run` comes next")
    assert "a workspace owner or admin types /growth admin" in after["people_leads"][1]


async def test_a_missing_scope_is_named(sqlite_address: str) -> None:
    """A scope of the manifest that was not granted fails, with its name and where to add it."""
    fewer = copy.deepcopy(MANIFEST)
    fewer["oauth_config"]["scopes"]["bot"].remove("im:write")

    async with a_slack(fewer) as slack:
        code, found = await examined(slack, sqlite_address)

    assert code == 1
    assert found["scopes"][0] == "wrong"
    assert "im:write" in found["scopes"][1]
    assert "OAuth & Permissions" in found["scopes"][1]


async def test_a_wrong_token_is_told(sqlite_address: str) -> None:
    """A token that Slack refuses fails, and what needs it is not looked at."""
    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_address, SLACK_BOT_TOKEN="xoxb-wrong")

    assert code == 1
    assert found["slack_token"][0] == "wrong"
    assert "invalid_auth" in found["slack_token"][1]
    assert "scopes" not in found


async def test_a_wrong_app_token_is_told(sqlite_address: str) -> None:
    """Socket Mode is tried before anybody waits for it."""
    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_address, SLACK_APP_TOKEN="xapp-wrong")

    assert code == 1
    assert found["app_token"][0] == "wrong"


async def test_a_new_file_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    """A store that the first start will make is well, and the doctor does not make it."""
    file = tmp_path / "new.db"

    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_url(file))

    assert code == 0
    assert found["database"][0] == "ok"
    assert not file.exists()


async def test_an_unreachable_database_is_told(tmp_path: Path) -> None:
    """What cannot be opened fails, and its schema is not looked at."""
    broken = tmp_path / "broken.db"
    broken.write_text("This is no database, and long enough for SQLite to see that it is none.")

    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_url(broken))

    assert code == 1
    assert found["database"][0] == "wrong"
    assert found["migrations"][0] == "skipped"


async def test_posting_is_proved_only_when_asked(sqlite_address: str) -> None:
    """A test message goes to the one who is named, and to nobody otherwise."""
    async with a_slack() as slack:
        await examined(slack, sqlite_address)
        before = await slack.control.dms(ANA)
        code, found = await examined(slack, sqlite_address, "--dm", ANA)
        after = await slack.control.dms(ANA)

    assert code == 0
    assert found["message"][0] == "ok"
    assert (len(before), len(after)) == (0, 1)


async def test_over_http_the_secret_must_be_there(sqlite_address: str) -> None:
    """Without an app token and without a signing secret no way leads in."""
    async with a_slack() as slack:
        code, found = await examined(slack, sqlite_address, SLACK_APP_TOKEN="")
        signed = {"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": slack.signing_secret}
        mended, then = await examined(slack, sqlite_address, **signed)

    assert code == 1
    assert "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET" in found["settings"][1]
    assert mended == 0
    assert then["signing_secret"][0] == "ok"


def test_doubtful_prompts_are_named(tmp_path: Path) -> None:
    """Warnings on the company's own prompts fail nothing: the first is said with its file and line."""
    prompt = "{id: %s, text: '%s', side: both, occasion: any, dimension: none, about: work}"
    texts = [prompt % ("a", "Did you finish?"), prompt % ("b", "Which stakeholder waits?")]
    (tmp_path / "ours.yaml").write_text(f"prompts:\n  - {texts[0]}\n  - {texts[1]}\n")

    said = trellis("doctor", "--json", TRELLIS_PROMPTS_DIR=str(tmp_path))

    (found,) = [one for one in json.loads(said.stdout) if one["check"] == "prompts"]
    assert found["state"] == "ok"
    assert (
        f"2 warnings: {tmp_path / 'ours.yaml'}:2: Prompt `a` can be answered with yes or no" in found["said"]
    )
    assert found["said"].endswith("And 1 more.")


def test_wrong_settings_do_not_hide_the_rest() -> None:
    """Where the settings cannot be read, the files are still looked at, and the rest is said to wait."""
    said = trellis("doctor", "--json", TRELLIS_PORT="none")

    states = {one["check"]: one["state"] for one in json.loads(said.stdout)}
    assert said.exit_code == 1
    assert (states["settings"], states["frameworks"], states["database"]) == ("wrong", "ok", "skipped")
