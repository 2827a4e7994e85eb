"""`trellis people import`."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import Result

from bot.domain.people_list import COLUMNS
from playground.server import Playground
from tests.bot.cli.shell import trellis
from tests.world import ANA, BEN, MANIFEST, PEOPLE

GOOD = f"{BEN},engineering,,ic,e2,2026-01-05,{ANA},"


class Office:
    """A store that knows nobody yet, with Slack within reach and the library published."""

    def __init__(self, slack: Playground, address: str) -> None:
        self._environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_API_URL": slack.api_url,
            "TRELLIS_DATABASE_URL": address,
        }

    async def run(self, *arguments: str | Path, **environ: str) -> Result:
        """One command."""
        return await asyncio.to_thread(trellis, *arguments, **(self._environ | environ))


@pytest.fixture
async def office(sqlite_address: str) -> AsyncIterator[Office]:
    """An operator's desk."""
    async with Playground(manifest=MANIFEST, people=PEOPLE, pace=None) as slack:
        made = Office(slack, sqlite_address)
        published = await made.run("frameworks", "publish")
        assert published.exit_code == 0
        yield made


def a_list(folder: Path, *lines: str) -> Path:
    """A list with these lines under the header."""
    file = folder / "people.csv"
    file.write_text("\n".join((",".join(COLUMNS), *lines)) + "\n", encoding="utf-8")
    return file


async def test_dry_run_apply_and_again(office: Office, tmp_path: Path) -> None:
    """A dry run says what would change, --apply does it, and after that there is nothing to do."""
    file = a_list(tmp_path, GOOD)

    dry = await office.run("people", "import", file)
    done = await office.run("people", "import", file, "--apply")
    again = await office.run("people", "import", file, "--apply")

    assert (dry.exit_code, done.exit_code, again.exit_code) == (0, 0, 0)
    assert "placement: engineering, e2, since 2026-01-05" in dry.stdout
    assert "manager: ana" in dry.stdout
    assert "1 person would change." in dry.stdout
    assert "--apply" in dry.stdout
    assert "1 person changed." in done.stdout
    assert again.stdout.strip() == "Everybody is as the list says: nothing to do."


async def test_mistakes_are_told_by_line(office: Office, tmp_path: Path) -> None:
    """Every mistake stands on stderr as file:line with its mend, and the command fails."""
    file = a_list(tmp_path, GOOD, f"{ANA},enginering,,,,soon,,", "U0NOBODY,,,,,,,", "=1+1,,,,,,,")

    said = await office.run("people", "import", file, "--apply")

    told = [line for line in said.stderr.splitlines() if line.startswith(f"{file}:")]
    assert said.exit_code == 1
    assert [line.removeprefix(f"{file}:").partition(":")[0] for line in told] == ["3", "3", "4", "5"]
    assert all(cluster in said.stderr for cluster in ("customer-success", "engineering", "starter"))
    assert "=1+1 is no Slack member id" in said.stderr
    assert "Nothing was written" in said.stderr


async def test_the_plan_for_programs(office: Office, tmp_path: Path) -> None:
    """As JSON: who changes in what, and whether it was done."""
    said = await office.run("people", "import", a_list(tmp_path, GOOD), "--json")

    done = json.loads(said.stdout)
    assert done["applied"] is False
    assert [change["what"] for change in done["people"][0]["changes"]] == ["placement", "manager"]


async def test_without_a_token_a_stranger_is_a_mistake(office: Office, tmp_path: Path) -> None:
    """Where Slack cannot be asked, whom the store does not know cannot be imported."""
    said = await office.run("people", "import", a_list(tmp_path, GOOD), SLACK_BOT_TOKEN="")

    assert said.exit_code == 1
    assert BEN in said.stderr
    assert "SLACK_BOT_TOKEN" in said.stderr


async def test_what_would_confuse_a_terminal_is_not_printed(office: Office, tmp_path: Path) -> None:
    """Control characters of a cell do not reach the terminal."""
    said = await office.run("people", "import", a_list(tmp_path, "\x1b[31mU1,,,,,,,"))

    assert said.exit_code == 1
    assert "\x1b" not in said.output


def test_a_file_that_is_not_there_is_bad_use(tmp_path: Path) -> None:
    """A wrong path ends with 2."""
    assert trellis("people", "import", tmp_path / "nobody.csv").exit_code == 2
